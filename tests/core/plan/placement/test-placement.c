/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be placed where, and what it would lead to. */
#include "model/remit-day.h"
#include "plan-fixture.h"

static const char *const verdicts[] = { "fine", "doubtful", "nothing", "refused" };

/* Asks, and compares verdict, allocation and reason. */
static void
check (PlanFixture *f,
       const RemitPlacement *placement,
       const char *verdict,
       int allocation,
       const char *reason)
{
  g_auto (RemitOutcome) outcome = { 0 };

  remit_placement_ask (f->workspace, placement, &outcome);
  g_assert_cmpstr (outcome.reason, ==, reason);
  g_assert_cmpstr (verdicts[outcome.verdict], ==, verdict);
  g_assert_cmpint (outcome.allocation, ==, allocation);
}

static void
check_drop (PlanFixture *f,
            gint64 person,
            gint64 slot,
            const char *verdict,
            int allocation,
            const char *reason)
{
  RemitPlacement placement = { .person = person, .slot = slot };

  check (f, &placement, verdict, allocation, reason);
}

static void
check_summary (PlanFixture *f,
               const RemitPlacement *placements,
               gsize n_placements,
               const char *expected)
{
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;

  remit_placement_ask_all (f->workspace, placements, n_placements, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  g_assert_cmpstr (summary, ==, expected);
}

static void
test_is_pure (PlanFixture *f,
              gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  before = plan_fixture_dump (f);
  check_drop (f, f->ada, f->data, "fine", 20, "");
  check_drop (f, f->ada, f->data, "fine", 20, "");
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* What the slot still needs and the person still has. */
static void
test_default_allocation (PlanFixture *f,
                         gconstpointer data)
{
  check_drop (f, f->ada, f->ml, "fine", 100, "");
  check_drop (f, f->ada, f->data, "fine", 60, "");

  plan_fixture_assign (f, f->ml, f->bob, 70, "", "");
  check_drop (f, f->ada, f->ml, "fine", 30, "");
  check_drop (f, f->bob, f->data, "fine", 30, "");

  /* nothing free: what the slot needs */
  plan_fixture_assign (f, f->on_call, f->bob, 30, "", "");
  check_drop (f, f->bob, f->data, "doubtful", 60,
              "160 % from now on (70 % in ML engineer and 30 % in On call)");

  /* nothing needed: what the slot needs in all */
  plan_fixture_assign (f, f->data, f->cem, 60, "", "");
  check_drop (f, f->ada, f->data, "doubtful", 60, "slot filled to 120 % of 60 %");
}

static void
test_default_allocation_of_nothing (PlanFixture *f,
                                    gconstpointer data)
{
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "0");
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  check_drop (f, f->ada, f->data, "doubtful", 20, "slot filled to 20 % of 0 %");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_CAPACITY, "0");
  check_drop (f, f->bob, f->data, "doubtful", 100,
              "100 % of 0 % from now on; slot filled to 100 % of 0 %");
}

/* Only the slot's days count for what is needed and what is free. */
static void
test_default_allocation_by_day (PlanFixture *f,
                                gconstpointer data)
{
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FROM, "2026-03-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-06-30");
  plan_fixture_assign (f, f->on_call, f->ada, 100, "", "2026-02-28");
  plan_fixture_assign (f, f->on_call, f->bob, 100, "2026-07-01", "");
  plan_fixture_assign (f, f->on_call, f->cem, 50, "2026-06-30", "2026-07-01");
  check_drop (f, f->ada, f->ml, "fine", 100, "");
  check_drop (f, f->bob, f->ml, "fine", 100, "");
  check_drop (f, f->cem, f->ml, "fine", 50, "");
}

/* A holiday takes nothing from what somebody has free, but is said. */
static void
test_away (PlanFixture *f,
           gconstpointer data)
{
  plan_fixture_add_absence (f, f->ada, "2026-08-03", "2026-08-14");
  plan_fixture_assign (f, f->on_call, f->ada, 60, "", "");
  check_drop (f, f->ada, f->ml, "doubtful", 40, "absent from 3 to 14 August");

  /* one that is over is not */
  plan_fixture_add_absence (f, f->bob, "2026-01-05", "2026-02-09");
  check_drop (f, f->bob, f->ml, "fine", 100, "");

  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNTIL, "2026-12-31");
  check_drop (f, f->bob, f->ml, "doubtful", 100, "absent from January 2027 on");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_FROM, "2026-04-01");
  check_drop (f, f->cem, f->ml, "doubtful", 100, "absent until the end of March");

  /* and outside of the slot's days it does not matter */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FROM, "2026-04-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-08-02");
  check_drop (f, f->ada, f->ml, "fine", 40, "");
  check_drop (f, f->bob, f->ml, "fine", 100, "");
  check_drop (f, f->cem, f->ml, "fine", 100, "");
}

