/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of CSV files say: texts, days, percentages, skills, and that there is nothing. */
#include "remit-csv-value.h"

#include <math.h>
#include <string.h>

/* What is at most so many, and has no sign of percent, is full-time equivalents. */
#define MAX_FULL_TIMES 2

/* The bytes of the longest word in these lists. */
#define LONGEST 13

static const char *const unknown_words[] = { "?", "??", "???", "unknown", "unbekannt", NULL };

static const char *const nothing_words[] = { "", "-", "--", "–", "—", "n/a", "none", "null", NULL };

static const char *const open_words[] = {
  "tbd", "tbh", "tbc", "tba", "open", "vacant", "vacancy", "hiring", "to be hired", "to hire",
  "open position", "n.n.", "nn", "n. n.", "offen", "vakant", "unbesetzt", "frei", NULL,
};

/* Most cells are as they should be, and need not be written again. */
static gboolean
is_clean (const char *cell)
{
  gboolean after_space = TRUE;

  for (const guchar *c = (const guchar *) cell; *c != '\0'; c++)
    {
      if (*c > ' ' && *c < 0x7f)
        after_space = FALSE;
      else if (*c != ' ' || after_space)
        return FALSE;
      else
        after_space = TRUE;
    }
  return !after_space || *cell == '\0';
}

/* What no text should have: controls, and what is no character for XML. */
static gboolean
is_junk (gunichar c)
{
  return g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe || c == 0xfeff;
}

static void
clean (char *cell,
       gboolean keep_lines)
{
  char *end = cell;
  char space = '\0';

  for (const char *c = cell; *c != '\0';)
    {
      gunichar character = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);

      if (keep_lines && character == '\n')
        space = '\n';
      else if (g_unichar_isspace (character))
        space = space != '\0' ? space : ' ';
      else if (!is_junk (character))
        {
          if (space != '\0' && end > cell)
            *end++ = space;
          space = '\0';
          memmove (end, c, (gsize) (next - c));
          end += next - c;
        }
      c = next;
    }
  *end = '\0';
}

void
remit_csv_value_clean (char *cell,
                       gboolean keep_lines)
{
  if (!is_clean (cell))
    clean (cell, keep_lines);
}

static gboolean
is_one_of (const char *text,
           const char *const *words)
{
  /* Most texts are longer than any word. */
  if (strnlen (text, LONGEST + 1) > LONGEST)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_tolower (*text) == *words[i] && g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
remit_csv_value_is_unknown (const char *text)
{
  return is_one_of (text, unknown_words);
}

gboolean
remit_csv_value_is_nothing (const char *text)
{
  return is_one_of (text, nothing_words);
}

gboolean
remit_csv_value_is_open (const char *text)
{
  return is_one_of (text, open_words);
}

/* Returns: how many numbers there are, parted by the same sign, up to a time of day or the end */
static int
read_numbers (const char *text,
              int numbers[3],
              int lengths[3],
              char *sign)
{
  int n = 0;

  while (n < 3 && g_ascii_isdigit (*text))
    {
      numbers[n] = 0;
      for (lengths[n] = 0; g_ascii_isdigit (*text) && lengths[n] < 4; lengths[n]++, text++)
        numbers[n] = numbers[n] * 10 + (*text - '0');
      n++;
      if (n == 3 || *text == '\0' || strchr ("-/.", *text) == NULL || (n == 2 && *text != *sign))
        break;
      *sign = *text++;
    }
  return *text == '\0' || *text == 'T' || *text == ' ' ? n : 0;
}

static gboolean
set_day (int year,
         int month,
         int number,
         gint64 *day)
{
  GDate date;

  if (year < 1 || month < 1 || number < 1
      || !g_date_valid_dmy ((GDateDay) MIN (number, 99), (GDateMonth) MIN (month, 99),
                            (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (&date);
  return TRUE;
}

gboolean
remit_csv_value_parse_day (const char *text,
                           gint64 *day)
{
  int numbers[3] = { 0 };
  int lengths[3] = { 0 };
  char sign = '\0';
  gint64 other;

  if (read_numbers (text, numbers, lengths, &sign) != 3)
    return FALSE;
  if (lengths[0] == 4 && sign != '.')
    return set_day (numbers[0], numbers[1], numbers[2], day);
  if (lengths[2] != 4)
    return FALSE;
  if (sign == '.')
    return set_day (numbers[2], numbers[1], numbers[0], day);

  /* Americans write the month first, others the day: it has to be clear which it is. */
  if (!set_day (numbers[2], numbers[0], numbers[1], day))
    return set_day (numbers[2], numbers[1], numbers[0], day);
  return numbers[0] == numbers[1] || !set_day (numbers[2], numbers[1], numbers[0], &other);
}

gboolean
remit_csv_value_parse_percent (const char *text,
                               gint64 *percent)
{
  g_autofree char *number = g_strdelimit (g_strdup (text), ",", '.');
  char *end;
  double value = g_ascii_strtod (number, &end);
  gboolean has_sign;

  if (end == number || !isfinite (value) || !g_ascii_isdigit (number[0]))
    return FALSE;
  if (strspn (number, "0123456789.") != (gsize) (end - number))
    return FALSE;
  while (*end == ' ')
    end++;
  has_sign = *end == '%';
  if (end[has_sign] != '\0')
    return FALSE;

  if (!has_sign && (value <= MAX_FULL_TIMES || (value <= 10 && value != floor (value))))
    value *= 100;
  *percent = (gint64) CLAMP (floor (value + 0.5), 0, G_MAXINT);
  return TRUE;
}

char **
remit_csv_value_split_list (char *list)
{
  GPtrArray *entries = g_ptr_array_new ();
  const char *signs = strpbrk (list, ";\n") != NULL ? ";\n" : ",";

  while (list != NULL)
    {
      char *next = strpbrk (list, signs);

      if (next != NULL)
        *next++ = '\0';
      remit_csv_value_clean (list, FALSE);
      if (*list != '\0')
        g_ptr_array_add (entries, list);
      list = next;
    }
  g_ptr_array_add (entries, NULL);
  return (char **) g_ptr_array_free (entries, FALSE);
}

/* Returns: where the suffix ":3" or "(3)" begins, or %NULL */
static char *
find_level (char *skill,
            gsize length)
{
  if (length > 2 && skill[length - 2] == ':' && g_ascii_isdigit (skill[length - 1]))
    return skill + length - 2;
  if (length > 3 && skill[length - 3] == '(' && g_ascii_isdigit (skill[length - 2])
      && skill[length - 1] == ')')
    return skill + length - 3;
  return NULL;
}

int
remit_csv_value_take_level (char *skill)
{
  char *suffix = find_level (skill, strlen (skill));
  int level;

  if (suffix == NULL)
    return -1;
  level = suffix[1] - '0';
  *suffix = '\0';
  remit_csv_value_clean (skill, FALSE);
  return level;
}
