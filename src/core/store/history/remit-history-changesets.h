/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines of the history changed, whatever their form: their changesets, one after the other. */
#pragma once

#include "store/changes/remit-changeset.h"
#include "store/remit-store.h"

/**
 * remit_history_list_changesets:
 *
 * Returns: (transfer full) (element-type gint64): the keys of the changesets of an entry, in the
 *   order in which they were recorded; none when there is no such entry
 */
GArray *remit_history_list_changesets (RemitStore *store,
                                       gint64 seq,
                                       GError **error);

/** Returns: (transfer full): a copy of a changeset of an entry */
GBytes *remit_history_load_changeset (RemitStore *store,
                                      gint64 seq,
                                      gint64 key,
                                      GError **error);

/**
 * remit_history_measure:
 *
 * Returns: whether the entry could be looked for; @size is that of all its changesets in bytes, 0
 *   when it is not there
 */
gboolean remit_history_measure (RemitStore *store,
                                gint64 seq,
                                gint64 *size,
                                GError **error);

/**
 * remit_history_foreach_row:
 * @func: returns whether to go on
 *
 * Looks through what an entry changed, the last changeset first: what it removed tells what the
 * ones before it changed.
 *
 * Returns: whether all could be read
 */
gboolean remit_history_foreach_row (RemitStore *store,
                                    gint64 seq,
                                    RemitChangesetFunc func,
                                    gpointer data,
                                    GError **error);

/** Says that a line is not there that should be. Returns: %FALSE */
gboolean remit_history_refuse_missing (GError **error);
