/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of bars: a row each, with its name, its parts in a bar, and the sum. */
#include "remit-bars.h"

#define MIN_WIDTH 10
#define HEIGHT 10

/* ── One bar ──────────────────────────────────────────────────────────────────────────────── */

#define REMIT_TYPE_BAR (remit_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitBar, remit_bar, REMIT, BAR, GtkWidget)

struct _RemitBar
{
  GtkWidget parent_instance;

  guint parts[REMIT_BARS_MAX_PARTS];
  guint n_parts;
  guint whole; /* what the longest bar stands for */
};

G_DEFINE_FINAL_TYPE (RemitBar, remit_bar, GTK_TYPE_WIDGET)

static void
remit_bar_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
remit_bar_snapshot (GtkWidget *widget,
                    GtkSnapshot *snapshot)
{
  RemitBar *self = REMIT_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float x = 0;
  GdkRGBA colour;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  G_GNUC_END_IGNORE_DEPRECATIONS
  for (guint i = 0; i < self->n_parts; i++)
    {
      float length = width * (float) self->parts[i] / (float) MAX (self->whole, 1);
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      GdkRGBA part = colour;

      part.alpha *= (float) (i + 1) / (float) self->n_parts;
      gtk_snapshot_append_color (
        snapshot, &part,
        &GRAPHENE_RECT_INIT (rtl ? width - x - length : x, 0, length, height));
      x += length;
    }
}

static void
remit_bar_class_init (RemitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = remit_bar_measure;
  widget_class->snapshot = remit_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "remit-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
remit_bar_init (RemitBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
create_bar (const guint *parts,
            guint n_parts,
            guint whole)
{
  RemitBar *self = g_object_new (REMIT_TYPE_BAR, NULL);

  for (guint i = 0; i < n_parts; i++)
    self->parts[i] = parts[i];
  self->n_parts = n_parts;
  self->whole = whole;
  return GTK_WIDGET (self);
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

/* What the colours say: "a day: 2, longer: 1" */
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

/* A square in the colour of each part, and what it is. */
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
      gtk_widget_add_css_class (square, "remit-legend");
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
