/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time, in minutes: ISO 8601 texts to numbers and back. */
#include "remit-duration.h"

#include <glib/gi18n-lib.h>

#define MINUTES_OF_DAY (24 * 60)
#define MAX_MINUTES ((gint64) 100 * 365 * MINUTES_OF_DAY)

typedef struct {
  char unit;
  int minutes;
} Unit;

static const Unit day_units[] = { { 'D', MINUTES_OF_DAY }, { '\0', 0 } };
static const Unit time_units[] = { { 'H', 60 }, { 'M', 1 }, { '\0', 0 } };

/* Numbers with the units that are left, each once and in their order. */
static gboolean
add_parts (const char **text,
           const Unit *units,
           gint64 *minutes)
{
  const char *start = *text;

  while (g_ascii_isdigit (**text))
    {
      char *end;
      guint64 number = g_ascii_strtoull (*text, &end, 10);

      while (units->unit != '\0' && units->unit != *end)
        units++;
      if (units->unit == '\0' || number > (guint64) MAX_MINUTES)
        return FALSE;
      *minutes += (gint64) number * units->minutes;
      units++;
      *text = end + 1;
    }
  return *text > start;
}

gboolean
remit_duration_parse (const char *text,
                      gint64 *minutes)
{
  gboolean has_days;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minutes != NULL, FALSE);

  *minutes = 0;
  if (*text++ != 'P')
    return FALSE;
  has_days = add_parts (&text, day_units, minutes);
  if (*text == 'T')
    {
      text++;
      if (!add_parts (&text, time_units, minutes))
        return FALSE;
    }
  else if (!has_days)
    return FALSE;
  return *text == '\0' && *minutes < MAX_MINUTES;
}

char *
remit_duration_format (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("PT%" G_GINT64_FORMAT "H", minutes / 60);
  return g_strdup_printf ("PT%" G_GINT64_FORMAT "M", minutes);
}

char *
remit_duration_display (gint64 minutes)
{
  gulong n_hours = (gulong) (minutes / 60);
  gulong n_minutes = (gulong) (minutes % 60);
  g_autofree char *hours = g_strdup_printf (ngettext ("%lu hour", "%lu hours", n_hours), n_hours);
  g_autofree char *rest = g_strdup_printf (ngettext ("%lu minute", "%lu minutes", n_minutes),
                                           n_minutes);

  if (n_minutes == 0)
    return g_steal_pointer (&hours);
  if (n_hours == 0)
    return g_steal_pointer (&rest);
  /* Translators: "1 hour" and "30 minutes" */
  return g_strdup_printf (_ ("%1$s %2$s"), hours, rest);
}
