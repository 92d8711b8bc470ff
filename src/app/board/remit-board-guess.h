/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a widget is going to be. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The size that a widget has, or before it is allocated the one that it will probably get. */
void remit_board_guess_size (GtkWidget *widget,
                             int *width,
                             int *height);

G_END_DECLS
