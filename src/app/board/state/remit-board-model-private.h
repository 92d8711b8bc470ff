/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the board's model share: what it follows, and what is shown of it. */
#pragma once

#include "remit-board-model.h"

/* A team, and its slots in their order. Here and in RemitBoardCard the id comes first, so that they
 * can be looked up by the address of one. The index is -1 while it is hidden. */
typedef struct {
  gint64 id;
  RemitEntity *team;
  GPtrArray *cards;
  int index;
} RemitBoardColumn;

/**
 * RemitBoardModel:
 * @columns: what is shown, in its order
 * @teams: all columns of the plan, by the id of the team
 * @cards: all slots of the plan, by id
 * @shown: with a filter, the ids of the teams that are shown since it was set
 */
struct _RemitBoardModel
{
  RemitWorkspace *workspace;
  gint64 plan;
  RemitBoardLayout *layout;
  RemitChecker *checker;
  RemitBoardGhosts *ghosts;

  GPtrArray *columns;
  GHashTable *teams;
  GHashTable *cards;
  guint n_filled;

  RemitBoardGroups *groups;
  RemitBoardGrouping grouping;
  GHashTable *folded;
  RemitBoardFilter filter;
  GHashTable *shown;
};

/* Finds out which of the plan's teams are shown, and in which order. */
void remit_board_model_find_shown (RemitBoardModel *self,
                                   GPtrArray *teams);

/* Shows the result in existing columns. */
void remit_board_model_place_columns (RemitBoardModel *self);
