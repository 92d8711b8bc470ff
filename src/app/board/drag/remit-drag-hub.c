/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried just now, by pointer or by keyboard, and the drag sources that say so. */
#include "remit-drag-hub.h"

#include "remit-drag-content.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-view.h"

#ifdef HAVE_X11
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>
#endif

struct _RemitDragHub
{
  GObject parent_instance;

  RemitDrag *drag;
};

G_DEFINE_FINAL_TYPE (RemitDragHub, remit_drag_hub, G_TYPE_OBJECT)

static void
remit_drag_hub_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_DRAG_HUB (object)->drag, remit_drag_free);

  G_OBJECT_CLASS (remit_drag_hub_parent_class)->finalize (object);
}

static void
remit_drag_hub_class_init (RemitDragHubClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_drag_hub_finalize;

  g_signal_new ("changed", REMIT_TYPE_DRAG_HUB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
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
  g_signal_emit_by_name (self, "changed");
}

/* ── Escape ───────────────────────────────────────────────────────────────────────────────── */

#ifdef HAVE_X11
static gboolean
is_escape (GdkDisplay *display,
           guint keycode)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  gdk_display_map_keyval (display, GDK_KEY_Escape, &keys, &n_keys);
  for (int i = 0; i < n_keys; i++)
    if (keys[i].keycode == keycode)
      return TRUE;
  return FALSE;
}

/* GDK has fetched what belongs to the event before it emits the signal. */
static gboolean
on_xevent (GdkDisplay *display,
           gpointer data,
           GtkDragSource *source)
{
  const XGenericEventCookie *cookie = &((const XEvent *) data)->xcookie;
  int opcode, first_event, first_error;

  if (cookie->type != GenericEvent || cookie->evtype != XI_KeyPress || cookie->data == NULL
      || !XQueryExtension (cookie->display, "XInputExtension", &opcode, &first_event, &first_error)
      || cookie->extension != opcode || gtk_drag_source_get_drag (source) == NULL
      || !is_escape (display, (guint) ((const XIDeviceEvent *) cookie->data)->detail))
    return FALSE;
  /* gtk_drag_source_drag_cancel() would leave GDK's drag to go on, to a drop */
  g_signal_emit_by_name (gtk_drag_source_get_drag (source), "cancel",
                         GDK_DRAG_CANCEL_USER_CANCELLED);
  return TRUE;
}
#endif

/* Cancels the drag of a source when Escape is pressed. Under Wayland that is the compositor's;
 * under X11 GTK 4.8 takes the key for itself, and then does not hear it: the event is sent to the
 * root window, which GDK has no surface for. */
static void
watch_escape (GtkDragSource *source)
{
#ifdef HAVE_X11
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GdkDisplay *display = gtk_widget_get_display (widget);

  if (GDK_IS_X11_DISPLAY (display))
    g_signal_connect_object (display, "xevent", G_CALLBACK (on_xevent), source, 0);
#endif
}

static void
forget_escape (GtkDragSource *source)
{
#ifdef HAVE_X11
  g_signal_handlers_disconnect_by_func (gdk_display_get_default (), on_xevent, source);
#endif
}

/* ── Sources ──────────────────────────────────────────────────────────────────────────────── */

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

static RemitWorkspace *
find_workspace (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, REMIT_TYPE_VIEW);

  return view != NULL ? remit_view_get_workspace (REMIT_VIEW (view)) : NULL;
}

/* In a workspace that cannot be changed nothing moves. */
static gboolean
may_move (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, REMIT_TYPE_VIEW);

  return view == NULL || remit_edits_are_possible (find_workspace (widget));
}

static GdkContentProvider *
on_prepare (GtkDragSource *controller,
            double x,
            double y,
            Source *source)
{
  g_clear_pointer (&source->drag, remit_drag_free);
  source->drag = may_move (source->of) ? source->func (source->of) : NULL;
  return source->drag != NULL
           ? remit_drag_content_new (source->drag, find_workspace (source->of))
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
  watch_escape (controller);
}

static void
on_drag_end (GtkDragSource *controller,
             GdkDrag *drag,
             gboolean delete_data,
             Source *source)
{
  forget_escape (controller);
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
