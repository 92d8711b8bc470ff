/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is carried by keyboard can go next. */
#pragma once

#include "remit-board-target.h"

/**
 * remit_board_route_find_next:
 * @place: (inout): where from; its card may be one before the first
 * @step: 1 forward in reading order, or -1 back
 *
 * Goes to the next slot that takes the people who are carried, or to the place for the first one of
 * a team that has none (card 0). Returns: whether there is one
 */
gboolean remit_board_route_find_next (RemitBoardTarget *target,
                                      const RemitDrag *drag,
                                      int step,
                                      gboolean within_column,
                                      RemitBoardPlace *place);

/** The same in the next column with one that does: to the one that stands closest. */
gboolean remit_board_route_find_beside (RemitBoardTarget *target,
                                        const RemitDrag *drag,
                                        int step,
                                        RemitBoardPlace *place);

/**
 * remit_board_route_find_partner:
 * @column: where to begin
 * @from: the assignment there to go on from, or 0
 * @within: in this column alone
 *
 * Returns: the next assignment with which the one carried can change places, or 0
 */
gint64 remit_board_route_find_partner (RemitBoardTarget *target,
                                       const RemitDrag *drag,
                                       int column,
                                       gint64 from,
                                       int step,
                                       gboolean within);
