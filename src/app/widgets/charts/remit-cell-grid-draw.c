/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of cells, drawn: shades, figures, marks and heads. */
#include "remit-axis.h"
#include "remit-cell-grid-private.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels. */
#define GAP 1
#define PADDING 6
#define RADIUS 4
#define TRIANGLE 8
#define RING 2
#define LINE 2
#define HATCH 7
#define PIECE 12

/* As strongly as a cell is shaded at most: its figure stays readable on it. */
#define STRONGEST 0.45

/* @x, @y: the first pixels of all cells that are in sight */
typedef struct {
  RemitCellGrid *grid;
  RemitPainter *painter;
  RemitCellMetrics metrics;
  int x;
  int y;
} Drawing;

static gboolean
is_strong (const Drawing *self,
           guint row)
{
  const RemitCellSource *source = &self->grid->source;

  return source->is_strong != NULL && source->is_strong (source->data, row);
}

/* Within a box: from its start, or in its middle. */
static void
draw_text (const Drawing *self,
           const char *text,
           const graphene_rect_t *box,
           double scale,
           gboolean strong,
           gboolean centred)
{
  RemitPainterText style = remit_painter_usual_text (self->painter);

  style.scale = scale;
  style.is_strong = strong;
  style.alignment = centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
  remit_painter_draw_text (self->painter, text, box, &style);
}

/* ── A cell ───────────────────────────────────────────────────────────────────────────────── */

static void
draw_hatches (const Drawing *self,
              const graphene_rect_t *box)
{
  GdkRGBA colour = self->painter->palette.text;

  colour.alpha *= 0.35f;
  remit_painter_hatch (self->painter, box, &colour, HATCH, 1);
}

/* Along the lower edge. */
static void
draw_line (const Drawing *self,
           const graphene_rect_t *box,
           const GdkRGBA *colour)
{
  gtk_snapshot_append_color (self->painter->snapshot, colour,
                             &GRAPHENE_RECT_INIT (box->origin.x + RADIUS,
                                                  box->origin.y + box->size.height - LINE,
                                                  box->size.width - 2 * RADIUS, LINE));
}

static void
draw_marks (const Drawing *self,
            const graphene_rect_t *box,
            const RemitGridCell *cell)
{
  const GdkRGBA *colour = &self->painter->palette.tones[cell->tone];

  if (cell->marks & REMIT_CELL_HATCHED)
    draw_hatches (self, box);
  if (cell->marks & REMIT_CELL_ALERT)
    remit_painter_draw_corner (self->painter, box, colour, TRIANGLE);
  if (cell->marks & REMIT_CELL_OUTLINED)
    remit_painter_outline (self->painter, box, colour, RADIUS, 1);
  if (cell->marks & REMIT_CELL_UNDERLINED)
    draw_line (self, box, &self->painter->palette.text);
}

static void
draw_corner (const Drawing *self,
             const graphene_rect_t *box,
             const RemitGridCell *cell)
{
  graphene_rect_t corner = *box;

  corner.size.width = box->size.width * 0.32f;
  corner.size.height = box->size.height * 0.5f;
  corner.origin.x = self->painter->rtl
                      ? box->origin.x + 2
                      : box->origin.x + box->size.width - corner.size.width - 2;
  corner.origin.y = box->origin.y + box->size.height - corner.size.height;
  draw_text (self, cell->corner, &corner, 0.7, FALSE, TRUE);
}

static void
draw_cell (const Drawing *self,
           guint row,
           guint column,
           const graphene_rect_t *box)
{
  const RemitCellSource *source = &self->grid->source;
  RemitGridCell cell = { .tone = REMIT_TONE_NORMAL };

  source->get_cell (source->data, row, column, &cell);
  if (cell.shade > 0)
    {
      GdkRGBA colour = self->painter->palette.tones[cell.tone];

      colour.alpha *= (float) (MIN (cell.shade, 1) * STRONGEST);
      remit_painter_fill (self->painter, box, &colour, RADIUS);
    }
  draw_marks (self, box, &cell);
  draw_text (self, cell.text, box, 1, is_strong (self, row), TRUE);
  draw_corner (self, box, &cell);
}

/* ── All that is in sight ─────────────────────────────────────────────────────────────────── */

static guint
get_last (int scrolled,
          int page,
          int size,
          guint n)
{
  return MIN (n, (guint) MAX (0, (scrolled + page + size - 1) / size));
}

/* Returns: where a cell is; @row or @column may be one past the last */
static graphene_rect_t
find_box (const Drawing *self,
          guint row,
          guint column)
{
  const RemitCellMetrics *metrics = &self->metrics;
  int from = metrics->side + (int) column * metrics->column_width - self->x;
  int top = metrics->header + (int) row * metrics->row_height - self->y;

  return remit_painter_place (self->painter, from + GAP, top + GAP,
                              metrics->column_width - 2 * GAP, metrics->row_height - 2 * GAP);
}

