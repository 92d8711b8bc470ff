/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the score of a person for a slot: what it is the sum of, and what is said of it. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/match/remit-match.h"
#include "plan/roster/remit-roster.h"

static void
get_match (PlanFixture *f,
           gint64 slot,
           gint64 person,
           RemitMatch *match)
{
  g_autoptr (RemitOpening) opening = NULL;
  int sum = 0;

  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, slot);
  remit_match_get (f->workspace, opening, person, NULL, match);
  for (guint i = 0; i < REMIT_MATCH_N_PARTS; i++)
    {
      g_assert_cmpint (match->points[i], >=, 0);
      sum += match->points[i];
    }
  g_assert_cmpint (match->score, ==, sum);
  g_assert_cmpint (match->score, <=, REMIT_MATCH_MAX);
}

static void
check_part (PlanFixture *f,
            gint64 slot,
            gint64 person,
            RemitMatchPart part,
            int points)
{
  RemitMatch match;

  get_match (f, slot, person, &match);
  g_assert_cmpint (match.points[part], ==, points);
}

static void
set_critical (PlanFixture *f,
              gint64 skill)
{
  GPtrArray *needs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SKILL, skill);

  plan_fixture_set (f, REMIT_KIND_SLOT_NEED, remit_entity_get_id (needs->pdata[0]),
                    REMIT_SLOT_NEED_CRITICAL, "true");
}

/* ── The parts ────────────────────────────────────────────────────────────────────────────── */

static void
test_best (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitMatch match;

  get_match (f, f->data, f->ada, &match);
  g_assert_cmpint (match.score, ==, 95);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TITLE, "Data Engineer II");
  get_match (f, f->data, f->ada, &match);
  g_assert_cmpint (match.score, ==, REMIT_MATCH_MAX);
}

static void
test_skills (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 r = remit_test_add_skill (f->store, "R");
  RemitMatch match;

  check_part (f, f->ml, f->ada, REMIT_MATCH_SKILLS, 50);
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->ml, r, 2);
  check_part (f, f->ml, f->ada, REMIT_MATCH_SKILLS, 0);
  plan_fixture_add_skill (f, f->ada, f->sql, 1);
  check_part (f, f->ml, f->ada, REMIT_MATCH_SKILLS, 10);
  /* more than is needed of one does not make up for another */
  plan_fixture_add_skill (f, f->ada, r, 4);
  get_match (f, f->ml, f->ada, &match);
  g_assert_cmpint (match.points[REMIT_MATCH_SKILLS], ==, 30);
  g_assert_cmpuint (match.n_fitting, ==, 1);
  g_assert_cmpuint (match.n_levels, ==, 2);
  g_assert_cmpuint (match.n_critical, ==, 0);

  /* of 3 × 5 + 2 levels, 1 × 5 + 2 are there */
  set_critical (f, f->sql);
  get_match (f, f->ml, f->ada, &match);
  g_assert_cmpint (match.points[REMIT_MATCH_SKILLS], ==, 20);
  g_assert_cmpuint (match.n_critical, ==, 1);
  plan_fixture_add_skill (f, f->bob, f->sql, 3);
  check_part (f, f->ml, f->bob, REMIT_MATCH_SKILLS, 44);
}

static void
test_time (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 30);
  plan_fixture_assign (f, f->on_call, f->ada, 60, "2026-05-01", "2026-05-31");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 20);
  /* only the slot's days count */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FROM, "2026-06-01");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 30);
  /* half of them away */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-06-30");
  plan_fixture_add_absence (f, f->ada, "2026-06-16", "2026-07-31");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 15);
  /* too much to do */
  plan_fixture_assign (f, f->on_call, f->ada, 130, "2026-06-01", "2026-06-02");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 0);
}

/* An open end counts for a year. */
static void
test_open_end (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  RemitMatch match;

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL, "2026-03-11");
  get_match (f, f->data, f->ada, &match);
  g_assert_cmpint (match.n_days, ==, REMIT_MATCH_DAYS);
  g_assert_cmpint (match.n_days_there, ==, 30);
  g_assert_cmpint (match.points[REMIT_MATCH_TIME], ==, 30 * 30 / REMIT_MATCH_DAYS);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL, "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "2030-01-01");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 0);
}

