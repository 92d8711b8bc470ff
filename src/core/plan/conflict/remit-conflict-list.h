/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan as a list, read page by page, however many there are. */
#pragma once

#include "remit-conflict-query.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitConflictList:
 *
 * A #GListModel of conflicts, which are not the live ones of the workspace: a row that changes
 * is another item. Follows the workspace. For the main thread.
 *
 * Properties: `n-items` (guint), `searching` (boolean): whether a thread looks for what no index
 * knows (see remit_conflict_query_is_quick()); until it ends, the list is what it was, or empty
 * after remit_conflict_list_set_plan().
 */
#define REMIT_TYPE_CONFLICT_LIST (remit_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictList, remit_conflict_list, REMIT, CONFLICT_LIST, GObject)

RemitConflictList *remit_conflict_list_new (void);

/** @workspace: (nullable); @plan: 0 for none */
void remit_conflict_list_set_plan (RemitConflictList *self,
                                   RemitWorkspace *workspace,
                                   gint64 plan);
void remit_conflict_list_set_shown (RemitConflictList *self,
                                    RemitConflictsShown shown);
void remit_conflict_list_set_order (RemitConflictList *self,
                                    RemitConflictsOrder order);
/**
 * remit_conflict_list_set_filter:
 * @type: a #RemitConflictType, or %REMIT_CONFLICTS_ANY
 * @severity: from 1, or %REMIT_CONFLICTS_ANY
 * @owner: a person, %REMIT_CONFLICTS_NOBODY, or %REMIT_CONFLICTS_ANY
 */
void remit_conflict_list_set_filter (RemitConflictList *self,
                                     int type,
                                     int severity,
                                     gint64 owner);

/**
 * remit_conflict_list_set_words:
 * @words: what is to stand in the conflict or in one line of its log; empty for all conflicts. Of
 *   more than REMIT_CONFLICTS_MAX_FOUND lines with the words, the youngest count.
 */
void remit_conflict_list_set_words (RemitConflictList *self,
                                    const char *words);

/** Returns: whether the plan has any conflict, shown or not */
gboolean remit_conflict_list_has_any (RemitConflictList *self);
