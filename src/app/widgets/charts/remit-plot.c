/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of charts that consist of items. */
#include "remit-plot.h"

#include "widgets/drawing/remit-scale.h"
#include "widgets/remit-feedback.h"

#define RING 2
#define RADIUS 4

enum { ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* @item: the one with the keyboard */
typedef struct {
  guint item;
  gboolean leads;
} RemitPlotPrivate;

static void remit_plot_init_chart (RemitChartInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RemitPlot, remit_plot, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (RemitPlot)
                                  G_IMPLEMENT_INTERFACE (REMIT_TYPE_CHART, remit_plot_init_chart))

static RemitPlotPrivate *
get (RemitPlot *self)
{
  return remit_plot_get_instance_private (self);
}

static guint
get_n_items (RemitPlot *self)
{
  return REMIT_PLOT_GET_CLASS (self)->get_n_items (self);
}

static char *
dup_words (RemitPlot *self,
           guint item)
{
  return REMIT_PLOT_GET_CLASS (self)->dup_words (self, item);
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

/* GTK 4.8 tells nothing of what is only drawn: it is said. */
static void
say (RemitPlot *self)
{
  g_autofree char *words = NULL;

  if (get (self)->item >= get_n_items (self))
    return;
  words = dup_words (self, get (self)->item);
  remit_feedback_announce (GTK_WIDGET (self), words);
}

static void
go_to (RemitPlot *self,
       gint64 item)
{
  guint n = get_n_items (self);

  if (n == 0)
    return;
  get (self)->item = (guint) CLAMP (item, 0, (gint64) n - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* By so many items, or to an end. */
typedef struct {
  guint keyval;
  gboolean is_across;
  gboolean is_along; /* whatever the direction is */
  int step;
} Key;

static const Key keys[] = {
  { GDK_KEY_Up, FALSE, FALSE, -1 },
  { GDK_KEY_Down, FALSE, FALSE, 1 },
  { GDK_KEY_Left, TRUE, FALSE, -1 },
  { GDK_KEY_Right, TRUE, FALSE, 1 },
  { GDK_KEY_Home, FALSE, TRUE, -G_MAXINT },
  { GDK_KEY_End, FALSE, TRUE, G_MAXINT },
};

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data G_GNUC_UNUSED)
{
  RemitPlot *self = REMIT_PLOT (widget);
  const Key *key = &keys[g_variant_get_uint32 (args)];
  gboolean is_across = REMIT_PLOT_GET_CLASS (self)->is_across;
  int side = key->is_across && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gint64 item = (gint64) get (self)->item + (gint64) side * key->step;

  if (!key->is_along && key->is_across != is_across)
    return FALSE;
  go_to (self, item);
  say (self);
  return TRUE;
}

static void
activate (RemitPlot *self)
{
  if (get (self)->leads && get (self)->item < get_n_items (self))
    g_signal_emit (self, signals[ACTIVATED], 0, get (self)->item);
}

static gboolean
on_activate (GtkWidget *widget,
             GVariant *args G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED)
{
  activate (REMIT_PLOT (widget));
  return TRUE;
}

static void
on_focused (RemitPlot *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say (self);
}

/* ── The pointer ──────────────────────────────────────────────────────────────────────────── */

static gboolean
find_item (RemitPlot *self,
           double x,
           double y,
           guint *item)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int from = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - (int) x : (int) x;
  guint n = get_n_items (self);

  for (guint i = 0; i < n; i++)
    {
      GdkRectangle place = REMIT_PLOT_GET_CLASS (self)->get_place (self, i, width,
                                                                   gtk_widget_get_height (widget));

      if (gdk_rectangle_contains_point (&place, from, (int) y))
        {
          *item = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
on_pressed (RemitPlot *self,
            int n_times,
            double x,
            double y)
{
  guint item;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_item (self, x, y, &item))
    return;
  go_to (self, item);
  if (n_times == 1)
    activate (self);
}

static void
on_motion (RemitPlot *self,
           double x,
           double y)
{
  guint item;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   get (self)->leads && find_item (self, x, y, &item)
                                     ? "pointer" : NULL);
}

static gboolean
remit_plot_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  RemitPlot *self = REMIT_PLOT (widget);
  guint item = get (self)->item;
  g_autofree char *words = NULL;

  if (keyboard ? item >= get_n_items (self) : !find_item (self, x, y, &item))
    return FALSE;
  words = dup_words (self, item);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ── As a chart ───────────────────────────────────────────────────────────────────────────── */

static void
remit_plot_measure_chart (RemitChart *chart,
                          int *width,
                          int *height)
{
  REMIT_PLOT_GET_CLASS (chart)->get_size (REMIT_PLOT (chart), width, height);
  *width = MIN (*width, REMIT_CHART_MAX_SIDE);
  *height = MIN (*height, REMIT_CHART_MAX_SIDE);
}

static void
remit_plot_draw_chart (RemitChart *chart,
                       RemitPainter *painter)
{
  if (get_n_items (REMIT_PLOT (chart)) > 0)
    REMIT_PLOT_GET_CLASS (chart)->draw (REMIT_PLOT (chart), painter);
}

static GPtrArray *
remit_plot_dup_rows (RemitChart *chart)
{
  return REMIT_PLOT_GET_CLASS (chart)->dup_rows (REMIT_PLOT (chart));
}

static void
remit_plot_init_chart (RemitChartInterface *iface)
{
  iface->measure = remit_plot_measure_chart;
  iface->draw = remit_plot_draw_chart;
  iface->dup_rows = remit_plot_dup_rows;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static GdkRectangle
remit_plot_get_place (RemitPlot *self,
                      guint item,
                      int width,
                      int height G_GNUC_UNUSED)
{
  int row = remit_scale (GTK_WIDGET (self), REMIT_PLOT_GET_CLASS (self)->row_height);

  return (GdkRectangle){ 0, (int) item * row, width, row };
}

static void
remit_plot_snapshot (GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  RemitPlot *self = REMIT_PLOT (widget);
  RemitPainter painter;

  if (get_n_items (self) == 0)
    return;
  remit_painter_init (&painter, widget, snapshot, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  REMIT_PLOT_GET_CLASS (self)->draw (self, &painter);
  if (gtk_widget_has_visible_focus (widget) && get (self)->item < get_n_items (self))
    {
      GdkRectangle at = REMIT_PLOT_GET_CLASS (self)->get_place (self, get (self)->item,
                                                                painter.width, painter.height);
      graphene_rect_t place = remit_painter_place (&painter, at.x, at.y, at.width, at.height);

      remit_painter_outline (&painter, &place, &painter.palette.tones[REMIT_TONE_NORMAL], RADIUS,
                             RING);
    }
  remit_painter_clear (&painter);
}

static void
remit_plot_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size G_GNUC_UNUSED,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline G_GNUC_UNUSED,
                    int *natural_baseline G_GNUC_UNUSED)
{
  int width, height;

  REMIT_PLOT_GET_CLASS (widget)->get_size (REMIT_PLOT (widget), &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (width, 200) : height;
}

static void
remit_plot_css_changed (GtkWidget *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (remit_plot_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, 0, on_key, "u", i);
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (widget_class, activating[i], 0, on_activate, NULL);
}

static void
remit_plot_class_init (RemitPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = remit_plot_measure;
  widget_class->snapshot = remit_plot_snapshot;
  widget_class->css_changed = remit_plot_css_changed;
  widget_class->query_tooltip = remit_plot_query_tooltip;
  klass->get_place = remit_plot_get_place;
  add_keys (widget_class);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "remit-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_plot_init (RemitPlot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focused), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
remit_plot_set_leads (RemitPlot *self,
                      gboolean leads)
{
  g_return_if_fail (REMIT_IS_PLOT (self));

  get (self)->leads = leads;
}

void
remit_plot_refresh (RemitPlot *self)
{
  guint n;

  g_return_if_fail (REMIT_IS_PLOT (self));

  n = get_n_items (self);
  get (self)->item = n > 0 ? MIN (get (self)->item, n - 1) : 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
