/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans differ: scenarios, strangers, and one plan at two moments. */
#include <string.h>

#include "model/remit-id.h"
#include "plan-fixture.h"
#include "plan/compare/remit-compare.h"
#include "store/history/remit-history.h"

static gint64
copy_plan (PlanFixture *f,
           gint64 plan,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_copy_plan (f->workspace, plan, name, &error);

  g_assert_no_error (error);
  remit_workspace_open_plan (f->workspace, copy, &error);
  g_assert_no_error (error);
  return copy;
}

/* The row of a copy that was made from another one. */
static gint64
find_copy (PlanFixture *f,
           RemitKind kind,
           gint64 plan,
           gint64 origin)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GPtrArray) rows =
    remit_store_load_all (f->store, kind, "WHERE t.plan = ?1 ORDER BY t.id", plan, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (remit_record_get_integer (rows->pdata[i], (guint) remit_entity_info_find_origin (info))
        == origin)
      return remit_record_get_id (rows->pdata[i]);
  return 0;
}

static RemitComparison *
compare_at (PlanFixture *f,
            gint64 a,
            gint64 a_seq,
            gint64 b,
            gint64 b_seq)
{
  g_autoptr (GError) error = NULL;
  RemitComparison *comparison = remit_compare (f->store, &(RemitPlanMoment){ a, a_seq },
                                               &(RemitPlanMoment){ b, b_seq }, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static RemitComparison *
compare (PlanFixture *f,
         gint64 a,
         gint64 b)
{
  return compare_at (f, a, REMIT_PLAN_STATE_NOW, b, REMIT_PLAN_STATE_NOW);
}

/* Asserts which sentences there are, in their order, one a line. */
static void
check (const RemitComparison *comparison,
       const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const RemitDifference *difference = comparison->differences->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (difference);

      g_string_append_printf (text, "%s%s%s: %s %s", i > 0 ? "\n" : "", difference->team_name,
                              *difference->team_name != '\0' ? "" : "-",
                              remit_difference_op_get_nick (difference->op), sentence);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_plans (PlanFixture *f,
             gint64 a,
             gint64 b,
             const char *expected)
{
  g_autoptr (RemitComparison) comparison = compare (f, a, b);

  check (comparison, expected);
}

static gint64
get_length (PlanFixture *f)
{
  g_autofree char *hash = NULL;
  gint64 length = 0;

  g_assert_true (remit_history_get_head (f->store, &length, &hash, NULL));
  return length;
}

/* ── Scenarios ────────────────────────────────────────────────────────────────────────────── */

static void
test_copy (PlanFixture *f,
           gconstpointer data)
{
  gint64 copy, slot, other;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  plan_fixture_assign (f, f->data, f->bob, 40, "", "");
  copy = copy_plan (f, f->plan, "Cheaper");
  check_plans (f, f->plan, copy, "");

  slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  other = find_copy (f, REMIT_KIND_SLOT, copy, f->data);
  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_NAME, "Modeller");
  plan_fixture_assign (f, other, f->cem, 20, "", "");
  check_plans (f, f->plan, copy,
               "Fraud: changed Slot Modeller: Name none → Modeller, Demand 100 % → 60 %\n"
               "Fraud: added Assignment Cem Yıldız in Data engineer: added");
  check_plans (f, copy, f->plan,
               "Fraud: changed Slot ML engineer: Name Modeller → none, Demand 60 % → 100 %\n"
               "Fraud: removed Assignment Cem Yıldız in Data engineer: removed");
}

/* A slot that is in another team was moved, and what is in it was not. */
static void
test_moved (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 copy, slot, team;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  copy = copy_plan (f, f->plan, "Moved");
  slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  team = find_copy (f, REMIT_KIND_TEAM, copy, f->platform);
  remit_design_move_slot (f->workspace, slot, team, 0, &error);
  g_assert_no_error (error);
  check_plans (f, f->plan, copy, "Platform: moved Slot ML engineer: Team Fraud → Platform");
}

/* Of three that were put into another order, as few as possible were moved. */
static void
test_order (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) third = remit_record_new (REMIT_KIND_SLOT);
  gint64 copy, last;

  remit_record_set_integer (third, REMIT_SLOT_PLAN, f->plan);
  remit_record_set_integer (third, REMIT_SLOT_TEAM, f->fraud);
  remit_record_set_integer (third, REMIT_SLOT_ROLE, f->ml_role);
  remit_record_set_text (third, REMIT_SLOT_NAME, "Third");
  remit_design_create (f->workspace, third, &error);
  g_assert_no_error (error);
  copy = copy_plan (f, f->plan, "Reordered");
  last = find_copy (f, REMIT_KIND_SLOT, copy, remit_record_get_id (third));
  remit_design_move (f->workspace, REMIT_KIND_SLOT, last,
                     find_copy (f, REMIT_KIND_SLOT, copy, f->ml), &error);
  g_assert_no_error (error);
  check_plans (f, f->plan, copy, "Fraud: changed Slot Third: moved");
}

/* Two scenarios of one plan are compared through it, also when it is gone; so is a scenario of a
 * scenario. */
static void
test_relatives (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = copy_plan (f, f->plan, "First");
  gint64 second = copy_plan (f, f->plan, "Second");
  gint64 third = copy_plan (f, second, "Third");
  gint64 slot = find_copy (f, REMIT_KIND_SLOT, first, f->ml);
  gint64 grandchild =
    find_copy (f, REMIT_KIND_SLOT, third, find_copy (f, REMIT_KIND_SLOT, second, f->ml));
  const char *expected = "Fraud: changed Slot B: Name A → B";

  /* nothing but where they come from says that these are one */
  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_NAME, "A");
  plan_fixture_set (f, REMIT_KIND_SLOT, grandchild, REMIT_SLOT_NAME, "B");
  check_plans (f, first, third, expected);
  check_plans (f, f->plan, third, "Fraud: changed Slot B: Name none → B");
  remit_design_delete (f->workspace, REMIT_KIND_PLAN, f->plan, &error);
  g_assert_no_error (error);
  check_plans (f, first, third, expected);
}

