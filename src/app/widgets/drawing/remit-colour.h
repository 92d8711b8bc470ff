/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of the style, for widgets that draw themselves. */
#pragma once

#include <gtk/gtk.h>

/** The colour of the text of a widget. */
void remit_colour_get_text (GtkWidget *widget,
                            GdkRGBA *colour);

/** A colour by its name in the style sheets, or @otherwise when they have none. */
void remit_colour_get (GtkWidget *widget,
                       const char *name,
                       const GdkRGBA *otherwise,
                       GdkRGBA *colour);
