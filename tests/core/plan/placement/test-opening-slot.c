/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting people into a team: the slots that are made for them, of which role, in one edit. */
#include "model/remit-day.h"
#include "plan-fixture.h"

static void
check_done (PlanFixture *f,
            const RemitPlacement *placements,
            gsize n_placements,
            const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_placement_do (f->workspace, placements, n_placements, &error));
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, label);
}

static void
check_summary (PlanFixture *f,
               const RemitPlacement *placements,
               gsize n_placements,
               const char *expected)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;

  remit_placement_ask_all (f->workspace, placements, n_placements, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  after = plan_fixture_dump (f);
  g_assert_cmpstr (summary, ==, expected);
  g_assert_cmpstr (after, ==, before);
}

static void
check_refused (PlanFixture *f,
               const RemitPlacement *placement,
               const char *reason)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  check_summary (f, placement, 1, reason);
  g_assert_false (remit_placement_do (f->workspace, placement, 1, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  plan_fixture_check_refused (f, before, &error, reason);
}

/* The slots of a team and who is in them: "ML engineer: Ada Lovelace 80" */
static void
check_team (PlanFixture *f,
            gint64 team,
            const char *expected)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, team);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      gint64 slot = remit_entity_get_id (slots->pdata[i]);
      g_autofree char *name = remit_design_dup_name (f->workspace, REMIT_KIND_SLOT, slot);
      GPtrArray *assignments = remit_workspace_get_referring (
        f->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, slot);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", name);
      for (guint j = 0; j < assignments->len; j++)
        {
          gint64 person =
            remit_entity_get_integer (assignments->pdata[j], REMIT_ASSIGNMENT_PERSON);

          g_string_append_printf (
            text, " %s %d", plan_fixture_get_text (f, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME),
            (int) remit_entity_get_integer (assignments->pdata[j], REMIT_ASSIGNMENT_ALLOCATION));
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
add_empty_team (PlanFixture *f)
{
  return remit_test_add_team (f->store, f->plan, "Beta");
}

static void
set_title (PlanFixture *f,
           gint64 person,
           const char *title)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, person, REMIT_PERSON_TITLE, title);
}

static void
test_by_title (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 team = add_empty_team (f);
  RemitPlacement placement = { .person = f->ada, .team = team };

  set_title (f, f->ada, "ML engineer");
  check_summary (f, &placement, 1, "New slot “ML engineer”: 100 %");
  check_done (f, &placement, 1, "Add slot ML engineer to Beta for Ada Lovelace");
  check_team (f, team, "ML engineer: Ada Lovelace 100");

  /* behind what there is, by then with nothing free */
  check_summary (f, &placement, 1,
                 "New slot “ML engineer”: 100 %, 200 % from now on (100 % in ML engineer)");
  placement.person = f->bob;
  set_title (f, f->bob, "data ENGINEER");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_CAPACITY, "70");
  check_done (f, &placement, 1, "Add slot Data engineer to Beta for Bob Martin");
  check_team (f, team, "ML engineer: Ada Lovelace 100; Data engineer: Bob Martin 70");
}

/* Which role a title means: the longest that is in it, in whole words. */
static void
test_titles (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *title;
    const char *role;
  } cases[] = {
    { "Senior ML engineer", "ML engineer" },
    { "Senior Data Engineer (Berlin)", "Data engineer" },
    { "Engineer", "Engineer" },
    { "Software engineer", "Engineer" },
    { "Lead, ML engineer/Engineer", "ML engineer" },
    { "Ingénieure", NULL },
    { "Engineering manager", NULL },
    { "HTML engineer", "Engineer" },
    { "Chef de projet", "Chef de projet" },
    { "", NULL },
    { "*", NULL },
  };
  gint64 team = add_empty_team (f);
  RemitPlacement placement = { .person = f->ada, .team = team };

  remit_test_add_role (f->store, "engineer", "Engineer");
  remit_test_add_role (f->store, "chef", "Chef de projet");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *summary = NULL;

      g_test_message ("title “%s”", cases[i].title);
      set_title (f, f->ada, cases[i].title);
      summary = cases[i].role != NULL
                  ? g_strdup_printf ("New slot “%s”: 100 %%", cases[i].role)
                  : g_strdup ("No role matches the job title of Ada Lovelace. Add a slot first");
      check_summary (f, &placement, 1, summary);
    }
}

