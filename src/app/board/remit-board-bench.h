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

/** Returns: (nullable): how closely the board is to be seen at first (`REMIT_BENCH_ZOOM`); %NULL:
 * as it was last */
const char *remit_board_bench_get_zoom (void);

/**
 * remit_board_bench_zoom:
 *
 * When the environment has `REMIT_BENCH_ZOOMING`: zooms out to the map and in again, many times;
 * writes `zoom frames …` (of those right after a step) and `all frames …` to standard error, as
 * above, and quits.
 */
void remit_board_bench_zoom (GtkWidget *view);
