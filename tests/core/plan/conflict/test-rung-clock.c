/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a level: whose it is, what it counts, and how it is told. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/conflict/remit-rung-clock.h"

/* A Friday afternoon in London. */
#define START "2026-02-13T16:00:00Z"

static RemitRecord *
make_rung (PlanFixture *f,
           guint holder,
           gint64 id,
           const char *limit,
           RemitClockKind clock)
{
  RemitRecord *rung = remit_record_new (REMIT_KIND_RUNG);
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, holder, id);
  remit_record_set_integer (rung, REMIT_RUNG_CLOCK, clock);
  remit_record_parse (rung, REMIT_RUNG_LIMIT, limit, &error);
  g_assert_no_error (error);
  return rung;
}

/* Asserts when the time of a rung is up that a conflict of the team "Fraud" comes onto. */
static void
check (PlanFixture *f,
       const RemitRecord *rung,
       const char *due,
       const char *words)
{
  gint64 time = remit_rung_clock_get_due (f->workspace, rung, f->fraud, remit_time_parse (START));
  g_autofree char *text = remit_time_format (time);
  g_autofree char *told = remit_rung_clock_display (f->workspace, rung, f->fraud, time);

  g_assert_cmpstr (text, ==, due);
  g_assert_cmpstr (told, ==, words);
}

static void
test_clocks (PlanFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitRecord) calendar = make_rung (f, REMIT_RUNG_PERSON, f->bob, "P2D",
                                                REMIT_CLOCK_CALENDAR);
  g_autoptr (RemitRecord) working = make_rung (f, REMIT_RUNG_PERSON, f->bob, "PT16H",
                                               REMIT_CLOCK_WORKING);

  check (f, calendar, "2026-02-15T16:00:00.000Z", "Sun 02/15/26 16:00");
  check (f, working, "2026-02-17T16:00:00.000Z", "Tue 02/17/26 16:00");
}

static void
test_holiday (PlanFixture *f,
              gconstpointer data)
{
  RemitRecord *holiday = remit_record_new (REMIT_KIND_HOLIDAY);
  g_autoptr (RemitRecord) rung = make_rung (f, REMIT_RUNG_PERSON, f->bob, "PT16H",
                                            REMIT_CLOCK_WORKING);

  remit_record_set_integer (holiday, REMIT_HOLIDAY_DAY, remit_day_parse ("2026-02-16"));
  remit_test_insert (f->store, holiday);
  check (f, rung, "2026-02-18T16:00:00.000Z", "Wed 02/18/26 16:00");
}

/* It is the clock of who is asked, on the day that it begins. */
static void
test_zones (PlanFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitRecord) rung = make_rung (f, REMIT_RUNG_ROLE, f->ml_role, "PT2H",
                                            REMIT_CLOCK_WORKING);

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "America/New_York");
  check (f, rung, "2026-02-16T10:00:00.000Z", "Mon 02/16/26 10:00");
  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  check (f, rung, "2026-02-13T18:00:00.000Z", "Fri 02/13/26 18:00 (Fri 02/13/26 13:00 EST)");
}

/* Where it is another day there, the weekday says so. */
static void
test_other_day (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitRecord) rung = make_rung (f, REMIT_RUNG_PERSON, f->cem, "PT10H",
                                            REMIT_CLOCK_CALENDAR);

  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TIME_ZONE, "America/New_York");
  check (f, rung, "2026-02-14T02:00:00.000Z", "Sat 02/14/26 02:00 (Fri 02/13/26 21:00 EST)");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/rung-clock/clocks", test_clocks);
  plan_fixture_add ("/plan/rung-clock/holiday", test_holiday);
  plan_fixture_add ("/plan/rung-clock/zones", test_zones);
  plan_fixture_add ("/plan/rung-clock/other-day", test_other_day);
  return g_test_run ();
}
