/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign of what a comparison says about something on the board, and its outline. */
#pragma once

#include <gtk/gtk.h>

#include "board/state/remit-board-ghosts.h"

/**
 * remit_sign_mark_show:
 * @ghosts: (nullable): where it is looked up
 * @id: what is shown: a team, a slot or an assignment
 * @widget: what gets the outline
 * @box: where the sign goes, as the last one
 * @mark: (inout): the sign, made when there is one
 *
 * Returns: (transfer full) (nullable): the same in words: "moved: …"
 */
char *remit_sign_mark_show (RemitBoardGhosts *ghosts,
                            gint64 id,
                            GtkWidget *widget,
                            GtkWidget *box,
                            GtkWidget **mark);

/** Gives a widget the outline of a sign, and takes that of others. */
void remit_sign_mark_outline (GtkWidget *widget,
                              RemitBoardSign sign);
