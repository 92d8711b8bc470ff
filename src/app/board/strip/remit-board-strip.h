/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip with all teams of a board that is wider than the window, to jump along. */
#pragma once

#include "board/map/remit-map-figure.h"
#include "board/remit-board.h"

/**
 * RemitBoardStrip:
 *
 * A block for each team, coloured as on the map, with what is in sight marked. A click jumps there,
 * a drag takes what is in sight along, and so does what is dragged over it; arrows go on by a team.
 * It is there only while there is more than is in sight.
 */
#define REMIT_TYPE_BOARD_STRIP (remit_board_strip_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardStrip, remit_board_strip, REMIT, BOARD_STRIP, GtkWidget)

/** @adjustment: by which the board is scrolled across */
RemitBoardStrip *remit_board_strip_new (RemitBoard *board,
                                        GtkAdjustment *adjustment);

void remit_board_strip_set_colors (RemitBoardStrip *self,
                                   RemitMapColors colors);
