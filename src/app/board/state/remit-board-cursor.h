/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is on the board: a group, a team's head, a slot, or somebody in it. */
#pragma once

#include "board/drag/remit-drag.h"
#include "remit-board-model.h"

/**
 * RemitBoardCursor:
 * @team, @slot, @assignment: the ids of what it is on; 0 for those that it is not on. In a slot it
 *   is on no team.
 * @group: (nullable): the key of the group that it is on; then it is on nothing else
 * @place: where that was last
 */
typedef struct {
  RemitBoardModel *model;
  gint64 team;
  gint64 slot;
  gint64 assignment;
  char *group;
  RemitBoardPlace place;
} RemitBoardCursor;

/** @model: outlives the cursor */
RemitBoardCursor *remit_board_cursor_new (RemitBoardModel *model);
void remit_board_cursor_free (RemitBoardCursor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardCursor, remit_board_cursor_free)

/** Puts it on a team, or (@team 0) on a slot, or on somebody in the slot. */
void remit_board_cursor_set (RemitBoardCursor *self,
                             gint64 team,
                             gint64 slot,
                             gint64 assignment);

/** Puts it on the heading of a group. */
void remit_board_cursor_set_group (RemitBoardCursor *self,
                                   const char *key);

/** Puts it on what has been put down: a team, a slot, or the person in their new place @slot. */
void remit_board_cursor_follow (RemitBoardCursor *self,
                                const RemitDrag *drag,
                                gint64 slot);

/** Forgets where it was; it is on the first team then. */
void remit_board_cursor_reset (RemitBoardCursor *self);

/**
 * remit_board_cursor_settle:
 *
 * When what it was on is gone, puts it on what stands there now. To be called before it is asked;
 * with an empty board it is nowhere.
 *
 * Returns: its column and card; card -1 for a team's head
 */
RemitBoardPlace remit_board_cursor_settle (RemitBoardCursor *self);

/** To a card of a column, or the one closest to it; -1 for the head. */
void remit_board_cursor_go_to (RemitBoardCursor *self,
                               int column,
                               int card);
/** Down (1) goes from a group to those in it and to the head of a team, from there to a card, to
 * the people in it, and then to the next card; up (-1) back. */
void remit_board_cursor_go_vertically (RemitBoardCursor *self,
                                       int step);
/** To a column beside its own, or a folded group in between; from a group to one beside it. */
void remit_board_cursor_go_sideways (RemitBoardCursor *self,
                                     int step);

/** Returns: (transfer full): what is carried when it is picked up here */
RemitDrag *remit_board_cursor_create_drag (RemitBoardCursor *self);
