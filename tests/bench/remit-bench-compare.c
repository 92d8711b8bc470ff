/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a comparison of two plans against reading both, in turns:
 * remit-bench-compare WORKSPACE N. The first plan is copied, and 100 slots of the copy are changed.
 * Prints both medians in microseconds. */
#include <stdlib.h>

#include "plan/compare/remit-compare.h"
#include "plan/design/remit-design.h"

#define N_DIFFERENCES 100

static void
die_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static gint64
make_copy (RemitWorkspace *workspace,
           gint64 plan)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_copy_plan (workspace, plan, "Copy", &error);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (RemitEdit) edit = NULL;

  die_if (error);
  slots = remit_store_load_all (remit_workspace_get_store (workspace), REMIT_KIND_SLOT,
                                "WHERE t.plan = ?1 ORDER BY t.id LIMIT 100", copy, &error);
  die_if (error);
  edit = remit_workspace_begin (workspace, &error);
  die_if (error);
  remit_edit_describe (edit, copy, remit_message_new ("Bench", NULL));
  for (guint i = 0; i < slots->len && error == NULL; i++)
    {
      remit_record_set_integer (slots->pdata[i], REMIT_SLOT_FTE, 37);
      remit_edit_update (edit, slots->pdata[i], &error);
    }
  die_if (error);
  remit_edit_commit (edit, &error);
  die_if (error);
  return copy;
}

static gint64
read_both (RemitStore *store,
           gint64 plan,
           gint64 copy)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  RemitPlanState *a = remit_plan_state_read (store, plan, REMIT_PLAN_STATE_NOW, NULL, &error);
  RemitPlanState *b = remit_plan_state_read (store, copy, REMIT_PLAN_STATE_NOW, NULL, &error);

  die_if (error);
  remit_plan_state_free (a);
  remit_plan_state_free (b);
  return g_get_monotonic_time () - begin;
}

static gint64
compare (RemitStore *store,
         gint64 plan,
         gint64 copy)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitComparison) comparison = remit_compare (
    store, &(RemitPlanMoment){ plan, REMIT_PLAN_STATE_NOW },
    &(RemitPlanMoment){ copy, REMIT_PLAN_STATE_NOW }, NULL, &error);

  die_if (error);
  if (comparison->differences->len != N_DIFFERENCES)
    g_error ("%u differences", comparison->differences->len);
  return g_get_monotonic_time () - begin;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, times->len / 2);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GArray) reads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) comparisons = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = NULL;
  RemitStore *store;
  gint64 plan, copy;

  if (argc != 3)
    g_error ("Usage: remit-bench-compare WORKSPACE N");
  workspace = remit_workspace_open (argv[1], REMIT_STORE_NO_FLAGS, &error);
  die_if (error);
  store = remit_workspace_get_store (workspace);
  plan = remit_store_query_integer (store, "SELECT min (id) FROM plan", 0, 0, &error);
  die_if (error);
  copy = make_copy (workspace, plan);
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      gint64 read = read_both (store, plan, copy);
      gint64 time = compare (store, plan, copy);

      g_array_append_val (reads, read);
      g_array_append_val (comparisons, time);
    }
  g_print ("compare %" G_GINT64_FORMAT "\nread %" G_GINT64_FORMAT "\n", get_median (comparisons),
           get_median (reads));
  return EXIT_SUCCESS;
}
