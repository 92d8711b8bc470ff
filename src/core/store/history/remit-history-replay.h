/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data should be after a history, as one number a row. */
#pragma once

#include "store/changes/remit-changes.h"
#include "store/remit-store.h"

/**
 * RemitHistoryReplay:
 *
 * Follows changesets from the first on, and then compares what they lead to with what is there. Of
 * each row it keeps one sum of the values that are not their column's default: so a changeset can
 * be followed without the values that it leaves as they are, and so can one of before a column was
 * there. The sums are keyed anew each time, so nobody can change a row and keep its sum.
 */
typedef struct _RemitHistoryReplay RemitHistoryReplay;

RemitHistoryReplay *remit_history_replay_new (RemitStore *store,
                                              GError **error);
void remit_history_replay_free (RemitHistoryReplay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryReplay, remit_history_replay_free)

/** Returns: whether the bytes are a changeset */
gboolean remit_history_replay_add (RemitHistoryReplay *self,
                                   gconstpointer changeset,
                                   gsize length);

/**
 * RemitHistoryDifference:
 * @n_rows: how many rows are not as the history left them
 * @kind, @id: the first of them
 * @op: whether it was added, changed or removed without the history
 */
typedef struct {
  guint n_rows;
  RemitKind kind;
  gint64 id;
  RemitChangeOp op;
} RemitHistoryDifference;

/** Compares with what is in the store; once. */
gboolean remit_history_replay_compare (RemitHistoryReplay *self,
                                       GCancellable *cancellable,
                                       RemitHistoryDifference *difference,
                                       GError **error);
