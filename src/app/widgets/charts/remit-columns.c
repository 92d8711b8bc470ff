/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart over time: a column for each period, of parts, and a line of what it is compared with. */
#include "remit-columns.h"

#include "remit-axis.h"
#include "remit-legend.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels, for the usual text. */
#define WIDTH 420
#define BODY 150
#define HEADS 20
#define TOP 12
#define AXIS 40
#define HEAD_GAP 8
#define LINE 2
#define MAX_STEPS 5
#define SMALL 0.85

struct _RemitColumns
{
  RemitPlot parent_instance;

  RemitColumnsSource source;
};

G_DEFINE_FINAL_TYPE (RemitColumns, remit_columns, REMIT_TYPE_PLOT)

static double
get_value (RemitColumns *self,
           guint column,
           guint part)
{
  return self->source.get_value (self->source.data, column, part);
}

static const char *
get_head (RemitColumns *self,
          guint column)
{
  return self->source.get_head (self->source.data, column);
}

/* ── A column ─────────────────────────────────────────────────────────────────────────────── */

double
remit_columns_source_find_highest (const RemitColumnsSource *source)
{
  double highest = 0;

  for (guint column = 0; column < source->n_columns; column++)
    {
      double sum = 0;

      for (guint part = 0; part < source->n_parts; part++)
        sum += source->get_value (source->data, column, part);
      highest = MAX (highest, MAX (sum, source->get_value (source->data, column,
                                                           source->n_parts)));
    }
  return highest;
}

/* The first part is filled, the last is an outline. */
static double
get_share (const RemitColumnsSource *source,
           guint part)
{
  return source->n_parts > 1 ? 1 - (double) part / (source->n_parts - 1) : 1;
}

/* Returns: where a value is, in a place that stands for @top */
static int
find_height (const GdkRectangle *place,
             double value,
             double top)
{
  return place->y + place->height - (int) (place->height * value / top + 0.5);
}

