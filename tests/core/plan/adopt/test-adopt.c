/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adopting a scenario, refreshing it, and what clashes. */
#include <string.h>

#include "model/remit-id.h"
#include "plan-fixture.h"
#include "plan/adopt/remit-adopt.h"

static gint64
copy_plan (PlanFixture *f)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_copy_plan (f->workspace, f->plan, "Cheaper", &error);

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

static RemitAdoption *
judge (PlanFixture *f,
       gint64 scenario,
       const RemitAdoptOptions *options)
{
  g_autoptr (GError) error = NULL;
  RemitAdoption *adoption = remit_adopt_judge (f->store, scenario, options, &error);

  g_assert_no_error (error);
  return adoption;
}

/* Does it, undoes it and does it again. */
static void
adopt (PlanFixture *f,
       gint64 scenario,
       const RemitAdoptOptions *options,
       const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  remit_adopt (f->workspace, scenario, options, NULL, &error);
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, label);
}

static void
check_refused (PlanFixture *f,
               gint64 scenario,
               const RemitAdoptOptions *options,
               const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_adopt (f->workspace, scenario, options, NULL, &error));
  plan_fixture_check_refused (f, before, &error, message);
}

/* Asserts that both plans are the same. */
static void
check_level (PlanFixture *f,
             gint64 scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitComparison) comparison = remit_compare (
    f->store, &(RemitPlanMoment){ f->plan, REMIT_PLAN_STATE_NOW },
    &(RemitPlanMoment){ scenario, REMIT_PLAN_STATE_NOW }, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (comparison->differences->len, ==, 0);
}

static const RemitClash *
get_only_clash (const RemitAdoption *adoption,
                RemitClashKind kind,
                const char *reason)
{
  const RemitClash *clash;

  g_assert_cmpuint (adoption->clashes->len, ==, 1);
  clash = adoption->clashes->pdata[0];
  g_assert_cmpint (clash->kind, ==, kind);
  g_assert_cmpstr (clash->reason, ==, reason);
  return clash;
}

static const RemitAdoptOptions adopting = { .verb = REMIT_ADOPT };
static const RemitAdoptOptions refreshing = { .verb = REMIT_REFRESH };

/* ── Without clashes ──────────────────────────────────────────────────────────────────────── */

static void
test_both_moved_on (PlanFixture *f,
                    gconstpointer data)
{
  gint64 copy = copy_plan (f);
  gint64 slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  gint64 assignment, adopted;

  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "60");
  assignment = plan_fixture_assign (f, slot, f->ada, 60, "", "");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_WHY, "Models");
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_NAME, "Fraud and abuse");
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 60);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_WHY), ==,
                   "Models");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_WHY), ==, "Models");
  check_level (f, copy);
  /* what is new in both now knows where it stands for */
  adopted = plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_ORIGIN);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, adopted, REMIT_ASSIGNMENT_PLAN), ==,
                   f->plan);
  check_refused (f, copy, &adopting, "“Cheaper” has no changes that “Churn” does not have");
}

/* What was adopted is level: a further change of one side alone is no clash. */
static void
test_twice (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitAdoption) adoption = NULL;
  gint64 copy = copy_plan (f);
  gint64 slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);

  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "60");
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "70");
  adoption = judge (f, copy, &adopting);
  g_assert_cmpuint (adoption->clashes->len, ==, 0);
  g_assert_cmpuint (adoption->changes->len, ==, 0);
  adopt (f, copy, &refreshing, "Refresh Cheaper from Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE), ==, 70);
  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "80");
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 80);
}