/* By how much, when, and through what. */
static void
test_overload (PlanFixture *f,
               gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 80 };
  g_auto (RemitOutcome) outcome = { 0 };

  plan_fixture_assign (f, f->data, f->ada, 40, "2026-03-01", "2026-03-31");
  check (f, &placement, "doubtful", 80, "120 % in March (40 % in Data engineer)");

  remit_placement_ask (f->workspace, &placement, &outcome);
  g_assert_cmpint (outcome.peak, ==, 120);
  g_assert_cmpint (outcome.peak_capacity, ==, 100);
  g_assert_cmpint (outcome.peak_from, ==, remit_day_parse ("2026-03-01"));
  g_assert_cmpint (outcome.peak_until, ==, remit_day_parse ("2026-03-31"));
  g_assert_cmpint (outcome.filled, ==, 80);
  g_assert_cmpint (outcome.need, ==, 100);

  placement.allocation = 60;
  check (f, &placement, "fine", 60, "");
  placement.allocation = 61;
  check (f, &placement, "doubtful", 61, "101 % in March (40 % in Data engineer)");

  /* somebody who works half the week */
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "50");
  placement.allocation = 40;
  check (f, &placement, "doubtful", 40, "80 % of 50 % in March (40 % in Data engineer)");
  placement.allocation = 60;
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-02-28");
  check (f, &placement, "doubtful", 60, "60 % of 50 % until the end of February");
}

/* The time in which there is too much to do is one, though the load in it changes. */
static void
test_overload_over_spans (PlanFixture *f,
                          gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 80 };

  plan_fixture_assign (f, f->data, f->ada, 30, "2026-03-01", "2026-05-31");
  plan_fixture_assign (f, f->on_call, f->ada, 20, "2026-04-01", "2026-04-30");
  check (f, &placement, "doubtful", 80,
         "up to 130 % from March to May (30 % in Data engineer and 20 % in On call)");
  /* what lies before today is not worth saying */
  plan_fixture_assign (f, f->data, f->bob, 90, "2026-01-01", "2026-01-31");
  placement.person = f->bob;
  check (f, &placement, "fine", 80, "");
}

static void
test_overload_through_many (PlanFixture *f,
                            gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 80 };
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);

  plan_fixture_assign (f, advisor, f->ada, 30, "", "");
  check (f, &placement, "doubtful", 80,
         "110 % from now on (30 % in Advisor of plan Advice)");
  plan_fixture_assign (f, f->data, f->ada, 10, "", "");
  plan_fixture_assign (f, f->on_call, f->ada, 10, "", "");
  check (f, &placement, "doubtful", 80,
         "130 % from now on (30 % in Advisor of plan Advice, 10 % in Data engineer and 1 more)");
}

static void
test_skills (PlanFixture *f,
             gconstpointer data)
{
  gint64 python = remit_test_add_skill (f->store, "Python");
  RemitPlacement placement = { .person = f->ada, .slot = f->ml };
  g_auto (RemitOutcome) outcome = { 0 };

  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_need (f, f->ml, python, 2);
  check_summary (f, &placement, 1, "100 %, 45 points, 0 of 2 skills, lacks SQL, Python");

  plan_fixture_add_skill (f, f->ada, python, 2);
  plan_fixture_add_skill (f, f->ada, f->sql, 1);
  remit_placement_ask (f->workspace, &placement, &outcome);
  g_assert_cmpint (outcome.needed, ==, 2);
  g_assert_cmpint (outcome.fitting, ==, 1);
  g_assert_cmpstr (outcome.missing, ==, "SQL (1 of 3)");
  g_assert_cmpstr (outcome.reason, ==, "lacks SQL (1 of 3)");

  plan_fixture_add_skill (f, f->bob, python, 4);
  plan_fixture_add_skill (f, f->bob, f->sql, 3);
  placement.person = f->bob;
  check_summary (f, &placement, 1, "100 %, 95 points, 2 of 2 skills");
}

