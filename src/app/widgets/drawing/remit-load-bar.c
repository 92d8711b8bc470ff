/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's load against their capacity, as a bar. */
#include "remit-load-bar.h"

#include "remit-colour.h"

#define HEIGHT 6
#define MIN_WIDTH 40
#define HATCH 4

struct _RemitLoadBar
{
  GtkWidget parent_instance;

  int load;
  int capacity;
};

G_DEFINE_FINAL_TYPE (RemitLoadBar, remit_load_bar, GTK_TYPE_WIDGET)

static void
remit_load_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

/* A part of the bar, from @from to @until of its whole length of 1, at the start side. */
static void
append_part (GtkWidget *widget,
             GtkSnapshot *snapshot,
             double from,
             double until,
             const GdkRGBA *colour,
             gboolean hatched)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float x = width * (float) from;
  float length = width * (float) (until - from);
  graphene_rect_t part;

  if (length <= 0)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x - length;
  part = GRAPHENE_RECT_INIT (x, 0, length, height);
  if (hatched)
    {
      GskColorStop stops[] = { { 0, *colour }, { 0.5f, *colour }, { 0.5f, *colour },
                               { 1, *colour } };

      stops[2].color.alpha = stops[3].color.alpha = colour->alpha * 0.45f;
      gtk_snapshot_append_repeating_linear_gradient (
        snapshot, &part, &GRAPHENE_POINT_INIT (x, 0), &GRAPHENE_POINT_INIT (x + HATCH, HATCH),
        stops, G_N_ELEMENTS (stops));
    }
  else
    gtk_snapshot_append_color (snapshot, colour, &part);
}

static void
remit_load_bar_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  RemitLoadBar *self = REMIT_LOAD_BAR (widget);
  double whole = MAX (1, MAX (self->load, self->capacity));
  double fair = MIN (self->load, self->capacity) / whole;
  GdkRGBA text, trough, accent, error;
  GskRoundedRect clip;

  remit_colour_get_text (widget, &text);
  remit_colour_get (widget, "accent_color", &text, &accent);
  remit_colour_get (widget, "error_color", &text, &error);
  trough = text;
  trough.alpha *= 0.15f;
  text.alpha *= 0.6f;

  gsk_rounded_rect_init_from_rect (
    &clip,
    &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)),
    HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  /* one colour alone would fill the clip, whatever its size (GTK 4.8) */
  append_part (widget, snapshot, 0, 1, &trough, FALSE);
  append_part (widget, snapshot, 0, fair, &accent, FALSE);
  append_part (widget, snapshot, fair, self->load / whole, &error, TRUE);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &clip, (const float[]){ 1, 1, 1, 1 },
                              (const GdkRGBA[]){ text, text, text, text });
}

static void
remit_load_bar_class_init (RemitLoadBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = remit_load_bar_measure;
  widget_class->snapshot = remit_load_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "remit-load-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
remit_load_bar_init (RemitLoadBar *self G_GNUC_UNUSED)
{
}

GtkWidget *
remit_load_bar_new (void)
{
  return g_object_new (REMIT_TYPE_LOAD_BAR, NULL);
}

void
remit_load_bar_set (RemitLoadBar *self,
                    int load,
                    int capacity)
{
  g_return_if_fail (REMIT_IS_LOAD_BAR (self));

  if (self->load == load && self->capacity == capacity)
    return;
  self->load = load;
  self->capacity = capacity;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
