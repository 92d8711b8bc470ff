/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan as a list, read page by page, however many there are. */
#pragma once

#include "store/remit-workspace.h"

G_BEGIN_DECLS

/** Which conflicts are in the list. */
typedef enum {
  REMIT_CONFLICTS_RUNNING,
  REMIT_CONFLICTS_OVER,
  REMIT_CONFLICTS_ALL,
} RemitConflictsShown;

/**
 * RemitConflictsOrder:
 * @REMIT_CONFLICTS_BY_CLOCK: what is due first; what has no clock last
 * @REMIT_CONFLICTS_BY_AGE: the oldest first
 * @REMIT_CONFLICTS_BY_SEVERITY: the worst first, of these the oldest
 */
typedef enum {
  REMIT_CONFLICTS_BY_CLOCK,
  REMIT_CONFLICTS_BY_AGE,
  REMIT_CONFLICTS_BY_SEVERITY,
} RemitConflictsOrder;

/**
 * RemitConflictList:
 *
 * A #GListModel of #RemitConflict, which are not the live ones of the workspace: a row that changes
 * is another item. Follows the workspace. For the main thread.
 *
 * Properties: `n-items` (guint), `searching` (boolean): whether a search is on its way, in a
 * thread; until it ends, the list is what it was.
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
/** @type: a #RemitConflictType, or -1 for all */
void remit_conflict_list_set_type (RemitConflictList *self,
                                   int type);

/**
 * remit_conflict_list_set_words:
 * @words: what is to stand in the conflict or in one line of its log; empty for all conflicts. Of
 *   more than REMIT_CONFLICTS_MAX_FOUND lines with the words, the youngest count.
 */
void remit_conflict_list_set_words (RemitConflictList *self,
                                    const char *words);

#define REMIT_CONFLICTS_MAX_FOUND 20000

/** Returns: whether the plan has any conflict, shown or not */
gboolean remit_conflict_list_has_any (RemitConflictList *self);

/** Returns: where a conflict is in the list, or -1 */
int remit_conflict_list_find (RemitConflictList *self,
                              gint64 conflict);

G_END_DECLS
