/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time, in minutes: as in ISO 8601, and as people write them. */
#include "remit-duration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* ── As people write them ─────────────────────────────────────────────────────────────────── */

/* What units are called, long and short, parted by bars. */
static const struct {
  const char *words;
  int minutes;
} word_units[] = {
  /* Translators: what a day is called where a span of time is entered, in the singular, in the
   * plural, and short, in small letters, parted by bars */
  { N_ ("day|days|d"), MINUTES_OF_DAY },
  /* Translators: the same for hours; which hours count, the clock says */
  { N_ ("hour|hours|h|hr|hrs|working hour|working hours|calendar hour|calendar hours"), 60 },
  /* Translators: the same for minutes */
  { N_ ("minute|minutes|min|mins|m"), 1 },
};

static gboolean
is_in (const char *words,
       const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* Returns: the index of the unit in either language, or -1 */
static int
find_unit (const char *text,
           gsize length)
{
  g_autofree char *word = g_utf8_strdown (text, (gssize) length);

  g_strstrip (word);
  if (g_str_has_suffix (word, "."))
    word[strlen (word) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (word_units); i++)
    if (is_in (word_units[i].words, word) || is_in (_ (word_units[i].words), word))
      return (int) i;
  return -1;
}

/* Reads "2 days" off the text; units come in their order, each once. */
static gboolean
read_part (const char **text,
           int *last_unit,
           gint64 *minutes)
{
  char *word;
  guint64 number = g_ascii_strtoull (*text, &word, 10);
  gsize length = strcspn (word, "0123456789");
  int unit = find_unit (word, length);

  if (unit <= *last_unit || number > (guint64) MAX_MINUTES)
    return FALSE;
  *minutes += (gint64) number * word_units[unit].minutes;
  *last_unit = unit;
  *text = word + length;
  return TRUE;
}

gboolean
remit_duration_understand (const char *text,
                           gint64 *minutes)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  int last_unit = -1;

  g_return_val_if_fail (minutes != NULL, FALSE);

  if (remit_duration_parse (g_strstrip (upper), minutes))
    return TRUE;
  *minutes = 0;
  while (g_ascii_isspace (*text))
    text++;
  do
    if (!g_ascii_isdigit (*text) || !read_part (&text, &last_unit, minutes))
      return FALSE;
  while (*text != '\0');
  return *minutes < MAX_MINUTES;
}

char *
remit_duration_dup_file_text (const char *text)
{
  gint64 minutes;

  return remit_duration_understand (text, &minutes) ? remit_duration_format (minutes)
                                                    : g_strdup (text);
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