/* The first and the one after the last that are in sight. */
static void
find_rows (const Drawing *self,
           guint *first,
           guint *last)
{
  *first = (guint) (self->y / self->metrics.row_height);
  *last = get_last (self->y, self->painter->height - self->metrics.header,
                    self->metrics.row_height, self->grid->source.n_rows);
}

static void
find_columns (const Drawing *self,
              guint *first,
              guint *last)
{
  *first = (guint) (self->x / self->metrics.column_width);
  *last = get_last (self->x, self->painter->width - self->metrics.side,
                    self->metrics.column_width, self->grid->source.n_columns);
}

/* Clips to a part of all. */
static void
push_part (const Drawing *self,
           int from,
           int y,
           int width,
           int height)
{
  graphene_rect_t part = remit_painter_place (self->painter, from, y, MAX (width, 0),
                                              MAX (height, 0));

  gtk_snapshot_push_clip (self->painter->snapshot, &part);
}

/* So that the eye stays in a row. */
static void
draw_rule (const Drawing *self,
           guint row)
{
  int top = self->metrics.header + (int) (row + 1) * self->metrics.row_height - self->y - 1;
  graphene_rect_t line = remit_painter_place (self->painter, 0, top, self->painter->width, 1);
  GdkRGBA colour = self->painter->palette.text;

  colour.alpha *= 0.1f;
  gtk_snapshot_append_color (self->painter->snapshot, &colour, &line);
}

static void
draw_cells (const Drawing *self)
{
  const RemitCellMetrics *metrics = &self->metrics;
  guint first_row, last_row, first_column, last_column;

  find_rows (self, &first_row, &last_row);
  find_columns (self, &first_column, &last_column);
  push_part (self, metrics->side, metrics->header, self->painter->width - metrics->side,
             self->painter->height - metrics->header);
  for (guint row = first_row; row < last_row; row++)
    draw_rule (self, row);
  for (guint row = first_row; row < last_row; row++)
    for (guint column = first_column; column < last_column; column++)
      {
        graphene_rect_t box = find_box (self, row, column);

        draw_cell (self, row, column, &box);
      }
  gtk_snapshot_pop (self->painter->snapshot);
}

static void
draw_row_heads (const Drawing *self)
{
  const RemitCellSource *source = &self->grid->source;
  const RemitCellMetrics *metrics = &self->metrics;
  guint first, last;

  find_rows (self, &first, &last);
  push_part (self, 0, metrics->header, metrics->side, self->painter->height - metrics->header);
  for (guint row = first; row < last; row++)
    {
      graphene_rect_t box = remit_painter_place (
        self->painter, PADDING, metrics->header + (int) row * metrics->row_height - self->y,
        metrics->side - 2 * PADDING, metrics->row_height);

      draw_text (self, source->get_row (source->data, row), &box, 1, is_strong (self, row),
                 FALSE);
    }
  gtk_snapshot_pop (self->painter->snapshot);
}

static void
draw_column_heads (const Drawing *self)
{
  const RemitCellSource *source = &self->grid->source;
  const RemitCellMetrics *metrics = &self->metrics;
  RemitPainterText style = remit_painter_usual_text (self->painter);
  guint first, last;

  style.scale = 0.9;
  style.alignment = PANGO_ALIGN_CENTER;
  style.n_lines = self->grid->n_lines;
  find_columns (self, &first, &last);
  push_part (self, metrics->side, 0, self->painter->width - metrics->side, metrics->header);
  for (guint column = first; column < last; column++)
    {
      graphene_rect_t box = find_box (self, 0, column);

      box.origin.y = (float) metrics->bars;
      box.size.height = (float) (metrics->header - metrics->bars);
      remit_painter_draw_text (self->painter, source->get_column (source->data, column), &box,
                               &style);
    }
  gtk_snapshot_pop (self->painter->snapshot);
}

/* A piece of the line, and what it is. */
static void
draw_line_name (const Drawing *self,
                const RemitPainterText *style)
{
  const RemitCellMetrics *metrics = &self->metrics;
  const char *name = self->grid->source.bars->line;
  int third = metrics->bars / 3;
  int width = MIN (remit_painter_measure (self->painter, name, style->scale) + PADDING,
                   metrics->side - 2 * PADDING - PIECE);
  graphene_rect_t text = remit_painter_place (self->painter, metrics->side - PADDING - width,
                                              third, width, third);
  graphene_rect_t piece = remit_painter_place (self->painter,
                                               metrics->side - PADDING - width - PIECE,
                                               third + third / 2, PIECE, LINE);

  gtk_snapshot_append_color (self->painter->snapshot, &self->painter->palette.text, &piece);
  remit_painter_draw_text (self->painter, name, &text, style);
}

