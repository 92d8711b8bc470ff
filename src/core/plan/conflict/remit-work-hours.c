/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a clock that counts calendar or working hours has run out. */
#include "remit-work-hours.h"

#include <glib/gi18n-lib.h>

#include "model/remit-zone.h"

#define MILLISECONDS_OF_MINUTE 60000
/* Days after which working hours are no longer looked for: a year's limit can take four years of
 * eight-hour days and more with few days of work. */
#define MAX_DAYS (50 * 366)

struct _RemitWorkHours
{
  GTimeZone *zone;
  gint64 from;
  gint64 until;
  gint64 days;
  GHashTable *holidays; /* days, as Julian numbers */
};

static GTimeZone *
get_zone (RemitWorkspace *workspace,
          RemitEntity *settings,
          RemitEntity *person)
{
  GTimeZone *zone = NULL;

  if (person != NULL)
    zone = remit_zone_find (remit_entity_get_text (person, REMIT_PERSON_TIME_ZONE));
  if (zone == NULL && settings != NULL)
    zone = remit_zone_find (remit_entity_get_text (settings, REMIT_SETTINGS_TIME_ZONE));
  return zone != NULL ? zone : g_time_zone_new_local ();
}

static GHashTable *
get_holidays (RemitWorkspace *workspace)
{
  GListModel *all = remit_workspace_get_list (workspace, REMIT_KIND_HOLIDAY);
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RemitEntity) holiday = g_list_model_get_item (all, i);

      g_hash_table_add (days, GUINT_TO_POINTER (
                                (guint) remit_entity_get_integer (holiday, REMIT_HOLIDAY_DAY)));
    }
  return days;
}

RemitWorkHours *
remit_work_hours_new (RemitWorkspace *workspace,
                      RemitEntity *person)
{
  RemitWorkHours *self;
  RemitEntity *settings;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (person == NULL || remit_entity_is (person, REMIT_KIND_PERSON), NULL);

  settings = remit_workspace_get (workspace, REMIT_KIND_SETTINGS, 1);
  self = g_new0 (RemitWorkHours, 1);
  self->zone = get_zone (workspace, settings, person);
  self->holidays = get_holidays (workspace);
  self->from = remit_settings_info.fields[REMIT_SETTINGS_WORK_FROM].initial;
  self->until = remit_settings_info.fields[REMIT_SETTINGS_WORK_UNTIL].initial;
  self->days = remit_settings_info.fields[REMIT_SETTINGS_WORK_DAYS].initial;
  if (settings != NULL)
    {
      self->from = remit_entity_get_integer (settings, REMIT_SETTINGS_WORK_FROM);
      self->until = remit_entity_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL);
      self->days = remit_entity_get_integer (settings, REMIT_SETTINGS_WORK_DAYS);
    }
  return self;
}

void
remit_work_hours_free (RemitWorkHours *self)
{
  g_time_zone_unref (self->zone);
  g_hash_table_unref (self->holidays);
  g_free (self);
}

static gboolean
is_work_day (const RemitWorkHours *self,
             const GDate *day)
{
  guint bit = 1u << (g_date_get_weekday (day) - G_DATE_MONDAY);

  return (self->days & bit)
         && !g_hash_table_contains (self->holidays, GUINT_TO_POINTER (g_date_get_julian (day)));
}

/* Midnight at the end of a day is that at the beginning of the next. What the clocks leave out is
 * moved by them, as GLib does. */
static gint64
get_moment (const RemitWorkHours *self,
            const GDate *day,
            gint64 minute)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date = *day;

  if (minute == 24 * 60)
    {
      g_date_add_days (&date, 1);
      minute = 0;
    }
  time = g_date_time_new (self->zone, g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), (int) (minute / 60), (int) (minute % 60), 0);
  return time != NULL ? g_date_time_to_unix (time) * 1000 : G_MAXINT64;
}

static gboolean
get_first_day (const RemitWorkHours *self,
               gint64 start,
               GDate *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (start / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;

  if (local == NULL)
    return FALSE;
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return TRUE;
}

gint64
remit_work_hours_add (const RemitWorkHours *self,
                      gint64 start,
                      gint64 minutes,
                      RemitClockKind clock)
{
  gint64 left = minutes * MILLISECONDS_OF_MINUTE;
  gint64 end = start + left;
  GDate day;

  g_return_val_if_fail (self != NULL, start);

  if (clock != REMIT_CLOCK_WORKING || self->from >= self->until || self->days == 0
      || !get_first_day (self, start, &day))
    return end;
  for (int i = 0; i < MAX_DAYS && g_date_get_year (&day) < 9999; i++, g_date_add_days (&day, 1))
    {
      gint64 from, until;

      if (!is_work_day (self, &day))
        continue;
      from = MAX (start, get_moment (self, &day, self->from));
      until = get_moment (self, &day, self->until);
      if (until <= from)
        continue;
      if (left <= until - from)
        return from + left;
      left -= until - from;
    }
  return end;
}

char *
remit_work_hours_display (const RemitWorkHours *self,
                          gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) there = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *text = NULL;

  if (there == NULL || here == NULL)
    return g_strdup ("");
  text = g_date_time_format (there, "%a %x %H:%M");
  if (g_date_time_get_utc_offset (there) == g_date_time_get_utc_offset (here))
    return g_steal_pointer (&text);
  /* Translators: a date with a time, and the time zone that it is in:
   * "Sun 1.3.2026 09:00 EST" */
  return g_strdup_printf (_ ("%1$s %2$s"), text, g_date_time_get_timezone_abbreviation (there));
}
