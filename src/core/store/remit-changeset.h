/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of changesets, looked at before SQLite reads one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * remit_changeset_is_whole:
 *
 * SQLite trusts the form of a changeset: up to 3.40 at least, it looks for the end of a table's
 * name for ever where there is none. A damaged or forged workspace must not stop the program.
 *
 * Returns: whether the bytes have the form of a changeset, from the first to the last
 */
gboolean remit_changeset_is_whole (gconstpointer changeset,
                                   gsize length);

G_END_DECLS
