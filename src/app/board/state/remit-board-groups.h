/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the board's columns, and the groups that they stand in; no widgets. */
#pragma once

#include "model/remit-entities.h"

/** By what the teams of a plan are grouped. */
typedef enum {
  REMIT_BOARD_BY_NOTHING,
  REMIT_BOARD_BY_PARENT,
  REMIT_BOARD_BY_SECTION,
  REMIT_BOARD_BY_STAGE,
  REMIT_BOARD_N_GROUPINGS,
} RemitBoardGrouping;

/** More levels than these are not shown: what is deeper stands in the deepest of them. */
#define REMIT_BOARD_MAX_LEVELS 3

/**
 * RemitBoardGroup:
 * @key: which one it is, from one arrangement to the next
 * @name: what it is called
 * @parent: the group that it stands in, or -1
 * @depth: how many groups it stands in
 * @first, @n_teams: its teams in remit_board_groups_get_order(), with those of the groups in it
 * @column, @n_columns: its columns, or where they would stand
 * @nth: when it is folded, how many other folded groups stand before it at the same column
 * @folded: whether it shows its sums alone
 * @shown: whether none of the groups that it stands in is folded
 */
typedef struct {
  char *key;
  char *name;
  int parent;
  int depth;
  int first, n_teams;
  int column, n_columns;
  int nth;
  gboolean folded;
  gboolean shown;
} RemitBoardGroup;

typedef struct _RemitBoardGroups RemitBoardGroups;

RemitBoardGroups *remit_board_groups_new (void);
void remit_board_groups_free (RemitBoardGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardGroups, remit_board_groups_free)

/**
 * remit_board_groups_arrange:
 * @teams: (element-type RemitEntity): those that are shown, in the order of the plan
 * @find: looks up a team by its id, also one that is not shown
 * @folded: (element-type utf8): the keys of the groups that are folded
 *
 * Puts the teams into the order of their groups. A team that has others below it is the first in
 * a group of its own. The section and the stage of a team are the first line of its purpose, as an
 * import writes it: “dev · Manage”. A line without a dot is a section when several teams share it.
 */
void remit_board_groups_arrange (RemitBoardGroups *self,
                                 GPtrArray *teams,
                                 RemitBoardGrouping grouping,
                                 RemitEntity *(*find) (gint64 team,
                                                       gpointer data),
                                 gpointer data,
                                 GHashTable *folded);

/** Returns: (transfer none) (element-type RemitEntity): all teams in the order of the board, with
 * those in folded groups */
GPtrArray *remit_board_groups_get_order (RemitBoardGroups *self);
/** Returns: (transfer none) (element-type RemitEntity): the teams of the columns */
GPtrArray *remit_board_groups_get_columns (RemitBoardGroups *self);

/** Returns: how many groups there are; each stands before those in it, and before the next */
int remit_board_groups_get_n (RemitBoardGroups *self);
const RemitBoardGroup *remit_board_groups_get (RemitBoardGroups *self,
                                               int group);
/** Returns: how many groups stand in one another at most */
int remit_board_groups_get_n_levels (RemitBoardGroups *self);

/** Returns: the group with a key, or -1 */
int remit_board_groups_find (RemitBoardGroups *self,
                             const char *key);
/** Returns: the innermost group of a team in the order, or -1 */
int remit_board_groups_find_team (RemitBoardGroups *self,
                                  gint64 team);
/** Returns: how many folded groups stand before a column; or behind the last */
int remit_board_groups_count_folded_before (RemitBoardGroups *self,
                                            int column);
