/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tooltips of widgets that are bound anew again and again, or that open menus. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_tooltip_set:
 * @widget: a widget
 * @text: (nullable): what its tooltip says, or %NULL for none
 *
 * Gives @widget a tooltip. gtk_widget_set_tooltip_text() asks the X server for the pointer's place
 * each time, two round trips that a board of cards cannot afford; this one is asked only when the
 * tooltip is due. A label whose tooltip is what it shows has one only while it is cut short.
 */
void remit_tooltip_set (GtkWidget *widget, const char *text);

/**
 * remit_tooltip_get:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what remit_tooltip_set() was given
 */
const char *remit_tooltip_get (GtkWidget *widget);

/**
 * remit_tooltip_rest:
 *
 * For the signal GtkWidget::query-tooltip of a button with a menu, in its GtkBuilder file: no
 * tooltip while the menu is open. GTK asks the parents of what is under the pointer for one, and
 * the button is the menu's parent, so its tooltip would lie over the first line of the menu.
 */
gboolean remit_tooltip_rest (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip,
                             gpointer data);