static void
test_bad_dates (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "0");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 0);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "200");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 30);
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "0");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 30);
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "1000");
  check_part (f, f->data, f->ada, REMIT_MATCH_TIME, 6);
  plan_fixture_add_absence (f, f->bob, "2026-01-01", "2036-01-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-12-31");
  check_part (f, f->data, f->bob, REMIT_MATCH_TIME, 0);
  /* over since long: it is asked about as it was */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "60");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2020-12-31");
  check_part (f, f->data, f->cem, REMIT_MATCH_TIME, 30);
}

static void
set_zone (PlanFixture *f,
          gint64 person,
          const char *zone)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, person, REMIT_PERSON_TIME_ZONE, zone);
}

static void
check_hours (PlanFixture *f,
             const char *zone,
             int minutes,
             int points)
{
  RemitMatch match;

  set_zone (f, f->bob, zone);
  get_match (f, f->data, f->bob, &match);
  g_assert_cmpint (match.minutes, ==, minutes);
  g_assert_cmpint (match.points[REMIT_MATCH_HOURS], ==, points);
}

/* Work is from 9 to 17. */
static void
test_hours (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_FROM, "540");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_UNTIL, "1020");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_TIME_ZONE, "Europe/Berlin");
  check_hours (f, "Asia/Tokyo", 480, 10);

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  check_hours (f, "", 480, 10);
  check_hours (f, "Europe/Berlin", 480, 10);
  check_hours (f, "Europe/London", 420, 8);
  check_hours (f, "Asia/Tokyo", 0, 0);
  check_hours (f, "America/New_York", 120, 2);
  check_hours (f, "Asia/Kolkata", 210, 4);
  /* the clocks of the two do not change on the same day */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FROM, "2026-03-15");
  check_hours (f, "America/New_York", 180, 3);

  /* across the line of dates: 26 hours apart are two */
  set_zone (f, f->ada, "Pacific/Kiritimati");
  check_hours (f, "Etc/GMT+12", 360, 7);
  /* on average over those who are in the team */
  set_zone (f, f->ada, "Europe/Berlin");
  set_zone (f, f->cem, "Asia/Tokyo");
  plan_fixture_assign (f, f->ml, f->cem, 50, "", "");
  check_hours (f, "Europe/Berlin", 240, 5);
}

/* A zone that only another computer knows: the workspace's. */
static void
test_unknown_zone (PlanFixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitOpening) opening = NULL;

  set_zone (f, f->ada, "Asia/Tokyo");
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, f->data);
  g_assert_cmpint (remit_opening_get_common (opening, "Asia/Tokyo"), ==,
                   opening->work_until - opening->work_from);
  g_assert_cmpint (remit_opening_get_common (opening, "Nowhere/Nothing"), ==,
                   remit_opening_get_common (opening, ""));
}

static void
test_small_parts (PlanFixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  check_part (f, f->data, f->bob, REMIT_MATCH_UNIT, 3);
  check_part (f, f->data, f->bob, REMIT_MATCH_PLACE, 2);
  check_part (f, f->data, f->bob, REMIT_MATCH_TITLE, 0);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, "Engineering; Dáta; Ops");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, "Łódź");
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  check_part (f, f->data, f->bob, REMIT_MATCH_UNIT, 0);
  check_part (f, f->data, f->bob, REMIT_MATCH_PLACE, 0);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNIT, "data;Sales; ENGINEERING");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_LOCATION, "lodz");
  check_part (f, f->data, f->bob, REMIT_MATCH_UNIT, 2);
  check_part (f, f->data, f->bob, REMIT_MATCH_PLACE, 2);
}

/* ── One score, wherever it is asked ──────────────────────────────────────────────────────── */

