/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading calendars: the days on which they have no working time. */
#include <string.h>

#include "remit-mspdi-parser-private.h"
#include "remit-mspdi-value.h"

/* Days that are tried in all of a file: thousands of years for a few exceptions. */
#define MAX_DAYS 4000000
/* Pauses that are kept of one calendar. */
#define MAX_PAUSES 20000

enum {
  AT_CALENDAR = 3,
  AT_FIELD,
  AT_EXCEPTION,
  AT_VALUE,
  AT_PERIOD,
};

static gboolean
is_at (const RemitMspdiPath *path,
       guint depth,
       const char *name)
{
  return path->depth >= depth && strcmp (path->names[depth - 1], name) == 0;
}

static gboolean
is_exception (const RemitMspdiPath *path)
{
  return (is_at (path, AT_FIELD, "WeekDays") && is_at (path, AT_EXCEPTION, "WeekDay"))
         || (is_at (path, AT_FIELD, "Exceptions") && is_at (path, AT_EXCEPTION, "Exception"));
}

void
remit_mspdi_calendar_start (RemitMspdiParser *self,
                            const RemitMspdiPath *path)
{
  if (path->depth == AT_CALENDAR)
    {
      self->calendar = (RemitMspdiCalendar){
        .uid = REMIT_MSPDI_NO_UID,
        .base = REMIT_MSPDI_NO_UID,
        .pauses = g_array_new (FALSE, FALSE, sizeof (RemitMspdiPause)),
      };
      g_array_set_size (self->old_pauses, 0);
      self->has_exceptions = FALSE;
    }
  else if (path->depth == AT_EXCEPTION && is_exception (path))
    self->exception = (RemitMspdiException){
      .name = "",
      .is_day = is_at (path, AT_FIELD, "WeekDays"),
      .day_type = -1,
      .recurrence = { .type = 1, .period = 1 },
    };
}

/* ── Exceptions ───────────────────────────────────────────────────────────────────────────── */

static void
add_pause (RemitMspdiParser *self,
           GArray *pauses,
           gint64 from,
           gint64 until)
{
  const RemitMspdiPause pause = { from, until, self->exception.name };

  if (pauses->len < MAX_PAUSES)
    g_array_append_val (pauses, pause);
  else
    self->project->counts[REMIT_MSPDI_BAD_EXCEPTIONS]++;
}

/* Neighbouring days are one pause. */
static void
expand (RemitMspdiParser *self,
        GArray *pauses)
{
  const RemitMspdiRecurrence *recurrence = &self->exception.recurrence;
  gint64 first = 0;
  gint64 n = 0;

  for (gint64 day = recurrence->from; day <= recurrence->until + 1; day++)
    {
      gboolean is_on = day <= recurrence->until
                       && (recurrence->limit == 0 || n < recurrence->limit)
                       && self->n_days < MAX_DAYS && remit_mspdi_recurrence_has (recurrence, day);

      n += is_on;
      if (is_on && first == 0)
        first = day;
      else if (!is_on && first != 0)
        {
          add_pause (self, pauses, first, day - 1);
          first = 0;
        }
      if (++self->n_days >= MAX_DAYS && !is_on)
        break;
    }
}

static void
end_exception (RemitMspdiParser *self)
{
  RemitMspdiException *exception = &self->exception;
  RemitMspdiRecurrence *recurrence = &exception->recurrence;
  GArray *pauses = exception->is_day ? self->old_pauses : self->calendar.pauses;

  if (exception->is_day && exception->day_type != 0)
    return;
  self->has_exceptions |= !exception->is_day;
  if (exception->is_working)
    {
      self->project->counts[REMIT_MSPDI_WORKING_EXCEPTIONS] += !exception->is_day;
      return;
    }
  if (!exception->by_occurrences)
    recurrence->limit = 0;
  if (recurrence->from == 0 || recurrence->until < recurrence->from
      || !remit_mspdi_recurrence_is_known (recurrence) || self->n_days >= MAX_DAYS)
    self->project->counts[REMIT_MSPDI_BAD_EXCEPTIONS]++;
  else if (recurrence->type == 1)
    add_pause (self, pauses, recurrence->from, recurrence->until);
  else
    expand (self, pauses);
}

