/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the frames of scrolling, for the bench. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * remit_board_scroll_test_run:
 *
 * When the environment has `REMIT_BENCH_SCROLL`: scrolls from end to end, across and down, a step a
 * frame; writes `scroll frames N p50 X p99 Y max Z` to standard error, in milliseconds of
 * main-loop time a frame; and quits.
 */
void remit_board_scroll_test_run (GtkScrolledWindow *scrolled);

G_END_DECLS
