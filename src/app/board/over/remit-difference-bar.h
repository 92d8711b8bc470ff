/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison of two plans on the board: what differs has a sign, and either of them is shown. */
#pragma once

#include "board/remit-board.h"
#include "widgets/remit-view.h"

/**
 * RemitDifferenceBar:
 *
 * Signal `close`: it has ended, and is to be taken away.
 */
#define REMIT_TYPE_DIFFERENCE_BAR (remit_difference_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitDifferenceBar, remit_difference_bar, REMIT, DIFFERENCE_BAR, AdwBin)

/**
 * remit_difference_bar_new:
 * @view: which has the second plan
 * @board: where it is shown
 * @a: the plan that it is set against
 *
 * Compares again after each change. Choosing a side chooses its plan in the window; any other plan
 * ends it.
 */
GtkWidget *remit_difference_bar_new (RemitView *view,
                                     RemitBoard *board,
                                     gint64 a);
