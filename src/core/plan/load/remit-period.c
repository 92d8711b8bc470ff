/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in a row, in words. */
#include "remit-period.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

typedef struct {
  int year;
  int month;
  int day;
} Date;

static Date
get_date (gint64 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day, 1, REMIT_DAY_MAX));
  return (Date){ g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date) };
}

static char *
format (gint64 day,
        const char *how)
{
  Date date = get_date (day);
  g_autoptr (GDateTime) moment = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);

  return g_date_time_format (moment, how);
}

static char *
format_day (gint64 day,
            gboolean with_year)
{
  /* Translators: a day as within a sentence; see g_date_time_format() for the letters */
  return format (day, with_year ? _ ("%-d %B %Y") : _ ("%-d %B"));
}

static char *
format_month (gint64 day,
              gboolean with_year)
{
  /* Translators: a month as within a sentence; see g_date_time_format() for the letters */
  return format (day, with_year ? _ ("%OB %Y") : _ ("%OB"));
}

static gboolean
is_month_start (gint64 day)
{
  return get_date (day).day == 1;
}

static gboolean
is_month_end (gint64 day)
{
  return get_date (day + 1).day == 1;
}

static gboolean
is_same_month (gint64 day,
               gint64 other)
{
  Date a = get_date (day);
  Date b = get_date (other);

  return a.year == b.year && a.month == b.month;
}

/* Whether a day needs its year to be understood. */
static gboolean
is_other_year (gint64 day,
               gint64 today)
{
  return get_date (day).year != get_date (today).year;
}

typedef char *(*Formatter) (gint64 day, gboolean with_year);

static char *
dup_range (gint64 from,
           gint64 until,
           gint64 today,
           Formatter formatter)
{
  gboolean years_differ = get_date (from).year != get_date (until).year;
  g_autofree char *first = formatter (from, years_differ);
  g_autofree char *last = formatter (until, years_differ || is_other_year (until, today));

  /* Translators: two days or months: "from 3 March to 4 April", "from March to May" */
  return g_strdup_printf (_ ("from %1$s to %2$s"), first, last);
}

static char *
dup_months (gint64 from,
            gint64 until,
            gint64 today)
{
  g_autofree char *month = NULL;

  if (!is_same_month (from, until))
    return dup_range (from, until, today, format_month);

  month = format_month (from, is_other_year (from, today));
  /* Translators: a whole month: "in March", "in March 2027" */
  return g_strdup_printf (_ ("in %s"), month);
}

static char *
dup_days (gint64 from,
          gint64 until,
          gint64 today)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (from != until && !is_same_month (from, until))
    return dup_range (from, until, today, format_day);

  last = format_day (until, is_other_year (until, today));
  if (from == until)
    /* Translators: a single day: "on 3 March" */
    return g_strdup_printf (_ ("on %s"), last);

  /* Translators: the first of two days in a month: the 3 in "from 3 to 28 March" */
  first = format (from, _ ("%-d"));
  /* Translators: a day's number and a day in the same month: "from 3 to 28 March" */
  return g_strdup_printf (C_ ("days of a month", "from %1$s to %2$s"), first, last);
}

static char *
dup_until (gint64 until,
           gint64 today)
{
  g_autofree char *text = NULL;

  if (until == today)
    return g_strdup (_ ("today"));

  if (is_month_end (until))
    {
      text = format_month (until, is_other_year (until, today));
      /* Translators: a month: "until the end of March" */
      return g_strdup_printf (_ ("until the end of %s"), text);
    }
  text = format_day (until, is_other_year (until, today));
  /* Translators: a day: "until 28 March" */
  return g_strdup_printf (_ ("until %s"), text);
}

static char *
dup_from (gint64 from,
          gint64 today)
{
  g_autofree char *text = NULL;

  if (from <= today)
    return g_strdup (_ ("from now on"));

  text = is_month_start (from) ? format_month (from, is_other_year (from, today))
                               : format_day (from, is_other_year (from, today));
  /* Translators: a day or a month: "from 3 March on", "from March on" */
  return g_strdup_printf (_ ("from %s on"), text);
}

char *
remit_period_dup_words (gint64 from,
                        gint64 until)
{
  gint64 today = remit_day_today ();

  g_return_val_if_fail (until == 0 || from <= until, NULL);

  if (until == 0)
    return dup_from (from, today);
  if (from != 0 && is_month_start (from) && is_month_end (until))
    return dup_months (from, until, today);
  if (from == 0 || (from <= today && until >= today))
    return dup_until (until, today);
  return dup_days (from, until, today);
}
