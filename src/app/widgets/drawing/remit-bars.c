/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of bars: a row each, with its name, its parts in a bar, and the sum. */
#include "remit-bars.h"

#include <math.h>

#define MIN_WIDTH 10
#define HEIGHT 10
/* From one stripe to the next, in pixels. */
#define STRIPE 4.0

/* ── One bar ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint parts[REMIT_BARS_MAX_PARTS];
  guint n_parts;
  guint whole; /* what the longest bar stands for */
} Bar;

/* Parts are told apart without their colour: the first is an outline, the last is filled, and those
 * between have stripes, the wider the later. */
static void
fill_part (cairo_t *cr,
           double x,
           double length,
           double height,
           double share)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, length, height);
  cairo_clip (cr);
  if (share >= 1)
    {
      cairo_paint (cr);
      cairo_restore (cr);
      return;
    }
  cairo_set_line_width (cr, STRIPE * share);
  for (double at = x - height; at < x + length + height && share > 0;
       at += STRIPE * M_SQRT2)
    {
      cairo_move_to (cr, at, height);
      cairo_line_to (cr, at + height, 0);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, 0.5, MAX (length - 1, 0), height - 1);
  cairo_stroke (cr);
}

static void
draw_bar (GtkDrawingArea *area,
          cairo_t *cr,
          int width,
          int height,
          gpointer data)
{
  const Bar *bar = data;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double x = 0;
  GdkRGBA colour;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  G_GNUC_END_IGNORE_DEPRECATIONS
  gdk_cairo_set_source_rgba (cr, &colour);
  for (guint i = 0; i < bar->n_parts; i++)
    {
      double length = (double) width * bar->parts[i] / MAX (bar->whole, 1);
      double share = bar->n_parts > 1 ? (double) i / (bar->n_parts - 1) : 1;

      if (length > 0)
        fill_part (cr, rtl ? width - x - length : x, length, height, share);
      x += length;
    }
}

static GtkWidget *
create_bar (const guint *parts,
            guint n_parts,
            guint whole)
{
  Bar bar = { .n_parts = n_parts, .whole = whole };
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "remit-bar", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "content-width", MIN_WIDTH,
                                  "content-height", HEIGHT, "valign", GTK_ALIGN_CENTER, "hexpand",
                                  TRUE, NULL);

  for (guint i = 0; i < n_parts; i++)
    bar.parts[i] = parts[i];
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_bar,
                                  g_memdup2 (&bar, sizeof bar), g_free);
  return area;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static guint
add_up (const RemitBarsRow *row,
        guint n_parts)
{
  guint sum = 0;

  for (guint i = 0; i < n_parts; i++)
    sum += row->parts[i];
  return sum;
}

static GtkWidget *
create_label (const char *text,
              float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* What the parts say: "a day: 2, longer: 1" */
static void
say_parts (GtkWidget *bar,
           GtkWidget *sum,
           const RemitBarsRow *row,
           guint n_parts,
           const char *const *names)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (row->parts[i] > 0)
      {
        if (words->len > 0)
          g_string_append (words, ", ");
        g_string_append_printf (words, "%s: %'u", names[i], row->parts[i]);
      }
  gtk_widget_set_tooltip_text (bar, words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sum), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
}

static void
add_row (GtkGrid *grid,
         const RemitBarsRow *row,
         guint n_parts,
         const char *const *names,
         guint whole,
         int place)
{
  g_autofree char *number = g_strdup_printf ("%'u", add_up (row, n_parts));
  GtkWidget *bar = create_bar (row->parts, n_parts, whole);
  GtkWidget *sum = create_label (number, 1);

  gtk_widget_add_css_class (sum, "numeric");
  if (names != NULL)
    say_parts (bar, sum, row, n_parts, names);
  gtk_grid_attach (grid, create_label (row->name, 0), 0, place, 1, 1);
  gtk_grid_attach (grid, bar, 1, place, 1, 1);
  gtk_grid_attach (grid, sum, 2, place, 1, 1);
}

/* A square filled as each part is, and what it is. */
static void
add_legend (GtkGrid *grid,
            guint n_parts,
            const char *const *names,
            int place)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < n_parts; i++)
    {
      guint parts[REMIT_BARS_MAX_PARTS] = { 0 };
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *square;
      GtkWidget *name = create_label (names[i], 0);

      parts[i] = 1;
      square = create_bar (parts, n_parts, 1);
      gtk_widget_set_hexpand (square, FALSE);
      gtk_widget_add_css_class (square, "remit-key");
      gtk_widget_add_css_class (name, "dim-label");
      gtk_box_append (GTK_BOX (box), square);
      gtk_box_append (GTK_BOX (box), name);
      gtk_box_append (GTK_BOX (legend), box);
    }
  gtk_grid_attach (grid, legend, 0, place, 3, 1);
}

GtkWidget *
remit_bars_new (const RemitBarsRow *rows,
                guint n_rows,
                guint n_parts,
                const char *const *names)
{
  GtkWidget *grid = gtk_grid_new ();
  guint whole = 0;

  g_return_val_if_fail (n_parts <= REMIT_BARS_MAX_PARTS, NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < n_rows; i++)
    whole = MAX (whole, add_up (&rows[i], n_parts));
  for (guint i = 0; i < n_rows; i++)
    add_row (GTK_GRID (grid), &rows[i], n_parts, names, whole, (int) i);
  if (names != NULL)
    add_legend (GTK_GRID (grid), n_parts, names, (int) n_rows);
  return grid;
}