/* Who comes out of a slot keeps its role, and their allocation and dates. */
static void
test_move (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 team = add_empty_team (f);
  gint64 assignment = plan_fixture_assign (f, f->data, f->ada, 45, "2026-03-01", "2026-03-31");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .team = team };

  set_title (f, f->ada, "ML engineer");
  check_done (f, &placement, 1, "Add slot Data engineer to Beta for Ada Lovelace");
  check_team (f, team, "Data engineer: Ada Lovelace 45");
  check_team (f, f->fraud, "ML engineer:; Data engineer:");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_FROM),
                   ==, remit_day_parse ("2026-03-01"));

  placement.copy = TRUE;
  placement.team = f->fraud;
  check_done (f, &placement, 1, "Add slot Data engineer to Fraud for Ada Lovelace");
  check_team (f, team, "Data engineer: Ada Lovelace 45");
  check_team (f, f->fraud, "ML engineer:; Data engineer:; Data engineer: Ada Lovelace 55");
}

/* Without a title, what they have most to do with says it, in this plan before another. */
static void
test_by_work (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 team = add_empty_team (f);
  gint64 other;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  RemitPlacement placement = { .person = f->ada, .team = team };
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, other, &error);
  g_assert_no_error (error);
  check_refused (f, &placement, "No role matches the job title of Ada Lovelace. Add a slot first");
  plan_fixture_assign (f, advisor, f->ada, 30, "", "");
  check_summary (f, &placement, 1, "New slot “ML engineer”: 70 %");
  plan_fixture_assign (f, f->data, f->ada, 10, "", "");
  check_summary (f, &placement, 1, "New slot “Data engineer”: 60 %");
  plan_fixture_assign (f, f->on_call, f->ada, 20, "", "");
  check_summary (f, &placement, 1, "New slot “ML engineer”: 40 %");
}

/* A slot for each, in one edit; all or nothing. */
static void
test_several (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 team = add_empty_team (f);
  RemitPlacement placements[3] = {
    { .person = f->ada, .team = team },
    { .person = f->bob, .team = team },
    { .person = f->cem, .team = team },
  };

  set_title (f, f->ada, "Data engineer");
  set_title (f, f->bob, "ML engineer");
  check_summary (f, placements, 3,
                 "No role matches the job title of Cem Yıldız. Add a slot first");
  set_title (f, f->cem, "ML engineer");
  check_summary (f, placements, 3, "3 new slots: 3 people, 300 %");
  check_done (f, placements, 3, "Add 3 filled slots to Beta");
  check_team (f, team, "Data engineer: Ada Lovelace 100; ML engineer: Bob Martin 100; "
                       "ML engineer: Cem Yıldız 100");
}

static void
test_refused (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 other;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 30, "", "");
  RemitPlacement placement = { .person = f->ada, .team = f->sql };
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, other, &error);
  g_assert_no_error (error);
  check_refused (f, &placement, "The team no longer exists");
  placement.person = f->sql;
  check_refused (f, &placement, "The person no longer exists");
  placement = (RemitPlacement){
    .person = f->ada,
    .assignment = ada,
    .team = plan_fixture_get (f, REMIT_KIND_SLOT, advisor, REMIT_SLOT_TEAM),
  };
  check_refused (f, &placement, "ML engineer belongs to another plan");
  placement.team = f->platform;
  placement.allocation = 1001;
  check_refused (f, &placement, "Allocation: 1001 is not between 1 and 1000");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/opening-slot/by-title", test_by_title);
  plan_fixture_add ("/opening-slot/titles", test_titles);
  plan_fixture_add ("/opening-slot/move", test_move);
  plan_fixture_add ("/opening-slot/by-work", test_by_work);
  plan_fixture_add ("/opening-slot/several", test_several);
  plan_fixture_add ("/opening-slot/refused", test_refused);

  return g_test_run ();
}
