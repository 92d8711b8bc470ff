/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats dates and times of the history. */
#include "remit-history-time.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"

#define MINUTE G_GINT64_CONSTANT (60000)

static GDateTime *
get_local (gint64 time)
{
  GDateTime *local = g_date_time_new_from_unix_local (time / 1000);

  return local != NULL ? local : g_date_time_new_from_unix_local (0);
}

char *
remit_history_time_dup_day (gint64 time,
                            gint64 now)
{
  g_autoptr (GDateTime) local = get_local (time);
  gint64 days = remit_day_of_time (now) - remit_day_of_time (time);

  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  /* Translators: a format of g_date_time_format() for "Tuesday, 3 March 2026" */
  return g_date_time_format (local, _ ("%A, %-d %B %Y"));
}

char *
remit_history_time_dup_when (gint64 time,
                             gint64 now)
{
  g_autoptr (GDateTime) local = get_local (time);
  gint64 minutes = (now - time) / MINUTE;

  /* a clock that was set back makes times of the future */
  if (now < time || minutes >= 60)
    /* Translators: a format of g_date_time_format() for the time of day */
    return g_date_time_format (local, _ ("%H:%M"));
  if (minutes == 0)
    return g_strdup (_ ("just now"));
  return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) minutes),
                          (int) minutes);
}

char *
remit_history_time_dup_exact (gint64 time)
{
  g_autoptr (GDateTime) local = get_local (time);

  return g_date_time_format (local, "%x %X");
}

gint64
remit_history_time_parse (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strstrip (g_strdup (text));
  g_autofree char *seconds = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_strdelimit (iso, " ", 'T');
  time = g_date_time_new_from_iso8601 (iso, zone);
  if (time == NULL)
    {
      /* without seconds */
      seconds = g_strconcat (iso, ":00", NULL);
      time = g_date_time_new_from_iso8601 (seconds, zone);
    }
  return time != NULL ? g_date_time_to_unix (time) * 1000 + 999 : 0;
}
