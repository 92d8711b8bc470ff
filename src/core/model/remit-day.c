/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and moments: ISO 8601 texts to numbers and back. */
#include "remit-day.h"

#include <string.h>

static int
parse_digits (const char *text,
              int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

gint64
remit_day_parse (const char *text)
{
  int year, month, day;
  GDate date;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return 0;

  year = parse_digits (text, 4);
  month = parse_digits (text + 5, 2);
  day = parse_digits (text + 8, 2);
  if (year < 1 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

void
remit_day_format (gint64 day,
                  char buffer[11])
{
  GDate date;

  buffer[0] = '\0';
  if (day <= 0 || day > REMIT_DAY_MAX)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_snprintf (buffer, 11, "%04u-%02u-%02u", (guint) g_date_get_year (&date) % 10000,
              (guint) g_date_get_month (&date) % 100, (guint) g_date_get_day (&date) % 100);
}

gint64
remit_day_find_monday (gint64 day)
{
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  return day - (gint64) g_date_get_weekday (&date) + G_DATE_MONDAY;
}

char *
remit_day_display (gint64 day)
{
  char text[64];
  GDate date;

  if (day <= 0 || day > REMIT_DAY_MAX)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (g_date_strftime (text, sizeof text, "%x", &date) == 0)
    remit_day_format (day, text);
  return g_strdup (text);
}

gint64
remit_day_today (void)
{
  gint64 fixed = remit_day_parse (g_getenv ("REMIT_TODAY"));
  GDate date;

  if (fixed != 0)
    return fixed;

  g_date_clear (&date, 1);
  g_date_set_time_t (&date, (time_t) (g_get_real_time () / G_USEC_PER_SEC));
  return g_date_get_julian (&date);
}

gint64
remit_time_parse (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;

  if (text == NULL)
    return 0;

  moment = g_date_time_new_from_iso8601 (text, utc);
  if (moment == NULL)
    return 0;
  return g_date_time_to_unix (moment) * 1000 + g_date_time_get_microsecond (moment) / 1000;
}

char *
remit_time_format (gint64 time)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *seconds = NULL;
  int milliseconds;

  if (time == 0)
    return g_strdup ("");

  /* rounded down, also before 1970 */
  milliseconds = (int) (((time % 1000) + 1000) % 1000);
  moment = g_date_time_new_from_unix_utc ((time - milliseconds) / 1000);
  if (moment == NULL)
    return g_strdup ("");
  seconds = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%03dZ", seconds, milliseconds);
}

static char *
display_time (gint64 time,
              const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  if (time == 0 || moment == NULL)
    return g_strdup ("");
  return g_date_time_format (moment, format);
}

char *
remit_time_display (gint64 time)
{
  return display_time (time, "%x %H:%M");
}

char *
remit_time_display_weekday (gint64 time)
{
  return display_time (time, "%a %x %H:%M");
}

char *
remit_time_display_exact (gint64 time)
{
  return display_time (time, "%x %H:%M:%S");
}

gint64
remit_time_of_day_end (gint64 day)
{
  g_autoptr (GDateTime) next = NULL;
  GDate date;

  g_return_val_if_fail (day > 0 && day < REMIT_DAY_MAX, 0);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + 1);
  next = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                g_date_get_day (&date), 0, 0, 0);
  return next != NULL ? g_date_time_to_unix (next) * 1000 - 1 : 0;
}

gint64
remit_time_now (void)
{
  gint64 fixed = remit_time_parse (g_getenv ("REMIT_NOW"));

  return fixed != 0 ? fixed : g_get_real_time () / 1000;
}

gint64
remit_day_of_time (gint64 time)
{
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;
  GDate date;

  if (time == 0)
    return remit_day_today ();
  local = g_date_time_new_from_unix_local (time / 1000);
  if (local == NULL) /* as a damaged file may have it */
    return 0;
  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}
