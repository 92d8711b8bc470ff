/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams are on the board: by name, topology, risk, vacant slots and findings. */
#pragma once

#include <adwaita.h>

#include "board/state/remit-board-filter.h"

/**
 * RemitBoardFilterBar:
 *
 * Emits `changed` when something else was chosen.
 */
#define REMIT_TYPE_BOARD_FILTER_BAR (remit_board_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardFilterBar, remit_board_filter_bar, REMIT, BOARD_FILTER_BAR, AdwBin)

/** Shows a filter, without `changed`. */
void remit_board_filter_bar_set (RemitBoardFilterBar *self,
                                 const RemitBoardFilter *filter);

/** Fills @filter, which is to be cleared. */
void remit_board_filter_bar_get (RemitBoardFilterBar *self,
                                 RemitBoardFilter *filter);
