/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out cards in as many columns as there is room for. */
#include "remit-cards-layout.h"

#include "widgets/drawing/remit-scale.h"

#define MAX_COLUMNS 8

enum { PROP_COLUMN_WIDTH = 1, PROP_MAX_COLUMNS, PROP_SPACING, PROP_EVEN, N_PROPS };

static GParamSpec *properties[N_PROPS];

struct _RemitCardsLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int max_columns;
  int spacing;
  gboolean is_even;
};

G_DEFINE_FINAL_TYPE (RemitCardsLayout, remit_cards_layout, GTK_TYPE_LAYOUT_MANAGER)

int
remit_cards_layout_count_columns (int width,
                                  int column_width,
                                  int spacing,
                                  int max_columns)
{
  return CLAMP ((width + spacing) / MAX (column_width + spacing, 1), 1, max_columns);
}

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

/* @heights: of the columns so far */
typedef struct {
  int n_columns;
  int width;
  int heights[MAX_COLUMNS];
} Columns;

static int
divide_up (int n,
           int by)
{
  return (n + by - 1) / by;
}

/* No more columns than cards: they share the whole width. */
static Columns
find_columns (RemitCardsLayout *self,
              GtkWidget *widget,
              int width)
{
  Columns columns = { .n_columns = 0 };
  int n_cards = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_cards += gtk_widget_should_layout (child);
  columns.n_columns = remit_cards_layout_count_columns (
    width, remit_scale (widget, self->column_width), self->spacing, self->max_columns);
  columns.n_columns = CLAMP (columns.n_columns, 1, MAX (n_cards, 1));
  /* even cards fill their lines evenly, too */
  if (self->is_even && n_cards > 0)
    columns.n_columns = divide_up (n_cards, divide_up (n_cards, columns.n_columns));
  columns.width = MAX (0, (width - self->spacing * (columns.n_columns - 1)) / columns.n_columns);
  return columns;
}

static int
find_shortest (const Columns *columns)
{
  int shortest = 0;

  for (int i = 1; i < columns->n_columns; i++)
    if (columns->heights[i] < columns->heights[shortest])
      shortest = i;
  return shortest;
}

/* Returns: how high a card is in a column */
static int
measure_card (const Columns *columns,
              GtkWidget *card,
              int *width)
{
  int height;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  *width = MAX (*width, columns->width);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, *width, NULL, &height, NULL, NULL);
  return height;
}

/* Returns: the height of the highest, which all get when they are to be even; else 0 */
static int
find_even_height (RemitCardsLayout *self,
                  GtkWidget *widget,
                  const Columns *columns)
{
  int highest = 0;
  int width;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && self->is_even;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      highest = MAX (highest, measure_card (columns, child, &width));
  return highest;
}

/* Returns: how high all are; @allocate: whether they get their places */
static int
arrange (RemitCardsLayout *self,
         GtkWidget *widget,
         int width,
         gboolean allocate)
{
  Columns columns = find_columns (self, widget, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int even = find_even_height (self, widget, &columns);
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int at = find_shortest (&columns);
      int x = (rtl ? columns.n_columns - 1 - at : at) * (columns.width + self->spacing);
      int own_width, height;

      if (!gtk_widget_should_layout (child))
        continue;
      height = measure_card (&columns, child, &own_width);
      height = MAX (height, even);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ x, columns.heights[at], own_width, height },
                                  -1);
      columns.heights[at] += height + self->spacing;
      highest = MAX (highest, columns.heights[at] - self->spacing);
    }
  return highest;
}

/* ── The layout manager ───────────────────────────────────────────────────────────────────── */

static GtkSizeRequestMode
remit_cards_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                     GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
remit_cards_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline G_GNUC_UNUSED,
                            int *natural_baseline G_GNUC_UNUSED)
{
  int width;

  measure_width (widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  width = for_size >= 0 ? for_size : *natural;
  *minimum = *natural = arrange (REMIT_CARDS_LAYOUT (manager), widget, width, FALSE);
}

static void
remit_cards_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height G_GNUC_UNUSED,
                             int baseline G_GNUC_UNUSED)
{
  arrange (REMIT_CARDS_LAYOUT (manager), widget, width, TRUE);
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_cards_layout_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  RemitCardsLayout *self = REMIT_CARDS_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_EVEN:
      self->is_even = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_cards_layout_class_init (RemitCardsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->set_property = remit_cards_layout_set_property;
  layout_class->get_request_mode = remit_cards_layout_get_request_mode;
  layout_class->measure = remit_cards_layout_measure;
  layout_class->allocate = remit_cards_layout_allocate;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXSHORT, 360,
                                                    flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, MAX_COLUMNS, 3,
                                                   flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXSHORT, 12, flags);
  properties[PROP_EVEN] = g_param_spec_boolean ("even", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
remit_cards_layout_init (RemitCardsLayout *self G_GNUC_UNUSED)
{
}
