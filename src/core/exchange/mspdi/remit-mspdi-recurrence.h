/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of an exception in a calendar that comes again. */
#pragma once

#include <glib.h>

/**
 * RemitMspdiRecurrence:
 * @type: 1 all days; 2 yearly, 4 monthly by the day of the month; 3 yearly, 5 monthly by position;
 *   6 weekly; 7 daily
 * @from: the first day
 * @until: the last one
 * @limit: how many times, 0 for as many as there are
 * @period: each n-th day, week or month
 * @days_of_week: a bit for each, Sunday the lowest
 * @month: 0 is January
 * @month_day: from 1
 * @item: 0 any day, 1 a weekday, 2 a day of the weekend, 3 a Sunday to 9 a Saturday
 * @position: 0 the first to 3 the fourth, 4 the last
 */
typedef struct {
  gint64 type;
  gint64 from;
  gint64 until;
  gint64 limit;
  gint64 period;
  gint64 days_of_week;
  gint64 month;
  gint64 month_day;
  gint64 item;
  gint64 position;
} RemitMspdiRecurrence;

/** Returns: whether the type is one that is known */
gboolean remit_mspdi_recurrence_is_known (const RemitMspdiRecurrence *self);

/** Returns: whether it is on a day, which is within its first and last one */
gboolean remit_mspdi_recurrence_has (const RemitMspdiRecurrence *self,
                                     gint64 day);
