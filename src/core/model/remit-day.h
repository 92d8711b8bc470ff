/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and moments: ISO 8601 texts to numbers and back. */
#pragma once

#include <glib.h>

/** 9999-12-31, the last day that can be written; an open end stands for it. */
#define REMIT_DAY_MAX 3652059

/**
 * remit_day_parse:
 * @text: a day as `YYYY-MM-DD`
 *
 * Returns: its Julian day number as in #GDate, or 0 when @text is no such day
 */
gint64 remit_day_parse (const char *text);

/** Writes the day as `YYYY-MM-DD` into @buffer; an open one (0) as an empty text. */
void remit_day_format (gint64 day,
                       char buffer[11]);

/** Returns: the Monday of the week that a day is in */
gint64 remit_day_find_monday (gint64 day);

/** Returns: (transfer full): the day as the user's locale writes it, empty for an open one */
char *remit_day_display (gint64 day);

/** Returns: today in the local time zone, or the day in the environment's `REMIT_TODAY` */
gint64 remit_day_today (void);

/** Returns: milliseconds since 1970 for an ISO 8601 time in UTC, or 0 */
gint64 remit_time_parse (const char *text);

/** Returns: (transfer full): `YYYY-MM-DDThh:mm:ss.sssZ`, empty for 0 */
char *remit_time_format (gint64 time);

/** Returns: (transfer full): date and time as the user's locale and time zone write it */
char *remit_time_display (gint64 time);

/** The same with the weekday, where one asks how long it is until then. */
char *remit_time_display_weekday (gint64 time);

/** As remit_time_display(), with seconds, where one asks what came first. */
char *remit_time_display_exact (gint64 time);

/** Returns: the local day of a time in milliseconds since 1970; today for 0 */
gint64 remit_day_of_time (gint64 time);

/** Returns: the last millisecond of a local day, since 1970 */
gint64 remit_time_of_day_end (gint64 day);

/** Returns: milliseconds since 1970, now, or the time in the environment's `REMIT_NOW` */
gint64 remit_time_now (void);
