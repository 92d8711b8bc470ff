/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget that draws a chart can do: be a picture, and a table. */
#include "remit-chart.h"

#include "widgets/drawing/remit-scale.h"

/* Pixels, for the usual text. */
#define MARGIN 16
#define TITLE 32
#define TITLE_SCALE 1.3

G_DEFINE_INTERFACE (RemitChart, remit_chart, GTK_TYPE_WIDGET)

static void
remit_chart_default_init (RemitChartInterface *iface G_GNUC_UNUSED)
{
}

GPtrArray *
remit_chart_dup_rows (RemitChart *self)
{
  g_return_val_if_fail (REMIT_IS_CHART (self), NULL);

  return REMIT_CHART_GET_IFACE (self)->dup_rows (self);
}

static void
draw_ground (GtkSnapshot *snapshot,
             GtkWidget *widget,
             const char *title,
             int width,
             int height)
{
  RemitPainter painter;
  RemitPainterText style;
  graphene_rect_t place;

  remit_painter_init (&painter, widget, snapshot, width, height);
  remit_palette_get_paper (&painter.palette);
  gtk_snapshot_append_color (snapshot, &painter.palette.ground,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  style = remit_painter_usual_text (&painter);
  style.scale = TITLE_SCALE;
  style.is_strong = TRUE;
  place = remit_painter_place (&painter, MARGIN, MARGIN, width - 2 * MARGIN,
                               remit_scale (widget, TITLE));
  remit_painter_draw_text (&painter, title, &place, &style);
  remit_painter_clear (&painter);
}

GskRenderNode *
remit_chart_draw (RemitChart *self,
                  const char *title,
                  int *width,
                  int *height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int top = MARGIN + remit_scale (widget, TITLE);
  RemitPainter painter;
  int own_width, own_height;

  g_return_val_if_fail (REMIT_IS_CHART (self), NULL);

  REMIT_CHART_GET_IFACE (self)->measure (self, &own_width, &own_height);
  *width = own_width + 2 * MARGIN;
  *height = top + own_height + MARGIN;
  draw_ground (snapshot, widget, title, *width, *height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, (float) top));
  remit_painter_init (&painter, widget, snapshot, own_width, own_height);
  remit_palette_get_paper (&painter.palette);
  REMIT_CHART_GET_IFACE (self)->draw (self, &painter);
  remit_painter_clear (&painter);
  return gtk_snapshot_free_to_node (snapshot);
}

/* ── Tables ───────────────────────────────────────────────────────────────────────────────── */

GPtrArray *
remit_chart_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
remit_chart_rows_add (GPtrArray *rows,
                      const char *first)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (rows, row);
  if (first != NULL)
    g_ptr_array_add (row, g_strdup (first));
  return row;
}
