/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what charts consist of: texts, boxes, patterns, lines. */
#include "remit-painter.h"

#include <math.h>

/* From one stripe of a pattern to the next. */
#define STRIPE 4.0

void
remit_painter_init (RemitPainter *self,
                    GtkWidget *widget,
                    GtkSnapshot *snapshot,
                    int width,
                    int height)
{
  *self = (RemitPainter){ .widget = widget, .snapshot = snapshot, .width = width,
                          .height = height };
  remit_palette_get (widget, &self->palette);
  self->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  /* all texts begin where the window begins, whatever their own direction is */
  pango_layout_set_auto_dir (self->layout, FALSE);
}

void
remit_painter_clear (RemitPainter *self)
{
  g_clear_object (&self->layout);
}

graphene_rect_t
remit_painter_place (const RemitPainter *self,
                     int from,
                     int y,
                     int width,
                     int height)
{
  int x = self->rtl ? self->width - from - width : from;

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

/* ── Text ─────────────────────────────────────────────────────────────────────────────────── */

/* Left is where text begins; Pango counts it so only for the direction that it finds in a text. */
static PangoAlignment
get_alignment (const RemitPainter *self,
               PangoAlignment alignment)
{
  if (!self->rtl || alignment == PANGO_ALIGN_CENTER)
    return alignment;
  return alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

RemitPainterText
remit_painter_usual_text (const RemitPainter *self)
{
  return (RemitPainterText){ .colour = self->palette.text, .scale = 1,
                             .alignment = PANGO_ALIGN_LEFT, .n_lines = 1 };
}

static void
set_text (RemitPainter *self,
          const char *text,
          double scale,
          gboolean is_strong)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
}

void
remit_painter_draw_text (RemitPainter *self,
                         const char *text,
                         const graphene_rect_t *place,
                         const RemitPainterText *style)
{
  int height;

  if (*text == '\0' || place->size.width <= 0)
    return;
  set_text (self, text, style->scale, style->is_strong);
  pango_layout_set_width (self->layout, (int) place->size.width * PANGO_SCALE);
  pango_layout_set_height (self->layout, -style->n_lines);
  pango_layout_set_alignment (self->layout, get_alignment (self, style->alignment));
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (place->origin.x,
                                                place->origin.y
                                                  + (place->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (self->snapshot, self->layout, &style->colour);
  gtk_snapshot_restore (self->snapshot);
}

int
remit_painter_measure (RemitPainter *self,
                       const char *text,
                       double scale)
{
  int width;

  set_text (self, text, scale, FALSE);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* ── Shapes ───────────────────────────────────────────────────────────────────────────────── */

void
remit_painter_fill (RemitPainter *self,
                    const graphene_rect_t *place,
                    const GdkRGBA *colour,
                    float radius)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, place, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &shape);
  gtk_snapshot_append_color (self->snapshot, colour, place);
  gtk_snapshot_pop (self->snapshot);
}

void
remit_painter_outline (RemitPainter *self,
                       const graphene_rect_t *place,
                       const GdkRGBA *colour,
                       float radius,
                       float width)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, place, radius);
  gtk_snapshot_append_border (self->snapshot, &outline,
                              (const float[]){ width, width, width, width },
                              (const GdkRGBA[]){ *colour, *colour, *colour, *colour });
}

/* A gradient with edges: what cairo would record for each place leaks when it is drawn in SVG. */
void
remit_painter_hatch (RemitPainter *self,
                     const graphene_rect_t *place,
                     const GdkRGBA *colour,
                     double gap,
                     double width)
{
  float share = (float) CLAMP (width * M_SQRT2 / gap, 0, 1);
  GdkRGBA none = *colour;

  none.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (
    self->snapshot, place, &place->origin,
    &GRAPHENE_POINT_INIT (place->origin.x + (float) gap / 2, place->origin.y + (float) gap / 2),
    (const GskColorStop[]){ { 0, *colour }, { share, *colour }, { share, none }, { 1, none } }, 4);
}

void
remit_painter_draw_pattern (RemitPainter *self,
                            const graphene_rect_t *place,
                            const GdkRGBA *colour,
                            double share)
{
  if (place->size.width <= 0 || place->size.height <= 0)
    return;
  if (share >= 1)
    {
      gtk_snapshot_append_color (self->snapshot, colour, place);
      return;
    }
  if (share > 0)
    remit_painter_hatch (self, place, colour, STRIPE * M_SQRT2, STRIPE * share);
  remit_painter_outline (self, place, colour, 0, 1);
}

/* A square that stands on its corner, of which a quarter is in the place. */
void
remit_painter_draw_corner (RemitPainter *self,
                           const graphene_rect_t *place,
                           const GdkRGBA *colour,
                           int size)
{
  float side = (float) (size * M_SQRT2);
  float edge = self->rtl ? place->origin.x : place->origin.x + place->size.width;

  gtk_snapshot_push_clip (self->snapshot, place);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (edge, place->origin.y));
  gtk_snapshot_rotate (self->snapshot, 45);
  gtk_snapshot_append_color (self->snapshot, colour,
                             &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_restore (self->snapshot);
  gtk_snapshot_pop (self->snapshot);
}
