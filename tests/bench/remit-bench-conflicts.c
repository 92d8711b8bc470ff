/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts in the real window: when their list is drawn for the first time. */
#include "application/remit-application.h"
#include "conflicts/list/remit-conflict-row.h"
#include "widgets/remit-find.h"
#include "window/remit-window.h"

static void
on_after_paint (gpointer clock G_GNUC_UNUSED,
                guint *n_frames)
{
  (*n_frames)++;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  GtkWindow *window;
  GtkWidget *row;
  guint n_frames = 0;
  gint64 begin;

  if (argc != 2)
    g_error ("Usage: remit-bench-conflicts WORKSPACE");
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, argv[1], TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  begin = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "conflicts");
  while ((row = remit_find_widget (GTK_WIDGET (window), REMIT_TYPE_CONFLICT_ROW)) == NULL
         || gtk_widget_get_width (row) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (row), "after-paint", G_CALLBACK (on_after_paint),
                    &n_frames);
  gtk_widget_queue_draw (row);
  while (n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_printerr ("list %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (row), &n_frames);
  gtk_window_destroy (window);
  return 0;
}