static void
test_filled_twice (PlanFixture *f,
                   gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 30 };

  plan_fixture_assign (f, f->ml, f->bob, 80, "", "");
  /* the workspace allows for 10 % more */
  check (f, &placement, "fine", 30, "");
  placement.allocation = 31;
  check (f, &placement, "doubtful", 31, "slot filled to 111 % of 100 %");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_FILL_TOLERANCE, "11");
  check (f, &placement, "fine", 31, "");
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  gint64 dated = plan_fixture_assign (f, f->data, f->ada, 20, "2026-03-01", "2026-03-31");
  RemitPlacement move = { .person = f->ada, .assignment = assignment, .slot = advisor };
  RemitPlacement twice[2];

  check_drop (f, f->ada, f->ml, "refused", 0, "Ada Lovelace is already in ML engineer");
  check_drop (f, f->ada, f->data, "refused", 0,
              "Ada Lovelace is already in Data engineer in March");
  check_drop (f, 1, f->ml, "refused", 0, "The person no longer exists");
  check_drop (f, f->ada, 1, "refused", 0, "The slot no longer exists");

  check (f, &move, "refused", 0, "Advisor belongs to another plan");
  move.copy = TRUE;
  check (f, &move, "refused", 0, "Advisor belongs to another plan");
  move.copy = FALSE;
  move.slot = f->data;
  check (f, &move, "refused", 0, "Ada Lovelace is already in Data engineer in March");
  move.assignment = 1;
  check (f, &move, "refused", 0, "The assignment no longer exists");
  move.assignment = assignment;
  move.person = f->bob;
  check (f, &move, "refused", 0, "The assignment no longer exists");

  move = (RemitPlacement){ .person = f->bob, .slot = f->ml, .allocation = 1001 };
  check (f, &move, "refused", 0, "Allocation: 1001 is not between 1 and 1000");
  move.allocation = -1;
  check (f, &move, "refused", 0, "Allocation: -1 is not between 1 and 1000");

  /* to where another one of the same person just leaves */
  twice[0] = (RemitPlacement){ .person = f->ada, .assignment = dated };
  twice[1] = (RemitPlacement){ .person = f->ada, .assignment = assignment, .slot = f->data };
  check_summary (f, twice, 2, "Ada Lovelace is already in Data engineer in March");
  twice[1] = (RemitPlacement){ .person = f->ada, .assignment = dated, .slot = f->on_call };
  check_summary (f, twice, 2, "Ada Lovelace was already removed from this slot");
  twice[0] = twice[1] = (RemitPlacement){ .person = f->bob, .slot = f->ml };
  check_summary (f, twice, 2, "Bob Martin is already in ML engineer");
}

/* Days that do not meet are no reason to refuse, though they touch. */
static void
test_again_later (PlanFixture *f,
                  gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "2026-03-31");
  gint64 later = plan_fixture_assign (f, f->on_call, f->ada, 80, "2026-04-01", "");
  RemitPlacement move = { .person = f->ada, .assignment = later, .slot = f->ml };

  check (f, &move, "fine", 80, "");
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_UNTIL, "2026-04-01");
  check (f, &move, "refused", 0, "Ada Lovelace is already in ML engineer until 1 April");
}

static void
test_nothing (PlanFixture *f,
              gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .slot = f->ml };

  check (f, &placement, "nothing", 0, "Ada Lovelace stays in ML engineer");
  placement.allocation = 80;
  check (f, &placement, "nothing", 0, "Ada Lovelace stays in ML engineer");
  placement.allocation = 70;
  check (f, &placement, "fine", 70, "");
  placement.copy = TRUE;
  check (f, &placement, "refused", 0, "Ada Lovelace is already in ML engineer");
  placement.slot = 0;
  check (f, &placement, "nothing", 0, "Ada Lovelace stays in the pool");
  check_drop (f, f->bob, 0, "nothing", 0, "Bob Martin stays in the pool");
}

/* A move keeps allocation and dates; a copy has dates, and what is needed and free. */
static void
test_move_and_copy (PlanFixture *f,
                    gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "2026-03-01", "2026-06-30");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .slot = f->data };

  check (f, &placement, "doubtful", 80, "slot filled to 80 % of 60 %");
  placement.copy = TRUE;
  check (f, &placement, "fine", 20, "");
  placement.copy = FALSE;

  placement.slot = f->on_call;
  check (f, &placement, "fine", 80, "");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FROM, "2026-03-02");
  check (f, &placement, "doubtful", 80, "partly outside the slot’s dates, from 2 March on");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FROM, "2026-03-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_UNTIL, "2026-06-30");
  check (f, &placement, "fine", 80, "");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_UNTIL, "2026-05-31");
  check (f, &placement, "doubtful", 80, "partly outside the slot’s dates, from March to May");

  placement.slot = 0;
  check (f, &placement, "fine", 0, "");
  check_summary (f, &placement, 1, "Ends 1 assignment");
}

