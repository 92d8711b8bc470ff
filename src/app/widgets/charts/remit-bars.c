/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of bars: a row each, with its name, its parts in a bar, and the sum. */
#include "remit-bars.h"

#include <glib/gi18n.h>

#include "remit-legend.h"
#include "widgets/drawing/remit-scale.h"

/* Pixels, for the usual text. */
#define ROW 24
#define BAR 10
#define GAP 10
#define WIDTH 320
#define MARGIN 4
/* As much of the width as names may take. */
#define NAMES 0.45

/* @rows: (element-type RemitBarsRow): with names of their own
 * @names: (nullable): of the parts */
struct _RemitBars
{
  RemitPlot parent_instance;

  GArray *rows;
  guint n_parts;
  GStrv names;
};

G_DEFINE_FINAL_TYPE (RemitBars, remit_bars, REMIT_TYPE_PLOT)

static const RemitBarsRow *
get_row (RemitBars *self,
         guint row)
{
  return &g_array_index (self->rows, RemitBarsRow, row);
}

static guint
add_up (RemitBars *self,
        guint row)
{
  guint sum = 0;

  for (guint i = 0; i < self->n_parts; i++)
    sum += get_row (self, row)->parts[i];
  return sum;
}

static char *
dup_number (RemitBars *self,
            guint row)
{
  return g_strdup_printf ("%'u", add_up (self, row));
}

/* The first part is an outline, the last is filled. */
static double
get_share (RemitBars *self,
           guint part)
{
  return self->n_parts > 1 ? (double) part / (self->n_parts - 1) : 1;
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static guint
remit_bars_get_n_items (RemitPlot *plot)
{
  return REMIT_BARS (plot)->rows->len;
}

/* "Proposed: 3 (late: 1, later: 2)" */
static char *
remit_bars_dup_words (RemitPlot *plot,
                      guint item)
{
  RemitBars *self = REMIT_BARS (plot);
  const RemitBarsRow *row = get_row (self, item);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; self->names != NULL && i < self->n_parts; i++)
    if (row->parts[i] > 0)
      g_string_append_printf (parts, "%s%s: %'u", parts->len > 0 ? ", " : "", self->names[i],
                              row->parts[i]);
  if (parts->len == 0)
    return g_strdup_printf ("%s: %'u", row->name, add_up (self, item));
  return g_strdup_printf ("%s: %'u (%s)", row->name, add_up (self, item), parts->str);
}

static GPtrArray *
remit_bars_dup_rows (RemitPlot *plot)
{
  RemitBars *self = REMIT_BARS (plot);
  GPtrArray *rows = remit_chart_rows_new ();
  GPtrArray *head = remit_chart_rows_add (rows, "");
  guint n_parts = self->names != NULL ? self->n_parts : 0;

  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (head, g_strdup (self->names[i]));
  /* Translators: the head of a column */
  g_ptr_array_add (head, g_strdup (_ ("Total")));
  for (guint row = 0; row < self->rows->len; row++)
    {
      GPtrArray *texts = remit_chart_rows_add (rows, get_row (self, row)->name);

      for (guint i = 0; i < n_parts; i++)
        g_ptr_array_add (texts, g_strdup_printf ("%u", get_row (self, row)->parts[i]));
      g_ptr_array_add (texts, g_strdup_printf ("%u", add_up (self, row)));
    }
  return rows;
}

/* ── Drawing ──────────────────────────────────────────────────────────────────────────────── */

static void
remit_bars_get_size (RemitPlot *plot,
                     int *width,
                     int *height)
{
  RemitBars *self = REMIT_BARS (plot);
  GtkWidget *widget = GTK_WIDGET (self);

  *width = remit_scale (widget, WIDTH);
  *height = (int) self->rows->len * remit_scale (widget, ROW)
            + (self->names != NULL ? remit_legend_get_height (widget, self->n_parts) : 0);
}

/* How wide names, and numbers, are at most. */
static void
measure_texts (RemitBars *self,
               RemitPainter *painter,
               int *names,
               int *numbers,
               guint *highest)
{
  *names = *numbers = 0;
  *highest = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *number = dup_number (self, i);

      *names = MAX (*names, remit_painter_measure (painter, get_row (self, i)->name, 1));
      *numbers = MAX (*numbers, remit_painter_measure (painter, number, 1));
      *highest = MAX (*highest, add_up (self, i));
    }
  *names = MIN (*names, (int) (painter->width * NAMES));
}

