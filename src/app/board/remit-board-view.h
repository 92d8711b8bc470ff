/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the pool of people and the teams as columns of slots. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitBoardView:
 *
 * Properties: `workspace`, `plan`, `checker`; `ready`: whether all of the plan that is in sight has
 * been drawn.
 */
#define REMIT_TYPE_BOARD_VIEW (remit_board_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardView, remit_board_view, REMIT, BOARD_VIEW, AdwBin)

/** Scrolls to a slot, and gives it the keyboard. */
void remit_board_view_show_slot (RemitBoardView *self,
                                 gint64 slot);

G_END_DECLS
