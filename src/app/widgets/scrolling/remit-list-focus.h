/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard comes to in a list that is longer than what is in sight. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_list_focus_keep_in_sight:
 * @list: a #GtkListView or a #GtkColumnView
 *
 * When the keyboard comes to a row that is out of sight, since it was there before the list was
 * scrolled, it goes on to the selected row, or else to the first that is in sight: Return would
 * open what nobody sees.
 */
void remit_list_focus_keep_in_sight (GtkWidget *list);
