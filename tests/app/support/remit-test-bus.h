/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What portals of the tests have in common. */
#pragma once

#include <gio/gio.h>

#define REMIT_TEST_PORTAL_PATH "/org/freedesktop/portal/desktop"

/**
 * remit_test_bus_add_portal:
 * @introspection: (nullable): the functions that it has
 * @object: (out): what was registered, or 0
 *
 * Takes the portal's name on the bus of the test.
 *
 * Returns: (transfer full): the connection that has it
 */
GDBusConnection *remit_test_bus_add_portal (const char *introspection,
                                            const GDBusInterfaceVTable *functions,
                                            gpointer data,
                                            guint *object);

/** Gives the name back. Takes @bus. */
void remit_test_bus_remove_portal (GDBusConnection *bus,
                                   guint object);

/** Returns: (transfer full): where whoever asks can know before that an answer will come from */
char *remit_test_bus_dup_handle (const char *sender,
                                 const char *token);
