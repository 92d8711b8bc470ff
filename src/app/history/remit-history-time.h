/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats dates and times of the history. */
#pragma once

#include <glib.h>

/** Returns: (transfer full): the day of @time: "Today", "Yesterday", "Tuesday, 3 March 2026" */
char *remit_history_time_dup_day (gint64 time,
                                  gint64 now);

/** Returns: (transfer full): "just now", "10 minutes ago", and after an hour the time of day */
char *remit_history_time_dup_when (gint64 time,
                                   gint64 now);

/** Returns: (transfer full): date and time to the second */
char *remit_history_time_dup_exact (gint64 time);

/** Returns: a time that somebody wrote, such as "2026-03-01 14:30" (local), in milliseconds since
 * 1970; 0 when it is none */
gint64 remit_history_time_parse (const char *text);
