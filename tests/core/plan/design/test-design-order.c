/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of entities among their siblings. */
#include "plan-fixture.h"

static gint64
add_team (PlanFixture *f,
          const char *name)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_TEAM);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (record, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_text (record, REMIT_TEAM_NAME, name);
  id = remit_design_create (f->workspace, record, &error);
  g_assert_no_error (error);
  return id;
}

static char *
describe (PlanFixture *f,
          GPtrArray *entities,
          guint field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      RemitEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *name = remit_design_dup_name (f->workspace, remit_entity_get_kind (entity),
                                                     remit_entity_get_id (entity));

      if (i > 0)
        g_assert_cmpint (remit_entity_get_integer (g_ptr_array_index (entities, i - 1), field), <=,
                         remit_entity_get_integer (entity, field));
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
check_teams (PlanFixture *f,
             const char *expected)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_autofree char *text = describe (f, teams, REMIT_TEAM_POSITION);

  g_assert_cmpstr (text, ==, expected);
}

static void
check_slots (PlanFixture *f,
             gint64 team,
             const char *expected)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, team);
  g_autofree char *text = describe (f, slots, REMIT_SLOT_POSITION);

  g_assert_cmpstr (text, ==, expected);
}

static void
move (PlanFixture *f,
      RemitKind kind,
      gint64 id,
      gint64 before,
      const char *label)
{
  g_autofree char *dump = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_move (f->workspace, kind, id, before, &error));
  g_assert_no_error (error);
  if (label != NULL)
    plan_fixture_check_edit (f, dump, label);
  else
    {
      g_autofree char *after = plan_fixture_dump (f);

      g_assert_cmpstr (after, ==, dump);
    }
}

static void
move_team (PlanFixture *f,
           gint64 team,
           gint64 before,
           const char *label)
{
  move (f, REMIT_KIND_TEAM, team, before, label);
}

static void
move_slot (PlanFixture *f,
           gint64 slot,
           gint64 team,
           gint64 before,
           const char *label)
{
  g_autofree char *dump = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_move_slot (f->workspace, slot, team, before, &error));
  g_assert_no_error (error);
  if (label != NULL)
    plan_fixture_check_edit (f, dump, label);
  else
    {
      g_autofree char *after = plan_fixture_dump (f);

      g_assert_cmpstr (after, ==, dump);
    }
}

