/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of blocks that stand for teams, on the map and in the strip. */
#pragma once

#include <gtk/gtk.h>

#include "remit-map-figure.h"

typedef struct {
  GdkRGBA text, card, ground, line, accent, success, warning, error;
} RemitMapPalette;

/** The colours of a widget's style, for one frame. */
void remit_map_palette_init (RemitMapPalette *self,
                             GtkWidget *widget);

/** Returns: (transfer none): the colour of what fills a block */
const GdkRGBA *remit_map_palette_get_tone (const RemitMapPalette *self,
                                           RemitMapTone tone);
