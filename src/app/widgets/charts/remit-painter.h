/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what charts consist of: texts, boxes, patterns, lines. */
#pragma once

#include "remit-palette.h"

/**
 * RemitPainter:
 * @widget: whose font and direction of text are used
 * @palette: the colours; others may be set before anything is drawn
 * @width, @height: of what is drawn
 * @layout: (private)
 * @rtl: (private)
 *
 * Places are counted in pixels from where text begins, so that all is mirrored when it runs from
 * right to left.
 */
typedef struct {
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  RemitPalette palette;
  int width;
  int height;
  PangoLayout *layout;
  gboolean rtl;
} RemitPainter;

/** What text of a chart looks like. @alignment: left is where text begins; @n_lines: at most */
typedef struct {
  GdkRGBA colour;
  double scale;
  gboolean is_strong;
  PangoAlignment alignment;
  int n_lines;
} RemitPainterText;

/** Draws with the colours of the widget. */
void remit_painter_init (RemitPainter *self,
                         GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         int width,
                         int height);
void remit_painter_clear (RemitPainter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitPainter, remit_painter_clear)

/** Returns: where in the widget something is that begins at @from */
graphene_rect_t remit_painter_place (const RemitPainter *self,
                                     int from,
                                     int y,
                                     int width,
                                     int height);

/** Returns: usual text, from where it begins, in one line */
RemitPainterText remit_painter_usual_text (const RemitPainter *self);

/** Within a place, in the middle of its height; what does not fit ends with an ellipsis. */
void remit_painter_draw_text (RemitPainter *self,
                              const char *text,
                              const graphene_rect_t *place,
                              const RemitPainterText *style);

/** Returns: how wide a text is */
int remit_painter_measure (RemitPainter *self,
                           const char *text,
                           double scale);

void remit_painter_fill (RemitPainter *self,
                         const graphene_rect_t *place,
                         const GdkRGBA *colour,
                         float radius);

void remit_painter_outline (RemitPainter *self,
                            const graphene_rect_t *place,
                            const GdkRGBA *colour,
                            float radius,
                            float width);

/**
 * remit_painter_draw_pattern:
 * @share: 0 is an outline, 1 is filled; between them are stripes, the wider the more
 *
 * Patterns tell the parts of a bar apart without colours.
 */
void remit_painter_draw_pattern (RemitPainter *self,
                                 const graphene_rect_t *place,
                                 const GdkRGBA *colour,
                                 double share);

/** Draws lines across, with @gap pixels between them. */
void remit_painter_hatch (RemitPainter *self,
                          const graphene_rect_t *place,
                          const GdkRGBA *colour,
                          double gap,
                          double width);

/** A triangle in the upper corner where text ends. */
void remit_painter_draw_corner (RemitPainter *self,
                                const graphene_rect_t *place,
                                const GdkRGBA *colour,
                                int size);
