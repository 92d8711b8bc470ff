/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a chart are, below it. */
#include "remit-legend.h"

#include "widgets/drawing/remit-scale.h"

/* Pixels, for the usual text. */
#define LINE 20
#define TOP 6
#define SQUARE 11
#define GAP 6
#define LINE_WIDTH 2

static int
get_n_beside (guint n_parts)
{
  return n_parts > 1 ? 2 : 1;
}

int
remit_legend_get_height (GtkWidget *widget,
                         guint n_parts)
{
  int beside = get_n_beside (n_parts);

  return n_parts > 0 ? TOP + remit_scale (widget, LINE) * (((int) n_parts + beside - 1) / beside)
                     : 0;
}

static void
draw_part (RemitPainter *painter,
           const RemitLegendPart *part,
           int from,
           int y,
           int width)
{
  const GdkRGBA *colour = &painter->palette.tones[REMIT_TONE_NORMAL];
  int line = remit_scale (painter->widget, LINE);
  int square = remit_scale (painter->widget, SQUARE);
  RemitPainterText style = remit_painter_usual_text (painter);
  graphene_rect_t mark = remit_painter_place (painter, from, y + (line - square) / 2, square,
                                              square);
  graphene_rect_t name = remit_painter_place (painter, from + square + GAP, y,
                                              width - square - 2 * GAP, line);

  if (part->share >= 0)
    remit_painter_draw_pattern (painter, &mark, colour, part->share);
  else
    {
      mark.origin.y += (float) (square - LINE_WIDTH) / 2;
      mark.size.height = LINE_WIDTH;
      gtk_snapshot_append_color (painter->snapshot, &painter->palette.text, &mark);
    }
  style.scale = 0.9;
  remit_painter_draw_text (painter, part->name, &name, &style);
}

void
remit_legend_draw (RemitPainter *painter,
                   const RemitLegendPart *parts,
                   guint n_parts,
                   int y)
{
  int beside = get_n_beside (n_parts);
  int width = painter->width / beside;
  int line = remit_scale (painter->widget, LINE);

  for (int i = 0; i < (int) n_parts; i++)
    draw_part (painter, &parts[i], width * (i % beside), y + TOP + line * (i / beside), width);
}
