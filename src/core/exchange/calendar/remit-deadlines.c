/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deadlines of a plan, for calendars. */
#include "remit-deadlines.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "exchange/remit-plan-source.h"
#include "model/remit-day.h"
#include "model/remit-id.h"

typedef struct {
  RemitPlanSource *source;
  icalcomponent *calendar;
  icaltimetype stamp;
} Writer;

static icaltimetype
make_time (gint64 milliseconds)
{
  return icaltime_from_timet_with_zone ((time_t) (milliseconds / 1000), 0,
                                        icaltimezone_get_utc_timezone ());
}

static icaltimetype
make_day (gint64 day)
{
  icaltimetype time = icaltime_null_date ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  time.year = g_date_get_year (&date);
  time.month = (int) g_date_get_month (&date);
  time.day = g_date_get_day (&date);
  return time;
}

static char *
dup_uid (const RemitRecord *record,
         const char *what)
{
  char id[17];

  remit_id_format (remit_record_get_id (record), id);
  return g_strdup_printf ("%s-%s@remit", id, what);
}

/* @what: tells the deadlines of one entity apart, for good */
static void
add_event (Writer *self,
           const RemitRecord *record,
           const char *what,
           char *summary,
           const char *description,
           gint64 team,
           icaltimetype time)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *uid = dup_uid (record, what);
  const RemitRecord *found =
    team != 0 ? remit_plan_source_find (self->source, REMIT_KIND_TEAM, team) : NULL;

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (self->stamp));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (*description != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (description));
  if (found != NULL)
    icalcomponent_add_property (event, icalproperty_new_categories (
                                         remit_record_get_text (found, REMIT_TEAM_NAME)));
  icalcomponent_add_property (event, icalproperty_new_dtstart (time));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_component (self->calendar, event);
  g_free (summary);
}

static void
add_decision (Writer *self,
              const RemitRecord *decision)
{
  gint64 day = remit_record_get_integer (decision, REMIT_DECISION_DECIDE_BY);

  if (day != 0
      && remit_record_get_integer (decision, REMIT_DECISION_STATUS)
           == REMIT_DECISION_STATUS_PROPOSED)
    add_event (self, decision, "decide",
               /* Translators: an event in a calendar, with the title of a decision */
               g_strdup_printf (_ ("Decide: %s"),
                                remit_record_get_text (decision, REMIT_DECISION_TITLE)),
               remit_record_get_text (decision, REMIT_DECISION_DESCRIPTION),
               remit_record_get_integer (decision, REMIT_DECISION_TEAM), make_day (day));
}

static void
add_conflict (Writer *self,
              const RemitRecord *conflict)
{
  const char *title = remit_record_get_text (conflict, REMIT_CONFLICT_TITLE);
  const char *description = remit_record_get_text (conflict, REMIT_CONFLICT_DESCRIPTION);
  gint64 team = remit_record_get_integer (conflict, REMIT_CONFLICT_TEAM);
  gint64 due = remit_record_get_integer (conflict, REMIT_CONFLICT_DUE);
  gint64 target = remit_record_get_integer (conflict, REMIT_CONFLICT_TARGET);

  if (remit_record_get_integer (conflict, REMIT_CONFLICT_ENDED) != 0)
    return;
  if (due != 0)
    add_event (self, conflict, "due",
               /* Translators: an event in a calendar, with the title of a conflict */
               g_strdup_printf (_ ("Conflict is due: %s"), title), description, team,
               make_time (due));
  if (target != 0)
    add_event (self, conflict, "target",
               /* Translators: an event in a calendar, with the title of a conflict */
               g_strdup_printf (_ ("Resolve: %s"), title), description, team, make_day (target));
}

static void
add_all (Writer *self)
{
  const RemitRecord *record;

  remit_plan_source_begin (self->source, REMIT_KIND_DECISION, 0);
  while ((record = remit_plan_source_next (self->source, REMIT_KIND_DECISION)) != NULL)
    add_decision (self, record);
  remit_plan_source_begin (self->source, REMIT_KIND_CONFLICT, 0);
  while ((record = remit_plan_source_next (self->source, REMIT_KIND_CONFLICT)) != NULL)
    add_conflict (self, record);
}

static icalcomponent *
new_calendar (RemitPlanSource *source)
{
  const char *name = remit_record_get_text (remit_plan_source_get_plan (source), REMIT_PLAN_NAME);
  icalproperty *title = icalproperty_new_x (name);

  icalproperty_set_x_name (title, "X-WR-CALNAME");
  return icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                              icalproperty_new_prodid ("-//Remit//Remit " REMIT_VERSION "//EN"),
                              title, NULL);
}

/* When the workspace was changed last. */
static gint64
find_newest (RemitStore *store)
{
  return remit_store_query_integer (store, "SELECT at FROM history ORDER BY seq DESC LIMIT 1", 0, 0,
                                    NULL);
}

static gboolean
write_calendar (Writer *self,
                RemitOutput *output)
{
  char *text = icalcomponent_as_ical_string_r (self->calendar);
  gboolean done = remit_output_write (output, text, strlen (text));

  icalmemory_free_buffer (text);
  return done;
}

gboolean
remit_deadlines_write (const RemitExport *export,
                       RemitOutput *output,
                       GError **error)
{
  g_autoptr (RemitPlanSource) source = remit_plan_source_open (export->store, export->plan,
                                                               export->audience, error);
  Writer self = { .source = source };
  gboolean done;

  if (source == NULL)
    return FALSE;
  self.stamp = make_time (find_newest (export->store));
  self.calendar = new_calendar (source);
  add_all (&self);
  done = remit_plan_source_check (source, error) && write_calendar (&self, output);
  icalcomponent_free (self.calendar);
  return done;
}
