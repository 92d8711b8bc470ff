/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried just now, by pointer or by keyboard, and the drag sources that say so. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-drag-hub.h"

#include "remit-drag-escape.h"

struct _RemitDragHub
{
  GObject parent_instance;

  RemitDrag *drag;
};

G_DEFINE_FINAL_TYPE (RemitDragHub, remit_drag_hub, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_DRAG,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_drag_hub_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DRAG:
      g_value_set_boxed (value, REMIT_DRAG_HUB (object)->drag);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_drag_hub_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_DRAG_HUB (object)->drag, remit_drag_free);

  G_OBJECT_CLASS (remit_drag_hub_parent_class)->finalize (object);
}

static void
remit_drag_hub_class_init (RemitDragHubClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_drag_hub_get_property;
  object_class->finalize = remit_drag_hub_finalize;

  properties[PROP_DRAG] = g_param_spec_boxed ("drag", NULL, NULL, REMIT_TYPE_DRAG,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_drag_hub_init (RemitDragHub *self G_GNUC_UNUSED)
{
}

const RemitDrag *
remit_drag_hub_get_drag (RemitDragHub *self)
{
  g_return_val_if_fail (REMIT_IS_DRAG_HUB (self), NULL);

  return self->drag;
}

void
remit_drag_hub_set_drag (RemitDragHub *self,
                         const RemitDrag *drag)
{
  g_return_if_fail (REMIT_IS_DRAG_HUB (self));

  if (drag == NULL && self->drag == NULL)
    return;
  g_clear_pointer (&self->drag, remit_drag_free);
  self->drag = drag != NULL ? remit_drag_copy (drag) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAG]);
}

/* A drag source, what it asks, and what it found when the drag began. */
typedef struct {
  RemitDragHub *hub;
  GtkWidget *of;
  RemitDragFunc func;
  RemitDrag *drag;
} Source;

static void
source_free (gpointer data,
             GClosure *closure)
{
  Source *source = data;

  g_clear_pointer (&source->drag, remit_drag_free);
  g_free (source);
}

static GdkContentProvider *
on_prepare (GtkDragSource *controller,
            double x,
            double y,
            Source *source)
{
  g_clear_pointer (&source->drag, remit_drag_free);
  source->drag = source->func (source->of);
  return source->drag != NULL
           ? gdk_content_provider_new_typed (REMIT_TYPE_DRAG, source->drag)
           : NULL;
}

static void
on_drag_begin (GtkDragSource *controller,
               GdkDrag *drag,
               Source *source)
{
  GtkWidget *label;

  if (source->drag == NULL)
    return;

  label = gtk_label_new (source->drag->name);
  gtk_widget_add_css_class (label, "remit-drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
  remit_drag_hub_set_drag (source->hub, source->drag);
  remit_drag_escape_watch (controller);
}

static void
on_drag_end (GtkDragSource *controller,
             GdkDrag *drag,
             gboolean delete_data,
             Source *source)
{
  remit_drag_escape_forget (controller);
  remit_drag_hub_set_drag (source->hub, NULL);
}

void
remit_drag_hub_add_source (RemitDragHub *self,
                           GtkWidget *widget,
                           GtkWidget *of,
                           RemitDragFunc func)
{
  GtkDragSource *controller;
  Source *source;

  g_return_if_fail (REMIT_IS_DRAG_HUB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  source = g_new0 (Source, 1);
  source->hub = self;
  source->of = of;
  source->func = func;

  controller = gtk_drag_source_new ();
  gtk_drag_source_set_actions (controller, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect_data (controller, "prepare", G_CALLBACK (on_prepare), source, source_free, 0);
  g_signal_connect (controller, "drag-begin", G_CALLBACK (on_drag_begin), source);
  g_signal_connect (controller, "drag-end", G_CALLBACK (on_drag_end), source);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}