/* Several at once: each takes what those before leave. */
static void
test_several (PlanFixture *f,
              gconstpointer data)
{
  RemitPlacement placements[3] = {
    { .person = f->ada, .slot = f->ml },
    { .person = f->bob, .slot = f->ml },
    { .person = f->cem, .slot = f->ml },
  };
  g_auto (RemitOutcome) outcome = { 0 };

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "60");
  remit_placement_ask_all (f->workspace, placements, 2, &outcome);
  g_assert_cmpint (outcome.verdict, ==, REMIT_VERDICT_FINE);
  g_assert_cmpuint (outcome.n_placements, ==, 2);
  g_assert_cmpint (outcome.allocation, ==, 100);
  g_assert_cmpint (outcome.filled, ==, 100);
  check_summary (f, placements, 2, "2 people, 100 %");
  check_summary (f, placements, 3,
                 "3 people, 200 %, Cem Yıldız: slot filled to 200 % of 100 %");

  plan_fixture_add_need (f, f->ml, f->sql, 1);
  check_summary (f, placements, 3, "3 people, 200 %, Ada Lovelace: lacks SQL; 2 more warnings");

  /* one that may not is enough to refuse all */
  plan_fixture_assign (f, f->ml, f->bob, 10, "", "");
  check_summary (f, placements, 3, "Bob Martin is already in ML engineer");
}

static void
test_several_with_nothing (PlanFixture *f,
                           gconstpointer data)
{
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  gint64 bob = plan_fixture_assign (f, f->data, f->bob, 60, "", "");
  RemitPlacement placements[3] = {
    { .person = f->ada, .assignment = ada, .slot = f->ml },
    { .person = f->bob, .assignment = bob, .slot = f->ml },
    { .person = f->cem, .slot = 0 },
  };

  /* who is there already still fills the slot */
  check_summary (f, placements, 3, "60 %, Bob Martin: slot filled to 120 % of 100 %");
  placements[1].slot = f->data;
  check_summary (f, placements, 2, "Bob Martin stays in Data engineer");
  placements[0].slot = placements[1].slot = 0;
  check_summary (f, placements, 2, "Ends 2 assignments");
}

static void
test_swap (PlanFixture *f,
           gconstpointer data)
{
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 90, "", "");
  gint64 bob = plan_fixture_assign (f, f->on_call, f->bob, 100, "", "");
  gint64 again = plan_fixture_assign (f, f->data, f->ada, 10, "", "");
  g_auto (RemitOutcome) outcome = { 0 };
  g_auto (RemitOutcome) same = { 0 };

  remit_placement_ask_swap (f->workspace, ada, bob, &outcome);
  g_assert_cmpstr (outcome.reason, ==, "");
  g_assert_cmpint (outcome.verdict, ==, REMIT_VERDICT_FINE);

  remit_placement_ask_swap (f->workspace, ada, again, &same);
  g_assert_cmpint (same.verdict, ==, REMIT_VERDICT_REFUSED);
  g_assert_cmpstr (same.reason, ==, "Choose two people in different slots to swap");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/placement/is-pure", test_is_pure);
  plan_fixture_add ("/placement/default-allocation", test_default_allocation);
  plan_fixture_add ("/placement/default-allocation-of-nothing", test_default_allocation_of_nothing);
  plan_fixture_add ("/placement/default-allocation-by-day", test_default_allocation_by_day);
  plan_fixture_add ("/placement/away", test_away);
  plan_fixture_add ("/placement/overload", test_overload);
  plan_fixture_add ("/placement/overload-over-spans", test_overload_over_spans);
  plan_fixture_add ("/placement/overload-through-many", test_overload_through_many);
  plan_fixture_add ("/placement/skills", test_skills);
  plan_fixture_add ("/placement/filled-twice", test_filled_twice);
  plan_fixture_add ("/placement/refused", test_refused);
  plan_fixture_add ("/placement/again-later", test_again_later);
  plan_fixture_add ("/placement/nothing", test_nothing);
  plan_fixture_add ("/placement/move-and-copy", test_move_and_copy);
  plan_fixture_add ("/placement/several", test_several);
  plan_fixture_add ("/placement/several-with-nothing", test_several_with_nothing);
  plan_fixture_add ("/placement/swap", test_swap);

  return g_test_run ();
}
