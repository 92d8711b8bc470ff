/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flap leaves room for. */
#include "remit-room.h"

#include "widgets/drawing/remit-scale.h"

struct _RemitRoom
{
  AdwBin parent_instance;

  int wanted;
};

G_DEFINE_FINAL_TYPE (RemitRoom, remit_room, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WANTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_room_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, remit_scale (widget, REMIT_ROOM (widget)->wanted));
}

static void
remit_room_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
remit_room_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_WANTED)
    g_value_set_int (value, REMIT_ROOM (object)->wanted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_room_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_WANTED)
    REMIT_ROOM (object)->wanted = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_room_class_init (RemitRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_room_get_property;
  object_class->set_property = remit_room_set_property;
  widget_class->measure = remit_room_measure;
  widget_class->size_allocate = remit_room_size_allocate;

  properties[PROP_WANTED] = g_param_spec_int ("wanted", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_room_init (RemitRoom *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it measures itself */
}
