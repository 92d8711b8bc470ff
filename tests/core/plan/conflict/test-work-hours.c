/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clocks: calendar and working hours, weekends, holidays, zones, changes of the clocks. */
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/conflict/remit-work-hours.h"

static void
set_zone (PlanFixture *f,
          const char *zone)
{
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_TIME_ZONE, zone);
}

static void
add_holiday (PlanFixture *f,
             const char *day)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_HOLIDAY);

  remit_record_set_integer (record, REMIT_HOLIDAY_DAY, remit_day_parse (day));
  remit_test_insert (f->store, record);
}

/* Asserts when a clock that begins at @start has run for @minutes. */
static void
check (PlanFixture *f,
       gint64 person,
       RemitClockKind clock,
       const char *start,
       gint64 minutes,
       const char *end)
{
  RemitEntity *entity = remit_workspace_get (f->workspace, REMIT_KIND_PERSON, person);
  g_autoptr (RemitWorkHours) hours = remit_work_hours_new (f->workspace, entity);
  gint64 due = remit_work_hours_add (hours, remit_time_parse (start), minutes, clock);
  g_autofree char *text = remit_time_format (due);

  g_test_message ("%s + %d minutes", start, (int) minutes);
  g_assert_cmpstr (text, ==, end);
}

static void
test_calendar (PlanFixture *f,
               gconstpointer data)
{
  set_zone (f, "Europe/Berlin");
  /* 48 hours are 48 hours, over a weekend and a change of the clocks */
  check (f, 0, REMIT_CLOCK_CALENDAR, "2026-03-27T12:00:00Z", 48 * 60, "2026-03-29T12:00:00.000Z");
  check (f, 0, REMIT_CLOCK_CALENDAR, "2026-03-27T12:00:00Z", 1, "2026-03-27T12:01:00.000Z");
}

static void
test_working (PlanFixture *f,
              gconstpointer data)
{
  set_zone (f, "UTC");
  /* a Tuesday, 9 to 17 */
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 120, "2026-02-10T12:00:00.000Z");
  /* to the end of the day, and a minute more */
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 7 * 60, "2026-02-10T17:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 7 * 60 + 1,
         "2026-02-11T09:01:00.000Z");
  /* before, after, and at the weekend it stands still */
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T03:00:00Z", 60, "2026-02-10T10:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T20:00:00Z", 60, "2026-02-11T10:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-13T16:00:00Z", 120, "2026-02-16T10:00:00.000Z");
  add_holiday (f, "2026-02-16");
  add_holiday (f, "2026-02-18");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-13T16:00:00Z", 120, "2026-02-17T10:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-13T16:00:00Z", 10 * 60, "2026-02-19T10:00:00.000Z");
}

static void
test_changes_of_clocks (PlanFixture *f,
                        gconstpointer data)
{
  set_zone (f, "Europe/Berlin");
  /* Friday to Monday: 9:00 is 8:00 UTC before, and 7:00 after */
  check (f, 0, REMIT_CLOCK_WORKING, "2026-03-27T15:00:00Z", 120, "2026-03-30T08:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-10-23T14:00:00Z", 120, "2026-10-26T09:00:00.000Z");
  /* who works on Sundays, at night: the hour from 2 to 3 is left out, or there twice */
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_DAYS, "127");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_FROM, "0");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_UNTIL, "360");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-03-28T23:00:00Z", 5 * 60, "2026-03-29T04:00:00.000Z");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-10-24T22:00:00Z", 7 * 60, "2026-10-25T05:00:00.000Z");
}

static void
test_people (PlanFixture *f,
             gconstpointer data)
{
  set_zone (f, "Europe/Berlin");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TIME_ZONE, "America/New_York");
  check (f, f->ada, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 60, "2026-02-10T15:00:00.000Z");
  check (f, f->bob, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 60, "2026-02-10T11:00:00.000Z");
}

/* What another machine knows, and this one does not, is the workspace's. */
static void
test_unknown_zone (PlanFixture *f,
                   gconstpointer data)
{
  sqlite3 *db = remit_store_get_handle (f->store);
  g_autoptr (RemitRecord) person = remit_store_load (f->store, REMIT_KIND_PERSON, f->ada, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;

  set_zone (f, "UTC");
  g_assert_false (remit_record_parse (person, REMIT_PERSON_TIME_ZONE, "Europe/Atlantis", &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "known time zone"));

  sql = g_strdup_printf ("UPDATE person SET time_zone = 'Europe/Atlantis' WHERE id = %"
                         G_GINT64_FORMAT, f->ada);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_object_unref (f->workspace);
  f->workspace = remit_test_open_workspace (f->folder);
  check (f, f->ada, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 60, "2026-02-10T11:00:00.000Z");
}

static void
test_odd (PlanFixture *f,
          gconstpointer data)
{
  g_autoptr (RemitWorkHours) hours = NULL;

  set_zone (f, "UTC");
  /* a year of working hours comes to an end, in good time */
  check (f, 0, REMIT_CLOCK_WORKING, "2026-01-01T09:00:00Z", 366 * 24 * 60,
         "2030-03-18T17:00:00.000Z");
  /* work that ends before it begins is no work: all hours count */
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_FROM, "1000");
  plan_fixture_set (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_WORK_UNTIL, "500");
  check (f, 0, REMIT_CLOCK_WORKING, "2026-02-10T10:00:00Z", 60, "2026-02-10T11:00:00.000Z");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/work-hours/calendar", test_calendar);
  plan_fixture_add ("/plan/work-hours/working", test_working);
  plan_fixture_add ("/plan/work-hours/changes-of-clocks", test_changes_of_clocks);
  plan_fixture_add ("/plan/work-hours/people", test_people);
  plan_fixture_add ("/plan/work-hours/unknown-zone", test_unknown_zone);
  plan_fixture_add ("/plan/work-hours/odd", test_odd);
  return g_test_run ();
}
