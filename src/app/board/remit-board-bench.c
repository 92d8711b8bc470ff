/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bench measures of the board: its first frame, and the frames of scrolling. */
#include "remit-board-bench.h"

/* Pixels a frame: a brisk flick of a touchpad; less where there is little to scroll. */
#define STEP 90
#define MIN_FRAMES 200
#define MAX_FRAMES 4000

void
remit_board_bench_first_frame (void)
{
  if (g_getenv ("REMIT_BENCH_FIRST_FRAME") == NULL)
    return;
  g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_application_quit (g_application_get_default ());
}

/* ── Scrolling ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GtkScrolledWindow *scrolled;
  GArray *times;
  gint64 begin;
  gboolean down;
} Run;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Microseconds. */
static gint64
get_percentile (GArray *times, double share)
{
  return g_array_index (times, gint64, (guint) (share * (times->len - 1)));
}

static void
finish (Run *run)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (run->scrolled));

  g_array_sort (run->times, compare_times);
  g_printerr ("scroll frames %u p50 %" G_GINT64_FORMAT " p99 %" G_GINT64_FORMAT
              " max %" G_GINT64_FORMAT "\n",
              run->times->len, get_percentile (run->times, 0.5), get_percentile (run->times, 0.99),
              get_percentile (run->times, 1));
  gtk_window_destroy (GTK_WINDOW (root));
}

/* Returns: whether there was still something to scroll */
static gboolean
scroll_on (GtkAdjustment *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  double step = MIN (STEP, MAX (1, end / MIN_FRAMES));

  gtk_adjustment_set_value (adjustment, MIN (value + step, end));
  return value < end;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;

  if (run->times->len >= MAX_FRAMES)
    {
      finish (run);
      return G_SOURCE_REMOVE;
    }
  if (!run->down)
    run->down = !scroll_on (gtk_scrolled_window_get_hadjustment (run->scrolled));
  else if (!scroll_on (gtk_scrolled_window_get_vadjustment (run->scrolled)))
    {
      finish (run);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
on_before_paint (GdkFrameClock *clock, Run *run)
{
  run->begin = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock, Run *run)
{
  gint64 time = g_get_monotonic_time () - run->begin;

  g_array_append_val (run->times, time);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_array_unref (run->times);
  g_free (run);
}

void
remit_board_bench_scroll (GtkScrolledWindow *scrolled)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scrolled));
  Run *run;

  if (g_getenv ("REMIT_BENCH_SCROLL") == NULL)
    return;

  run = g_new0 (Run, 1);
  run->scrolled = scrolled;
  run->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (clock), "remit-scroll-test", run, run_free);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), run);
  gtk_widget_add_tick_callback (GTK_WIDGET (scrolled), on_tick, run, NULL);
}

/* ── Zooming ──────────────────────────────────────────────────────────────────────────────── */

const char *
remit_board_bench_get_zoom (void)
{
  return g_getenv ("REMIT_BENCH_ZOOM");
}

/* Frames from one step of the zoom to the next; and steps. */
#define REST 12
#define STEPS 60

typedef struct {
  GtkWidget *view;
  GArray *zooms; /* of the frames right after a step */
  GArray *times; /* of all */
  gint64 begin;
  guint n_frames;
} Zooming;

static void
zooming_free (gpointer data)
{
  Zooming *run = data;

  g_array_unref (run->zooms);
  g_array_unref (run->times);
  g_free (run);
}

static void
print_times (const char *name,
             GArray *times)
{
  g_array_sort (times, compare_times);
  g_printerr ("%s frames %u p50 %" G_GINT64_FORMAT " p99 %" G_GINT64_FORMAT
              " max %" G_GINT64_FORMAT "\n",
              name, times->len, get_percentile (times, 0.5), get_percentile (times, 0.99),
              get_percentile (times, 1));
}

static gboolean
on_zoom_tick (GtkWidget *widget,
              GdkFrameClock *clock G_GNUC_UNUSED,
              gpointer data)
{
  Zooming *run = data;
  guint step = run->n_frames / REST;

  if (step >= STEPS)
    {
      print_times ("zoom", run->zooms);
      print_times ("all", run->times);
      gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (widget)));
      return G_SOURCE_REMOVE;
    }
  /* out twice, in twice */
  if (run->n_frames % REST == 0)
    gtk_widget_activate_action (widget, step % 4 < 2 ? "view.zoom-out" : "view.zoom-in", NULL);
  else
    gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
on_zoom_before_paint (GdkFrameClock *clock G_GNUC_UNUSED,
                      Zooming *run)
{
  run->begin = g_get_monotonic_time ();
}

static void
on_zoom_after_paint (GdkFrameClock *clock G_GNUC_UNUSED,
                     Zooming *run)
{
  gint64 time = g_get_monotonic_time () - run->begin;

  if (run->n_frames % REST == 0)
    g_array_append_val (run->zooms, time);
  g_array_append_val (run->times, time);
  run->n_frames++;
}

void
remit_board_bench_zoom (GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  Zooming *run;

  if (g_getenv ("REMIT_BENCH_ZOOMING") == NULL)
    return;

  run = g_new0 (Zooming, 1);
  run->view = view;
  run->zooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  run->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (clock), "remit-zoom-test", run, zooming_free);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_zoom_before_paint), run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_zoom_after_paint), run);
  gtk_widget_add_tick_callback (view, on_zoom_tick, run, NULL);
}
