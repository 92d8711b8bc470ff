/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion on the board: people at the slots that they are suggested for, and what is done with
 * them. */
#pragma once

#include "board/remit-board.h"
#include "plan/suggest/remit-suggest.h"
#include "widgets/remit-view.h"

/**
 * RemitSuggestBar:
 *
 * Signal `close`: it has ended, and is to be taken away.
 */
#define REMIT_TYPE_SUGGEST_BAR (remit_suggest_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitSuggestBar, remit_suggest_bar, REMIT, SUGGEST_BAR, AdwBin)

/**
 * remit_suggest_bar_new:
 * @view: whose plan it is about
 * @board: where the people are shown
 * @suggestion: what is suggested
 * @left: (element-type guint): the numbers of the rows that are not selected
 */
GtkWidget *remit_suggest_bar_new (RemitView *view,
                                  RemitBoard *board,
                                  const RemitSuggestion *suggestion,
                                  GHashTable *left);
