/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of candidates for a slot: who comes first, and what is said of them. */
#include "plan-fixture.h"
#include "plan/roster/remit-roster.h"

/* ── The order ────────────────────────────────────────────────────────────────────────────── */

static void
check_better (const RemitCandidate *better,
              const RemitCandidate *worse)
{
  g_assert_cmpint (remit_candidate_compare (better, worse), <, 0);
  g_assert_cmpint (remit_candidate_compare (worse, better), >, 0);
  g_assert_cmpint (remit_candidate_compare (better, better), ==, 0);
}

static void
test_order (void)
{
  const RemitCandidate best = { .person = 1, .score = 100 }, good = { .person = 9, .score = 99 };
  const RemitCandidate none = { .person = 3 }, holder = { .score = 100, .is_holder = TRUE };
  const RemitCandidate equal = { .person = 7, .score = 99 };

  check_better (&best, &good);
  check_better (&good, &none);
  check_better (&none, &holder);
  g_assert_cmpint (remit_candidate_compare (&good, &equal), ==, 0);
}

/* Returns: the initials of all, those who fit the slot better first */
static void
check (PlanFixture *f,
       gint64 slot,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitOpening) opening = NULL;
  g_autoptr (RemitRoster) roster = NULL;
  g_autoptr (RemitRosterFound) found = NULL;
  g_autoptr (GString) initials = g_string_new (NULL);

  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, slot);
  roster = remit_roster_read (f->store, f->plan, NULL, &error);
  g_assert_no_error (error);
  found = remit_roster_find (roster, &(RemitRosterQuery){ .opening = opening }, NULL);
  for (guint i = 0; i < found->people->len; i++)
    g_string_append_c (initials, plan_fixture_get_text (
                                   f, REMIT_KIND_PERSON,
                                   g_array_index (found->people, RemitCandidate, i).person,
                                   REMIT_PERSON_NAME)[0]);
  g_assert_cmpstr (initials->str, ==, expected);
}

static void
test_fit (PlanFixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  gint64 r = remit_test_add_skill (f->store, "R");

  check (f, f->ml, "ABC");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->ml, r, 1);
  plan_fixture_add_skill (f, f->cem, f->sql, 3);
  check (f, f->ml, "CAB");
  plan_fixture_add_skill (f, f->bob, f->sql, 1);
  check (f, f->ml, "CBA");
  plan_fixture_add_skill (f, f->bob, r, 4);
  check (f, f->ml, "CBA");
  plan_fixture_add_skill (f, f->ada, f->sql, 4);
  plan_fixture_add_skill (f, f->ada, r, 1);
  check (f, f->ml, "ACB");
  /* who is in the slot is no candidate for it */
  plan_fixture_assign (f, f->ml, f->ada, 10, "", "");
  check (f, f->ml, "CBA");
}

static void
test_critical (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 r = remit_test_add_skill (f->store, "R");
  gint64 go = remit_test_add_skill (f->store, "Go");
  GPtrArray *needs;

  plan_fixture_add_need (f, f->ml, f->sql, 2);
  plan_fixture_add_need (f, f->ml, r, 2);
  plan_fixture_add_need (f, f->ml, go, 2);
  plan_fixture_add_skill (f, f->ada, r, 2);
  plan_fixture_add_skill (f, f->ada, go, 2);
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
  check (f, f->ml, "ABC");
  needs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED,
                                         REMIT_SLOT_NEED_SKILL, f->sql);
  plan_fixture_set (f, REMIT_KIND_SLOT_NEED, remit_entity_get_id (needs->pdata[0]),
                    REMIT_SLOT_NEED_CRITICAL, "true");
  check (f, f->ml, "BAC");
}