static void
test_refresh (PlanFixture *f,
              gconstpointer data)
{
  gint64 copy = copy_plan (f);
  gint64 slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  g_autofree char *id = NULL;

  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "20");
  plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  adopt (f, copy, &refreshing, "Refresh Cheaper from Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE), ==, 60);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 100);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT,
                                     find_copy (f, REMIT_KIND_SLOT, copy, f->data),
                                     REMIT_SLOT_FTE), ==, 20);
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* A team with all that is in it, one that was moved out first apart. */
static void
test_teams (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);
  gint64 copy, slot;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  plan_fixture_assign (f, f->data, f->bob, 80, "", "");
  copy = copy_plan (f);
  remit_record_set_integer (team, REMIT_TEAM_PLAN, copy);
  remit_record_set_text (team, REMIT_TEAM_NAME, "Shared");
  remit_design_create (f->workspace, team, &error);
  slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  remit_design_move_slot (f->workspace, slot, remit_record_get_id (team), 0, &error);
  remit_design_delete (f->workspace, REMIT_KIND_TEAM,
                       find_copy (f, REMIT_KIND_TEAM, copy, f->fraud), &error);
  g_assert_no_error (error);
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  check_level (f, copy);
  g_assert_null (remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->data));
  g_assert_nonnull (remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->ml));
  g_assert_cmpuint (remit_workspace_get_referring (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                   REMIT_ASSIGNMENT_PLAN, f->plan)->len, ==, 1);
}

/* Two needs change places, and so do the letters of a decision with its framework: no row can be
 * changed before the other. */
static void
test_swapped (PlanFixture *f,
              gconstpointer data)
{
  gint64 python = remit_test_add_skill (f->store, "Python");
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  g_autoptr (RemitRecord) right = remit_right_create (f->plan, decision, REMIT_KIND_SLOT, f->ml,
                                                      REMIT_LETTER_R);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  gint64 copy, mine;
  g_autoptr (GPtrArray) needs = NULL;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->ml, python, 2);
  edit = remit_test_begin (f->workspace, "Test");
  g_assert_true (remit_edit_insert (edit, right, NULL) && remit_edit_commit (edit, NULL));
  copy = copy_plan (f);
  mine = find_copy (f, REMIT_KIND_DECISION, copy, decision);
  needs = remit_store_load_all (f->store, REMIT_KIND_SLOT_NEED, "WHERE t.plan = ?1 ORDER BY t.id",
                                copy, NULL);
  g_clear_pointer (&edit, remit_edit_free);
  edit = remit_test_begin (f->workspace, "Test");
  for (guint i = 0; i < 2; i++)
    remit_edit_delete (edit, REMIT_KIND_SLOT_NEED, remit_record_get_id (needs->pdata[i]), &error);
  remit_record_set_integer (needs->pdata[0], REMIT_SLOT_NEED_SKILL, python);
  remit_record_set_integer (needs->pdata[1], REMIT_SLOT_NEED_SKILL, f->sql);
  for (guint i = 0; i < 2; i++)
    remit_edit_insert (edit, needs->pdata[i], &error);
  remit_edit_delete (edit, REMIT_KIND_RIGHT,
                     find_copy (f, REMIT_KIND_RIGHT, copy, remit_record_get_id (right)), &error);
  remit_edit_set_integer (edit, REMIT_KIND_DECISION, mine, REMIT_DECISION_FRAMEWORK,
                          REMIT_FRAMEWORK_DACI, &error);
  {
    g_autoptr (RemitRecord) driver =
      remit_right_create (copy, mine, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                          REMIT_LETTER_D);

    remit_edit_insert (edit, driver, &error);
  }
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* ── Clashes ──────────────────────────────────────────────────────────────────────────────── */

static void
test_cell (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  RemitAdoptOptions options = { .verb = REMIT_ADOPT, .choices = choices };
  gint64 copy = copy_plan (f);
  const RemitClash *clash;

  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                    REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "70");
  adoption = judge (f, copy, &options);
  clash = get_only_clash (adoption, REMIT_CLASH_CELL,
                          "Slot ML engineer was changed in both plans");
  g_assert_cmpstr (clash->values[0], ==, "Demand 100 %");
  g_assert_cmpstr (clash->values[1], ==, "Demand 60 %");
  g_assert_cmpstr (clash->values[2], ==, "Demand 70 %");
  g_assert_cmpint (clash->theirs, ==, f->ml);
  check_refused (f, copy, &options, "1 clash has to be decided first");
  g_hash_table_insert (choices, clash->key, GINT_TO_POINTER (REMIT_SIDE_MINE));
  adopt (f, copy, &options, "Adopt Cheaper into Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 60);
}

