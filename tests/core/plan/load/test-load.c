/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load and capacity of people over time, and how far slots are filled. */
#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan-fixture.h"

/* The spans as text: "..2026-02-28 0/100", one a line. */
static char *
describe (PlanFixture *f,
          gint64 plan,
          gint64 person)
{
  g_autoptr (GArray) spans = remit_load_get_spans (f->workspace, plan, person);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);
      char from[11], until[11];

      remit_day_format (span->from, from);
      remit_day_format (span->until, until);
      g_string_append_printf (text, "%s..%s %d/%d%s\n", from, until, span->load, span->capacity,
                              span->away ? " away" : "");
    }
  return g_string_free (text, FALSE);
}

static void
check (PlanFixture *f,
       gint64 person,
       const char *expected)
{
  g_autofree char *text = describe (f, f->plan, person);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (PlanFixture *f,
              gconstpointer data)
{
  check (f, f->ada, ".. 0/100\n");
  check (f, 12345, ".. 0/0\n");
}

static void
test_sum (PlanFixture *f,
          gconstpointer data)
{
  plan_fixture_assign (f, f->ml, f->ada, 80, "2026-03-01", "2026-03-31");
  plan_fixture_assign (f, f->data, f->ada, 40, "2026-03-31", "");
  check (f, f->ada,
         "..2026-02-28 0/100\n"
         "2026-03-01..2026-03-30 80/100\n"
         "2026-03-31..2026-03-31 120/100\n"
         "2026-04-01.. 40/100\n");
  check (f, f->bob, ".. 0/100\n");
}

/* An end that an assignment leaves open is the slot's. */
static void
test_slot_days (PlanFixture *f,
                gconstpointer data)
{
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FROM, "2026-03-01");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-06-30");
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->ml, f->bob, 50, "2026-05-01", "");
  plan_fixture_assign (f, f->ml, f->cem, 50, "2026-08-01", "");

  check (f, f->ada, "..2026-02-28 0/100\n2026-03-01..2026-06-30 50/100\n2026-07-01.. 0/100\n");
  check (f, f->bob, "..2026-04-30 0/100\n2026-05-01..2026-06-30 50/100\n2026-07-01.. 0/100\n");
  /* one that begins when the slot is over counts as it says */
  check (f, f->cem, "..2026-07-31 0/100\n2026-08-01.. 50/100\n");
}

static void
test_capacity (PlanFixture *f,
               gconstpointer data)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "60");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "2026-02-01");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL, "2026-12-31");
  plan_fixture_add_absence (f, f->ada, "2026-08-03", "2026-08-14");
  plan_fixture_add_absence (f, f->ada, "2026-08-10", "2026-08-16");
  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-08-16", "2026-08-17");
  check (f, f->ada,
         "..2026-01-31 0/0 away\n"
         "2026-02-01..2026-08-02 0/60\n"
         "2026-08-03..2026-08-15 0/0 away\n"
         "2026-08-16..2026-08-16 50/0 away\n"
         "2026-08-17..2026-08-17 50/60\n"
         "2026-08-18..2026-12-31 0/60\n"
         "2027-01-01.. 0/0 away\n");
}

/* Other plans count when they are published, alternatives of the plan do not. */
static void
test_other_plans (PlanFixture *f,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  gint64 scenario;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  plan_fixture_assign (f, advisor, f->ada, 30, "", "");
  check (f, f->ada, ".. 110/100\n");

  plan_fixture_set (f, REMIT_KIND_PLAN, other, REMIT_PLAN_STATUS, "archived");
  check (f, f->ada, ".. 80/100\n");
  plan_fixture_set (f, REMIT_KIND_PLAN, other, REMIT_PLAN_STATUS, "draft");
  check (f, f->ada, ".. 80/100\n");

  /* in the scenario of a published plan, nobody works twice */
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS, "published");
  scenario = remit_design_copy_plan (f->workspace, f->plan, "Churn, cheaper", &error);
  g_assert_no_error (error);
  remit_workspace_open_plan (f->workspace, scenario, &error);
  g_assert_no_error (error);
  check (f, f->ada, ".. 80/100\n");
  {
    g_autofree char *text = describe (f, scenario, f->ada);
    g_autofree char *elsewhere = describe (f, other, f->ada);

    g_assert_cmpstr (text, ==, ".. 80/100\n");
    g_assert_cmpstr (elsewhere, ==, ".. 110/100\n");
  }
}

static void
test_circle_of_plans (PlanFixture *f,
                      gconstpointer data)
{
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  char id[17];

  remit_id_format (other, id);
  plan_fixture_set (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_BASE, id);
  remit_id_format (f->plan, id);
  plan_fixture_set (f, REMIT_KIND_PLAN, other, REMIT_PLAN_BASE, id);
  plan_fixture_assign (f, advisor, f->ada, 30, "", "");
  check (f, f->ada, ".. 0/100\n");
}

