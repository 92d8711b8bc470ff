/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as columns of slots: virtual in both directions. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "board/state/remit-board-model.h"

/**
 * RemitBoard:
 *
 * A #GtkScrollable that has widgets only for the columns and cards in sight, and uses them again
 * as it is scrolled. Everything else is arithmetic (remit-board-layout.h).
 *
 * Signal `find-candidates` (gint64): somebody is looked for, for a slot.
 */
#define REMIT_TYPE_BOARD (remit_board_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoard, remit_board, REMIT, BOARD, GtkWidget)

RemitBoard *remit_board_new (RemitDragHub *hub);

/** Shows a plan, or nothing (%NULL or 0). */
void remit_board_set_plan (RemitBoard *self,
                           RemitWorkspace *workspace,
                           gint64 plan);

/** What is found stands at cards and heads; %NULL for nothing. */
void remit_board_set_checker (RemitBoard *self,
                              RemitChecker *checker);

/**
 * remit_board_set_ghosts:
 * @ghosts: (nullable): what is laid over the plan; it goes with the plan
 */
void remit_board_set_ghosts (RemitBoard *self,
                             RemitBoardGhosts *ghosts);
/** Returns: (transfer none) (nullable) */
RemitBoardGhosts *remit_board_get_ghosts (RemitBoard *self);

/* ── What is shown of the plan ────────────────────────────────────────────────────────────── */

/** See remit-board-model.h. What one looks at stays where it is, unless it is hidden. */
void remit_board_set_grouping (RemitBoard *self,
                               RemitBoardGrouping grouping);
RemitBoardGrouping remit_board_get_grouping (RemitBoard *self);
void remit_board_set_filter (RemitBoard *self,
                             const RemitBoardFilter *filter);
const RemitBoardFilter *remit_board_get_filter (RemitBoard *self);

/** Shows no more of slots and people than their names, in narrow columns; or all of it again. */
void remit_board_set_names (RemitBoard *self,
                            gboolean names);

/** Returns: the team in the middle of what is in sight, or that of the keyboard; or 0 */
gint64 remit_board_get_team_in_sight (RemitBoard *self);
/** Returns: the team at a distance from the left, or 0 */
gint64 remit_board_find_team (RemitBoard *self,
                              double x);
/** Scrolls so that a team's column is in sight, and puts the cursor there. */
void remit_board_go_to (RemitBoard *self,
                        gint64 team);

/** Returns: (transfer none): what it shows; for the map, which shows the same */
RemitBoardModel *remit_board_get_model (RemitBoard *self);

/** Folds or unfolds all groups. */
void remit_board_fold_all (RemitBoard *self,
                           gboolean folded);
GStrv remit_board_dup_folded (RemitBoard *self);
void remit_board_take_folded (RemitBoard *self,
                              const char *const *keys);

/** How many teams the filter lets through, and their slots; with those in folded groups. */
void remit_board_count_shown (RemitBoard *self,
                              guint *n_teams,
                              guint *n_slots,
                              guint *n_filled);
gboolean remit_board_has_groups (RemitBoard *self);

/* ── What it is asked ─────────────────────────────────────────────────────────────────────── */

/** Returns: how many teams and slots the plan has, and how many slots have somebody in them */
void remit_board_count (RemitBoard *self,
                        guint *n_teams,
                        guint *n_slots,
                        guint *n_filled);

/** Scrolls so that a slot, a team, or somebody in a slot (an assignment), is in sight, gives it the
 * keyboard, and lights it up for a moment. */
void remit_board_show (RemitBoard *self,
                       gint64 id);

/** Marks a team, a slot, or a person in all their slots, and nothing else. */
void remit_board_select (RemitBoard *self,
                         RemitKind kind,
                         gint64 id);

/**
 * remit_board_get_menu:
 * @name: (out) (transfer full): what the cursor is on
 *
 * Returns: (nullable): the id in remit-menus.ui of what can be done with it
 */
const char *remit_board_get_menu (RemitBoard *self,
                                  char **name);

/**
 * remit_board_carry:
 * @drag: what is picked up by keyboard
 * @back: (nullable): where the keyboard goes when it is put down
 *
 * From now on arrows and Tab visit the places that accept, Enter puts it there, Escape puts it
 * back.
 */
void remit_board_carry (RemitBoard *self,
                        const RemitDrag *drag,
                        GtkWidget *back);

/** Puts back what is carried by keyboard. */
void remit_board_put_back (RemitBoard *self);

/**
 * remit_board_get_typed:
 * @n: (out): how many slots are meant by it
 *
 * Returns: (transfer none): what was typed while people are carried, or nothing
 */
const char *remit_board_get_typed (RemitBoard *self,
                                   guint *n);

gboolean remit_board_is_carrying (RemitBoard *self);

/** Returns: how many widgets it has made so far, in use and spare; for tests */
guint remit_board_get_n_widgets (RemitBoard *self);
