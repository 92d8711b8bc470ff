/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Focus rings, hidden while the pointer is used. */
#include "remit-focus-ring.h"

#include <gtk/gtk.h>

static void
on_pressed (GtkGestureClick *gesture)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
}

static void
watch (GtkWidget *window)
{
  GtkGesture *press = gtk_gesture_click_new ();

  /* before what is pressed takes it, which it may */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  g_signal_connect (press, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (press));
}

static void
on_windows_changed (GListModel *windows,
                    guint position,
                    guint removed G_GNUC_UNUSED,
                    guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch (window);
    }
}

void
remit_focus_ring_install (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (on_windows_changed), NULL);
}
