/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the roster: whom a query finds, what each choice would find, and whose load counts. */
#include <string.h>

#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/roster/remit-roster.h"

static RemitRoster *
read_roster (PlanFixture *f,
             gint64 plan)
{
  g_autoptr (GError) error = NULL;
  RemitRoster *roster = remit_roster_read (f->store, plan, NULL, &error);

  g_assert_no_error (error);
  return roster;
}

static RemitRosterFound *
find (PlanFixture *f,
      const RemitRosterQuery *query)
{
  g_autoptr (RemitRoster) roster = read_roster (f, f->plan);

  return remit_roster_find (roster, query, NULL);
}

/* Returns: the initials of those who are found, in their order */
static char *
dup_initials (PlanFixture *f,
              const RemitRosterFound *found)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < found->people->len; i++)
    {
      gint64 person = g_array_index (found->people, RemitCandidate, i).person;

      g_string_append_c (initials, plan_fixture_get_text (f, REMIT_KIND_PERSON, person,
                                                          REMIT_PERSON_NAME)[0]);
    }
  return g_string_free (initials, FALSE);
}

static void
check (PlanFixture *f,
       const RemitRosterQuery *query,
       const char *expected)
{
  g_autoptr (RemitRosterFound) found = find (f, query);
  g_autofree char *initials = dup_initials (f, found);

  g_assert_cmpstr (initials, ==, expected);
  g_assert_cmpuint (found->n_all, ==, 3);
}

/* "R 1, SQL 2" */
static void
check_choices (PlanFixture *f,
               const RemitRosterQuery *query,
               RemitRosterFacet facet,
               const char *expected)
{
  g_autoptr (RemitRosterFound) found = find (f, query);
  g_autoptr (GString) choices = g_string_new (NULL);

  for (guint i = 0; i < found->choices[facet]->len; i++)
    {
      const RemitRosterChoice *choice = &g_array_index (found->choices[facet], RemitRosterChoice,
                                                        i);

      g_string_append_printf (choices, "%s%s %u", i > 0 ? ", " : "", choice->name, choice->n);
    }
  g_assert_cmpstr (choices->str, ==, expected);
}

/* Ada knows SQL at 3, Bob at 1 and R at 2, Cem SQL at 0. Ada and Bob are in Data; Ada and Cem in
 * Kyiv. Ada is in a slot with 130 %, from March on; Bob is away in February. */
static void
fill (PlanFixture *f)
{
  gint64 r = remit_test_add_skill (f->store, "R");

  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, f->sql, 1);
  plan_fixture_add_skill (f, f->bob, r, 2);
  plan_fixture_add_skill (f, f->cem, f->sql, 0);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, "Engineering; Data");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNIT, "data ;Data; Sales;");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, "Kyiv");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_LOCATION, "kyiv");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TITLE, "Sales engineer");
  plan_fixture_assign (f, f->ml, f->ada, 130, "2026-03-01", "");
  plan_fixture_add_absence (f, f->bob, "2026-02-01", "2026-02-28");
}

static void
test_words (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  fill (f);
  check (f, &(RemitRosterQuery){ 0 }, "ABC");
  check (f, &(RemitRosterQuery){ .words = "" }, "ABC");
  check (f, &(RemitRosterQuery){ .words = "sales" }, "BC");
  check (f, &(RemitRosterQuery){ .words = "yildiz" }, "C");
  check (f, &(RemitRosterQuery){ .words = "sql>=1" }, "AB");
  check (f, &(RemitRosterQuery){ .words = "sql>=2" }, "A");
  check (f, &(RemitRosterQuery){ .words = "sql r>=2" }, "B");
  check (f, &(RemitRosterQuery){ .words = "kyiv sql>=3" }, "A");
  check (f, &(RemitRosterQuery){ .words = "nobody" }, "");
  check (f, &(RemitRosterQuery){ .words = "\xff" }, "ABC");
}

static void
test_availability (PlanFixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  RemitRosterQuery query = { .availability = REMIT_AVAILABILITY_FREE };

  fill (f);
  check (f, &query, "AC");
  query.availability = REMIT_AVAILABILITY_FREE_FROM;
  query.day = remit_day_parse ("2026-03-01");
  check (f, &query, "BC");
  /* on one of the days they have nothing left */
  query.day = remit_day_parse ("2026-02-20");
  check (f, &query, "BC");
  /* what is over does not count */
  query.day = remit_day_parse ("1999-01-01");
  check (f, &query, "BC");
  query.availability = REMIT_AVAILABILITY_UNASSIGNED;
  check (f, &query, "BC");
  query.availability = REMIT_AVAILABILITY_OVERLOADED;
  check (f, &query, "A");
}

static void
test_chosen (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  fill (f);
  check (f, &(RemitRosterQuery){ .chosen = { "SQL" } }, "AB");
  check (f, &(RemitRosterQuery){ .chosen = { "sql", "Sales" } }, "B");
  check (f, &(RemitRosterQuery){ .chosen = { NULL, "DATA" } }, "AB");
  check (f, &(RemitRosterQuery){ .chosen = { NULL, "Dat" } }, "");
  check (f, &(RemitRosterQuery){ .chosen = { NULL, NULL, "KYIV" } }, "AC");
  check (f, &(RemitRosterQuery){ .chosen = { "SQL", "Data", "Kyiv" }, .words = "ada" }, "A");
  check (f, &(RemitRosterQuery){ .chosen = { "", "", "" } }, "");
  check (f, &(RemitRosterQuery){ .chosen = { "COBOL" } }, "");
}

