/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates in the real window: a slot is selected, until the pool shows who fits it best; and the
 * same after an edit, when all people are read again.
 *
 * A turn of the main loop, from the end of one poll to the beginning of the next, is what keeps the
 * window from answering. */
#include "application/remit-application.h"
#include "board/pool/remit-pool-people.h"
#include "board/pool/remit-pool.h"
#include "plan/placement/remit-placement.h"
#include "widgets/remit-find.h"
#include "window/remit-window.h"

#define SLOTS 200
#define EDITS 20

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

/* Returns: how long it takes until the frame that shows who was found, since @begin */
static gint64
wait_for_people (RemitPool *pool,
                 gint64 begin)
{
  while (!is_found)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (GTK_WIDGET (pool));
  return g_get_monotonic_time () - begin;
}

static void
measure_slots (RemitPool *pool,
               GListModel *slots,
               GArray *orders)
{
  guint n = g_list_model_get_n_items (slots);

  for (guint i = 0; i < SLOTS; i++)
    {
      g_autoptr (RemitEntity) slot = g_list_model_get_item (slots, i * (n / SLOTS));
      gint64 begin = g_get_monotonic_time ();
      gint64 order;

      is_found = FALSE;
      turn_begin = 0;
      remit_pool_show_candidates (pool, remit_entity_get_id (slot));
      order = wait_for_people (pool, begin);
      g_array_append_val (orders, order);
    }
}

/* Somebody who is in a slot is put into another one, and taken back. */
static void
measure_edits (RemitPool *pool,
               RemitWorkspace *workspace,
               GArray *orders)
{
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);
  GListModel *slots = remit_workspace_get_list (workspace, REMIT_KIND_SLOT);

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (people, i * 7);
      g_autoptr (RemitEntity) slot = g_list_model_get_item (slots, i * 11 + 3);
      const RemitPlacement placement = { .person = remit_entity_get_id (person),
                                         .slot = remit_entity_get_id (slot), .allocation = 10 };
      gint64 begin, order;

      is_found = FALSE;
      if (!remit_placement_do (workspace, &placement, 1, NULL))
        continue;
      begin = g_get_monotonic_time ();
      turn_begin = 0;
      order = wait_for_people (pool, begin);
      g_array_append_val (orders, order);
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
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));
  RemitWorkspace *workspace;
  GtkWindow *window;
  RemitPool *pool;

  if (argc != 2)
    g_error ("Usage: remit-bench-candidates WORKSPACE");
  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_type_class_unref (g_type_class_ref (REMIT_TYPE_POOL_PEOPLE));
  g_signal_add_emission_hook (g_signal_lookup ("found", REMIT_TYPE_POOL_PEOPLE), 0, on_found,
                              NULL, NULL);
  g_main_context_set_poll_func (NULL, poll_and_time);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, argv[1], TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  wait_a_while (4000); /* the checker has ended */
  pool = REMIT_POOL (remit_find_widget (GTK_WIDGET (window), REMIT_TYPE_POOL));
  workspace = remit_window_get_workspace (REMIT_WINDOW (window));

  g_array_set_size (turns, 0);
  measure_slots (pool, remit_workspace_get_list (workspace, REMIT_KIND_SLOT), orders);
  g_printerr ("order p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n",
              get_share (orders, 50), get_share (orders, 95));
  g_printerr ("turn p99 %" G_GINT64_FORMAT " longest %" G_GINT64_FORMAT "\n",
              get_share (turns, 99), get_share (turns, 100));
  measure_edits (pool, workspace, again);
  g_printerr ("again p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n",
              get_share (again, 50), get_share (again, 95));
  gtk_window_destroy (window);
  g_array_unref (turns);
  return 0;
}
