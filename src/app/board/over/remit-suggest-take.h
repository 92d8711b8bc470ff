/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing what was suggested, from the dialog and from the board. */
#pragma once

#include "plan/suggest/remit-suggest.h"
#include "widgets/remit-try.h"

/**
 * remit_suggest_take:
 * @widget: which shows what became of it
 * @rows: (transfer full) (element-type RemitSuggestRow): what is taken
 * @done: (nullable): called after that, with whether it was done, and @widget
 *
 * All in one edit, in a thread.
 */
void remit_suggest_take (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         GArray *rows,
                         void (*done) (GtkWidget *widget, gboolean is_done));
