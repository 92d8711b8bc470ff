/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the pool of people and the teams as columns of slots. */
#pragma once

#include "remit-board.h"
#include "widgets/remit-view.h"

/**
 * RemitBoardView:
 *
 * Properties: `ready`: whether all of the plan that is in sight has been drawn.
 */
#define REMIT_TYPE_BOARD_VIEW (remit_board_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardView, remit_board_view, REMIT, BOARD_VIEW, RemitView)

/** Returns: (transfer none): the teams as columns */
RemitBoard *remit_board_view_get_board (RemitBoardView *self);

/**
 * remit_board_view_lay_over:
 * @bar: (nullable): what is shown above the board of what it has laid over it; it replaces another
 *   one, and ends with its signal `close`. %NULL takes both away.
 */
void remit_board_view_lay_over (RemitBoardView *self,
                                GtkWidget *bar);

/** Shows how the view's plan differs from another one. */
void remit_board_view_compare (RemitBoardView *self,
                               gint64 other);
