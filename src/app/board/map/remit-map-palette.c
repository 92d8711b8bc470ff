/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of blocks that stand for teams, on the map and in the strip. */
#include "remit-map-palette.h"

#include "widgets/drawing/remit-colour.h"

void
remit_map_palette_init (RemitMapPalette *self,
                        GtkWidget *widget)
{
  remit_colour_get_text (widget, &self->text);
  remit_colour_get (widget, "card_bg_color", &self->text, &self->card);
  remit_colour_get (widget, "window_bg_color", &self->text, &self->ground);
  remit_colour_get (widget, "accent_color", &self->text, &self->accent);
  remit_colour_get (widget, "success_color", &self->text, &self->success);
  remit_colour_get (widget, "warning_color", &self->text, &self->warning);
  remit_colour_get (widget, "error_color", &self->text, &self->error);
  self->line = self->text;
  self->line.alpha *= 0.55f;
}

const GdkRGBA *
remit_map_palette_get_tone (const RemitMapPalette *self,
                            RemitMapTone tone)
{
  switch (tone)
    {
    case REMIT_MAP_TONE_FULL:
      return &self->success;
    case REMIT_MAP_TONE_WARNING:
      return &self->warning;
    case REMIT_MAP_TONE_ERROR:
      return &self->error;
    case REMIT_MAP_TONE_NONE:
    case REMIT_MAP_TONE_PART:
    case REMIT_MAP_TONE_INFORMATION:
    default:
      return &self->accent;
    }
}