static void
test_deletion (PlanFixture *f,
               gconstpointer data)
{
  const RemitAdoptOptions theirs = { .verb = REMIT_ADOPT, .all = REMIT_SIDE_THEIRS };
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autoptr (GError) error = NULL;
  const RemitClash *clash;
  gint64 copy;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  copy = copy_plan (f);
  remit_design_delete (f->workspace, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                       &error);
  g_assert_no_error (error);
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  adoption = judge (f, copy, &adopting);
  clash = get_only_clash (adoption, REMIT_CLASH_DELETION,
                          "Assignment Ada Lovelace in ML engineer needs Slot ML engineer, which "
                          "the other plan has deleted");
  g_assert_cmpstr (clash->values[0], ==, "not there");
  g_assert_cmpstr (clash->values[1], ==, "not there");
  g_assert_cmpstr (clash->values[2], ==, "added");
  /* the slot comes back to the scenario, with what it needs */
  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->data),
                    REMIT_SLOT_FTE, "10");
  adopt (f, copy, &theirs, "Adopt Cheaper into Churn");
  check_level (f, copy);
  g_assert_cmpint (find_copy (f, REMIT_KIND_SLOT, copy, f->ml), !=, 0);
}

static void
test_guard (PlanFixture *f,
            gconstpointer data)
{
  const RemitAdoptOptions mine = { .verb = REMIT_ADOPT, .all = REMIT_SIDE_MINE };
  g_autoptr (RemitAdoption) adoption = NULL;
  gint64 copy = copy_plan (f);
  const RemitClash *clash;
  char role[17];

  plan_fixture_assign (f, find_copy (f, REMIT_KIND_SLOT, copy, f->ml), f->ada, 80, "", "");
  remit_id_format (f->data_role, role);
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_ROLE, role);
  adoption = judge (f, copy, &adopting);
  clash = get_only_clash (adoption, REMIT_CLASH_GUARD,
                          "Assignment Ada Lovelace in ML engineer relies on Slot ML engineer, "
                          "which the other plan has changed");
  g_assert_cmpstr (clash->values[1], ==, "added (Role ML engineer)");
  g_assert_cmpstr (clash->values[2], ==, "not there (Role Data engineer)");
  adopt (f, copy, &mine, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* One person twice in one slot: each of the two is possible. */
static void
test_overlap (PlanFixture *f,
              gconstpointer data)
{
  const RemitAdoptOptions mine = { .verb = REMIT_ADOPT, .all = REMIT_SIDE_MINE };
  g_autoptr (RemitAdoption) adoption = NULL;
  gint64 copy, slot;

  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-01-01", "2026-01-31");
  copy = copy_plan (f);
  slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  plan_fixture_assign (f, slot, f->ada, 50, "2026-03-01", "2026-03-31");
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT,
                    remit_entity_get_id (remit_workspace_get_referring (
                      f->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                      f->ml)->pdata[0]),
                    REMIT_ASSIGNMENT_UNTIL, "2026-03-15");
  adoption = judge (f, copy, &adopting);
  get_only_clash (adoption, REMIT_CLASH_RULE,
                  "Assignment Ada Lovelace in ML engineer and Assignment Ada Lovelace in ML "
                  "engineer exclude each other");
  adopt (f, copy, &mine, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* First and last day of one slot, and a circle of parents. */
static void
test_rules (PlanFixture *f,
            gconstpointer data)
{
  const RemitAdoptOptions theirs = { .verb = REMIT_ADOPT, .all = REMIT_SIDE_THEIRS };
  g_autoptr (RemitAdoption) adoption = NULL;
  gint64 copy = copy_plan (f);
  char platform[17], fraud[17];

  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                    REMIT_SLOT_FROM, "2026-06-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-05-01");
  remit_id_format (f->platform, platform);
  remit_id_format (find_copy (f, REMIT_KIND_TEAM, copy, f->fraud), fraud);
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PARENT, platform);
  plan_fixture_set (f, REMIT_KIND_TEAM, find_copy (f, REMIT_KIND_TEAM, copy, f->platform),
                    REMIT_TEAM_PARENT, fraud);
  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->data),
                    REMIT_SLOT_FTE, "10");
  adoption = judge (f, copy, &adopting);
  g_assert_cmpuint (adoption->clashes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((RemitClash *) adoption->clashes->pdata[i])->kind, ==, REMIT_CLASH_RULE);
  adopt (f, copy, &theirs, "Adopt Cheaper into Churn");
  check_level (f, copy);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FROM), ==, 0);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_TEAM, f->platform, REMIT_TEAM_PARENT), ==, 0);
}