/* What the thread of a search works out is what a window works out of live objects. */
static void
test_same (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  const gint64 slots[] = { f->ml, f->data, f->on_call };
  g_autoptr (RemitRoster) roster = NULL;

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->ml, remit_test_add_skill (f->store, "R"), 2);
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
  set_zone (f, f->cem, "Asia/Tokyo");
  set_zone (f, f->bob, "America/New_York");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_UNIT, "Łab; Ops");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, "lab");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TITLE, "ML-Engineer");
  plan_fixture_add_absence (f, f->ada, "2026-02-20", "2026-04-20");
  plan_fixture_assign (f, f->ml, f->cem, 30, "", "");
  plan_fixture_assign (f, f->on_call, f->bob, 70, "2026-05-01", "");
  remit_test_refresh (f->workspace);
  roster = remit_roster_read (f->store, f->plan, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (RemitOpening) opening = remit_opening_new (f->workspace, slots[i]);
      g_autoptr (RemitRosterFound) found =
        remit_roster_find (roster, &(RemitRosterQuery){ .opening = opening }, NULL);

      g_assert_cmpuint (found->people->len, ==, 3);
      for (guint j = 0; j < found->people->len; j++)
        {
          const RemitCandidate *candidate = &g_array_index (found->people, RemitCandidate, j);
          RemitMatch match;

          remit_match_get (f->workspace, opening, candidate->person, NULL, &match);
          g_assert_cmpint (candidate->score, ==, match.score);
        }
    }
}

/* ── The words ────────────────────────────────────────────────────────────────────────────── */

static void
check_reasons (PlanFixture *f,
               gint64 slot,
               gint64 person,
               const char *expected)
{
  g_autoptr (RemitOpening) opening = NULL;
  g_auto (GStrv) reasons = NULL;
  g_autofree char *joined = NULL;
  RemitMatch match;

  get_match (f, slot, person, &match);
  opening = remit_opening_new (f->workspace, slot);
  reasons = remit_match_dup_reasons (f->workspace, opening, person, &match);
  joined = g_strjoinv ("; ", reasons);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_words (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  check_reasons (f, f->data, f->ada, "100 % free");
  plan_fixture_assign (f, f->on_call, f->ada, 60, "", "");
  check_reasons (f, f->data, f->ada, "40 % free of 60 %");
  plan_fixture_assign (f, f->on_call, f->bob, 120, "", "");
  check_reasons (f, f->data, f->bob, "0 % free of 60 %");
  plan_fixture_add_need (f, f->data, f->sql, 3);
  plan_fixture_add_need (f, f->data, remit_test_add_skill (f->store, "Python"), 3);
  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  check_reasons (f, f->data, f->ada, "Has SQL\u00a03; Lacks Python; 40 % free of 60 %");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FROM, "2026-04-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-06-29");
  plan_fixture_add_absence (f, f->cem, "2026-06-20", "2026-08-01");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_TIME_ZONE, "Europe/Berlin");
  plan_fixture_assign (f, f->ml, f->bob, 10, "", "");
  set_zone (f, f->cem, "America/New_York");
  check_reasons (f, f->data, f->cem,
                 "Lacks SQL, Python; 100 % free; Absent on 10 of 90 days; 2 hours in common");
  set_zone (f, f->cem, "Pacific/Auckland");
  check_reasons (f, f->data, f->cem, "Lacks SQL, Python; 100 % free; Absent on 10 of 90 days; "
                                     "No working hours in common");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/match/best", test_best);
  plan_fixture_add ("/plan/match/skills", test_skills);
  plan_fixture_add ("/plan/match/time", test_time);
  plan_fixture_add ("/plan/match/open-end", test_open_end);
  plan_fixture_add ("/plan/match/bad-dates", test_bad_dates);
  plan_fixture_add ("/plan/match/hours", test_hours);
  plan_fixture_add ("/plan/match/unknown-zone", test_unknown_zone);
  plan_fixture_add ("/plan/match/small-parts", test_small_parts);
  plan_fixture_add ("/plan/match/same", test_same);
  plan_fixture_add ("/plan/match/words", test_words);
  return g_test_run ();
}
