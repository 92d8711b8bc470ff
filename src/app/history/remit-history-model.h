/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list of numbers, newest first; entries are read on demand. */
#pragma once

#include "remit-history-item.h"
#include "store/history/remit-history-search.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitHistoryModel:
 *
 * A #GListModel of #RemitHistoryItem, with new entries at its top as soon as they are committed.
 * Without a filter it has all entries at once, since each is there by its number, and reads those
 * alone that somebody gets. With one it has what a thread has found so far, and more of that after
 * remit_history_model_load_more(). An item that nobody holds is forgotten unless it is expanded.
 *
 * Signal `loading-changed`: entries are being looked through, or not any longer.
 */
#define REMIT_TYPE_HISTORY_MODEL (remit_history_model_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryModel, remit_history_model, REMIT, HISTORY_MODEL, GObject)

/** Shows the history of @workspace, or nothing when it is %NULL. */
void remit_history_model_set_workspace (RemitHistoryModel *self,
                                        RemitWorkspace *workspace);

/** Shows only the entries that @filter lets through; all for %NULL. A search for those of another
 * filter ends. */
void remit_history_model_set_filter (RemitHistoryModel *self,
                                     const RemitHistoryFilter *filter);

/** Searches for more entries that the filter lets through; does nothing at the end. */
void remit_history_model_load_more (RemitHistoryModel *self);

/** Returns: where the entry @seq is; −1 when it is not in the list */
int remit_history_model_find (RemitHistoryModel *self,
                              gint64 seq);

gboolean remit_history_model_is_loading (RemitHistoryModel *self);

/** Returns: (nullable): why the search could not go on */
const GError *remit_history_model_get_error (RemitHistoryModel *self);
