/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days without work: absences of people, holidays of the project, exceptions that come again. */
#include "exchange/mspdi/remit-mspdi-recurrence.h"
#include "model/remit-day.h"
#include "remit-mspdi-test.h"

#define PERIOD(FROM, UNTIL) \
  "<TimePeriod><FromDate>" FROM "</FromDate><ToDate>" UNTIL "</ToDate></TimePeriod>"
#define ADA(CALENDAR) \
  "<Resources><Resource><UID>1</UID><Name>Ada</Name><CalendarUID>" CALENDAR "</CalendarUID>" \
  "</Resource></Resources>"
#define ABSENCES "SELECT \"from\" || '..' || \"until\" || ' ' || reason FROM absence" \
  " ORDER BY \"from\""
#define HOLIDAYS "SELECT day || ' ' || name FROM holiday ORDER BY day"

static void
test_absences (MspdiFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Calendars><Calendar><UID>3</UID><IsBaseCalendar>0</IsBaseCalendar><Exceptions>"
       "<Exception>" PERIOD ("2026-07-06T00:00:00", "2026-07-17T23:59:00") "<Occurrences>12"
       "</Occurrences><Name>Leave</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
       "<Exception>" PERIOD ("2026-05-02T00:00:00", "2026-05-02T23:59:00") "<Name>Overtime</Name>"
       "<Type>1</Type><DayWorking>1</DayWorking></Exception>"
       "<Exception>" PERIOD ("2026-09-01T00:00:00", "2026-09-02T00:00:00") "</Exception>"
       "<Exception>" PERIOD ("2026-10-02T00:00:00", "2026-10-01T23:59:00") "</Exception>"
       "</Exceptions></Calendar></Calendars>" ADA ("3"));

  mspdi_fixture_assert_rows (f, ABSENCES, "2026-07-06..2026-07-17 Leave\n2026-09-01..2026-09-01 ");
  g_assert_cmpuint (result->added[REMIT_KIND_ABSENCE], ==, 2);
  remit_test_assert_note (result->notes, "1 calendar exception with working time was skipped");
}

/* Files of before 2007 have them among the days of the week; later ones have both, and mean one. */
static void
test_old_form (MspdiFixture *f,
               gconstpointer data)
{
  static const char old[] =
    "<WeekDays><WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
    "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>"
    PERIOD ("2026-07-06T00:00:00", "2026-07-17T23:59:00") "</WeekDay></WeekDays>";
  static const char new[] =
    "<Exceptions><Exception>" PERIOD ("2026-07-06T00:00:00", "2026-07-17T23:59:00")
    "<Name>Leave</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>";
  static const char end[] = "</Calendar></Calendars>" ADA ("3");
  static const char begin[] = "<Calendars><Calendar><UID>3</UID><IsBaseCalendar>0</IsBaseCalendar>";
  g_autofree char *first = g_strconcat (begin, old, end, NULL);
  g_autofree char *second = g_strconcat (begin, old, new, end, NULL);
  g_autoptr (RemitImportResult) again = NULL;

  remit_import_result_free (mspdi_fixture_import (f, first));
  mspdi_fixture_assert_rows (f, ABSENCES, "2026-07-06..2026-07-17 ");
  /* whoever is there already gets no absence twice */
  again = mspdi_fixture_import (f, second);
  g_assert_cmpuint (again->added[REMIT_KIND_ABSENCE], ==, 0);
  g_assert_cmpuint (again->same[REMIT_KIND_PERSON], ==, 1);
}

/* What a calendar has that several share is no absence. */
static void
test_shared (MspdiFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><IsBaseCalendar>1"
       "</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID><Exceptions><Exception>"
       PERIOD ("2026-12-24T00:00:00", "2026-12-26T23:59:00") "<Name>Christmas</Name><Type>1</Type>"
       "<DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>" ADA ("1"));

  mspdi_fixture_assert_rows (f, ABSENCES, "");
  mspdi_fixture_assert_rows (f, HOLIDAYS,
                             "2026-12-24 Christmas\n2026-12-25 Christmas\n2026-12-26 Christmas");
  g_assert_cmpuint (result->added[REMIT_KIND_HOLIDAY], ==, 3);
}

static void
test_unknown (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<CalendarUID>8</CalendarUID>" ADA ("9"));

  remit_test_assert_note (result->notes, "The calendar of the project, 8, is not in the file");
  remit_test_assert_note (result->notes, "Ada: the calendar 9 is not in the file");
}

static void
test_circle (MspdiFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><IsBaseCalendar>1"
       "</IsBaseCalendar><BaseCalendarUID>2</BaseCalendarUID></Calendar><Calendar><UID>2</UID>"
       "<IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar>"
       "</Calendars>" ADA ("2"));

  remit_test_assert_note (result->notes, "is based on itself");
}

static void
test_bad (MspdiFixture *f,
          gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Calendars><Calendar><UID>3</UID><IsBaseCalendar>0</IsBaseCalendar><Exceptions>"
       "<Exception>" PERIOD ("NA", "2026-07-17T23:59:00") "</Exception>"
       "<Exception>" PERIOD ("2026-07-17T00:00:00", "2026-06-17T23:59:00") "</Exception>"
       "<Exception><Type>1</Type></Exception>"
       "<Exception>" PERIOD ("2026-07-17T00:00:00", "2026-07-17T23:59:00") "<Type>99</Type>"
       "</Exception></Exceptions><WorkWeeks><WorkWeek><Name>Summer</Name></WorkWeek></WorkWeeks>"
       "</Calendar></Calendars>" ADA ("3"));

  mspdi_fixture_assert_rows (f, ABSENCES, "");
  remit_test_assert_note (result->notes, "4 calendar exceptions have no valid dates");
  remit_test_assert_note (result->notes, "1 period with other working hours was skipped");
}

