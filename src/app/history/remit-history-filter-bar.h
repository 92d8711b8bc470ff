/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of the history: time, author, plan, entity. */
#pragma once

#include <adwaita.h>

#include "store/history/remit-history-search.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitHistoryFilterBar:
 *
 * Emits `changed` when something else was chosen.
 */
#define REMIT_TYPE_HISTORY_FILTER_BAR (remit_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryFilterBar, remit_history_filter_bar, REMIT, HISTORY_FILTER_BAR,
                      AdwBin)

/** @workspace: (nullable) */
void remit_history_filter_bar_set_workspace (RemitHistoryFilterBar *self,
                                             RemitWorkspace *workspace);

/** Asks for all that ever happened to one entity; @id 0 for all entities. */
void remit_history_filter_bar_set_entity (RemitHistoryFilterBar *self,
                                          RemitKind kind,
                                          gint64 id);

/** What is to be in an entry; empty for all. */
void remit_history_filter_bar_set_words (RemitHistoryFilterBar *self,
                                         const char *words);

/** Lets everything through again. */
void remit_history_filter_bar_clear (RemitHistoryFilterBar *self);

/** Returns: (transfer none) */
const RemitHistoryFilter *remit_history_filter_bar_get_filter (RemitHistoryFilterBar *self);