/* Only on the slot's own days. */
static void
test_time (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_assign (f, f->on_call, f->ada, 100, "2026-03-01", "2026-03-31");
  plan_fixture_assign (f, f->on_call, f->bob, 50, "2026-05-01", "");
  check (f, f->data, "CBA");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FROM, "2026-04-01");
  check (f, f->data, "ACB");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-04-30");
  check (f, f->data, "ABC");
  plan_fixture_add_absence (f, f->ada, "2026-04-01", "2026-04-30");
  check (f, f->data, "BCA");
}

static void
test_title_and_place (PlanFixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_TITLE, "Senior ML Engineer, Risk");
  check (f, f->ml, "BAC");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, "Lyon");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_LOCATION, "lyon");
  plan_fixture_assign (f, f->data, f->bob, 10, "", "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_LOCATION, "Lyon");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, "Oslo");
  check (f, f->data, "CAB");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNIT, "Risk; Fraud");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, "FRAUD; risk");
  check (f, f->data, "ACB");
}

/* ── The words ────────────────────────────────────────────────────────────────────────────── */

static void
check_words (PlanFixture *f,
             gint64 person,
             const char *summary,
             const char *skills)
{
  g_autoptr (RemitOpening) opening = NULL;
  g_autofree char *said = NULL;
  g_autofree char *levels = NULL;

  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, f->ml);
  said = remit_candidate_dup_summary (f->workspace, opening, person);
  levels = remit_candidate_dup_skills (f->workspace, opening, person);
  g_assert_cmpstr (said, ==, summary);
  g_assert_cmpstr (levels, ==, skills);
}

static void
test_words (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 r = remit_test_add_skill (f->store, "R");

  check_words (f, f->ada, "95 points · 100 % free", "");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  check_words (f, f->ada, "45 points · 100 % free · 0 of 1 skill", "Lacks SQL");
  plan_fixture_add_need (f, f->ml, r, 2);
  plan_fixture_add_skill (f, f->ada, f->sql, 1);
  plan_fixture_add_skill (f, f->ada, r, 4);
  check_words (f, f->ada, "75 points · 100 % free · 1 of 2 skills",
               "Has R\u00a04\nLacks SQL (1 of 3)");
  plan_fixture_add_skill (f, f->bob, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, r, 2);
  plan_fixture_assign (f, f->on_call, f->bob, 130, "", "");
  check_words (f, f->bob, "65 points · 0 % free · 2 of 2 skills",
               "Has SQL\u00a03, R\u00a02");
  plan_fixture_assign (f, f->ml, f->bob, 10, "", "");
  check_words (f, f->bob, "Already in this slot", "Has SQL\u00a03, R\u00a02");
}

static void
check_place (PlanFixture *f,
             const char *unit,
             const char *location,
             const char *expected)
{
  g_autoptr (RemitOpening) opening = NULL;
  g_autofree char *place = NULL;

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNIT, unit);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_LOCATION, location);
  remit_test_refresh (f->workspace);
  opening = remit_opening_new (f->workspace, f->ml);
  place = remit_candidate_dup_place (f->workspace, opening, f->ada);
  g_assert_cmpstr (place, ==, expected);
}

static void
test_place (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  check_place (f, "", "", "");
  check_place (f, "Engineering; Data Section", "", "Data Section");
  check_place (f, "", "Kraków", "Kraków");
  check_place (f, "Sales", "Kraków", "Sales · Kraków");
  plan_fixture_assign (f, f->data, f->bob, 10, "", "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_TIME_ZONE, "Asia/Tokyo");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "Asia/Seoul");
  check_place (f, "Sales", "", "Sales");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "Asia/Hong_Kong");
  check_place (f, "Sales", "", "Sales · 7 hours in common");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/candidate/order", test_order);
  plan_fixture_add ("/plan/candidate/fit", test_fit);
  plan_fixture_add ("/plan/candidate/critical", test_critical);
  plan_fixture_add ("/plan/candidate/time", test_time);
  plan_fixture_add ("/plan/candidate/title-and-place", test_title_and_place);
  plan_fixture_add ("/plan/candidate/words", test_words);
  plan_fixture_add ("/plan/candidate/place", test_place);
  return g_test_run ();
}
