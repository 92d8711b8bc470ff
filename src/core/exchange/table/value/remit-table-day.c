/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which day a cell says, in the ways in which people and spreadsheets write days. */
#include "remit-table-day.h"

#include <langinfo.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-words.h"

/* The day 0 of spreadsheets, 1899-12-30, as a Julian day number; and what a day of our time has:
 * from 1954 to 2119. What is less may well be another number. */
#define SERIAL_ZERO 693594
#define SERIAL_FIRST 20000
#define SERIAL_LAST 80000

/* A text in parts: numbers, words, and the signs between them. */
typedef struct {
  int numbers[3];
  int lengths[3];
  guint n_numbers;
  int month; /* that a word names, or 0 */
  char sign; /* that parts the first two numbers */
} Parts;

static gint64
make_day (int year,
          int month,
          int number)
{
  GDate date;

  if (year < 1 || month < 1 || number < 1
      || !g_date_valid_dmy ((GDateDay) MIN (number, 99), (GDateMonth) MIN (month, 99),
                            (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static int
complete_year (int year,
               int length)
{
  if (length == 4)
    return year;
  if (length != 2)
    return 0;
  return year <= 68 ? 2000 + year : 1900 + year;
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

int
remit_table_day_find_month (const char *word)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = g_strdup_printf ("month-%d", month);

      if (remit_words_have_folded (remit_words_get ("values", name), word))
        return month;
    }
  return 0;
}

/* Returns: whether the word is a month, or says nothing of the day */
static gboolean
take_word (Parts *self,
           const char *word)
{
  int month = remit_table_day_find_month (word);

  if (month == 0)
    return remit_words_have_folded (REMIT_WORDS ("values", "around-day"), word);
  if (self->month != 0)
    return FALSE;
  self->month = month;
  return TRUE;
}

static gsize
measure_word (const char *text)
{
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || *end == '\'')
    end = g_utf8_next_char (end);
  /* "terça-feira" */
  if (end > text && g_str_has_prefix (end, "-feira"))
    end += strlen ("-feira");
  return (gsize) (end - text);
}

/* ── Parts ────────────────────────────────────────────────────────────────────────────────── */

static const char *
take_number (Parts *self,
             const char *text)
{
  guint n = self->n_numbers++;

  for (; g_ascii_isdigit (*text) && self->lengths[n] < 9; text++, self->lengths[n]++)
    self->numbers[n] = self->numbers[n] * 10 + (*text - '0');
  return g_ascii_isdigit (*text) ? NULL : text;
}

/* A time of day, which is left out, begins after a space or a T, once the day is there. */
static gboolean
is_time (const Parts *self,
         const char *text)
{
  if (self->n_numbers + (self->month != 0) < 3)
    return FALSE;
  text += strspn (text, " ,t");
  return g_ascii_isdigit (*text) && strchr (text, ':') != NULL
         && strspn (text, "0123456789:.,+- apmzut") == strlen (text);
}

/* Returns: whether the text has numbers and months and what parts them, and nothing else */
static gboolean
read_parts (Parts *self,
            const char *text)
{
  while (*text != '\0')
    {
      gsize length = measure_word (text);

      if (is_time (self, text))
        return TRUE;
      if (g_ascii_isdigit (*text))
        {
          if (self->n_numbers == 3 || (text = take_number (self, text)) == NULL)
            return FALSE;
          if (self->n_numbers == 1)
            self->sign = *text;
        }
      else if (length > 0)
        {
          g_autofree char *word = g_strndup (text, length);

          if (!take_word (self, word))
            return FALSE;
          text += length;
        }
      else if (strchr (" -/.,'", *text) != NULL)
        text++;
      else
        return FALSE;
    }
  return TRUE;
}

/* "2026年3月31日" */
static char *
write_cjk_with_signs (const char *text)
{
  GString *day = g_string_new (text);

  g_string_replace (day, "年", "-", 0);
  g_string_replace (day, "月", "-", 0);
  g_string_replace (day, "日", "", 0);
  return g_string_free (day, FALSE);
}

/* ── A day ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
set_both (RemitTableDay *day,
          gint64 number)
{
  day->days[REMIT_TABLE_DAY_FIRST] = day->days[REMIT_TABLE_MONTH_FIRST] = number;
  return number != 0;
}

/* 20260331, or days since 1899, with the time as a fraction. */
static gboolean
read_one_number (const Parts *parts,
                 RemitTableDay *day)
{
  int number = parts->numbers[0];

  if (parts->lengths[0] == 8 && parts->n_numbers == 1)
    return set_both (day, make_day (number / 10000, number / 100 % 100, number % 100));
  day->is_serial = number >= SERIAL_FIRST && number <= SERIAL_LAST;
  return day->is_serial && set_both (day, SERIAL_ZERO + number);
}

/* A word for the month leaves the day and the year, in that order or, with four digits, the
 * other. */
static gboolean
read_with_month (const Parts *parts,
                 RemitTableDay *day)
{
  guint year = parts->lengths[0] == 4 ? 0 : 1;

  if (parts->n_numbers != 2)
    return FALSE;
  return set_both (day, make_day (complete_year (parts->numbers[year], parts->lengths[year]),
                                  parts->month, parts->numbers[1 - year]));
}

static gboolean
read_three_numbers (const Parts *parts,
                    RemitTableDay *day)
{
  const int *numbers = parts->numbers;
  int year;

  if (parts->lengths[0] == 4)
    return set_both (day, make_day (numbers[0], numbers[1], numbers[2]));
  year = complete_year (numbers[2], parts->lengths[2]);
  if (parts->sign == '.')
    return set_both (day, make_day (year, numbers[1], numbers[0]));
  day->days[REMIT_TABLE_DAY_FIRST] = make_day (year, numbers[1], numbers[0]);
  day->days[REMIT_TABLE_MONTH_FIRST] = make_day (year, numbers[0], numbers[1]);
  return day->days[REMIT_TABLE_DAY_FIRST] != 0 || day->days[REMIT_TABLE_MONTH_FIRST] != 0;
}

static gboolean
read_day (const char *text,
          RemitTableDay *day)
{
  Parts parts = { 0 };

  if (!read_parts (&parts, text))
    return FALSE;
  if (parts.month != 0)
    return read_with_month (&parts, day);
  if (parts.n_numbers == 3)
    return read_three_numbers (&parts, day);
  /* the time of a serial number is behind a point */
  return (parts.n_numbers == 1 || (parts.n_numbers == 2 && parts.sign == '.'))
         && read_one_number (&parts, day);
}

/* Most days are "2026-03-31". */
static gboolean
is_plain (const char *text)
{
  return strspn (text, "0123456789-/.") == strlen (text);
}

gboolean
remit_table_day_parse (const char *text,
                       RemitTableDay *day)
{
  g_autofree char *folded = NULL;
  g_autofree char *signs = NULL;

  *day = (RemitTableDay){ { 0 } };
  if (is_plain (text))
    return read_day (text, day);
  folded = remit_text_fold (text);
  signs = write_cjk_with_signs (folded);
  return read_day (signs, day);
}

gint64
remit_table_day_get_clear (const RemitTableDay *self)
{
  gint64 one = self->days[REMIT_TABLE_DAY_FIRST];
  gint64 other = self->days[REMIT_TABLE_MONTH_FIRST];

  if (self->is_serial)
    return 0;
  return one == 0 || other == 0 || one == other ? MAX (one, other) : 0;
}

RemitTableDayOrder
remit_table_day_get_local_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *number = strpbrk (format, "de");
  const char *month = strpbrk (format, "mbBD");

  return month != NULL && (number == NULL || month < number) ? REMIT_TABLE_MONTH_FIRST
                                                             : REMIT_TABLE_DAY_FIRST;
}
