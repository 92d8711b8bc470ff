/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix in the real window: its first frame, scrolling it, or typing in it. */
#include "application/remit-application.h"
#include "board/remit-board-bench.h"
#include "check/remit-checker.h"
#include "decisions/matrix/remit-rights-cell.h"
#include "decisions/matrix/remit-rights-grid.h"
#include "widgets/remit-find.h"
#include "window/remit-window.h"

/* Rounds of typing, after one that does not count. */
#define ROUNDS 40

/* A finding at the cell says so. */
#define FOUND "has R/C"

typedef struct {
  RemitRightsGrid *grid;
  GdkFrameClock *clock;
  gint64 begin;
  gint64 longest;
  guint n_frames;
} Bench;

static void
on_before_paint (GdkFrameClock *clock G_GNUC_UNUSED,
                 Bench *self)
{
  self->begin = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock G_GNUC_UNUSED,
                Bench *self)
{
  self->longest = MAX (self->longest, g_get_monotonic_time () - self->begin);
  self->n_frames++;
}

/* The matrix with its size and its rows. */
static void
wait_for_matrix (Bench *self)
{
  while (remit_rights_grid_get_n_widgets (self->grid) == 0
         || gtk_widget_get_width (GTK_WIDGET (self->grid)) == 0)
    g_main_context_iteration (NULL, TRUE);
  self->n_frames = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  while (self->n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: microseconds that the main loop was busy with the key itself */
static gint64
press (Bench *self,
       guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  gint64 begin = g_get_monotonic_time ();
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  if (!taken)
    g_error ("The matrix does not take the key");
  return g_get_monotonic_time () - begin;
}

static gboolean
is_found (Bench *self)
{
  GtkWidget *cell = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->grid)));

  return REMIT_IS_RIGHTS_CELL (cell)
         && strstr (remit_rights_cell_get_spoken (REMIT_RIGHTS_CELL (cell)), FOUND) != NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (const char *what,
             GArray *times)
{
  g_array_sort (times, compare_times);
  g_printerr ("%s p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n", what,
              g_array_index (times, gint64, times->len / 2),
              g_array_index (times, gint64, times->len * 95 / 100));
}

/* From the key to the frame in which the finding is at the cell, or is gone from it. */
static void
type_once (Bench *self,
           gboolean wanted,
           GArray *keys,
           GArray *findings)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 key;
  gint64 found;

  if (wanted)
    press (self, GDK_KEY_slash);
  key = press (self, wanted ? GDK_KEY_c : GDK_KEY_r);
  self->longest = 0;
  self->n_frames = 0;
  while (self->n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  key += self->longest;
  while (is_found (self) != wanted)
    g_main_context_iteration (NULL, TRUE);
  self->n_frames = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  while (self->n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  found = g_get_monotonic_time () - begin;
  if (keys == NULL)
    return;
  g_array_append_val (keys, key);
  g_array_append_val (findings, found);
}

static void
type (Bench *self)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (gint64));

  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  press (self, GDK_KEY_r);
  type_once (self, TRUE, NULL, NULL);
  type_once (self, FALSE, NULL, NULL);
  for (int i = 0; i < ROUNDS; i++)
    type_once (self, i % 2 == 0, keys, findings);
  print_times ("key", keys);
  print_times ("finding", findings);
}

static RemitWindow *
open_matrix (RemitApplication *application,
             const char *path)
{
  GtkWindow *window;

  remit_application_open_workspace (application, path, TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "decisions");
  return REMIT_WINDOW (window);
}

static void
measure (Bench *self,
         RemitWindow *window,
         const char *what)
{
  while ((self->grid = (RemitRightsGrid *) remit_find_widget (GTK_WIDGET (window),
                                                              REMIT_TYPE_RIGHTS_GRID))
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (on_after_paint), self);
  wait_for_matrix (self);
  if (g_str_equal (what, "first"))
    g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  else if (g_str_equal (what, "type"))
    type (self);
  g_signal_handlers_disconnect_by_data (self->clock, self);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  RemitWindow *window;
  Bench bench = { 0 };

  if (argc != 3)
    g_error ("Usage: remit-bench-matrix first|scroll|type WORKSPACE");
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = open_matrix (application, argv[2]);
  measure (&bench, window, argv[1]);
  if (!g_str_equal (argv[1], "scroll"))
    {
      gtk_window_destroy (GTK_WINDOW (window));
      return 0;
    }
  g_setenv ("REMIT_BENCH_SCROLL", "1", TRUE);
  remit_board_bench_scroll (GTK_SCROLLED_WINDOW (
    gtk_widget_get_ancestor (GTK_WIDGET (bench.grid), GTK_TYPE_SCROLLED_WINDOW)));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