/* What they stand for is beside them, where the names of rows are below. */
static void
draw_highest (const Drawing *self,
              double top)
{
  const RemitCellMetrics *metrics = &self->metrics;
  RemitPainterText style = remit_painter_usual_text (self->painter);
  g_autofree char *words = g_strdup_printf ("%g %s", top, self->grid->source.bars->unit);
  graphene_rect_t place = remit_painter_place (self->painter, PADDING, 0,
                                               metrics->side - 2 * PADDING, metrics->bars / 3);
  graphene_rect_t rule = remit_painter_place (self->painter, metrics->side, PADDING,
                                              MAX (self->painter->width - metrics->side, 0), 1);
  GdkRGBA colour = self->painter->palette.text;

  colour.alpha *= 0.18f;
  gtk_snapshot_append_color (self->painter->snapshot, &colour, &rule);
  style.scale = 0.85;
  style.alignment = PANGO_ALIGN_RIGHT;
  remit_painter_draw_text (self->painter, words, &place, &style);
  draw_line_name (self, &style);
}

static void
draw_bars (const Drawing *self)
{
  const RemitCellMetrics *metrics = &self->metrics;
  const RemitColumnsSource *bars = self->grid->source.bars;
  double top = remit_axis_find (remit_columns_source_find_highest (bars), 1).top;
  guint first, last;

  find_columns (self, &first, &last);
  draw_highest (self, top);
  push_part (self, metrics->side, 0, self->painter->width - metrics->side, metrics->bars);
  for (guint column = first; column < last; column++)
    {
      GdkRectangle place = { metrics->side + (int) column * metrics->column_width - self->x,
                             PADDING, metrics->column_width, metrics->bars - PADDING };

      remit_columns_source_draw (bars, self->painter, column, &place, top);
    }
  gtk_snapshot_pop (self->painter->snapshot);
}

static void
draw_all (const Drawing *self)
{
  if (self->metrics.bars > 0)
    draw_bars (self);
  draw_cells (self);
  draw_row_heads (self);
  draw_column_heads (self);
}

static void
draw_cursor (const Drawing *self)
{
  RemitCellGrid *grid = self->grid;
  graphene_rect_t box = find_box (self, grid->row, grid->column);

  push_part (self, self->metrics.side, self->metrics.header,
             self->painter->width - self->metrics.side,
             self->painter->height - self->metrics.header);
  remit_painter_outline (self->painter, &box, &self->painter->palette.tones[REMIT_TONE_NORMAL],
                         RADIUS, RING);
  gtk_snapshot_pop (self->painter->snapshot);
}

void
remit_cell_grid_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);
  RemitPainter painter;
  Drawing drawing = { self, &painter, remit_cell_grid_get_metrics (self),
                      remit_scroller_get_x (&self->scroller),
                      remit_scroller_get_y (&self->scroller) };

  if (self->source.n_rows == 0 || self->source.n_columns == 0)
    return;
  remit_painter_init (&painter, widget, snapshot, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  draw_all (&drawing);
  if (gtk_widget_has_visible_focus (widget))
    draw_cursor (&drawing);
  remit_painter_clear (&painter);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

/* Names have their room there, whatever the width of the widget is. */
static RemitCellMetrics
get_whole_metrics (RemitCellGrid *self)
{
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);

  metrics.side = remit_scale (GTK_WIDGET (self), REMIT_CELL_GRID_SIDE);
  return metrics;
}

static void
remit_cell_grid_measure_chart (RemitChart *chart,
                               int *width,
                               int *height)
{
  RemitCellGrid *self = REMIT_CELL_GRID (chart);
  RemitCellMetrics metrics = get_whole_metrics (self);

  *width = (int) MIN (metrics.side + (gint64) self->source.n_columns * metrics.column_width,
                      REMIT_CHART_MAX_SIDE);
  *height = (int) MIN (metrics.header + (gint64) self->source.n_rows * metrics.row_height,
                       REMIT_CHART_MAX_SIDE);
}

static void
remit_cell_grid_draw_chart (RemitChart *chart,
                            RemitPainter *painter)
{
  RemitCellGrid *self = REMIT_CELL_GRID (chart);
  Drawing drawing = { self, painter, get_whole_metrics (self), 0, 0 };

  draw_all (&drawing);
}

static GPtrArray *
remit_cell_grid_dup_rows (RemitChart *chart)
{
  const RemitCellSource *source = &REMIT_CELL_GRID (chart)->source;
  GPtrArray *rows = remit_chart_rows_new ();
  GPtrArray *head = remit_chart_rows_add (rows, "");

  for (guint column = 0; column < source->n_columns; column++)
    g_ptr_array_add (head, g_strdup (source->get_column (source->data, column)));
  for (guint row = 0; row < source->n_rows; row++)
    {
      GPtrArray *texts = remit_chart_rows_add (rows, source->get_row (source->data, row));

      for (guint column = 0; column < source->n_columns; column++)
        {
          RemitGridCell cell = { .tone = REMIT_TONE_NORMAL };

          source->get_cell (source->data, row, column, &cell);
          g_ptr_array_add (texts, g_strdup (cell.text));
        }
    }
  return rows;
}

void
remit_cell_grid_init_chart (RemitChartInterface *iface)
{
  iface->measure = remit_cell_grid_measure_chart;
  iface->draw = remit_cell_grid_draw_chart;
  iface->dup_rows = remit_cell_grid_dup_rows;
}