/* What both have done is done. */
static void
test_same (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autoptr (GError) error = NULL;
  gint64 copy = copy_plan (f);
  gint64 slot = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);

  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "60");
  plan_fixture_assign (f, slot, f->ada, 60, "", "");
  plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->data, &error);
  remit_design_delete (f->workspace, REMIT_KIND_SLOT,
                       find_copy (f, REMIT_KIND_SLOT, copy, f->data), &error);
  g_assert_no_error (error);
  adoption = judge (f, copy, &adopting);
  g_assert_cmpuint (adoption->clashes->len, ==, 0);
  g_assert_cmpuint (adoption->changes->len, ==, 0);
}

/* ── Chosen rows ──────────────────────────────────────────────────────────────────────────── */

static void
test_left (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_int64_hash, g_int64_equal);
  const RemitAdoptOptions options = { .verb = REMIT_ADOPT, .left = left };
  g_autoptr (RemitAdoption) rest = NULL;
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);
  g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);
  g_autoptr (GError) error = NULL;
  gint64 copy = copy_plan (f);
  gint64 ml = find_copy (f, REMIT_KIND_SLOT, copy, f->ml);
  gint64 new_team;

  plan_fixture_set (f, REMIT_KIND_SLOT, ml, REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->data),
                    REMIT_SLOT_FTE, "10");
  remit_record_set_integer (team, REMIT_TEAM_PLAN, copy);
  remit_record_set_text (team, REMIT_TEAM_NAME, "Shared");
  new_team = remit_design_create (f->workspace, team, &error);
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, copy);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, new_team);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, f->ml_role);
  remit_design_create (f->workspace, slot, &error);
  g_assert_no_error (error);

  /* a slot is not adopted without its team */
  g_hash_table_add (left, &ml);
  g_hash_table_add (left, &new_team);
  adopt (f, copy, &options, "Adopt Cheaper into Churn");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE), ==, 100);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, ml, REMIT_SLOT_FTE), ==, 60);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE), ==, 10);
  g_assert_cmpuint (remit_workspace_get_referring (f->workspace, REMIT_KIND_TEAM, REMIT_TEAM_PLAN,
                                                   f->plan)->len, ==, 2);
  /* they can be adopted later */
  rest = judge (f, copy, &adopting);
  g_assert_cmpuint (rest->changes->len, ==, 3);
  g_assert_cmpuint (rest->clashes->len, ==, 0);
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* ── Logs ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_event (PlanFixture *f,
           gint64 plan,
           gint64 decision,
           const char *text)
{
  RemitRecord *event = remit_record_new (REMIT_KIND_DECISION_EVENT);

  remit_record_set_integer (event, REMIT_DECISION_EVENT_PLAN, plan);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_DECISION, decision);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_AT, 1770000000000);
  remit_record_set_text (event, REMIT_DECISION_EVENT_ACTOR, "Ada");
  remit_record_set_text (event, REMIT_DECISION_EVENT_TEXT, text);
  remit_test_insert (f->store, event);
}