static void
check_summary (PlanFixture *f,
               gint64 person,
               const char *expected)
{
  g_autofree char *summary = NULL;
  RemitLoad load;

  remit_load_get (f->workspace, f->plan, person, &load);
  summary = remit_load_dup_summary (&load);
  g_assert_cmpstr (summary, ==, expected);
}

static void
test_bar (PlanFixture *f,
          gconstpointer data)
{
  RemitLoad load;

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  check_summary (f, f->ada, "80 % of 100 %");

  plan_fixture_assign (f, f->data, f->ada, 40, "2026-03-03", "2026-03-28");
  plan_fixture_assign (f, f->on_call, f->ada, 90, "2026-01-01", "2026-01-31");
  check_summary (f, f->ada, "120 % of 100 % from 3 to 28 March");

  remit_load_get (f->workspace, f->plan, f->ada, &load);
  g_assert_cmpint (load.now, ==, 80);
  g_assert_cmpint (load.capacity, ==, 100);
  g_assert_cmpint (load.n_assignments, ==, 3);
  g_assert_true (load.over);
  g_assert_cmpint (load.peak.load, ==, 120);
  g_assert_cmpint (load.peak.from, ==, remit_day_parse ("2026-03-03"));
  g_assert_cmpint (load.peak.until, ==, remit_day_parse ("2026-03-28"));
}

static void
test_bar_away (PlanFixture *f,
               gconstpointer data)
{
  RemitLoad load;

  plan_fixture_add_absence (f, f->ada, "2026-08-01", "2026-08-31");
  check_summary (f, f->ada, "0 % of 100 %");
  remit_load_get (f->workspace, f->plan, f->ada, &load);
  g_assert_false (load.over);

  plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  check_summary (f, f->ada, "80 % of 100 %, absent in August");

  /* to have too much to do is worse than to be away */
  plan_fixture_assign (f, f->data, f->ada, 21, "2026-05-01", "2026-05-31");
  check_summary (f, f->ada, "101 % of 100 % in May");
}

static void
test_free (PlanFixture *f,
           gconstpointer data)
{
  gint64 march = remit_day_parse ("2026-03-01");
  gint64 april = remit_day_parse ("2026-04-30");

  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->ada, 0, 0), ==, 100);
  plan_fixture_assign (f, f->ml, f->ada, 70, "2026-04-30", "");
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->ada, 0, 0), ==, 30);
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->ada, march, april), ==, 30);
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->ada, march, april - 1), ==, 100);
  plan_fixture_assign (f, f->data, f->ada, 50, "2026-05-01", "");
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->ada, 0, 0), ==, -20);

  /* days gone by count only when nothing else is asked about */
  plan_fixture_assign (f, f->ml, f->bob, 90, "2026-01-01", "2026-02-09");
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->bob, 0, 0), ==, 100);
  g_assert_cmpint (remit_load_get_free (f->workspace, f->plan, f->bob, 0,
                                        remit_day_parse ("2026-02-09")), ==, 10);
}

static void
test_filled (PlanFixture *f,
             gconstpointer data)
{
  g_assert_cmpint (remit_load_get_filled (f->workspace, f->ml), ==, 0);

  /* one after the other is not both at once */
  plan_fixture_assign (f, f->ml, f->ada, 80, "", "2026-03-31");
  plan_fixture_assign (f, f->ml, f->bob, 60, "2026-04-01", "");
  g_assert_cmpint (remit_load_get_filled (f->workspace, f->ml), ==, 80);
  plan_fixture_assign (f, f->ml, f->cem, 30, "2026-03-31", "2026-04-01");
  g_assert_cmpint (remit_load_get_filled (f->workspace, f->ml), ==, 110);

  /* who has gone does not fill */
  plan_fixture_assign (f, f->data, f->ada, 60, "", "2026-02-09");
  g_assert_cmpint (remit_load_get_filled (f->workspace, f->data), ==, 0);
  /* unless all of the slot is over */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-02-09");
  g_assert_cmpint (remit_load_get_filled (f->workspace, f->data), ==, 60);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/load/nothing", test_nothing);
  plan_fixture_add ("/load/sum", test_sum);
  plan_fixture_add ("/load/slot-days", test_slot_days);
  plan_fixture_add ("/load/capacity", test_capacity);
  plan_fixture_add ("/load/other-plans", test_other_plans);
  plan_fixture_add ("/load/circle-of-plans", test_circle_of_plans);
  plan_fixture_add ("/load/bar", test_bar);
  plan_fixture_add ("/load/bar-away", test_bar_away);
  plan_fixture_add ("/load/free", test_free);
  plan_fixture_add ("/load/filled", test_filled);

  return g_test_run ();
}