/* How many rows the last edit changed. */
static guint
count_changes (PlanFixture *f)
{
  g_autoptr (GPtrArray) page = remit_history_page (f->store, 0, 1, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  changes = remit_history_get_changes (f->store,
                                       ((RemitHistoryEntry *) g_ptr_array_index (page, 0))->seq,
                                       NULL);
  return changes->len;
}

/* The teams of the fixture have no positions, and so stand by age. */
static void
test_teams (PlanFixture *f,
            gconstpointer data)
{
  gint64 growth = add_team (f, "Growth");

  check_teams (f, "Fraud, Platform, Growth");
  move_team (f, growth, f->fraud, "Move team Growth");
  check_teams (f, "Growth, Fraud, Platform");
  move_team (f, growth, f->platform, "Move team Growth");
  check_teams (f, "Fraud, Growth, Platform");
  move_team (f, f->fraud, 0, "Move team Fraud");
  check_teams (f, "Growth, Platform, Fraud");

  /* where it stands already */
  move_team (f, f->fraud, 0, NULL);
  move_team (f, growth, f->platform, NULL);
  move_team (f, growth, growth, NULL);
  check_teams (f, "Growth, Platform, Fraud");
}

/* Once all have room between them, one move is one change. */
static void
test_gaps (PlanFixture *f,
           gconstpointer data)
{
  gint64 growth = add_team (f, "Growth");
  gint64 risk = add_team (f, "Risk");
  guint n_renumbered = 0;

  move_team (f, growth, f->fraud, "Move team Growth");
  g_assert_cmpuint (count_changes (f), >, 1);
  move_team (f, risk, f->fraud, "Move team Risk");
  g_assert_cmpuint (count_changes (f), ==, 1);
  check_teams (f, "Growth, Risk, Fraud, Platform");

  /* into the same gap for ever: it is seldom that all have to be numbered anew */
  for (int i = 0; i < 100; i++)
    {
      gint64 first = i % 2 ? f->fraud : f->platform;

      g_assert_true (remit_design_move (f->workspace, REMIT_KIND_TEAM, first,
                                        f->fraud + f->platform - first, NULL));
      n_renumbered += count_changes (f) > 1;
      check_teams (f, i % 2 ? "Growth, Risk, Fraud, Platform" : "Growth, Risk, Platform, Fraud");
    }
  g_assert_cmpuint (n_renumbered, <=, 15);
}

static void
test_last_position (PlanFixture *f,
                    gconstpointer data)
{
  plan_fixture_set (f, REMIT_KIND_TEAM, f->platform, REMIT_TEAM_POSITION, "2147483647");
  move_team (f, f->fraud, 0, "Move team Fraud");
  check_teams (f, "Platform, Fraud");
  add_team (f, "Growth");
  check_teams (f, "Platform, Fraud, Growth");
}

static void
test_slots (PlanFixture *f,
            gconstpointer data)
{
  check_slots (f, f->fraud, "ML engineer, Data engineer");
  move_slot (f, f->data, f->fraud, f->ml, "Move slot Data engineer within Fraud");
  check_slots (f, f->fraud, "Data engineer, ML engineer");
  move_slot (f, f->data, f->fraud, f->ml, NULL);

  move_slot (f, f->data, f->platform, f->on_call, "Move slot Data engineer from Fraud to Platform");
  check_slots (f, f->fraud, "ML engineer");
  check_slots (f, f->platform, "Data engineer, On call");
  move_slot (f, f->ml, f->platform, 0, "Move slot ML engineer from Fraud to Platform");
  check_slots (f, f->fraud, "");
  check_slots (f, f->platform, "Data engineer, On call, ML engineer");
  move_slot (f, f->on_call, f->fraud, 0, "Move slot On call from Platform to Fraud");
  check_slots (f, f->fraud, "On call");
}

static gint64
add_ladder (PlanFixture *f,
            const char *name)
{
  RemitRecord *ladder = remit_record_new (REMIT_KIND_LADDER);

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, name);
  return remit_test_insert (f->store, ladder);
}

static gint64
add_rung (PlanFixture *f,
          gint64 ladder)
{
  RemitRecord *rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  return remit_test_insert (f->store, rung);
}

/* Each kind that has an order is called what it is. */
static void
test_labels (PlanFixture *f,
             gconstpointer data)
{
  gint64 ship = plan_fixture_add_decision (f, 0, "Ship it");
  gint64 stop = plan_fixture_add_decision (f, 0, "Stop it");
  gint64 usual = add_ladder (f, "Usual");
  gint64 urgent = add_ladder (f, "Urgent");
  gint64 first = add_rung (f, urgent);
  gint64 second = add_rung (f, urgent);

  remit_test_refresh (f->workspace);
  move (f, REMIT_KIND_DECISION, stop, ship, "Move decision Stop it");
  move (f, REMIT_KIND_LADDER, urgent, usual, "Move ladder Urgent");
  move (f, REMIT_KIND_RUNG, second, first, "Move level of Urgent");
  move (f, REMIT_KIND_SLOT, f->data, f->ml, "Move slot Data engineer within Fraud");
}

/* Returns: whether it was moved; @label is that of the edit */
static gboolean
move_by (PlanFixture *f,
         RemitKind kind,
         gint64 id,
         int step,
         const char *label)
{
  g_autofree char *dump = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_moved = FALSE;

  if (kind == REMIT_KIND_NONE)
    remit_design_move_slot_by (f->workspace, id, step, &is_moved, &error);
  else
    remit_design_move_by (f->workspace, kind, id, step, &is_moved, &error);
  g_assert_no_error (error);
  if (is_moved)
    {
      plan_fixture_check_edit (f, dump, label);
      return TRUE;
    }
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, dump);
  return FALSE;
}

