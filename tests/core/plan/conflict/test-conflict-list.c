/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the list of conflicts: its orders and filters, and how it follows the workspace. */
#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-list.h"
#include "settle-fixture.h"

#define LONG 150

static gboolean
is_searching (RemitConflictList *list)
{
  gboolean searching;

  g_object_get (list, "searching", &searching, NULL);
  return searching;
}

/* Returns: (transfer full): the titles in order */
static char *
dup_titles (RemitConflictList *list)
{
  GString *titles = g_string_new (NULL);

  /* a search that another one replaced holds the list until it ends, too */
  while (is_searching (list) || G_OBJECT (list)->ref_count > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (100);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (RemitEntity) conflict = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              remit_entity_get_text (conflict, REMIT_CONFLICT_TITLE));
    }
  return g_string_free (titles, FALSE);
}

static void
check (RemitConflictList *list,
       const char *expected)
{
  g_autofree char *titles = dup_titles (list);

  g_assert_cmpstr (titles, ==, expected);
}

static void
set (PlanFixture *f,
     gint64 conflict,
     guint field,
     const char *value)
{
  plan_fixture_set (f, REMIT_KIND_CONFLICT, conflict, field, value);
}

static void
set_owner (PlanFixture *f,
           gint64 conflict,
           gint64 person)
{
  char id[17];

  remit_id_format (person, id);
  set (f, conflict, REMIT_CONFLICT_OWNER, id);
}

typedef struct {
  gint64 labels, costs, thresholds, names;
} Conflicts;

/* Each one minute after the one before, so that none is due first by chance. */
static Conflicts
add_conflicts (PlanFixture *f)
{
  Conflicts all;

  settle_add_ladder (f);
  all.labels = settle_raise (f, "Labels");
  settle_set_now (TODAY "T12:01:00Z");
  all.costs = settle_raise (f, "Costs");
  settle_set_now (TODAY "T12:02:00Z");
  all.thresholds = settle_raise (f, "Thresholds");
  settle_set_now (TODAY "T12:03:00Z");
  all.names = settle_raise (f, "Names");
  set (f, all.labels, REMIT_CONFLICT_SEVERITY, "1");
  set (f, all.costs, REMIT_CONFLICT_SEVERITY, "3");
  set (f, all.names, REMIT_CONFLICT_SEVERITY, "4");
  set (f, all.costs, REMIT_CONFLICT_TYPE, "resource");
  set_owner (f, all.labels, f->cem);
  set_owner (f, all.costs, f->ada);
  set_owner (f, all.names, f->ada);
  settle_set_now (TODAY "T13:00:00Z");
  g_assert_true (
    remit_settle_step (f->workspace, all.labels, REMIT_CONFLICT_EVENT_MEDIATION, 0, 0, "", NULL));
  g_assert_true (
    remit_settle_step (f->workspace, all.costs, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", NULL));
  return all;
}

static RemitConflictList *
create_list (PlanFixture *f)
{
  RemitConflictList *list = remit_conflict_list_new ();

  remit_conflict_list_set_plan (list, f->workspace, f->plan);
  return list;
}

/* ── Orders ───────────────────────────────────────────────────────────────────────────────── */

static void
test_orders (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  static const char *const running[REMIT_N_CONFLICTS_ORDERS] = {
    [REMIT_CONFLICTS_BY_CLOCK] = "Labels Thresholds Names Costs",
    [REMIT_CONFLICTS_BY_AGE] = "Labels Costs Thresholds Names",
    [REMIT_CONFLICTS_BY_SEVERITY] = "Names Costs Thresholds Labels",
    [REMIT_CONFLICTS_BY_STATE] = "Thresholds Names Labels Costs",
    [REMIT_CONFLICTS_BY_RUNG] = "Costs Labels Thresholds Names",
    [REMIT_CONFLICTS_BY_OWNER] = "Names Costs Labels Thresholds",
  };
  Conflicts all = add_conflicts (f);
  g_autoptr (RemitConflictList) list = create_list (f);

  for (RemitConflictsOrder order = 0; order < REMIT_N_CONFLICTS_ORDERS; order++)
    {
      remit_conflict_list_set_order (list, order);
      check (list, running[order]);
    }
  /* what is over stands where it ended */
  g_assert_true (remit_settle_step (f->workspace, all.thresholds, REMIT_CONFLICT_EVENT_WITHDRAWN, 0,
                                    0, "", NULL));
  check (list, "Names Costs Labels");
  remit_conflict_list_set_shown (list, REMIT_CONFLICTS_ALL);
  check (list, "Names Costs Labels Thresholds");
  remit_conflict_list_set_order (list, REMIT_CONFLICTS_BY_STATE);
  check (list, "Names Labels Costs Thresholds");
  remit_conflict_list_set_shown (list, REMIT_CONFLICTS_OVER);
  check (list, "Thresholds");
}

/* By the alphabet of the language, not of the machine. */
static void
test_owners (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  Conflicts all = add_conflicts (f);
  g_autoptr (RemitConflictList) list = NULL;
  g_autoptr (GArray) owners = NULL;
  g_autoptr (GError) error = NULL;

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME, "bela");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_NAME, "Cem");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Ann");
  set_owner (f, all.thresholds, f->bob);
  list = create_list (f);
  remit_conflict_list_set_order (list, REMIT_CONFLICTS_BY_OWNER);
  check (list, g_utf8_collate ("bela", "Cem") < 0 ? "Thresholds Names Costs Labels"
                                                  : "Thresholds Labels Names Costs");
  owners = remit_conflict_query_list_owners (f->store, f->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (owners->len, ==, 3);
  g_assert_cmpint (g_array_index (owners, gint64, 0), ==, f->bob);
  g_clear_pointer (&owners, g_array_unref);
  /* of another plan, none */
  owners = remit_conflict_query_list_owners (f->store, f->plan + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (owners->len, ==, 0);
}

/* ── Filters ──────────────────────────────────────────────────────────────────────────────── */

static void
test_filters (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  const int any = REMIT_CONFLICTS_ANY;
  g_autoptr (RemitConflictList) list = NULL;

  add_conflicts (f);
  list = create_list (f);
  remit_conflict_list_set_filter (list, any, any, f->ada);
  check (list, "Names Costs");
  remit_conflict_list_set_filter (list, any, any, REMIT_CONFLICTS_NOBODY);
  check (list, "Thresholds");
  remit_conflict_list_set_filter (list, any, 4, f->ada);
  check (list, "Names");
  remit_conflict_list_set_filter (list, REMIT_CONFLICT_RESOURCE, any, any);
  check (list, "Costs");
  remit_conflict_list_set_filter (list, REMIT_CONFLICT_RESOURCE, 4, any);
  check (list, "");
  remit_conflict_list_set_filter (list, any, any, f->ada);
  remit_conflict_list_set_words (list, "nam");
  check (list, "Names");
  remit_conflict_list_set_words (list, "");
  remit_conflict_list_set_shown (list, REMIT_CONFLICTS_OVER);
  check (list, "");
  /* the last that was asked for counts */
  remit_conflict_list_set_shown (list, REMIT_CONFLICTS_RUNNING);
  remit_conflict_list_set_filter (list, any, 1, any);
  remit_conflict_list_set_filter (list, any, 3, any);
  check (list, "Costs");
  remit_conflict_list_set_filter (list, any, any, any);
  check (list, "Labels Thresholds Names Costs");
}

/* ── Following ────────────────────────────────────────────────────────────────────────────── */

static void
on_items_changed (GListModel *list G_GNUC_UNUSED,
                  guint position,
                  guint removed,
                  guint added,
                  GString *said)
{
  g_string_append_printf (said, "%u-%u+%u ", position, removed, added);
}

/* Also what a thread looks for follows every edit, and rows that stay are not told. */
static void
test_follow (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  Conflicts all = add_conflicts (f);
  g_autoptr (RemitConflictList) list = create_list (f);
  g_autoptr (GString) said = g_string_new (NULL);

  remit_conflict_list_set_order (list, REMIT_CONFLICTS_BY_OWNER);
  check (list, "Names Costs Labels Thresholds");
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), said);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_CONFLICT, all.labels,
                                      REMIT_CONFLICT_SEVERITY, "2", NULL));
  check (list, "Names Costs Labels Thresholds");
  g_assert_cmpstr (said->str, ==, "2-1+1 ");
  g_string_truncate (said, 0);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_CONFLICT, all.names,
                                      REMIT_CONFLICT_OWNER, "", NULL));
  check (list, "Costs Labels Thresholds Names");
  g_assert_cmpstr (said->str, ==, "0-4+4 ");
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  check (list, "Names Costs Labels Thresholds");
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, NULL));
  check (list, "Costs Labels Thresholds Names");
}

