/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of the style, for widgets that draw themselves. */
#include "remit-colour.h"

void
remit_colour_get_text (GtkWidget *widget,
                       GdkRGBA *colour)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

void
remit_colour_get (GtkWidget *widget,
                  const char *name,
                  const GdkRGBA *otherwise,
                  GdkRGBA *colour)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour))
    *colour = *otherwise;
  G_GNUC_END_IGNORE_DEPRECATIONS
}