static void
read_exception (RemitMspdiParser *self,
                const char *name,
                const char *text)
{
  RemitMspdiException *exception = &self->exception;
  RemitMspdiRecurrence *recurrence = &exception->recurrence;
  const struct {
    const char *name;
    gint64 *value;
  } numbers[] = {
    { "DayType", &exception->day_type },
    { "Occurrences", &recurrence->limit },
    { "Type", &recurrence->type },
    { "Period", &recurrence->period },
    { "DaysOfWeek", &recurrence->days_of_week },
    { "Month", &recurrence->month },
    { "MonthDay", &recurrence->month_day },
    { "MonthItem", &recurrence->item },
    { "MonthPosition", &recurrence->position },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (name, numbers[i].name) == 0)
      remit_mspdi_parser_read_integer (self, text, numbers[i].value);
  if (strcmp (name, "DayWorking") == 0)
    exception->is_working = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "EnteredByOccurrences") == 0)
    exception->by_occurrences = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "Name") == 0)
    exception->name = remit_mspdi_parser_keep (self, text);
}

static void
read_period (RemitMspdiParser *self,
             const char *name,
             const char *text)
{
  RemitMspdiRecurrence *recurrence = &self->exception.recurrence;

  gint64 day;

  if (strcmp (name, "FromDate") == 0)
    remit_mspdi_parser_read_day (self, text, FALSE, &recurrence->from);
  else if (strcmp (name, "ToDate") == 0)
    {
      remit_mspdi_parser_read_day (self, text, TRUE, &recurrence->until);
      /* one day, from midnight to midnight */
      if (remit_mspdi_value_read_day (text, FALSE, &day) && day == recurrence->from)
        recurrence->until = day;
    }
}

/* ── Calendars ────────────────────────────────────────────────────────────────────────────── */

static void
read_field (RemitMspdiParser *self,
            const char *name,
            const char *text)
{
  RemitMspdiCalendar *calendar = &self->calendar;

  if (strcmp (name, "UID") == 0)
    remit_mspdi_parser_read_integer (self, text, &calendar->uid);
  else if (strcmp (name, "BaseCalendarUID") == 0)
    remit_mspdi_parser_read_integer (self, text, &calendar->base);
  else if (strcmp (name, "IsBaseCalendar") == 0)
    calendar->is_base = remit_mspdi_value_is_true (text);
}

static void
end_calendar (RemitMspdiParser *self)
{
  RemitMspdiCalendar *calendar = &self->calendar;

  /* a calendar has its exceptions in both forms */
  if (!self->has_exceptions && self->old_pauses->len > 0)
    g_array_append_vals (calendar->pauses, self->old_pauses->data, self->old_pauses->len);
  g_array_append_vals (self->project->calendars, calendar, 1);
  calendar->pauses = NULL;
}

void
remit_mspdi_calendar_end (RemitMspdiParser *self,
                          const RemitMspdiPath *path,
                          const char *text)
{
  const char *name = path->names[path->depth - 1];

  if (path->depth == AT_CALENDAR)
    end_calendar (self);
  else if (path->depth == AT_FIELD)
    read_field (self, name, text);
  else if (path->depth == AT_EXCEPTION && strcmp (name, "WorkWeek") == 0)
    self->project->counts[REMIT_MSPDI_WORK_WEEKS]++;
  else if (path->depth >= AT_EXCEPTION && is_exception (path))
    {
      if (path->depth == AT_EXCEPTION)
        end_exception (self);
      else if (path->depth == AT_VALUE)
        read_exception (self, name, text);
      else if (path->depth == AT_PERIOD && is_at (path, AT_VALUE, "TimePeriod"))
        read_period (self, name, text);
    }
}