void
remit_columns_source_draw (const RemitColumnsSource *source,
                           RemitPainter *painter,
                           guint column,
                           const GdkRectangle *place,
                           double top)
{
  int gap = MIN (2, place->width / 4);
  double sum = 0;
  graphene_rect_t line;

  for (guint part = 0; part < source->n_parts; part++)
    {
      int bottom = find_height (place, sum, top);
      graphene_rect_t bar;

      sum += source->get_value (source->data, column, part);
      bar = remit_painter_place (painter, place->x + gap, find_height (place, sum, top),
                                 MAX (place->width - 2 * gap, 1),
                                 bottom - find_height (place, sum, top));
      remit_painter_draw_pattern (painter, &bar, &painter->palette.tones[REMIT_TONE_NORMAL],
                                  get_share (source, part));
    }
  line = remit_painter_place (painter, place->x,
                              find_height (place,
                                           source->get_value (source->data, column,
                                                              source->n_parts), top) - LINE / 2,
                              place->width, LINE);
  gtk_snapshot_append_color (painter->snapshot, &painter->palette.text, &line);
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static guint
remit_columns_get_n_items (RemitPlot *plot)
{
  return REMIT_COLUMNS (plot)->source.n_columns;
}

static char *
remit_columns_dup_words (RemitPlot *plot,
                         guint item)
{
  RemitColumns *self = REMIT_COLUMNS (plot);
  g_autofree char *words = self->source.dup_words (self->source.data, item);

  return g_strdup_printf ("%s: %s", get_head (self, item), words);
}

static GPtrArray *
remit_columns_dup_rows (RemitPlot *plot)
{
  RemitColumns *self = REMIT_COLUMNS (plot);
  const RemitColumnsSource *source = &self->source;
  GPtrArray *rows = remit_chart_rows_new ();
  GPtrArray *head = remit_chart_rows_add (rows, source->unit);

  for (guint i = 0; i < source->n_parts; i++)
    g_ptr_array_add (head, g_strdup (source->parts[i]));
  g_ptr_array_add (head, g_strdup (source->line));
  for (guint column = 0; column < source->n_columns; column++)
    {
      GPtrArray *texts = remit_chart_rows_add (rows, get_head (self, column));

      for (guint i = 0; i <= source->n_parts; i++)
        g_ptr_array_add (texts, g_strdup_printf ("%.1f", get_value (self, column, i)));
    }
  return rows;
}

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

/* Where columns are: from where text begins, and how wide each is. */
typedef struct {
  RemitAxis axis;
  int from;
  int top;
  int bottom;
  double each;
} Room;

static Room
find_room (RemitColumns *self,
           int width,
           int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double highest = remit_columns_source_find_highest (&self->source);
  Room room = { .axis = remit_axis_find (highest, MAX_STEPS), .from = remit_scale (widget, AXIS),
                .top = remit_scale (widget, TOP) };

  room.bottom = height - remit_legend_get_height (widget, self->source.n_parts + 1)
                - remit_scale (widget, HEADS);
  room.each = MAX (width - room.from, 1) / (double) MAX (self->source.n_columns, 1);
  return room;
}

/* Returns: where a value is, counted from the top */
static int
find_y (const Room *room,
        double value)
{
  return room->bottom - (int) ((room->bottom - room->top) * value / room->axis.top + 0.5);
}

static GdkRectangle
remit_columns_get_place (RemitPlot *plot,
                         guint item,
                         int width,
                         int height)
{
  Room room = find_room (REMIT_COLUMNS (plot), width, height);
  int from = room.from + (int) (item * room.each);

  return (GdkRectangle){ from, 0, room.from + (int) ((item + 1) * room.each) - from,
                         room.bottom };
}

static void
remit_columns_get_size (RemitPlot *plot,
                        int *width,
                        int *height)
{
  GtkWidget *widget = GTK_WIDGET (plot);

  *width = remit_scale (widget, WIDTH);
  *height = remit_scale (widget, TOP + BODY + HEADS)
            + remit_legend_get_height (widget, REMIT_COLUMNS (plot)->source.n_parts + 1);
}

/* ── Drawing ──────────────────────────────────────────────────────────────────────────────── */

static void
draw_axis (RemitColumns *self,
           RemitPainter *painter,
           const Room *room)
{
  RemitPainterText style = remit_painter_usual_text (painter);
  GdkRGBA colour = painter->palette.text;
  int line = remit_scale (GTK_WIDGET (self), HEADS);

  style.scale = SMALL;
  style.alignment = PANGO_ALIGN_RIGHT;
  colour.alpha *= 0.18f;
  for (guint i = 0; i <= room->axis.n_steps; i++)
    {
      int y = find_y (room, i * room->axis.step);
      g_autofree char *figure = g_strdup_printf ("%.*f", room->axis.n_digits, i * room->axis.step);
      graphene_rect_t rule = remit_painter_place (painter, room->from, y,
                                                  painter->width - room->from, 1);
      graphene_rect_t text = remit_painter_place (painter, 0, y - line / 2, room->from - 6, line);

      gtk_snapshot_append_color (painter->snapshot, &colour, &rule);
      remit_painter_draw_text (painter, figure, &text, &style);
    }
}

/* As many names of periods as there is room for. */
static void
draw_heads (RemitColumns *self,
            RemitPainter *painter,
            const Room *room)
{
  RemitPainterText style = remit_painter_usual_text (painter);
  int needed = 0;
  guint n = self->source.n_columns;
  guint every;

  style.scale = SMALL;
  for (guint i = 0; i < n; i++)
    needed = MAX (needed, remit_painter_measure (painter, get_head (self, i), SMALL));
  needed += HEAD_GAP;
  every = remit_axis_find_every (n, room->each, needed);
  for (guint i = 0; i < n; i += every)
    {
      int from = room->from + (int) (i * room->each);
      graphene_rect_t place = remit_painter_place (painter, from, room->bottom,
                                                   MIN (needed, painter->width - from),
                                                   remit_scale (GTK_WIDGET (self), HEADS));

      if (from + needed - HEAD_GAP <= painter->width)
        remit_painter_draw_text (painter, get_head (self, i), &place, &style);
    }
}

static void
draw_legend (RemitColumns *self,
             RemitPainter *painter,
             const Room *room)
{
  const RemitColumnsSource *source = &self->source;
  RemitLegendPart parts[REMIT_COLUMNS_MAX_PARTS + 1];

  for (guint i = 0; i < source->n_parts; i++)
    parts[i] = (RemitLegendPart){ source->parts[i], get_share (source, i) };
  parts[source->n_parts] = (RemitLegendPart){ source->line, -1 };
  remit_legend_draw (painter, parts, source->n_parts + 1,
                     room->bottom + remit_scale (GTK_WIDGET (self), HEADS));
}

static void
remit_columns_draw (RemitPlot *plot,
                    RemitPainter *painter)
{
  RemitColumns *self = REMIT_COLUMNS (plot);
  Room room = find_room (self, painter->width, painter->height);

  draw_axis (self, painter, &room);
  for (guint i = 0; i < self->source.n_columns; i++)
    {
      int from = room.from + (int) (i * room.each);
      GdkRectangle place = { from, room.top, room.from + (int) ((i + 1) * room.each) - from,
                             room.bottom - room.top };

      remit_columns_source_draw (&self->source, painter, i, &place, room.axis.top);
    }
  draw_heads (self, painter, &room);
  draw_legend (self, painter, &room);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_columns_class_init (RemitColumnsClass *klass)
{
  RemitPlotClass *plot_class = REMIT_PLOT_CLASS (klass);

  plot_class->is_across = TRUE;
  plot_class->get_n_items = remit_columns_get_n_items;
  plot_class->dup_words = remit_columns_dup_words;
  plot_class->get_place = remit_columns_get_place;
  plot_class->get_size = remit_columns_get_size;
  plot_class->draw = remit_columns_draw;
  plot_class->dup_rows = remit_columns_dup_rows;
}

static void
remit_columns_init (RemitColumns *self G_GNUC_UNUSED)
{
}

void
remit_columns_set_source (RemitColumns *self,
                          const RemitColumnsSource *source)
{
  g_return_if_fail (REMIT_IS_COLUMNS (self));

  self->source = source != NULL ? *source : (RemitColumnsSource){ .n_columns = 0 };
  remit_plot_refresh (REMIT_PLOT (self));
}
