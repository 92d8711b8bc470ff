/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding anything in the real window: each letter that is typed, until what it found is shown.
 *
 * A turn of the main loop, from the end of one poll to the beginning of the next, is what keeps the
 * window from answering. */
#include <string.h>

#include "application/remit-application.h"
#include "find/remit-find-dialog.h"
#include "find/remit-finder.h"
#include "widgets/remit-find.h"
#include "window/remit-window.h"

static gint64 turn_begin;
static GArray *turns;
static gboolean is_found;

static gint
poll_and_time (GPollFD *fds,
               guint n_fds,
               gint timeout)
{
  gint64 turn = g_get_monotonic_time () - turn_begin;
  gint ready;

  if (turn_begin != 0)
    g_array_append_val (turns, turn);
  ready = g_poll (fds, n_fds, timeout);
  turn_begin = g_get_monotonic_time ();
  return ready;
}

static gboolean
on_found (GSignalInvocationHint *hint,
          guint n_values,
          const GValue *values,
          gpointer data)
{
  is_found = TRUE;
  return TRUE;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REMIT_IS_FIND_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
on_after_paint (gpointer clock G_GNUC_UNUSED,
                gboolean *is_painted)
{
  *is_painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint),
                                     &is_painted);

  gtk_widget_queue_draw (widget);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
wait_a_while (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      turn_begin = 0;
    }
}

/* Returns: how long it takes until the frame that shows what was found */
static gint64
measure_key (GtkWidget *dialog,
             GtkEditable *search,
             const char *text)
{
  gint64 begin = g_get_monotonic_time ();

  is_found = FALSE;
  turn_begin = 0;
  gtk_editable_set_text (search, text);
  while (!is_found)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (dialog);
  return g_get_monotonic_time () - begin;
}

static void
measure_words (GtkWidget *dialog,
               GArray *keys)
{
  static const char *const words[] = { "person 12", "ml engineer", "team 77", "decision 300",
                                       "slot", "prsn", "vacant", "engineer in team 4",
                                       "undo", "pe 9", "nowhere at all" };
  GtkEditable *search = GTK_EDITABLE (remit_find_widget (dialog, GTK_TYPE_SEARCH_ENTRY));

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      for (gsize n = 1; n <= strlen (words[i]); n++)
        {
          g_autofree char *text = g_strndup (words[i], n);
          gint64 key = measure_key (dialog, search, text);

          g_array_append_val (keys, key);
        }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static gint64
get_share (GArray *times,
           guint percent)
{
  g_array_sort (times, compare);
  return g_array_index (times, gint64, (times->len - 1) * percent / 100);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWindow *window;
  GtkWidget *dialog;

  if (argc != 2)
    g_error ("Usage: remit-bench-find WORKSPACE");
  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_type_class_unref (g_type_class_ref (REMIT_TYPE_FINDER));
  g_signal_add_emission_hook (g_signal_lookup ("found", REMIT_TYPE_FINDER), 0, on_found, NULL,
                              NULL);
  g_main_context_set_poll_func (NULL, poll_and_time);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, argv[1], TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  wait_a_while (4000); /* the checker has ended */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_a_while (1000);

  g_array_set_size (turns, 0);
  measure_words (dialog, keys);
  g_printerr ("key p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n", get_share (keys, 50),
              get_share (keys, 95));
  g_printerr ("turn p99 %" G_GINT64_FORMAT " longest %" G_GINT64_FORMAT "\n",
              get_share (turns, 99), get_share (turns, 100));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (window);
  g_array_unref (turns);
  return 0;
}