/* ── Strangers ────────────────────────────────────────────────────────────────────────────── */

/* Plans that have nothing to do with each other are compared by names; letter case apart. */
static void
test_strangers (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitRecord) plan = remit_record_new (REMIT_KIND_PLAN);
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);
  g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);
  g_autoptr (GError) error = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  remit_record_set_text (plan, REMIT_PLAN_NAME, "Stranger");
  remit_design_create (f->workspace, plan, &error);
  remit_record_set_integer (team, REMIT_TEAM_PLAN, remit_record_get_id (plan));
  remit_record_set_text (team, REMIT_TEAM_NAME, "FRAUD");
  remit_design_create (f->workspace, team, &error);
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, remit_record_get_id (plan));
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, remit_record_get_id (team));
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, f->ml_role);
  remit_record_set_integer (slot, REMIT_SLOT_FTE, 50);
  remit_design_create (f->workspace, slot, &error);
  g_assert_no_error (error);
  check_plans (f, f->plan, remit_record_get_id (plan),
               "Platform: removed Team Platform: removed\n"
               "Platform: removed Slot On call: removed\n"
               "FRAUD: changed Team FRAUD: Name Fraud → FRAUD\n"
               "FRAUD: removed Slot Data engineer: removed\n"
               "FRAUD: changed Slot ML engineer: Demand 100 % → 50 %\n"
               "FRAUD: removed Assignment Ada Lovelace in ML engineer: removed");
}

/* ── Moments ──────────────────────────────────────────────────────────────────────────────── */

static void
test_moments (PlanFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitComparison) comparison = NULL;
  g_autoptr (RemitComparison) same = NULL;
  g_autoptr (GError) error = NULL;
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  gint64 before = get_length (f);

  plan_fixture_assign (f, f->data, f->bob, 40, "", "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME, "Countess Lovelace");
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_NAME, "Leavers");
  remit_design_delete (f->workspace, REMIT_KIND_ASSIGNMENT, assignment, &error);
  g_assert_no_error (error);
  remit_design_delete (f->workspace, REMIT_KIND_PERSON, f->ada, &error);
  g_assert_no_error (error);

  comparison = compare_at (f, f->plan, before, f->plan, REMIT_PLAN_STATE_NOW);
  check (comparison, "-: changed Plan Leavers: Name Churn → Leavers\n"
                     "Fraud: added Assignment Bob Martin in Data engineer: added\n"
                     "Fraud: removed Assignment Ada Lovelace in ML engineer: removed");
  g_assert_true (g_str_has_prefix (comparison->titles[0], "Churn@"));
  g_assert_cmpstr (comparison->titles[1], ==, "Leavers");
  same = compare_at (f, f->plan, before, f->plan, before);
  check (same, "");
}

