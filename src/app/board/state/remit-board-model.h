/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board: a plan's teams as columns of slots, and where each stands; no widgets. */
#pragma once

#include "remit-board-filter.h"
#include "remit-board-ghosts.h"
#include "remit-board-groups.h"
#include "remit-board-layout.h"
#include "remit-board-sums.h"

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

/* ── What is shown of it ──────────────────────────────────────────────────────────────────── */

/** By parent, at first, which makes a difference only where teams have one. */
void remit_board_model_set_grouping (RemitBoardModel *self,
                                     RemitBoardGrouping grouping);
RemitBoardGrouping remit_board_model_get_grouping (RemitBoardModel *self);

/** Folds or unfolds a group, or (@key %NULL) all of them. */
void remit_board_model_set_folded (RemitBoardModel *self,
                                   const char *key,
                                   gboolean folded);
/** Returns: (transfer full): the keys of what is folded, also of groups that are not there now */
GStrv remit_board_model_dup_folded (RemitBoardModel *self);
/** Folds these, and nothing else. */
void remit_board_model_take_folded (RemitBoardModel *self,
                                    const char *const *keys);

/**
 * remit_board_model_set_filter:
 *
 * What the filter lets through now stays until another one is set, so that no team goes from under
 * somebody's hands who fills its last slot; what it lets through later comes in addition.
 */
void remit_board_model_set_filter (RemitBoardModel *self,
                                   const RemitBoardFilter *filter);
const RemitBoardFilter *remit_board_model_get_filter (RemitBoardModel *self);

/** Whose findings the filter goes by; %NULL for none. Call it again when it has found others. */
void remit_board_model_set_checker (RemitBoardModel *self,
                                    RemitChecker *checker);
/** Returns: (transfer none) (nullable) */
RemitChecker *remit_board_model_get_checker (RemitBoardModel *self);

/** Unfolds the groups that a team is in, and shows it whatever the filter says.
 *
 * Returns: whether it was hidden, and is shown now */
gboolean remit_board_model_reveal (RemitBoardModel *self,
                                   gint64 team);

/** Returns: (transfer none): the groups, and the order of all teams */
RemitBoardGroups *remit_board_model_get_groups (RemitBoardModel *self);

/** Returns: (transfer full): what a group, or (@group -1) all that is shown, comes to */
RemitBoardSums remit_board_model_get_sums (RemitBoardModel *self,
                                           int group);

/**
 * remit_board_model_find_before:
 * @column: a column, or one behind the last
 *
 * Returns: before which team (0: at the end) @team has to stand in the plan, so that it stands
 *   before @column among those of its group; -1 when it can't stand there
 */
gint64 remit_board_model_find_before (RemitBoardModel *self,
                                      gint64 team,
                                      int column);

/** What is laid over the cards, which have room for it; %NULL for nothing. */
void remit_board_model_set_ghosts (RemitBoardModel *self,
                                   RemitBoardGhosts *ghosts);

/**
 * remit_board_model_find_ghost:
 * @place: from where on
 * @step: 1 for the next one, -1 for the one before
 *
 * Returns: the id of the team or slot with the next ghost or sign, or 0; after the last one comes
 *   the first
 */
gint64 remit_board_model_find_ghost (RemitBoardModel *self,
                                     const RemitBoardPlace *place,
                                     int step);

/* ── What is asked of it ──────────────────────────────────────────────────────────────────── */

/** Returns: (transfer none) (nullable) */
RemitWorkspace *remit_board_model_get_workspace (RemitBoardModel *self);
/** Returns: the id of the plan, or 0 */
gint64 remit_board_model_get_plan (RemitBoardModel *self);
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

/** Returns: the team of a slot of the plan, also of one that is hidden; or 0 */
gint64 remit_board_model_get_team_of (RemitBoardModel *self,
                                      gint64 slot);
gboolean remit_board_model_find_slot (RemitBoardModel *self,
                                      gint64 slot,
                                      RemitBoardPlace *place);
/** Returns: the column of a team, or -1 */
int remit_board_model_find_team (RemitBoardModel *self,
                                 gint64 team);

/** The same of the teams that the filter lets through, with those in folded groups. */
void remit_board_model_count_shown (RemitBoardModel *self,
                                    guint *n_teams,
                                    guint *n_slots,
                                    guint *n_filled);

/** How many teams and slots the plan has, and how many slots have somebody in them. */
void remit_board_model_count (RemitBoardModel *self,
                              guint *n_teams,
                              guint *n_slots,
                              guint *n_filled);
