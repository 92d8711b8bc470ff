/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changesets of one line of the history: one, or for a large edit several. */
#pragma once

#include "store/changes/remit-changeset.h"
#include "store/remit-store.h"

/**
 * RemitHistoryParts:
 *
 * The parts of a line that is yet to be written. What an edit changed is recorded in memory; so
 * that this does not grow with the edit, what was recorded goes into the table `history_part` from
 * time to time, in the order in which it was done. The last changeset stands in the line itself.
 * While the next part is recorded, a thread of its own takes the hash of this one.
 */
typedef struct {
  RemitStore *store;
  gint64 seq;
  gint64 n_parts;
  GChecksum *checksum;
  GThread *hasher;
} RemitHistoryParts;

/** @seq: the number that the line will have */
void remit_history_parts_init (RemitHistoryParts *self,
                               RemitStore *store,
                               gint64 seq);
void remit_history_parts_clear (RemitHistoryParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitHistoryParts, remit_history_parts_clear)

/** Writes the next part; within a transaction. */
gboolean remit_history_parts_add (RemitHistoryParts *self,
                                  GBytes *changeset,
                                  GError **error);

/**
 * Returns: (transfer none): what the line has in its column `parts`: SHA-256 over all parts in
 *   order, each with its length in bytes in decimal and a colon before it; empty without parts
 */
const char *remit_history_parts_get_digest (RemitHistoryParts *self);

/**
 * remit_history_count_changesets:
 *
 * Returns: whether the entry could be looked for; @count is 0 when it is not there
 */
gboolean remit_history_count_changesets (RemitStore *store,
                                         gint64 seq,
                                         gint64 *count,
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
 * remit_history_load_changeset:
 * @index: from 0 to @count − 1, in the order in which they were recorded
 *
 * Returns: (transfer full): a copy of a changeset of an entry
 */
GBytes *remit_history_load_changeset (RemitStore *store,
                                      gint64 seq,
                                      gint64 index,
                                      gint64 count,
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

/** Returns: (transfer full): the digest of the parts as they are in the database, or %NULL */
char *remit_history_parts_compute_digest (RemitStore *store,
                                          gint64 seq,
                                          GError **error);
