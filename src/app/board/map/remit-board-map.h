/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as a map: a small block for each, drawn. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "board/remit-board.h"
#include "remit-map-figure.h"

/**
 * RemitBoardMap:
 *
 * A #GtkScrollable that draws all teams which a board shows, in their groups: as large as there is
 * room for all of them, down to a square without a name. A click selects a team, a second one, or
 * Enter, shows it on the board by the signal `opened`; people are dropped onto a team, into the
 * first vacant slot that they fit, or one that is asked for.
 */
#define REMIT_TYPE_BOARD_MAP (remit_board_map_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardMap, remit_board_map, REMIT, BOARD_MAP, GtkWidget)

/** @board: has the teams, and does what is done with them; outlives the map */
RemitBoardMap *remit_board_map_new (RemitBoard *board,
                                    RemitDragHub *hub);

void remit_board_map_set_colors (RemitBoardMap *self,
                                 RemitMapColors colors);

/** Puts the cursor on a team, and scrolls there. */
void remit_board_map_go_to (RemitBoardMap *self,
                            gint64 team);
/** Returns: the team that the cursor is on, or 0 */
gint64 remit_board_map_get_team (RemitBoardMap *self);
/** Returns: the team at a point, or 0 */
gint64 remit_board_map_find_team (RemitBoardMap *self,
                                  double x,
                                  double y);

/** Marks a team, or (0) none. */
void remit_board_map_select (RemitBoardMap *self,
                             gint64 team);

/** From now on arrows choose a team for @drag, Enter puts it there, Escape puts it back.
 *
 * @back: (nullable): where the keyboard goes when it is put down */
void remit_board_map_carry (RemitBoardMap *self,
                            const RemitDrag *drag,
                            GtkWidget *back);
gboolean remit_board_map_is_carrying (RemitBoardMap *self);
