/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid out in pixels, for text that is larger than usual. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_scale_get:
 *
 * How large the text of a widget is, as 1 stands for the usual 11 points at 96 dots an inch: the
 * user chooses another font or another scale of text. Those change with the style: see
 * #GtkWidgetClass.css_changed().
 */
double remit_scale_get (GtkWidget *widget);

/** Returns: @pixels, which are meant for the usual text, for that of @widget; never fewer */
int remit_scale (GtkWidget *widget,
                 int pixels);
