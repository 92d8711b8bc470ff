/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history in the real window: a search through all of it, and the way to its first entry.
 *
 * A turn of the main loop, from the end of one poll to the beginning of the next, is what keeps the
 * window from answering. */
#include "application/remit-application.h"
#include "history/remit-history-model.h"
#include "history/remit-history-view.h"
#include "widgets/remit-find.h"
#include "window/remit-window.h"

static gint64 turn_begin;
static gint64 longest_turn;

static gint
poll_and_time (GPollFD *fds,
               guint n_fds,
               gint timeout)
{
  gint ready;

  longest_turn = MAX (longest_turn, g_get_monotonic_time () - turn_begin);
  ready = g_poll (fds, n_fds, timeout);
  turn_begin = g_get_monotonic_time ();
  return ready;
}

static void
on_after_paint (gpointer clock G_GNUC_UNUSED,
                guint *n_frames)
{
  (*n_frames)++;
}

/* Some, since what a frame allocates is seen in the next. */
static void
wait_for_frames (GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  guint n_frames = 0;

  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &n_frames);
  while (n_frames < 3)
    {
      gtk_widget_queue_draw (view);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (clock, &n_frames);
}

/* For words that are nowhere: through the whole history. */
static void
measure_search (GtkWidget *view,
                RemitHistoryModel *model)
{
  const RemitHistoryFilter filter = { .words = (char *) "nowhere" };
  gint64 begin = g_get_monotonic_time ();

  longest_turn = 0;
  turn_begin = begin;
  remit_history_model_set_filter (model, &filter);
  while (remit_history_model_is_loading (model))
    g_main_context_iteration (NULL, TRUE);
  g_printerr ("seek %" G_GINT64_FORMAT " turn %" G_GINT64_FORMAT "\n",
              g_get_monotonic_time () - begin, longest_turn);
  remit_history_model_set_filter (model, NULL);
  wait_for_frames (view);
}

/* From many that are found to those that are seen. */
static void
measure_found (GtkWidget *view,
               RemitHistoryModel *model)
{
  const RemitHistoryFilter filter = { .words = (char *) "somebody" };
  gint64 begin = g_get_monotonic_time ();

  remit_history_model_set_filter (model, &filter);
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_printerr ("found %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
  remit_history_model_set_filter (model, NULL);
  wait_for_frames (view);
}

static void
measure_way (GtkWidget *view)
{
  gint64 begin = g_get_monotonic_time ();

  gtk_widget_activate_action (view, "history.go-to", "x", (gint64) 1);
  g_printerr ("go %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
  wait_for_frames (view);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  GtkWindow *window;
  GtkWidget *view;
  RemitHistoryModel *model;

  if (argc != 2)
    g_error ("Usage: remit-bench-seek WORKSPACE");
  g_main_context_set_poll_func (NULL, poll_and_time);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, argv[1], TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "history");
  view = remit_find_widget (GTK_WIDGET (window), REMIT_TYPE_HISTORY_VIEW);
  wait_for_frames (view);
  model = REMIT_HISTORY_MODEL (gtk_widget_get_template_child (view, REMIT_TYPE_HISTORY_VIEW,
                                                              "model"));

  measure_search (view, model);
  measure_found (view, model);
  measure_way (view);
  gtk_window_destroy (window);
  return 0;
}
