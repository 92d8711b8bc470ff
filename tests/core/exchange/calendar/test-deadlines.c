/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as events of a calendar. */
#include <libical/ical.h>
#include <string.h>

#include "exchange/remit-exporter.h"
#include "model/remit-day.h"
#include "model/remit-entities.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.ics", NULL);
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

/* Returns: (transfer full): the calendar, read anew, without errors */
static icalcomponent *
write_calendar (Fixture *fixture)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  icalcomponent *calendar;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "ics"), &fixture->export,
                        fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

/* Returns: (transfer none) (nullable): the event with that title */
static icalcomponent *
find_event (icalcomponent *calendar,
            const char *summary)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_strcmp0 (icalcomponent_get_summary (event), summary) == 0)
      return event;
  return NULL;
}

static void
assert_event (icalcomponent *calendar,
              const char *summary,
              const char *start)
{
  icalcomponent *event = find_event (calendar, summary);

  g_assert_nonnull (event);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (event)), ==, start);
}

/* What is decided, and what has no day, has none here. */
static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  icalcomponent *calendar;

  fixture->export.plan = remit_test_read_sample (fixture->store);
  calendar = write_calendar (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 7);
  assert_event (calendar, "Decide: Accept the quality of the data", "20261030");
  assert_event (calendar, "Decide: Budget for the next year", "20261204");
  assert_event (calendar,
                "Conflict is due: Who corrects the weather that the forecast learned from?",
                "20270205T170000Z");
  g_assert_null (find_event (calendar, "Decide: Frame the problem"));
  icalcomponent_free (calendar);
}

static gint64
add_decision (Fixture *fixture,
              gint64 team,
              const char *title,
              const char *day)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, fixture->export.plan);
  remit_record_set_integer (record, REMIT_DECISION_TEAM, team);
  remit_record_set_text (record, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (record, REMIT_DECISION_DECIDE_BY, remit_day_parse (day));
  return remit_test_insert (fixture->store, record);
}

/* Long titles, and what iCalendar has signs for; the leap day. */
static void
test_texts (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *words = g_strnfill (150, 'x');
  g_autofree char *title = g_strdup_printf ("a;b,c\\d: \"e\" é — \n%s", words);
  g_autofree char *summary = g_strdup_printf ("Decide: %s", title);
  icalcomponent *calendar;
  gint64 team;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Ärger; und, so");
  team = remit_test_add_team (fixture->store, fixture->export.plan, "A, B");
  add_decision (fixture, team, title, "2028-02-29");
  calendar = write_calendar (fixture);
  assert_event (calendar, summary, "20280229");
  icalcomponent_free (calendar);
}

/* A calendar knows an event again, and a change of it. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  icalcomponent *calendar;
  gint64 decision;
  gint64 team;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  team = remit_test_add_team (fixture->store, fixture->export.plan, "Team");
  decision = add_decision (fixture, team, "One", "2026-12-01");
  calendar = write_calendar (fixture);
  uid = g_strdup (icalcomponent_get_uid (find_event (calendar, "Decide: One")));
  icalcomponent_free (calendar);

  edit = remit_edit_begin (fixture->store, "Move", &error);
  remit_edit_set_text (edit, REMIT_KIND_DECISION, decision, REMIT_DECISION_TITLE, "Two", &error);
  remit_edit_set_integer (edit, REMIT_KIND_DECISION, decision, REMIT_DECISION_DECIDE_BY,
                          remit_day_parse ("2026-12-24"), &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  calendar = write_calendar (fixture);
  assert_event (calendar, "Decide: Two", "20261224");
  g_assert_cmpstr (icalcomponent_get_uid (find_event (calendar, "Decide: Two")), ==, uid);
  icalcomponent_free (calendar);
}

/* A plan without deadlines is a calendar without events. */
static void
test_none (Fixture *fixture,
           gconstpointer data)
{
  icalcomponent *calendar;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  calendar = write_calendar (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/exchange/deadlines/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  ADD ("texts", test_texts);
  ADD ("again", test_again);
  ADD ("none", test_none);
#undef ADD
  return g_test_run ();
}