/* A new decision comes with its log; one that is deleted in the scenario and has a log stays. */
static void
test_logs (PlanFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 old = plan_fixture_add_decision (f, f->fraud, "Old");
  gint64 copy = copy_plan (f);
  gint64 new, adopted;
  g_autoptr (GPtrArray) log = NULL;

  new = remit_test_add_decision (f->store, copy, 0, "New", REMIT_FRAMEWORK_RACI);
  add_event (f, copy, new, "Heard");
  add_event (f, f->plan, old, "Kept");
  remit_design_delete (f->workspace, REMIT_KIND_DECISION,
                       find_copy (f, REMIT_KIND_DECISION, copy, old), &error);
  g_assert_no_error (error);
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  adopted = plan_fixture_get (f, REMIT_KIND_DECISION, new, REMIT_DECISION_ORIGIN);
  log = remit_store_load_all (f->store, REMIT_KIND_DECISION_EVENT, "WHERE t.decision = ?1",
                              adopted, NULL);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (remit_record_get_text (log->pdata[0], REMIT_DECISION_EVENT_TEXT), ==, "Heard");
  g_assert_nonnull (remit_workspace_get (f->workspace, REMIT_KIND_DECISION, old));
}

/* ── What cannot be ───────────────────────────────────────────────────────────────────────── */

static void
test_no_base (PlanFixture *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = copy_plan (f);

  check_refused (f, f->plan, &adopting, "“Churn” is not a scenario of another plan");
  check_refused (f, 7, &adopting, "The plan no longer exists");
  check_refused (f, copy, &refreshing, "“Churn” has no changes that “Cheaper” does not have");
  remit_design_delete (f->workspace, REMIT_KIND_PLAN, f->plan, &error);
  g_assert_no_error (error);
  check_refused (f, copy, &adopting, "The plan that “Cheaper” was copied from no longer exists");
}

/* A scenario that does not say since when, as older ones do not: the history tells. */
static void
test_old_scenario (PlanFixture *f,
                   gconstpointer data)
{
  gint64 copy = copy_plan (f);

  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_WHY, "Models");
  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                    REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_PLAN, copy, REMIT_PLAN_BASE_ENTRY, "0");
  adopt (f, copy, &adopting, "Adopt Cheaper into Churn");
  check_level (f, copy);
}

/* What somebody else has written meanwhile is judged, too. */
static void
test_second_writer (PlanFixture *f,
                    gconstpointer data)
{
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) other = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  gint64 copy = copy_plan (f);

  plan_fixture_set (f, REMIT_KIND_SLOT, find_copy (f, REMIT_KIND_SLOT, copy, f->ml),
                    REMIT_SLOT_FTE, "60");
  adoption = judge (f, copy, &adopting);
  g_assert_cmpuint (adoption->clashes->len, ==, 0);
  other = remit_store_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  edit = remit_edit_begin (other, "Test", &error);
  remit_edit_set_integer (edit, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, 70, &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_false (remit_adopt (f->workspace, copy, &adopting, NULL, &error));
  g_assert_cmpstr (error->message, ==, "1 clash has to be decided first");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/adopt/both-moved-on", test_both_moved_on);
  plan_fixture_add ("/adopt/twice", test_twice);
  plan_fixture_add ("/adopt/refresh", test_refresh);
  plan_fixture_add ("/adopt/teams", test_teams);
  plan_fixture_add ("/adopt/swapped", test_swapped);
  plan_fixture_add ("/adopt/cell", test_cell);
  plan_fixture_add ("/adopt/deletion", test_deletion);
  plan_fixture_add ("/adopt/guard", test_guard);
  plan_fixture_add ("/adopt/overlap", test_overlap);
  plan_fixture_add ("/adopt/rules", test_rules);
  plan_fixture_add ("/adopt/same", test_same);
  plan_fixture_add ("/adopt/left", test_left);
  plan_fixture_add ("/adopt/logs", test_logs);
  plan_fixture_add ("/adopt/no-base", test_no_base);
  plan_fixture_add ("/adopt/old-scenario", test_old_scenario);
  plan_fixture_add ("/adopt/second-writer", test_second_writer);

  return g_test_run ();
}
