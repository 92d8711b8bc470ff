/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of cells, drawn: shades, figures, marks and heads. */
#include "remit-cell-grid-private.h"
#include "widgets/drawing/remit-colour.h"

/* Pixels. */
#define GAP 1
#define PADDING 6
#define RADIUS 4
#define TRIANGLE 8
#define RING 2
#define LINE 2

/* As strongly as a cell is shaded at most: its figure stays readable on it. */
#define STRONGEST 0.45

typedef struct {
  RemitCellGrid *grid;
  GtkSnapshot *snapshot;
  RemitCellMetrics metrics;
  GdkRGBA text;
  GdkRGBA ground;
  GdkRGBA tones[REMIT_CELL_ERROR + 1];
  PangoLayout *layout;
  int width;
  int height;
  gboolean rtl;
} Drawing;

static void
drawing_init (Drawing *self,
              RemitCellGrid *grid,
              GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (grid);

  self->grid = grid;
  self->snapshot = snapshot;
  self->metrics = remit_cell_grid_get_metrics (grid);
  self->width = gtk_widget_get_width (widget);
  self->height = gtk_widget_get_height (widget);
  self->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  /* all texts begin where the window begins, whatever their own direction is */
  pango_layout_set_auto_dir (self->layout, FALSE);
  remit_colour_get_text (widget, &self->text);
  remit_colour_get (widget, "window_bg_color", &self->text, &self->ground);
  remit_colour_get (widget, "accent_color", &self->text, &self->tones[REMIT_CELL_NORMAL]);
  remit_colour_get (widget, "success_color", &self->text, &self->tones[REMIT_CELL_GOOD]);
  remit_colour_get (widget, "warning_color", &self->text, &self->tones[REMIT_CELL_WARNING]);
  remit_colour_get (widget, "error_color", &self->text, &self->tones[REMIT_CELL_ERROR]);
}

