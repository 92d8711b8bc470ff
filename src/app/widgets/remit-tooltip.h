/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tooltips of widgets that are bound anew again and again. */
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
