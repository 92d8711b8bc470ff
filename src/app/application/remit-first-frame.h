/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the bench: how long it takes until the board is there. */
#pragma once

#include "board/remit-board-view.h"

G_BEGIN_DECLS

/**
 * remit_first_frame_watch:
 *
 * With `REMIT_BENCH_FIRST_FRAME` in the environment, says on the standard error after the first
 * frame in which @board is `ready` when that was, and quits. Otherwise does nothing.
 */
void remit_first_frame_watch (RemitBoardView *board);

G_END_DECLS
