/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back in the history; and conflicts: searching many, and adding to the log of one. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "plan/conflict/remit-conflict-list.h"
#include "plan/conflict/remit-settle.h"
#include "store/history/remit-history.h"
#include "store/past/remit-past.h"

#define ROUNDS 100

static void
die_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* ── The past ─────────────────────────────────────────────────────────────────────────────── */

static void
measure_past (const char *path,
              gint64 back)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_autofree char *past = g_strconcat (path, ".past", NULL);
  g_autofree char *hash = NULL;
  gint64 length, begin;

  die_if (error);
  remit_history_get_head (store, &length, &hash, &error);
  die_if (error);
  g_unlink (past);
  begin = g_get_monotonic_time ();
  remit_past_write (store, length - back, past, NULL, &error);
  die_if (error);
  g_printerr ("past %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
  g_unlink (past);
}

/* ── Conflicts ────────────────────────────────────────────────────────────────────────────── */

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

static gboolean
is_searching (RemitConflictList *list)
{
  gboolean searching;

  g_object_get (list, "searching", &searching, NULL);
  return searching;
}

/* From the word to the first rows of what is found. */
static void
measure_search (RemitWorkspace *workspace,
                gint64 plan)
{
  static const char *const words[] = { "fraud", "monitoring nakamura", "stat", "nobody hopper 77",
                                       "gtk silva" };
  g_autoptr (RemitConflictList) list = remit_conflict_list_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  remit_conflict_list_set_shown (list, REMIT_CONFLICTS_ALL);
  remit_conflict_list_set_plan (list, workspace, plan);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      remit_conflict_list_set_words (list, words[i % G_N_ELEMENTS (words)]);
      while (is_searching (list))
        g_main_context_iteration (NULL, TRUE);
      for (guint row = 0; row < 30; row++)
        g_clear_object (&(GObject *){ g_list_model_get_item (G_LIST_MODEL (list), row) });
      begin = g_get_monotonic_time () - begin;
      g_array_append_val (times, begin);
    }
  print_times ("search", times);
}

/* From another order or filter to the first rows that it has. */
static void
measure_orders (RemitWorkspace *workspace,
                gint64 plan)
{
  g_autoptr (RemitConflictList) list = remit_conflict_list_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  remit_conflict_list_set_plan (list, workspace, plan);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      if (i % 2 == 0)
        remit_conflict_list_set_order (list, (i / 2 + 1) % REMIT_N_CONFLICTS_ORDERS);
      else
        remit_conflict_list_set_filter (list, REMIT_CONFLICTS_ANY,
                                        i % 4 == 1 ? REMIT_CONFLICTS_ANY : 4, REMIT_CONFLICTS_ANY);
      while (is_searching (list))
        g_main_context_iteration (NULL, TRUE);
      for (guint row = 0; row < 30; row++)
        g_clear_object (&(GObject *){ g_list_model_get_item (G_LIST_MODEL (list), row) });
      begin = g_get_monotonic_time () - begin;
      g_array_append_val (times, begin);
    }
  print_times ("order", times);
}

static void
measure_log (RemitWorkspace *workspace,
             gint64 plan)
{
  g_autoptr (RemitConflictList) list = remit_conflict_list_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitEntity) conflict = NULL;
  g_autoptr (GError) error = NULL;

  remit_conflict_list_set_plan (list, workspace, plan);
  conflict = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert (conflict != NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      remit_settle_step (workspace, remit_entity_get_id (conflict), REMIT_CONFLICT_EVENT_STATEMENT,
                         0, 0, "And so it is", &error);
      die_if (error);
      begin = g_get_monotonic_time () - begin;
      g_array_append_val (times, begin);
    }
  print_times ("state", times);
}

static void
measure_conflicts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_autoptr (RemitEntity) plan = NULL;

  die_if (error);
  plan = g_list_model_get_item (remit_workspace_get_list (workspace, REMIT_KIND_PLAN), 0);
  remit_workspace_open_plan (workspace, remit_entity_get_id (plan), &error);
  die_if (error);
  measure_search (workspace, remit_entity_get_id (plan));
  measure_orders (workspace, remit_entity_get_id (plan));
  measure_log (workspace, remit_entity_get_id (plan));
}

int
main (int argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "past"))
    measure_past (argv[2], g_ascii_strtoll (argv[3], NULL, 10));
  else if (argc == 3 && g_str_equal (argv[1], "conflicts"))
    measure_conflicts (argv[2]);
  else
    g_error ("Usage: remit-bench-history past WORKSPACE EDITS, or conflicts WORKSPACE");
  return EXIT_SUCCESS;
}