/* Of another plan, nothing of this one is shown while it is looked for. */
static void
test_other_plan (PlanFixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  gint64 other;
  g_autoptr (RemitConflictList) list = NULL;

  add_conflicts (f);
  plan_fixture_add_published (f, "Other", &other);
  list = create_list (f);
  remit_conflict_list_set_order (list, REMIT_CONFLICTS_BY_OWNER);
  check (list, "Names Costs Labels Thresholds");
  remit_conflict_list_set_plan (list, f->workspace, other);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  check (list, "");
  remit_conflict_list_set_plan (list, f->workspace, f->plan);
  check (list, "Names Costs Labels Thresholds");
  remit_conflict_list_set_plan (list, NULL, 0);
  check (list, "");
}

/* Over several pages, what an index knows is what a thread finds. */
static void
test_pages (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  RemitConflictQuery query = REMIT_CONFLICT_QUERY_INIT (f->plan);
  g_autoptr (RemitConflictList) list = create_list (f);
  g_autoptr (GError) error = NULL;

  settle_set_now (TODAY "T12:00:00Z");
  for (int i = 0; i < LONG; i++)
    {
      g_autofree char *title = g_strdup_printf ("C%03d", i * 7 % LONG);

      set (f, settle_raise (f, title), REMIT_CONFLICT_SEVERITY, i % 2 == 0 ? "1" : "4");
    }
  for (query.order = 0; query.order <= REMIT_CONFLICTS_BY_SEVERITY; query.order++)
    {
      g_autoptr (GPtrArray) found = remit_conflict_query_load (&query, f->store, &error);

      g_assert_no_error (error);
      g_assert_true (remit_conflict_query_is_quick (&query));
      remit_conflict_list_set_order (list, query.order);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, LONG);
      g_assert_cmpuint (found->len, ==, LONG);
      for (guint i = 0; i < LONG; i++)
        {
          g_autoptr (RemitEntity) conflict = g_list_model_get_item (G_LIST_MODEL (list), i);

          g_assert_cmpint (remit_entity_get_id (conflict), ==,
                           remit_record_get_id (found->pdata[i]));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/conflict-list/orders", test_orders);
  plan_fixture_add ("/plan/conflict-list/owners", test_owners);
  plan_fixture_add ("/plan/conflict-list/filters", test_filters);
  plan_fixture_add ("/plan/conflict-list/follow", test_follow);
  plan_fixture_add ("/plan/conflict-list/other-plan", test_other_plan);
  plan_fixture_add ("/plan/conflict-list/pages", test_pages);
  return g_test_run ();
}
