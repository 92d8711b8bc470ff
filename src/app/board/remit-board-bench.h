/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bench measures of the board: its first frame, and the frames of scrolling. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_board_bench_first_frame:
 *
 * With `REMIT_BENCH_FIRST_FRAME` in the environment, says on the standard error when the first
 * complete frame of a board was painted, which is now, and quits. Otherwise does nothing.
 */
void remit_board_bench_first_frame (void);

/**
 * remit_board_bench_scroll:
 *
 * When the environment has `REMIT_BENCH_SCROLL`: scrolls from end to end, across and down, a step
 * a frame; writes `scroll frames N p50 X p99 Y max Z` to standard error, in milliseconds of
 * main-loop time a frame; and quits.
 */
void remit_board_bench_scroll (GtkScrolledWindow *scrolled);