/* Where something is that begins so many pixels from where text begins. */
static graphene_rect_t
place (const Drawing *self,
       int from,
       int y,
       int width,
       int height)
{
  int x = self->rtl ? self->width - from - width : from;

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

/* Within a box: in the middle of its height, and from its start, or in its middle. */
static void
draw_text (Drawing *self,
           const char *text,
           const graphene_rect_t *box,
           double scale,
           gboolean is_strong,
           gboolean centred)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int height;

  if (*text == '\0' || box->size.width <= 0)
    return;
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (is_strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, (int) box->size.width * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (box->origin.x,
                                                box->origin.y
                                                  + (box->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (self->snapshot, self->layout, &self->text);
  gtk_snapshot_restore (self->snapshot);
}

/* ── A cell ───────────────────────────────────────────────────────────────────────────────── */

static void
draw_outline (Drawing *self,
              const graphene_rect_t *box,
              const GdkRGBA *colour,
              float width)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, RADIUS);
  gtk_snapshot_append_border (self->snapshot, &outline,
                              (const float[]){ width, width, width, width },
                              (const GdkRGBA[]){ *colour, *colour, *colour, *colour });
}

static void
draw_triangle (Drawing *self,
               const graphene_rect_t *box,
               const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, box);
  double edge = self->rtl ? (double) box->origin.x : (double) (box->origin.x + box->size.width);
  double side = self->rtl ? TRIANGLE : -TRIANGLE;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, edge, (double) box->origin.y);
  cairo_line_to (cr, edge + side, (double) box->origin.y);
  cairo_line_to (cr, edge, (double) box->origin.y + TRIANGLE);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_hatches (Drawing *self,
              const graphene_rect_t *box)
{
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, box);
  double height = (double) box->size.height;
  GdkRGBA colour = self->text;

  colour.alpha *= 0.35f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, (double) box->origin.x, (double) box->origin.y, (double) box->size.width,
                   height);
  cairo_clip (cr);
  for (double x = (double) box->origin.x - height; x < (double) (box->origin.x + box->size.width);
       x += 7)
    {
      cairo_move_to (cr, x, (double) box->origin.y + height);
      cairo_line_to (cr, x + height, (double) box->origin.y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Along the lower edge. */
static void
draw_line (Drawing *self,
           const graphene_rect_t *box,
           const GdkRGBA *colour)
{
  gtk_snapshot_append_color (self->snapshot, colour,
                             &GRAPHENE_RECT_INIT (box->origin.x + RADIUS,
                                                  box->origin.y + box->size.height - LINE,
                                                  box->size.width - 2 * RADIUS, LINE));
}

static void
draw_marks (Drawing *self,
            const graphene_rect_t *box,
            const RemitGridCell *cell)
{
  if (cell->marks & REMIT_CELL_HATCHED)
    draw_hatches (self, box);
  if (cell->marks & REMIT_CELL_ALERT)
    draw_triangle (self, box, &self->tones[cell->tone]);
  if (cell->marks & REMIT_CELL_OUTLINED)
    draw_outline (self, box, &self->tones[cell->tone], 1);
  if (cell->marks & REMIT_CELL_UNDERLINED)
    draw_line (self, box, &self->text);
}

static void
draw_corner (Drawing *self,
             const graphene_rect_t *box,
             const RemitGridCell *cell)
{
  graphene_rect_t corner = *box;

  corner.size.width = box->size.width * 0.32f;
  corner.size.height = box->size.height * 0.5f;
  corner.origin.x = self->rtl ? box->origin.x + 2
                              : box->origin.x + box->size.width - corner.size.width - 2;
  corner.origin.y = box->origin.y + box->size.height - corner.size.height;
  draw_text (self, cell->corner, &corner, 0.7, FALSE, TRUE);
}

static void
draw_cell (Drawing *self,
           guint row,
           guint column,
           const graphene_rect_t *box)
{
  RemitCellGrid *grid = self->grid;
  RemitGridCell cell = { .tone = REMIT_CELL_NORMAL };
  gboolean is_strong = grid->source.is_strong != NULL
                       && grid->source.is_strong (grid->source.data, row);

  grid->source.get_cell (grid->source.data, row, column, &cell);
  if (cell.shade > 0)
    {
      GdkRGBA colour = self->tones[cell.tone];
      GskRoundedRect shape;

      colour.alpha *= (float) (MIN (cell.shade, 1) * STRONGEST);
      gsk_rounded_rect_init_from_rect (&shape, box, RADIUS);
      gtk_snapshot_push_rounded_clip (self->snapshot, &shape);
      gtk_snapshot_append_color (self->snapshot, &colour, box);
      gtk_snapshot_pop (self->snapshot);
    }
  draw_marks (self, box, &cell);
  draw_text (self, cell.text, box, 1, is_strong, TRUE);
  draw_corner (self, box, &cell);
  if (row == grid->row && column == grid->column
      && gtk_widget_has_visible_focus (GTK_WIDGET (grid)))
    draw_outline (self, box, &self->tones[REMIT_CELL_NORMAL], RING);
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

/* Returns: a row's or column's first pixel in the widget */
static int
get_top (const Drawing *self,
         guint row)
{
  return self->metrics.header + (int) row * self->metrics.row_height
         - remit_scroller_get_y (&self->grid->scroller);
}

static int
get_start (const Drawing *self,
           guint column)
{
  return self->metrics.side + (int) column * self->metrics.column_width
         - remit_scroller_get_x (&self->grid->scroller);
}

/* So that the eye stays in a row. */
static void
draw_rule (Drawing *self,
           guint row)
{
  graphene_rect_t line = place (self, 0, get_top (self, row) + self->metrics.row_height - 1,
                                self->width, 1);
  GdkRGBA colour = self->text;

  colour.alpha *= 0.1f;
  gtk_snapshot_append_color (self->snapshot, &colour, &line);
}

static void
draw_cells (Drawing *self)
{
  RemitCellGrid *grid = self->grid;
  const RemitCellMetrics *metrics = &self->metrics;
  int x = remit_scroller_get_x (&grid->scroller);
  int y = remit_scroller_get_y (&grid->scroller);
  guint last_row = get_last (y, self->height - metrics->header, metrics->row_height,
                             grid->source.n_rows);
  guint last_column = get_last (x, self->width - metrics->side, metrics->column_width,
                                grid->source.n_columns);
  graphene_rect_t body = place (self, metrics->side, metrics->header,
                                MAX (self->width - metrics->side, 0),
                                MAX (self->height - metrics->header, 0));

  gtk_snapshot_push_clip (self->snapshot, &body);
  for (guint row = (guint) (y / metrics->row_height); row < last_row; row++)
    draw_rule (self, row);
  for (guint row = (guint) (y / metrics->row_height); row < last_row; row++)
    for (guint column = (guint) (x / metrics->column_width); column < last_column; column++)
      {
        graphene_rect_t box = place (self, get_start (self, column) + GAP,
                                     get_top (self, row) + GAP, metrics->column_width - 2 * GAP,
                                     metrics->row_height - 2 * GAP);

        draw_cell (self, row, column, &box);
      }
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_row_heads (Drawing *self)
{
  RemitCellGrid *grid = self->grid;
  const RemitCellMetrics *metrics = &self->metrics;
  int y = remit_scroller_get_y (&grid->scroller);
  guint last = get_last (y, self->height - metrics->header, metrics->row_height,
                         grid->source.n_rows);
  graphene_rect_t all = place (self, 0, metrics->header, metrics->side,
                               MAX (self->height - metrics->header, 0));

  gtk_snapshot_push_clip (self->snapshot, &all);
  for (guint row = (guint) (y / metrics->row_height); row < last; row++)
    {
      graphene_rect_t box = place (self, PADDING, get_top (self, row),
                                   metrics->side - 2 * PADDING, metrics->row_height);

      draw_text (self, grid->source.get_row (grid->source.data, row), &box, 1,
                 grid->source.is_strong != NULL
                   && grid->source.is_strong (grid->source.data, row),
                 FALSE);
    }
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_column_heads (Drawing *self)
{
  RemitCellGrid *grid = self->grid;
  const RemitCellMetrics *metrics = &self->metrics;
  int x = remit_scroller_get_x (&grid->scroller);
  guint last = get_last (x, self->width - metrics->side, metrics->column_width,
                         grid->source.n_columns);
  graphene_rect_t all = place (self, metrics->side, 0, MAX (self->width - metrics->side, 0),
                               metrics->header);

  gtk_snapshot_push_clip (self->snapshot, &all);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, -grid->n_lines);
  for (guint column = (guint) (x / metrics->column_width); column < last; column++)
    {
      graphene_rect_t box = place (self, get_start (self, column) + GAP, 0,
                                   metrics->column_width - 2 * GAP, metrics->header);

      draw_text (self, grid->source.get_column (grid->source.data, column), &box, 0.9, FALSE, TRUE);
    }
  pango_layout_set_height (self->layout, -1);
  gtk_snapshot_pop (self->snapshot);
}

void
remit_cell_grid_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);
  Drawing drawing;

  if (self->source.n_rows == 0 || self->source.n_columns == 0)
    return;
  drawing_init (&drawing, self, snapshot);
  draw_cells (&drawing);
  draw_row_heads (&drawing);
  draw_column_heads (&drawing);
  g_object_unref (drawing.layout);
}