/* Thousands of years of single days end early. */
static void
test_endless (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (GString) body = g_string_new (
    "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><IsBaseCalendar>1"
    "</IsBaseCalendar><Exceptions>");
  g_autoptr (RemitImportResult) result = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (body, "<Exception>" PERIOD ("0001-01-01T00:00:00", "9999-12-31T23:59:00")
                           "<Type>7</Type><Period>2</Period><DayWorking>0</DayWorking>"
                           "</Exception>");
  g_string_append (body, "</Exceptions></Calendar></Calendars>");
  result = mspdi_fixture_import (f, body->str);
  g_assert_cmpuint (result->added[REMIT_KIND_HOLIDAY], ==, 5000);
  remit_test_assert_note (result->notes, "holidays; the others were skipped");
}

/* ── Exceptions that come again ───────────────────────────────────────────────────────────── */

static char *
dup_days (const RemitMspdiRecurrence *recurrence)
{
  GString *days = g_string_new (NULL);

  for (gint64 day = recurrence->from; day <= recurrence->until; day++)
    if (remit_mspdi_recurrence_has (recurrence, day))
      {
        char text[11];

        remit_day_format (day, text);
        g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", text + 2);
      }
  return g_string_free (days, FALSE);
}

static void
test_recurrences (void)
{
  static const struct {
    RemitMspdiRecurrence recurrence;
    const char *from;
    const char *until;
    const char *days;
  } cases[] = {
    { { .type = 1 }, "2026-01-01", "2026-01-03", "26-01-01 26-01-02 26-01-03" },
    { { .type = 7, .period = 3 }, "2026-01-30", "2026-02-06", "26-01-30 26-02-02 26-02-05" },
    /* Mondays and Fridays, each second week, which begins on a Sunday */
    { { .type = 6, .period = 2, .days_of_week = 2 + 32 }, "2026-01-07", "2026-02-06",
      "26-01-09 26-01-19 26-01-23 26-02-02 26-02-06" },
    { { .type = 6, .period = 1, .days_of_week = 1 }, "2026-01-03", "2026-01-11",
      "26-01-04 26-01-11" },
    { { .type = 4, .period = 2, .month_day = 31 }, "2026-01-01", "2026-08-31",
      "26-01-31 26-03-31 26-05-31 26-07-31" },
    /* the last Friday of each month, the second weekend day */
    { { .type = 5, .period = 1, .item = 8, .position = 4 }, "2026-01-01", "2026-03-31",
      "26-01-30 26-02-27 26-03-27" },
    { { .type = 5, .period = 1, .item = 2, .position = 1 }, "2026-01-01", "2026-02-28",
      "26-01-04 26-02-07" },
    { { .type = 5, .period = 1, .item = 0, .position = 4 }, "2026-01-01", "2026-02-28",
      "26-01-31 26-02-28" },
    { { .type = 5, .period = 1, .item = 1, .position = 0 }, "2026-01-01", "2026-02-28",
      "26-01-01 26-02-02" },
    { { .type = 2, .month = 11, .month_day = 25 }, "2026-01-01", "2027-12-31",
      "26-12-25 27-12-25" },
    /* the fourth Thursday of November */
    { { .type = 3, .month = 10, .item = 7, .position = 3 }, "2026-01-01", "2027-12-31",
      "26-11-26 27-11-25" },
    { { .type = 4, .period = 0, .month_day = 29 }, "2026-02-01", "2026-03-31", "26-03-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RemitMspdiRecurrence recurrence = cases[i].recurrence;
      g_autofree char *days = NULL;

      recurrence.from = remit_day_parse (cases[i].from);
      recurrence.until = remit_day_parse (cases[i].until);
      g_assert_true (remit_mspdi_recurrence_is_known (&recurrence));
      days = dup_days (&recurrence);
      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

/* As often as it says, neighbouring days as one absence. */
static void
test_occurrences (MspdiFixture *f,
                  gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Calendars><Calendar><UID>3</UID><IsBaseCalendar>0</IsBaseCalendar><Exceptions>"
       "<Exception><EnteredByOccurrences>1</EnteredByOccurrences>"
       PERIOD ("2026-01-01T00:00:00", "2026-12-31T23:59:00") "<Occurrences>3</Occurrences>"
       "<Name>Course</Name><Type>6</Type><Period>1</Period><DaysOfWeek>6</DaysOfWeek>"
       "<DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>" ADA ("3"));

  mspdi_fixture_assert_rows (f, ABSENCES,
                             "2026-01-05..2026-01-06 Course\n2026-01-12..2026-01-12 Course");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/calendars/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,     \
              mspdi_fixture_tear_down)
  ADD ("absences", test_absences);
  ADD ("old-form", test_old_form);
  ADD ("shared", test_shared);
  ADD ("unknown", test_unknown);
  ADD ("circle", test_circle);
  ADD ("bad", test_bad);
  ADD ("endless", test_endless);
  ADD ("occurrences", test_occurrences);
  g_test_add_func ("/mspdi/calendars/recurrences", test_recurrences);

  return g_test_run ();
}
