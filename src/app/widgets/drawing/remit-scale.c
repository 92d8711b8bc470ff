/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid out in pixels, for text that is larger than usual. */
#include "remit-scale.h"

/* Pixels: 11 points at 96 dots an inch. */
#define USUAL (11.0 * 96 / 72)

double
remit_scale_get (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size / USUAL;
}

int
remit_scale (GtkWidget *widget,
             int pixels)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), pixels);

  return (int) (pixels * MAX (remit_scale_get (widget), 1) + 0.5);
}
