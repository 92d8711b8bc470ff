/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two plans differ, as signs and ghosts on the board of one of them. */
#pragma once

#include "board/state/remit-board-ghosts.h"
#include "plan/compare/remit-compare.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_board_differences_lay:
 * @side: which of the two is on the board: 0 or 1
 * @elsewhere: (element-type utf8): is added the names of teams that the other one alone has
 *
 * What is in both or here alone has a sign. People who are in a slot on the other side alone are
 * ghosts in it; slots and all else that is there alone is said by a sign at the team.
 *
 * Returns: (transfer full)
 */
RemitBoardGhosts *remit_board_differences_lay (const RemitComparison *comparison,
                                               guint side,
                                               RemitWorkspace *workspace,
                                               GPtrArray *elsewhere);
