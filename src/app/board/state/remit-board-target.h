/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is carried would go on the board, and what putting it down there would do. */
#pragma once

#include "board/drag/remit-drag.h"
#include "remit-board-model.h"

/**
 * RemitBoardAim:
 * @slot: the slot that people would be put into, or 0
 * @team: a team without slots in which one would be made for them, or 0
 * @chip: an assignment in it to swap with, or 0
 * @hit: where a slot or a team would be put
 */
typedef struct {
  gint64 slot;
  gint64 team;
  gint64 chip;
  RemitBoardHit hit;
} RemitBoardAim;

/** Called when the target is another one than @before. */
typedef void (*RemitBoardTargetFunc) (const RemitBoardAim *before,
                                      gpointer data);

/**
 * RemitBoardTarget:
 * @is_set: whether there is a target that takes what is carried
 * @is_insertion: whether it is a place between slots or teams
 * @carrying: whether a board carries by keyboard, until it is put down or back
 * @swapping: whether people are to change places with those at the target
 * @copy: whether people who are carried out of a slot are to stay there as well
 *
 * At most one place is the target: a slot, somebody in it, a team without slots, or a place between
 * slots or teams. What is carried is the drag hub's, and given to each function that asks about it.
 * The last three are set from outside.
 */
typedef struct {
  RemitBoardModel *model;
  RemitBoardTargetFunc changed;
  gpointer data;

  RemitBoardAim aim;
  gboolean is_set;
  gboolean is_insertion;
  gboolean carrying;
  gboolean swapping;
  gboolean copy;
} RemitBoardTarget;

/**
 * remit_board_target_new:
 * @model: outlives the target
 */
RemitBoardTarget *remit_board_target_new (RemitBoardModel *model,
                                          RemitBoardTargetFunc changed,
                                          gpointer data);
void remit_board_target_free (RemitBoardTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardTarget, remit_board_target_free)

/* ── What it is ───────────────────────────────────────────────────────────────────────────── */

/** To a slot, or to somebody in it to swap with (@chip), or to none (0). */
void remit_board_target_set_slot (RemitBoardTarget *self,
                                  gint64 slot,
                                  gint64 chip);
/** To a team without slots, where people get one of their own. */
void remit_board_target_set_team (RemitBoardTarget *self,
                                  gint64 team);
/** To a place between slots or teams. */
void remit_board_target_set_hit (RemitBoardTarget *self,
                                 const RemitBoardHit *hit);
/** To what is at a point, where the chip of the assignment @chip (or 0) is seen. */
void remit_board_target_find (RemitBoardTarget *self,
                              const RemitDrag *drag,
                              int x,
                              int y,
                              gint64 chip);
/** To none, and no longer swapping. */
void remit_board_target_clear (RemitBoardTarget *self);
/** The same. Returns: what it was; its @chip is 0 when nobody was to swap */
RemitBoardAim remit_board_target_take (RemitBoardTarget *self);

/* ── What it would do ─────────────────────────────────────────────────────────────────────── */

/**
 * remit_board_target_judge:
 * @drag: (nullable)
 *
 * Returns: what a slot is to what is carried; %REMIT_VERDICT_NOTHING when no people are, or when
 *   they look for somebody to swap with by keyboard
 */
RemitVerdict remit_board_target_judge (const RemitBoardTarget *self,
                                       const RemitDrag *drag,
                                       gint64 slot);
gboolean remit_board_target_accepts (const RemitBoardTarget *self,
                                     const RemitDrag *drag,
                                     gint64 slot);

/** The same of a team without slots, in which they would get one of their own. */
RemitVerdict remit_board_target_judge_team (const RemitBoardTarget *self,
                                            const RemitDrag *drag,
                                            gint64 team);

/** Whether a place takes the people who are carried: a slot, or that for the first one (card 0 of a
 * column that has none). */
gboolean remit_board_target_accepts_place (const RemitBoardTarget *self,
                                           const RemitDrag *drag,
                                           int column,
                                           int card);

/** Whether who is carried can change places with those of an assignment. */
gboolean remit_board_target_may_swap (const RemitBoardTarget *self,
                                      const RemitDrag *drag,
                                      gint64 assignment);

/**
 * Returns: (transfer full): what a drop would do: a swap, or a placement, with a word on the swap
 *   that Shift would make of it
 */
char *remit_board_target_dup_hint (const RemitBoardTarget *self,
                                   const RemitDrag *drag);
