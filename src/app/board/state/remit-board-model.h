/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board: a plan's teams as columns of slots, and where each stands; no widgets. */
#pragma once

#include "remit-board-layout.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitBoardPlace:
 * @card: in the column, or -1 for its head
 *
 * Where a slot or a team stands.
 */
typedef struct {
  int column;
  int card;
} RemitBoardPlace;

typedef struct _RemitBoardModel RemitBoardModel;

RemitBoardModel *remit_board_model_new (void);
void remit_board_model_free (RemitBoardModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardModel, remit_board_model_free)

/** Reads a plan, or nothing (%NULL or 0). */
void remit_board_model_set_plan (RemitBoardModel *self,
                                 RemitWorkspace *workspace,
                                 gint64 plan);

/**
 * remit_board_model_take_over:
 * @changes: (element-type RemitChange): as the signal `changed` of the workspace has them
 *
 * Reads again the columns and cards that the changes touch. The workspace is ahead of @changes when
 * somebody who heard of them first has made an edit of their own; so it is the workspace that says
 * how things are, and the changes only where to look.
 */
void remit_board_model_take_over (RemitBoardModel *self,
                                  GPtrArray *changes);

/** Returns: (transfer none) (nullable) */
RemitWorkspace *remit_board_model_get_workspace (RemitBoardModel *self);
/** Returns: (transfer none): where everything stands; what is in it is the model's */
RemitBoardLayout *remit_board_model_get_layout (RemitBoardModel *self);

int remit_board_model_get_n_columns (RemitBoardModel *self);
int remit_board_model_get_n_cards (RemitBoardModel *self,
                                   int column);
/** Returns: (transfer none): live entities */
RemitEntity *remit_board_model_get_team (RemitBoardModel *self,
                                         int column);
RemitEntity *remit_board_model_get_slot (RemitBoardModel *self,
                                         int column,
                                         int card);

/** Their ids; one behind the last column or card has 0. */
gint64 remit_board_model_get_team_id (RemitBoardModel *self,
                                      int column);
gint64 remit_board_model_get_slot_id (RemitBoardModel *self,
                                      int column,
                                      int card);

/** Returns: (transfer none) (element-type RemitEntity): who is in a slot */
GPtrArray *remit_board_model_get_assignments (RemitBoardModel *self,
                                              gint64 slot);

gboolean remit_board_model_find_slot (RemitBoardModel *self,
                                      gint64 slot,
                                      RemitBoardPlace *place);
/** Returns: the column of a team, or -1 */
int remit_board_model_find_team (RemitBoardModel *self,
                                 gint64 team);

/** How many teams and slots there are, and how many slots have somebody in them. */
void remit_board_model_count (RemitBoardModel *self,
                              guint *n_teams,
                              guint *n_slots,
                              guint *n_filled);
