/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations over time as one text. */
#include "remit-periods.h"

#include <string.h>

#include "remit-day.h"

#define OPEN ".."
#define MAX_PERCENT 1000

/* Returns: whether it is a day, or an open end */
static gboolean
read_day (const char *text,
          gint64 *day)
{
  *day = g_str_equal (text, OPEN) ? 0 : remit_day_parse (text);
  return *day != 0 || g_str_equal (text, OPEN);
}

static gboolean
read_interval (char *text,
               RemitPeriod *period)
{
  char *slash = strchr (text, '/');

  if (slash == NULL)
    return FALSE;
  *slash = '\0';
  return read_day (text, &period->from) && read_day (slash + 1, &period->until)
         && (period->from == 0 || period->until == 0 || period->from <= period->until);
}

static gboolean
read_percent (const char *text,
              RemitPeriod *period)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  period->percent = g_ascii_strtoll (text, &end, 10);
  end += strspn (end, " ");
  return g_str_equal (end, "%") && period->percent >= 1 && period->percent <= MAX_PERCENT;
}

/* "2026-01-01/.. 50%" */
static gboolean
read_period (char *text,
             RemitPeriod *period)
{
  char *space = strchr (g_strstrip (text), ' ');

  if (space == NULL)
    return FALSE;
  *space = '\0';
  return read_interval (text, period) && read_percent (g_strstrip (space + 1), period);
}

GArray *
remit_periods_parse (const char *text)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (RemitPeriod));
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_steal_pointer (&periods);
  parts = g_strsplit (text, ";", REMIT_PERIODS_MAX + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      RemitPeriod period;

      if (i == REMIT_PERIODS_MAX || !read_period (parts[i], &period))
        return NULL;
      g_array_append_val (periods, period);
    }
  return g_steal_pointer (&periods);
}

GArray *
remit_periods_read (const char *text)
{
  GArray *periods = remit_periods_parse (text);

  return periods != NULL ? periods : g_array_new (FALSE, FALSE, sizeof (RemitPeriod));
}

static void
append_day (GString *text,
            gint64 day)
{
  char buffer[11];

  remit_day_format (day, buffer);
  g_string_append (text, day != 0 ? buffer : OPEN);
}

char *
remit_periods_write (const GArray *periods)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (periods != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < periods->len && i < REMIT_PERIODS_MAX; i++)
    {
      const RemitPeriod *period = &g_array_index (periods, RemitPeriod, i);

      if (i > 0)
        g_string_append (text, "; ");
      append_day (text, period->from);
      g_string_append_c (text, '/');
      append_day (text, period->until);
      g_string_append_printf (text, " %" G_GINT64_FORMAT "%%", period->percent);
    }
  return g_string_free (text, FALSE);
}
