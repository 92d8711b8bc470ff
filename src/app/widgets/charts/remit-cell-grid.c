/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of drawn cells with shades and figures. */
#include "remit-cell-grid-private.h"

#include <glib/gi18n.h>

#include "widgets/drawing/remit-scale.h"
#include "widgets/remit-feedback.h"

/* Pixels, for the usual text. */
#define ROW_HEIGHT 30
#define LINE_HEIGHT 16
#define BARS_HEIGHT 64
#define COLUMN_WIDTH 56
#define LEAST 100
#define USUAL 300
#define NARROW_SHARE 0.4

enum { ACTIVATED, TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitCellGrid, remit_cell_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_CHART,
                                                      remit_cell_grid_init_chart))

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

RemitCellMetrics
remit_cell_grid_get_metrics (RemitCellGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);

  return (RemitCellMetrics){
    .side = MIN (remit_scale (widget, REMIT_CELL_GRID_SIDE), (int) (width * NARROW_SHARE)),
    .bars = self->source.bars != NULL ? remit_scale (widget, BARS_HEIGHT) : 0,
    .header = remit_scale (widget, ROW_HEIGHT + (self->n_lines - 1) * LINE_HEIGHT
                                     + (self->source.bars != NULL ? BARS_HEIGHT : 0)),
    .row_height = remit_scale (widget, ROW_HEIGHT),
    .column_width = remit_scale (widget, self->usual_width),
  };
}

static void
configure (RemitCellGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);

  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            metrics.side + (int) self->source.n_columns * metrics.column_width,
                            gtk_widget_get_width (widget));
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            metrics.header + (int) self->source.n_rows * metrics.row_height,
                            gtk_widget_get_height (widget));
  gtk_widget_queue_draw (widget);
}

/* Something else has been set: all may be of another size. */
static void
refresh (RemitCellGrid *self)
{
  configure (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: whether there is a cell at a point */
static gboolean
find_cell (RemitCellGrid *self,
           double x,
           double y,
           guint *row,
           guint *column)
{
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);
  int from = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
               ? gtk_widget_get_width (GTK_WIDGET (self)) - (int) x : (int) x;
  int across = from - metrics.side + remit_scroller_get_x (&self->scroller);
  int down = (int) y - metrics.header + remit_scroller_get_y (&self->scroller);

  if (from < metrics.side || (int) y < metrics.header || across < 0 || down < 0)
    return FALSE;
  *column = (guint) (across / metrics.column_width);
  *row = (guint) (down / metrics.row_height);
  return *row < self->source.n_rows && *column < self->source.n_columns;
}

static char *
dup_words (RemitCellGrid *self,
           guint row,
           guint column)
{
  g_autofree char *words = self->source.dup_words (self->source.data, row, column);

  /* Translators: a row, a column, and what the cell there says */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), self->source.get_row (self->source.data, row),
                          self->source.get_column (self->source.data, column), words);
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

static void
scroll_to_cursor (RemitCellGrid *self)
{
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);

  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            metrics.side + (int) self->column * metrics.column_width,
                            metrics.column_width, metrics.side, 0);
  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            metrics.header + (int) self->row * metrics.row_height,
                            metrics.row_height, metrics.header, 0);
}

/* GTK 4.8 tells nothing of what is only drawn: it is said. */
static void
say (RemitCellGrid *self)
{
  g_autofree char *words = NULL;

  if (self->row >= self->source.n_rows || self->column >= self->source.n_columns)
    return;
  words = dup_words (self, self->row, self->column);
  remit_feedback_announce (GTK_WIDGET (self), words);
}

static void
move_to (RemitCellGrid *self,
         gint64 row,
         gint64 column)
{
  if (self->source.n_rows == 0 || self->source.n_columns == 0)
    return;
  self->row = (guint) CLAMP (row, 0, (gint64) self->source.n_rows - 1);
  self->column = (guint) CLAMP (column, 0, (gint64) self->source.n_columns - 1);
  scroll_to_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* By so many rows and columns or pages, or to an end of the row, or of all. */
typedef struct {
  guint keyval;
  GdkModifierType modifiers;
  int rows, columns, pages, end;
} Key;

static const Key keys[] = {
  { GDK_KEY_Up, 0, -1, 0, 0, 0 },
  { GDK_KEY_Down, 0, 1, 0, 0, 0 },
  { GDK_KEY_Left, 0, 0, -1, 0, 0 },
  { GDK_KEY_Right, 0, 0, 1, 0, 0 },
  { GDK_KEY_Page_Up, 0, 0, 0, -1, 0 },
  { GDK_KEY_Page_Down, 0, 0, 0, 1, 0 },
  { GDK_KEY_Home, 0, 0, 0, 0, -1 },
  { GDK_KEY_End, 0, 0, 0, 0, 1 },
  { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0, 0, -2 },
  { GDK_KEY_End, GDK_CONTROL_MASK, 0, 0, 0, 2 },
};

static gint64
get_page (RemitCellGrid *self)
{
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);

  return MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - metrics.header) / metrics.row_height
                   - 1);
}

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data G_GNUC_UNUSED)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);
  const Key *key = &keys[g_variant_get_uint32 (args)];
  int side = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gint64 row = self->row + key->rows + key->pages * get_page (self);
  gint64 column = (gint64) self->column + side * key->columns;

  if (key->end != 0)
    column = key->end < 0 ? 0 : G_MAXINT;
  if (ABS (key->end) == 2)
    row = key->end < 0 ? 0 : G_MAXINT;
  move_to (self, row, column);
  say (self);
  return TRUE;
}

