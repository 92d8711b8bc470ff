/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escape during a drag by pointer. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-drag-escape.h"

#ifdef HAVE_X11
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>

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

void
remit_drag_escape_watch (GtkDragSource *source)
{
#ifdef HAVE_X11
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GdkDisplay *display = gtk_widget_get_display (widget);

  if (GDK_IS_X11_DISPLAY (display))
    g_signal_connect_object (display, "xevent", G_CALLBACK (on_xevent), source, 0);
#endif
}

void
remit_drag_escape_forget (GtkDragSource *source)
{
#ifdef HAVE_X11
  g_signal_handlers_disconnect_by_func (gdk_display_get_default (), on_xevent, source);
#endif
}