static void
draw_bar (RemitBars *self,
          RemitPainter *painter,
          guint row,
          int from,
          int y,
          double per_unit)
{
  int bar = remit_scale (GTK_WIDGET (self), BAR);
  double x = from;

  for (guint i = 0; i < self->n_parts; i++)
    {
      double length = get_row (self, row)->parts[i] * per_unit;
      graphene_rect_t place = remit_painter_place (painter, (int) x, y,
                                                   (int) (x + length) - (int) x, bar);

      remit_painter_draw_pattern (painter, &place, &painter->palette.tones[REMIT_TONE_NORMAL],
                                  get_share (self, i));
      x += length;
    }
}

static void
draw_row (RemitBars *self,
          RemitPainter *painter,
          guint row,
          int names,
          int numbers,
          guint highest)
{
  RemitPainterText style = remit_painter_usual_text (painter);
  int height = remit_scale (GTK_WIDGET (self), ROW);
  int y = (int) row * height;
  int room = MAX (painter->width - names - numbers - 2 * GAP - 2 * MARGIN, 0);
  g_autofree char *number = dup_number (self, row);
  graphene_rect_t name_at = remit_painter_place (painter, MARGIN, y, names, height);
  graphene_rect_t number_at = remit_painter_place (painter, painter->width - numbers - MARGIN, y,
                                                   numbers, height);

  remit_painter_draw_text (painter, get_row (self, row)->name, &name_at, &style);
  draw_bar (self, painter, row, MARGIN + names + GAP,
            y + (height - remit_scale (GTK_WIDGET (self), BAR)) / 2, (double) room / highest);
  style.alignment = PANGO_ALIGN_RIGHT;
  remit_painter_draw_text (painter, number, &number_at, &style);
}

static void
remit_bars_draw (RemitPlot *plot,
                 RemitPainter *painter)
{
  RemitBars *self = REMIT_BARS (plot);
  RemitLegendPart legend[REMIT_BARS_MAX_PARTS];
  int names, numbers;
  guint highest;

  measure_texts (self, painter, &names, &numbers, &highest);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, painter, i, names, numbers, highest);
  for (guint i = 0; self->names != NULL && i < self->n_parts; i++)
    legend[i] = (RemitLegendPart){ self->names[i], get_share (self, i) };
  if (self->names != NULL)
    remit_legend_draw (painter, legend, self->n_parts,
                       (int) self->rows->len * remit_scale (GTK_WIDGET (self), ROW));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
clear_row (gpointer row)
{
  g_free ((char *) ((RemitBarsRow *) row)->name);
}

static void
remit_bars_finalize (GObject *object)
{
  g_array_unref (REMIT_BARS (object)->rows);
  g_strfreev (REMIT_BARS (object)->names);

  G_OBJECT_CLASS (remit_bars_parent_class)->finalize (object);
}

static void
remit_bars_class_init (RemitBarsClass *klass)
{
  RemitPlotClass *plot_class = REMIT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_bars_finalize;
  plot_class->row_height = ROW;
  plot_class->get_n_items = remit_bars_get_n_items;
  plot_class->dup_words = remit_bars_dup_words;
  plot_class->get_size = remit_bars_get_size;
  plot_class->draw = remit_bars_draw;
  plot_class->dup_rows = remit_bars_dup_rows;
}

static void
remit_bars_init (RemitBars *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (RemitBarsRow));
  g_array_set_clear_func (self->rows, clear_row);
}

GtkWidget *
remit_bars_new (const RemitBarsRow *rows,
                guint n_rows,
                guint n_parts,
                const char *const *names)
{
  RemitBars *self = g_object_new (REMIT_TYPE_BARS, NULL);

  remit_bars_set (self, rows, n_rows, n_parts, names);
  return GTK_WIDGET (self);
}

void
remit_bars_set (RemitBars *self,
                const RemitBarsRow *rows,
                guint n_rows,
                guint n_parts,
                const char *const *names)
{
  g_return_if_fail (REMIT_IS_BARS (self));
  g_return_if_fail (n_parts <= REMIT_BARS_MAX_PARTS);

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      RemitBarsRow row = rows[i];

      row.name = g_strdup (row.name);
      g_array_append_val (self->rows, row);
    }
  self->n_parts = n_parts;
  g_clear_pointer (&self->names, g_strfreev);
  if (names != NULL)
    self->names = g_new0 (char *, n_parts + 1);
  for (guint i = 0; names != NULL && i < n_parts; i++)
    self->names[i] = g_strdup (names[i]);
  remit_plot_refresh (REMIT_PLOT (self));
}