static void
test_not_there (PlanFixture *f,
                gconstpointer data)
{
  const RemitPlanMoment now = { f->plan, REMIT_PLAN_STATE_NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (remit_compare (f->store, &now, &(RemitPlanMoment){ f->plan, 0 }, NULL, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "The plan “Churn” did not exist at that time");
  g_assert_null (remit_compare (f->store, &(RemitPlanMoment){ 7, REMIT_PLAN_STATE_NOW }, &now, NULL,
                                &gone));
  g_assert_cmpstr (gone->message, ==, "The plan no longer exists");
  g_cancellable_cancel (cancellable);
  g_assert_null (remit_compare (f->store, &now, &now, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ── Figures ──────────────────────────────────────────────────────────────────────────────── */

/* Adds so many days on which somebody is in a slot, one after the other. */
static void
add_days (PlanFixture *f,
          gint64 slot,
          gint64 person,
          guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->store, "Days", &error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  for (guint i = 0; i < n; i++)
    {
      remit_record_reset (record);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, f->plan);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, slot);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, person);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION, 20 + i % 50);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_FROM, 740000 + i);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_UNTIL, 740000 + i);
      remit_edit_insert (edit, record, &error);
      g_assert_no_error (error);
    }
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_figures (PlanFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitComparison) comparison = NULL;
  g_autoptr (RemitComparison) large = NULL;
  const gint64 *values;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->data, f->sql, 2);
  plan_fixture_add_skill (f, f->ada, f->sql, 2);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "80");
  /* one after the other is no more than 90 % at once */
  plan_fixture_assign (f, f->ml, f->ada, 70, "2026-03-01", "2026-03-31");
  plan_fixture_assign (f, f->ml, f->ada, 90, "2026-04-01", "2026-04-30");
  plan_fixture_assign (f, f->data, f->ada, 50, "2026-05-01", "");
  plan_fixture_assign (f, f->data, f->bob, 50, "2026-05-01", "2026-05-01");
  /* the second one is counted row by row, from the history */
  comparison = compare_at (f, f->plan, REMIT_PLAN_STATE_NOW, f->plan, get_length (f));
  values = comparison->figures[0].values;
  g_assert_cmpmem (values, sizeof comparison->figures[0].values, comparison->figures[1].values,
                   sizeof comparison->figures[1].values);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_TEAMS], ==, 2);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_SLOTS], ==, 3);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_VACANT], ==, 1);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_PEOPLE], ==, 2);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_DEMAND], ==, 260);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_FILLED], ==, 90 + 60);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_LOAD], ==, 90 + 50);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_OVERLOADED], ==, 1);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_NEEDS], ==, 2);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_COVERED], ==, 1);

  /* of a large plan, whole tables are read */
  add_days (f, f->ml, f->bob, 1000);
  plan_fixture_add_skill (f, f->bob, f->sql, 3);
  large = compare_at (f, f->plan, REMIT_PLAN_STATE_NOW, f->plan, get_length (f));
  values = large->figures[0].values;
  g_assert_cmpmem (values, sizeof large->figures[0].values, large->figures[1].values,
                   sizeof large->figures[1].values);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_PEOPLE], ==, 2);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_VACANT], ==, 1);
  g_assert_cmpint (values[REMIT_PLAN_FIGURE_COVERED], ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/compare/copy", test_copy);
  plan_fixture_add ("/compare/moved", test_moved);
  plan_fixture_add ("/compare/order", test_order);
  plan_fixture_add ("/compare/relatives", test_relatives);
  plan_fixture_add ("/compare/strangers", test_strangers);
  plan_fixture_add ("/compare/moments", test_moments);
  plan_fixture_add ("/compare/not-there", test_not_there);
  plan_fixture_add ("/compare/figures", test_figures);

  return g_test_run ();
}
