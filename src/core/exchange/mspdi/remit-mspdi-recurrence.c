/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of an exception in a calendar that comes again. */
#include "remit-mspdi-recurrence.h"

enum {
  DAILY = 1,
  YEARLY_BY_DAY,
  YEARLY_BY_POSITION,
  MONTHLY_BY_DAY,
  MONTHLY_BY_POSITION,
  WEEKLY,
  DAILY_BY_PERIOD,
};

enum {
  ANY_DAY,
  WEEKDAY,
  WEEKEND_DAY,
  SUNDAY,
};

#define LAST 4
#define DAYS_OF_WEEK 7

gboolean
remit_mspdi_recurrence_is_known (const RemitMspdiRecurrence *self)
{
  return self->type >= DAILY && self->type <= DAILY_BY_PERIOD;
}

/* Julian day 1 was a Monday. Returns: 0 for Sunday */
static gint64
get_weekday (gint64 day)
{
  return day % DAYS_OF_WEEK;
}

static gint64
get_month (const GDate *date)
{
  return 12 * (gint64) g_date_get_year (date) + (gint64) g_date_get_month (date) - 1;
}

static gboolean
is_item (const RemitMspdiRecurrence *self,
         gint64 day)
{
  gint64 weekday = get_weekday (day);
  gboolean is_weekend = weekday == 0 || weekday == DAYS_OF_WEEK - 1;

  switch (self->item)
    {
    case ANY_DAY:
      return TRUE;
    case WEEKDAY:
      return !is_weekend;
    case WEEKEND_DAY:
      return is_weekend;
    default:
      return weekday == self->item - SUNDAY;
    }
}

/* How many such days are on one side of a day within its month. */
static gint64
count_items (const RemitMspdiRecurrence *self,
             gint64 from,
             gint64 until)
{
  gint64 n = 0;

  for (gint64 day = from; day <= until; day++)
    n += is_item (self, day);
  return n;
}

static gboolean
is_at_position (const RemitMspdiRecurrence *self,
                gint64 day,
                const GDate *date)
{
  gint64 first = day - g_date_get_day (date) + 1;
  gint64 last = first + g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date))
                - 1;

  if (!is_item (self, day))
    return FALSE;
  return self->position == LAST ? count_items (self, day + 1, last) == 0
                                : count_items (self, first, day - 1) == self->position;
}

static gboolean
is_every (gint64 n,
          gint64 period)
{
  return n % MAX (1, period) == 0;
}

static gboolean
is_in_month (const RemitMspdiRecurrence *self,
             const GDate *date)
{
  GDate first;

  if (self->type == YEARLY_BY_DAY || self->type == YEARLY_BY_POSITION)
    return (gint64) g_date_get_month (date) - 1 == self->month;
  g_date_clear (&first, 1);
  g_date_set_julian (&first, (guint32) self->from);
  return is_every (get_month (date) - get_month (&first), self->period);
}

gboolean
remit_mspdi_recurrence_has (const RemitMspdiRecurrence *self,
                            gint64 day)
{
  GDate date;

  if (self->type == DAILY)
    return TRUE;
  if (self->type == DAILY_BY_PERIOD)
    return is_every (day - self->from, self->period);
  if (self->type == WEEKLY)
    /* weeks begin on Sundays */
    return (self->days_of_week >> get_weekday (day) & 1) != 0
           && is_every (day / DAYS_OF_WEEK - self->from / DAYS_OF_WEEK, self->period);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (!is_in_month (self, &date))
    return FALSE;
  if (self->type == YEARLY_BY_DAY || self->type == MONTHLY_BY_DAY)
    return g_date_get_day (&date) == self->month_day;
  return is_at_position (self, day, &date);
}
