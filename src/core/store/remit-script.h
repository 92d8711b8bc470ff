/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts that are built in, as resources. */
#pragma once

#include <gio/gio.h>

/**
 * remit_script_register:
 * @registered: a static variable of the caller's, 0 at first
 * @register_resource: what GLib makes for a bundle that is registered by hand
 *
 * Registers a bundle once. By hand, since what registers itself goes when the program ends, while a
 * thread may still use it.
 */
void remit_script_register (gsize *registered,
                            void (*register_resource) (void));

/** Returns: (transfer full): a script of a bundle that is registered */
GBytes *remit_script_load (const char *path);
