/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the real window takes to answer what is asked of it. */
#include "remit-bench-answers.h"

#include "application/remit-application.h"

/* The checker has ended by then, in milliseconds. */
#define CHECKED 4000

static RemitApplication *application;
static gint64 turn_begin; /* 0 for one that is not measured */
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
on_found (GSignalInvocationHint *hint G_GNUC_UNUSED,
          guint n_values G_GNUC_UNUSED,
          const GValue *values G_GNUC_UNUSED,
          gpointer data G_GNUC_UNUSED)
{
  is_found = TRUE;
  return TRUE;
}

RemitWindow *
remit_bench_answers_open (const char *workspace,
                          GType emitter)
{
  GtkWindow *window;

  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_type_class_unref (g_type_class_ref (emitter));
  g_signal_add_emission_hook (g_signal_lookup ("found", emitter), 0, on_found, NULL, NULL);
  g_main_context_set_poll_func (NULL, poll_and_time);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, workspace, TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  remit_bench_answers_pause (CHECKED);
  return REMIT_WINDOW (window);
}

void
remit_bench_answers_close (RemitWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&application);
  g_clear_pointer (&turns, g_array_unref);
}

void
remit_bench_answers_pause (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      turn_begin = 0;
    }
}

void
remit_bench_answers_ask (void)
{
  is_found = FALSE;
  turn_begin = 0;
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

gint64
remit_bench_answers_wait (GtkWidget *widget,
                          gint64 begin)
{
  while (!is_found)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (widget);
  return g_get_monotonic_time () - begin;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* Returns: what so many percent of the times are within */
static gint64
get_share (GArray *times,
           guint percent)
{
  g_array_sort (times, compare);
  return g_array_index (times, gint64, (times->len - 1) * percent / 100);
}

void
remit_bench_answers_print (const char *name,
                           GArray *times)
{
  g_printerr ("%s p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n", name,
              get_share (times, 50), get_share (times, 95));
}

void
remit_bench_answers_reset_turns (void)
{
  g_array_set_size (turns, 0);
}

void
remit_bench_answers_print_turns (void)
{
  g_printerr ("turn p99 %" G_GINT64_FORMAT " longest %" G_GINT64_FORMAT "\n",
              get_share (turns, 99), get_share (turns, 100));
}
