/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates in the real window: a slot is selected, until the pool shows who fits it best; and the
 * same after an edit, when all people are read again. */
#include "board/pool/remit-pool-people.h"
#include "board/pool/remit-pool.h"
#include "plan/placement/remit-placement.h"
#include "remit-bench-answers.h"
#include "widgets/remit-find.h"

#define SLOTS 200
#define EDITS 20

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

      remit_bench_answers_ask ();
      remit_pool_show_candidates (pool, remit_entity_get_id (slot));
      order = remit_bench_answers_wait (GTK_WIDGET (pool), begin);
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

      remit_bench_answers_ask ();
      if (!remit_placement_do (workspace, &placement, 1, NULL))
        continue;
      begin = g_get_monotonic_time ();
      order = remit_bench_answers_wait (GTK_WIDGET (pool), begin);
      g_array_append_val (orders, order);
    }
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));
  RemitWorkspace *workspace;
  RemitWindow *window;
  RemitPool *pool;

  if (argc != 2)
    g_error ("Usage: remit-bench-candidates WORKSPACE");
  window = remit_bench_answers_open (argv[1], REMIT_TYPE_POOL_PEOPLE);
  pool = REMIT_POOL (remit_find_widget (GTK_WIDGET (window), REMIT_TYPE_POOL));
  workspace = remit_window_get_workspace (window);

  remit_bench_answers_reset_turns ();
  measure_slots (pool, remit_workspace_get_list (workspace, REMIT_KIND_SLOT), orders);
  remit_bench_answers_print ("order", orders);
  remit_bench_answers_print_turns ();
  measure_edits (pool, workspace, again);
  remit_bench_answers_print ("again", again);
  remit_bench_answers_close (window);
  return 0;
}