/* A choice tells what it would find by all else, and so not by what is chosen beside it. */
static void
test_choices (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitRosterQuery query = { 0 };

  fill (f);
  check_choices (f, &query, REMIT_ROSTER_SKILLS, "R 1, SQL 2");
  check_choices (f, &query, REMIT_ROSTER_UNITS, "Data 2, Engineering 1, Sales 1");
  check_choices (f, &query, REMIT_ROSTER_LOCATIONS, "Kyiv 2");
  query.chosen[REMIT_ROSTER_SKILLS] = "R";
  check_choices (f, &query, REMIT_ROSTER_SKILLS, "R 1, SQL 2");
  check_choices (f, &query, REMIT_ROSTER_UNITS, "Data 1, Sales 1");
  check_choices (f, &query, REMIT_ROSTER_LOCATIONS, "");
  query.availability = REMIT_AVAILABILITY_OVERLOADED;
  check_choices (f, &query, REMIT_ROSTER_SKILLS, "SQL 1");
  check_choices (f, &query, REMIT_ROSTER_UNITS, "");
  query.words = "nobody";
  check_choices (f, &query, REMIT_ROSTER_SKILLS, "");
}

static void
test_available (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  RemitRosterQuery query = { .availability = REMIT_AVAILABILITY_OVERLOADED,
                             .day = remit_day_parse ("2026-03-01") };
  g_autoptr (RemitRosterFound) found = NULL;
  g_autoptr (RemitRosterFound) fewer = NULL;

  fill (f);
  found = find (f, &query);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_ANY], ==, 3);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_FREE], ==, 2);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_FREE_FROM], ==, 2);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_UNASSIGNED], ==, 2);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_OVERLOADED], ==, 1);
  query.words = "kyiv";
  fewer = find (f, &query);
  g_assert_cmpuint (fewer->n_available[REMIT_AVAILABILITY_ANY], ==, 2);
  g_assert_cmpuint (fewer->n_available[REMIT_AVAILABILITY_UNASSIGNED], ==, 1);
}

/* ── Whose load counts ────────────────────────────────────────────────────────────────────── */

/* Whether each is overloaded is the same as the window tells by their load bar. */
static void
check_load (PlanFixture *f,
            gint64 plan)
{
  const gint64 people[] = { f->ada, f->bob, f->cem };
  RemitRosterQuery query = { .availability = REMIT_AVAILABILITY_OVERLOADED };
  g_autoptr (RemitRoster) roster = read_roster (f, plan);
  g_autoptr (RemitRosterFound) found = remit_roster_find (roster, &query, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      gboolean is_over = FALSE;
      RemitLoad load;

      remit_load_get (f->workspace, plan, people[i], &load);
      for (guint j = 0; j < found->people->len; j++)
        is_over = is_over
                  || g_array_index (found->people, RemitCandidate, j).person == people[i];
      g_assert_cmpint (is_over, ==, load.over);
    }
}

static gint64
add_scenario (PlanFixture *f,
              const char *name,
              gint64 base)
{
  gint64 plan = remit_test_add_plan (f->store, name);
  g_autofree char *text = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) base);

  plan_fixture_set (f, REMIT_KIND_PLAN, plan, REMIT_PLAN_BASE, text);
  return plan;
}

static void
test_plans (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 other, draft, scenario;
  gint64 advisor = plan_fixture_add_published (f, "Elsewhere", &other);
  gint64 adviser = plan_fixture_add_published (f, "Draft", &draft);

  scenario = add_scenario (f, "Scenario", f->plan);
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS, "published");
  plan_fixture_set (f, REMIT_KIND_PLAN, draft, REMIT_PLAN_STATUS, "draft");
  plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  plan_fixture_assign (f, advisor, f->ada, 60, "", "");
  plan_fixture_assign (f, adviser, f->bob, 160, "", "");
  plan_fixture_assign (f, f->on_call, f->cem, 120, "2020-01-01", "2020-12-31");
  remit_workspace_open_plan (f->workspace, other, &error);
  g_assert_no_error (error);
  remit_workspace_open_plan (f->workspace, draft, &error);
  g_assert_no_error (error);
  remit_test_refresh (f->workspace);

  check (f, &(RemitRosterQuery){ .availability = REMIT_AVAILABILITY_OVERLOADED }, "A");
  check_load (f, f->plan);
  check_load (f, other);
  check_load (f, draft);
  check_load (f, scenario);
}

static void
test_no_plan (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRoster) roster = NULL;
  g_autoptr (RemitRosterFound) found = NULL;

  fill (f);
  roster = read_roster (f, 0);
  found = remit_roster_find (roster, &(RemitRosterQuery){ 0 }, NULL);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_UNASSIGNED], ==, 3);
  g_assert_cmpuint (found->n_available[REMIT_AVAILABILITY_OVERLOADED], ==, 0);
}

static void
test_cancelled (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RemitRoster) roster = read_roster (f, f->plan);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_roster_find (roster, &(RemitRosterQuery){ 0 }, cancellable));
  g_assert_null (remit_roster_read (f->store, f->plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/roster/words", test_words);
  plan_fixture_add ("/plan/roster/availability", test_availability);
  plan_fixture_add ("/plan/roster/chosen", test_chosen);
  plan_fixture_add ("/plan/roster/choices", test_choices);
  plan_fixture_add ("/plan/roster/available", test_available);
  plan_fixture_add ("/plan/roster/plans", test_plans);
  plan_fixture_add ("/plan/roster/no-plan", test_no_plan);
  plan_fixture_add ("/plan/roster/cancelled", test_cancelled);
  return g_test_run ();
}
