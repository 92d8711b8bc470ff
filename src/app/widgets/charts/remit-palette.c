/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours that charts are drawn in. */
#include "remit-palette.h"

#include "widgets/drawing/remit-colour.h"

void
remit_palette_get (GtkWidget *widget,
                   RemitPalette *palette)
{
  static const char *const names[REMIT_N_TONES] = {
    [REMIT_TONE_NORMAL] = "accent_color",
    [REMIT_TONE_GOOD] = "success_color",
    [REMIT_TONE_WARNING] = "warning_color",
    [REMIT_TONE_ERROR] = "error_color",
  };

  remit_colour_get_text (widget, &palette->text);
  remit_colour_get (widget, "window_bg_color", &palette->text, &palette->ground);
  for (guint i = 0; i < REMIT_N_TONES; i++)
    remit_colour_get (widget, names[i], &palette->text, &palette->tones[i]);
}

void
remit_palette_get_paper (RemitPalette *palette)
{
  static const char *const tones[REMIT_N_TONES] = {
    [REMIT_TONE_NORMAL] = "#1a5fb4",
    [REMIT_TONE_GOOD] = "#1b7a4a",
    [REMIT_TONE_WARNING] = "#8f5902",
    [REMIT_TONE_ERROR] = "#a51d2d",
  };

  gdk_rgba_parse (&palette->text, "#1e1e1e");
  gdk_rgba_parse (&palette->ground, "#ffffff");
  for (guint i = 0; i < REMIT_N_TONES; i++)
    gdk_rgba_parse (&palette->tones[i], tones[i]);
}
