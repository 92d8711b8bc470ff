/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a slot asks for: time, skills, its role, and what its team has in common. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/match/remit-opening.h"

static void
test_time (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitOpening) vacant = remit_opening_new (f->workspace, f->data);
  g_autoptr (RemitOpening) half = NULL;
  g_autoptr (RemitOpening) full = NULL;
  g_autoptr (RemitOpening) over = NULL;

  g_assert_cmpint (vacant->need, ==, 60);
  g_assert_cmpint (vacant->plan, ==, f->plan);
  g_assert_cmpint (vacant->from, ==, remit_day_parse (TODAY));
  g_assert_cmpint (vacant->until, ==, 0);
  g_assert_cmpuint (g_hash_table_size (vacant->holders), ==, 0);

  plan_fixture_assign (f, f->data, f->ada, 20, "", "");
  remit_test_refresh (f->workspace);
  half = remit_opening_new (f->workspace, f->data);
  g_assert_cmpint (half->need, ==, 40);
  g_assert_true (g_hash_table_contains (half->holders, &f->ada));

  plan_fixture_assign (f, f->data, f->bob, 60, "", "");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FROM, "2026-04-01");
  remit_test_refresh (f->workspace);
  full = remit_opening_new (f->workspace, f->data);
  g_assert_cmpint (full->need, ==, 60);
  g_assert_cmpint (full->from, ==, remit_day_parse ("2026-04-01"));

  /* all of its days are over */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FROM, "2025-01-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_UNTIL, "2025-03-31");
  remit_test_refresh (f->workspace);
  over = remit_opening_new (f->workspace, f->on_call);
  g_assert_cmpint (over->from, ==, remit_day_parse ("2025-01-01"));
}

static void
test_asked (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitOpening) opening = NULL;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, f->ml);
  g_assert_cmpuint (opening->needs->len, ==, 1);
  g_assert_cmpint (g_array_index (opening->needs, RemitOpeningNeed, 0).skill, ==, f->sql);
  g_assert_cmpint (g_array_index (opening->needs, RemitOpeningNeed, 0).level, ==, 3);
  g_assert_cmpuint (g_strv_length (opening->title), ==, 2);
  g_assert_cmpstr (opening->title[0], ==, "ml");
  g_assert_cmpstr (opening->title[1], ==, "engineer");
}

/* What half of the team has, and no less. */
static void
test_team (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitOpening) nobody = remit_opening_new (f->workspace, f->ml);
  g_autoptr (RemitOpening) opening = NULL;

  g_assert_cmpuint (g_hash_table_size (nobody->units), ==, 0);
  g_assert_null (nobody->location);

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, "Engineering; Data");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNIT, "engineering; Sales");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_UNIT, "Engineering; Data");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, "Łódź");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_LOCATION, "łódź");
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "2026-03-31");
  plan_fixture_assign (f, f->ml, f->ada, 60, "2026-04-01", "");
  plan_fixture_assign (f, f->data, f->bob, 50, "", "");
  plan_fixture_assign (f, f->data, f->cem, 50, "", "");
  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, f->ml);
  g_assert_cmpuint (g_hash_table_size (opening->units), ==, 2);
  g_assert_true (g_hash_table_contains (opening->units, "engineering"));
  g_assert_true (g_hash_table_contains (opening->units, "data"));
  g_assert_cmpstr (opening->location, ==, "lodz");
}

static void
test_no_slot (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_assert_null (remit_opening_new (f->workspace, 0));
  g_assert_null (remit_opening_new (f->workspace, f->ada));
}

static void
check_units (const char *unit,
             const char *expected)
{
  g_auto (GStrv) units = remit_opening_split_units (unit);
  g_autofree char *joined = g_strjoinv ("|", units);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_units (void)
{
  check_units (NULL, "");
  check_units ("", "");
  check_units (" ; ;;", "");
  check_units ("Data", "Data");
  check_units (" Data Section ;Büro Süd; ", "Data Section|Büro Süd");
  check_units ("A, B; C", "A, B|C");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/opening/time", test_time);
  plan_fixture_add ("/plan/opening/asked", test_asked);
  plan_fixture_add ("/plan/opening/team", test_team);
  plan_fixture_add ("/plan/opening/no-slot", test_no_slot);
  g_test_add_func ("/plan/opening/units", test_units);
  return g_test_run ();
}