static void
test_by_one (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 growth = add_team (f, "Growth");

  g_assert_false (move_by (f, REMIT_KIND_TEAM, growth, 1, NULL));
  g_assert_true (move_by (f, REMIT_KIND_TEAM, growth, -1, "Move team Growth"));
  check_teams (f, "Fraud, Growth, Platform");
  g_assert_true (move_by (f, REMIT_KIND_TEAM, growth, -1, "Move team Growth"));
  check_teams (f, "Growth, Fraud, Platform");
  g_assert_false (move_by (f, REMIT_KIND_TEAM, growth, -1, NULL));
  g_assert_true (move_by (f, REMIT_KIND_TEAM, growth, 1, "Move team Growth"));
  check_teams (f, "Fraud, Growth, Platform");
  g_assert_true (move_by (f, REMIT_KIND_SLOT, f->ml, 1, "Move slot ML engineer within Fraud"));
  check_slots (f, f->fraud, "Data engineer, ML engineer");
  g_assert_false (move_by (f, REMIT_KIND_SLOT, f->ml, 1, NULL));
}

/* A slot stands as high in the team beside its own, or last where there are fewer. */
static void
test_beside (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (move_by (f, REMIT_KIND_NONE, f->ml, -1, NULL));
  g_assert_true (move_by (f, REMIT_KIND_NONE, f->ml, 1,
                          "Move slot ML engineer from Fraud to Platform"));
  check_slots (f, f->platform, "ML engineer, On call");
  g_assert_false (move_by (f, REMIT_KIND_NONE, f->ml, 1, NULL));
  g_assert_true (move_by (f, REMIT_KIND_NONE, f->on_call, -1,
                          "Move slot On call from Platform to Fraud"));
  check_slots (f, f->fraud, "Data engineer, On call");
}

/* Who sits in a slot goes with it. */
static void
test_slot_with_people (PlanFixture *f,
                       gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");

  move_slot (f, f->ml, f->platform, 0, "Move slot ML engineer from Fraud to Platform");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_SLOT),
                   ==, f->ml);
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  gint64 elsewhere = plan_fixture_get (f, REMIT_KIND_SLOT, advisor, REMIT_SLOT_TEAM);
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;
  gboolean is_moved;

  g_assert_false (remit_design_move_by (f->workspace, REMIT_KIND_TEAM, 1, 1, &is_moved, &error));
  plan_fixture_check_refused (f, before, &error, "Team no longer exists");
  g_assert_false (remit_design_move_slot_by (f->workspace, 1, 1, &is_moved, &error));
  plan_fixture_check_refused (f, before, &error, "Slot no longer exists");

  g_assert_false (remit_design_move (f->workspace, REMIT_KIND_TEAM, f->fraud, elsewhere, &error));
  plan_fixture_check_refused (f, before, &error, "The target item no longer exists");
  g_assert_false (remit_design_move (f->workspace, REMIT_KIND_TEAM, 1, f->fraud, &error));
  plan_fixture_check_refused (f, before, &error, "Team no longer exists");

  g_assert_false (remit_design_move_slot (f->workspace, f->ml, elsewhere, 0, &error));
  plan_fixture_check_refused (f, before, &error, "Team Elsewhere belongs to another plan");
  g_assert_false (remit_design_move_slot (f->workspace, f->ml, f->fraud, f->on_call, &error));
  plan_fixture_check_refused (f, before, &error, "The target item no longer exists");
  g_assert_false (remit_design_move_slot (f->workspace, 1, f->fraud, 0, &error));
  plan_fixture_check_refused (f, before, &error, "Slot no longer exists");
  g_assert_false (remit_design_move_slot (f->workspace, f->ml, 1, 0, &error));
  plan_fixture_check_refused (f, before, &error, "Team no longer exists");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design-order/teams", test_teams);
  plan_fixture_add ("/design-order/gaps", test_gaps);
  plan_fixture_add ("/design-order/last-position", test_last_position);
  plan_fixture_add ("/design-order/slots", test_slots);
  plan_fixture_add ("/design-order/labels", test_labels);
  plan_fixture_add ("/design-order/by-one", test_by_one);
  plan_fixture_add ("/design-order/beside", test_beside);
  plan_fixture_add ("/design-order/slot-with-people", test_slot_with_people);
  plan_fixture_add ("/design-order/refused", test_refused);

  return g_test_run ();
}
