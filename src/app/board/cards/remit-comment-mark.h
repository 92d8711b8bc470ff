/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of open comments on a card. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_comment_mark_show_in:
 * @n_open: how many there are; with 0 nothing is shown
 * @box: where it stands, before the last child
 * @mark: (inout): the mark, made when it is needed for the first time
 *
 * Returns: (transfer full) (nullable): "2 open comments", for what is spoken; %NULL for none
 */
char *remit_comment_mark_show_in (guint n_open,
                                  GtkBox *box,
                                  GtkWidget **mark);
