/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours that charts are drawn in. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitTone:
 *
 * What colour something in a chart has. A figure, a mark or a pattern says the same without
 * colours.
 */
typedef enum {
  REMIT_TONE_NORMAL,
  REMIT_TONE_GOOD,
  REMIT_TONE_WARNING,
  REMIT_TONE_ERROR,
  REMIT_N_TONES,
} RemitTone;

typedef struct {
  GdkRGBA text;
  GdkRGBA ground;
  GdkRGBA tones[REMIT_N_TONES];
} RemitPalette;

/** The colours of a widget's style. */
void remit_palette_get (GtkWidget *widget,
                        RemitPalette *palette);

/** Those of pictures, which are black on white whatever the style is. */
void remit_palette_get_paper (RemitPalette *palette);
