/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of MSPDI: numbers, shares and days. */
#include "remit-mspdi-value.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "model/remit-day.h"

/* More than anybody means. */
#define MAX_SHARE 1000000.0

static gboolean
is_rest_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

gboolean
remit_mspdi_value_read_integer (const char *text,
                                gint64 *value)
{
  char *end;

  errno = 0;
  *value = g_ascii_strtoll (text, &end, 10);
  return end != text && errno == 0 && is_rest_blank (end);
}

gboolean
remit_mspdi_value_is_true (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));

  return strcmp (word, "1") == 0 || strcmp (word, "true") == 0;
}

gboolean
remit_mspdi_value_is_something (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return end != text && number != 0;
}

gboolean
remit_mspdi_value_read_percent (const char *text,
                                gint64 *percent)
{
  char *end;
  double share = g_ascii_strtod (text, &end);

  if (end == text || !is_rest_blank (end) || !isfinite (share) || share < 0 || share > MAX_SHARE)
    return FALSE;
  *percent = (gint64) floor (100 * share + 0.5);
  return TRUE;
}

static gboolean
is_nothing (const char *text)
{
  return *text == '\0' || g_ascii_strcasecmp (text, "NA") == 0
         || g_ascii_strcasecmp (text, "N/A") == 0;
}

/* Returns: whether a moment is the first of its day */
static gboolean
is_midnight (const char *time)
{
  return *time == 'T' && g_str_has_prefix (time + 1, "00:00")
         && (time[6] == '\0' || g_str_has_prefix (time + 6, ":00"));
}

static gboolean
is_open (const char *day)
{
  return strcmp (day, "1984-01-01") == 0 || strcmp (day, "2049-12-31") == 0
         || strcmp (day, "2149-12-31") == 0;
}

gboolean
remit_mspdi_value_read_day (const char *text,
                            gboolean is_end,
                            gint64 *day)
{
  g_autofree char *moment = g_strstrip (g_strdup (text));
  char date[11] = "";

  *day = 0;
  if (is_nothing (moment))
    return TRUE;
  if (strlen (moment) < 10 || (moment[10] != '\0' && moment[10] != 'T'))
    return FALSE;
  memcpy (date, moment, 10);
  *day = remit_day_parse (date);
  if (*day == 0)
    return FALSE;
  if (is_open (date))
    *day = 0;
  else if (is_end && *day > 1 && is_midnight (moment + 10))
    *day -= 1;
  return TRUE;
}
