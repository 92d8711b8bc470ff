/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list, newest first, loaded page by page. */
#pragma once

#include "remit-history-item.h"
#include "store/history/remit-history-search.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitHistoryModel:
 *
 * A #GListModel of #RemitHistoryItem. It has the newest entries, more of them after
 * remit_history_model_load_more(), and new ones at its top as soon as they are committed.
 *
 * Signal `loading-changed`: entries are being looked through, or not any longer.
 */
#define REMIT_TYPE_HISTORY_MODEL (remit_history_model_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryModel, remit_history_model, REMIT, HISTORY_MODEL, GObject)

/** Shows the history of @workspace, or nothing when it is %NULL. */
void remit_history_model_set_workspace (RemitHistoryModel *self,
                                        RemitWorkspace *workspace);

/** Shows only the entries that @filter lets through; all for %NULL. */
void remit_history_model_set_filter (RemitHistoryModel *self,
                                     const RemitHistoryFilter *filter);

/** Loads the next page, in slices when it is not read at once; does nothing at the end. */
void remit_history_model_load_more (RemitHistoryModel *self);

/** Returns: where the entry @seq is, after loading up to there; −1 when it is not shown */
int remit_history_model_reach (RemitHistoryModel *self,
                               gint64 seq);

gboolean remit_history_model_is_loading (RemitHistoryModel *self);
