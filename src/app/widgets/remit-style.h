/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style classes of widgets. */
#pragma once

#include <gtk/gtk.h>

/** Gives a widget a style class, or takes it away. */
static inline void
remit_style_set_class (GtkWidget *widget,
                       const char *css_class,
                       gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}
