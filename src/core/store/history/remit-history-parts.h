/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one line of the history changed: one changeset, or for a large edit several. */
#pragma once

#include "store/remit-store.h"

/** The compartment of what every reader may see; all that is written is in it as yet. */
#define REMIT_COMPARTMENT_GENERAL "general"

/**
 * RemitHistoryParts:
 *
 * The parts of a line that is yet to be written. What an edit changed is recorded in memory; so
 * that this does not grow with the edit, what was recorded goes into the table `history_part` from
 * time to time, in the order in which it was done. While the next part is recorded, a thread of its
 * own makes the digest of this one. A short part that is the only one stays in the line itself.
 */
typedef struct _RemitHistoryParts RemitHistoryParts;

/** @seq: the number that the line will have */
RemitHistoryParts *remit_history_parts_new (RemitStore *store,
                                            gint64 seq);
void remit_history_parts_free (RemitHistoryParts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryParts, remit_history_parts_free)

/** Adds the next part; within a transaction. */
gboolean remit_history_parts_add (RemitHistoryParts *self,
                                  GBytes *changeset,
                                  GError **error);

/**
 * remit_history_parts_end:
 * @in_line: (out) (transfer full) (nullable): the salt and the changeset of the only part, which
 *   are to be written in the line
 *
 * Writes what is not written yet.
 */
gboolean remit_history_parts_end (RemitHistoryParts *self,
                                  GBytes **in_line,
                                  GError **error);

guint remit_history_parts_get_length (RemitHistoryParts *self);

/** Returns: (transfer none): the digest of a part, once all are written */
gconstpointer remit_history_parts_get_digest (RemitHistoryParts *self,
                                              guint index);

/** Returns: (transfer none) (nullable): the changeset of the only part; %NULL if there are more */
GBytes *remit_history_parts_get_only (RemitHistoryParts *self);
