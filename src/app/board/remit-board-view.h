/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the pool of people and the teams as columns of slots. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitBoardView:
 *
 * Properties: `ready`: whether all of the plan that is in sight has been drawn.
 */
#define REMIT_TYPE_BOARD_VIEW (remit_board_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardView, remit_board_view, REMIT, BOARD_VIEW, RemitView)