static void
activate (RemitCellGrid *self)
{
  if (self->row < self->source.n_rows && self->column < self->source.n_columns)
    g_signal_emit (self, signals[ACTIVATED], 0, self->row, self->column);
}

static gboolean
on_activate (GtkWidget *widget,
             GVariant *args G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED)
{
  activate (REMIT_CELL_GRID (widget));
  return TRUE;
}

static gboolean
on_digit (GtkWidget *widget,
          GVariant *args,
          gpointer data G_GNUC_UNUSED)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);

  if (self->row >= self->source.n_rows || self->column >= self->source.n_columns)
    return FALSE;
  g_signal_emit (self, signals[TYPED], 0, self->row, self->column, g_variant_get_uint32 (args));
  return TRUE;
}

static gboolean
remit_cell_grid_grab_focus (GtkWidget *widget)
{
  gboolean had = gtk_widget_has_focus (widget);
  gboolean done = GTK_WIDGET_CLASS (remit_cell_grid_parent_class)->grab_focus (widget);

  if (done && !had)
    say (REMIT_CELL_GRID (widget));
  return done;
}

/* ── The pointer ──────────────────────────────────────────────────────────────────────────── */

static void
on_pressed (GtkGestureClick *gesture G_GNUC_UNUSED,
            int n_times,
            double x,
            double y,
            RemitCellGrid *self)
{
  guint row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &column))
    return;
  move_to (self, row, column);
  if (n_times == 2)
    activate (self);
}

static gboolean
remit_cell_grid_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);
  guint row = self->row;
  guint column = self->column;
  g_autofree char *words = NULL;

  if (self->source.n_rows == 0 || (!keyboard && !find_cell (self, x, y, &row, &column)))
    return FALSE;
  words = dup_words (self, row, column);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
on_scrolled (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
remit_cell_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size G_GNUC_UNUSED,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  RemitCellGrid *self = REMIT_CELL_GRID (widget);
  RemitCellMetrics metrics = remit_cell_grid_get_metrics (self);
  gint64 height = metrics.header + (gint64) self->source.n_rows * metrics.row_height;

  *minimum = LEAST;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
               ? USUAL : (int) CLAMP (height, LEAST, G_MAXSHORT);
}

static void
remit_cell_grid_size_allocate (GtkWidget *widget,
                               int width G_GNUC_UNUSED,
                               int height G_GNUC_UNUSED,
                               int baseline G_GNUC_UNUSED)
{
  configure (REMIT_CELL_GRID (widget));
}

static void
remit_cell_grid_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (remit_cell_grid_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
remit_cell_grid_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (!remit_scroller_get_property (&REMIT_CELL_GRID (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_cell_grid_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (!remit_scroller_set_property (&REMIT_CELL_GRID (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_cell_grid_dispose (GObject *object)
{
  remit_scroller_dispose (&REMIT_CELL_GRID (object)->scroller);

  G_OBJECT_CLASS (remit_cell_grid_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, on_key, "u", i);
  for (guint i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, 0, on_digit, "u", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + i, 0, on_digit, "u", i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, on_activate, NULL);
}

static void
remit_cell_grid_class_init (RemitCellGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_cell_grid_get_property;
  object_class->set_property = remit_cell_grid_set_property;
  object_class->dispose = remit_cell_grid_dispose;
  widget_class->measure = remit_cell_grid_measure;
  widget_class->size_allocate = remit_cell_grid_size_allocate;
  widget_class->snapshot = remit_cell_grid_snapshot;
  widget_class->css_changed = remit_cell_grid_css_changed;
  widget_class->grab_focus = remit_cell_grid_grab_focus;
  widget_class->query_tooltip = remit_cell_grid_query_tooltip;
  remit_scroller_install_properties (object_class);
  add_keys (widget_class);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT,
                                 G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "remit-cell-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_cell_grid_init (RemitCellGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->usual_width = COLUMN_WIDTH;
  self->n_lines = 1;
  self->scroller = (RemitScroller){
    .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .from_start = TRUE, .page_step = 0.9,
  };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
remit_cell_grid_set_source (RemitCellGrid *self,
                            const RemitCellSource *source)
{
  g_return_if_fail (REMIT_IS_CELL_GRID (self));

  self->source = source != NULL ? *source : (RemitCellSource){ .n_rows = 0 };
  /* without a source the keyboard stays where it was, since another one comes */
  if (self->source.n_rows > 0 && self->source.n_columns > 0)
    {
      self->row = MIN (self->row, self->source.n_rows - 1);
      self->column = MIN (self->column, self->source.n_columns - 1);
    }
  refresh (self);
}

void
remit_cell_grid_set_columns (RemitCellGrid *self,
                             int width,
                             int n_lines)
{
  g_return_if_fail (REMIT_IS_CELL_GRID (self));

  self->usual_width = width;
  self->n_lines = n_lines;
  refresh (self);
}

gboolean
remit_cell_grid_get_cursor (RemitCellGrid *self,
                            guint *row,
                            guint *column)
{
  g_return_val_if_fail (REMIT_IS_CELL_GRID (self), FALSE);

  *row = self->row;
  *column = self->column;
  return self->row < self->source.n_rows && self->column < self->source.n_columns;
}

void
remit_cell_grid_set_cursor (RemitCellGrid *self,
                            guint row,
                            guint column)
{
  g_return_if_fail (REMIT_IS_CELL_GRID (self));

  move_to (self, row, column);
}
