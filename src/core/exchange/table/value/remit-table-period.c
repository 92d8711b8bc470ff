/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are months, quarters or years: amounts that change over time. */
#include "remit-table-period.h"

#include <string.h>

#include "model/remit-text.h"
#include "remit-table-day.h"
#include "remit-words.h"

#define MAX_NUMBERS 3

/* What a header says: a word for a month or for a part of the year, and numbers. */
typedef struct {
  int numbers[MAX_NUMBERS];
  int lengths[MAX_NUMBERS];
  guint n_numbers;
  int month;       /* that a word names, or 0 */
  int part;        /* months of the part of a year that a word names: 3 or 6; 1 for "月"; or 0 */
  guint n_before;  /* numbers before that word */
} Header;

/* From which month, for how many, of which year; 0 when it does not say. */
typedef struct {
  int month;
  int n_months;
  int year;
} Span;

/* ── A header ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_filler (const char *word)
{
  static const char *const values[] = { "fte", "percent", "hours", "days", "a-month", "year-sign" };
  static const char *const columns[] = { "allocation", "need" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (remit_words_have_folded (remit_words_get ("values", values[i]), word))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (remit_words_have_folded (remit_words_get ("seats", columns[i]), word))
      return TRUE;
  return remit_words_have_folded (remit_words_get ("people", "capacity"), word);
}

static int
find_part (const char *word)
{
  static const struct
  {
    const char *list;
    int n_months;
  } parts[] = { { "month-sign", 1 }, { "quarter", 3 }, { "half-year", 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (remit_words_have_folded (remit_words_get ("values", parts[i].list), word))
      return parts[i].n_months;
  return 0;
}

/* Returns: whether the word belongs to a period */
static gboolean
take_word (Header *self,
           const char *word)
{
  int month = remit_table_day_find_month (word);
  int part = month == 0 ? find_part (word) : 0;

  if ((month == 0 && part == 0) || self->month != 0 || self->part != 0)
    return is_filler (word);
  self->month = month;
  self->part = part;
  self->n_before = self->n_numbers;
  return TRUE;
}

static const char *
take_number (Header *self,
             const char *text)
{
  guint n = self->n_numbers;

  if (n == MAX_NUMBERS)
    return NULL;
  for (; g_ascii_isdigit (*text) && self->lengths[n] < 7; text++, self->lengths[n]++)
    self->numbers[n] = self->numbers[n] * 10 + (*text - '0');
  self->n_numbers++;
  return text;
}

/* In Han signs, each is a word: "2026年1月", but "四半期". */
static gsize
measure_word (const char *text)
{
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    {
      gboolean is_year = g_str_has_prefix (end, "年") || g_str_has_prefix (end, "第");

      if (is_year && end > text)
        break;
      end = g_utf8_next_char (end);
      if (is_year)
        break;
    }
  return (gsize) (end - text);
}

static gboolean
read_header (Header *self,
             const char *text)
{
  while (*text != '\0')
    {
      gsize length = measure_word (text);

      if (g_ascii_isdigit (*text))
        {
          text = take_number (self, text);
          if (text == NULL)
            return FALSE;
        }
      else if (length > 0)
        {
          g_autofree char *word = g_strndup (text, length);

          if (!take_word (self, word))
            return FALSE;
          text += length;
        }
      else if (strchr (" -/.,'()[]%:_", *text) != NULL)
        text++;
      else
        return FALSE;
    }
  return TRUE;
}

/* ── A span ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_year (const Header *header,
         guint i)
{
  return header->lengths[i] == 4 && header->numbers[i] >= 1990 && header->numbers[i] <= 2100;
}

/* Returns: whether number @i is a year, which goes into @span: 2026; behind a month, also 26 */
static gboolean
take_year (const Header *header,
           guint i,
           gboolean is_short,
           Span *span)
{
  if (is_year (header, i))
    span->year = header->numbers[i];
  else if (is_short && header->lengths[i] == 2)
    span->year = 2000 + header->numbers[i];
  else
    return FALSE;
  return TRUE;
}

/* "Jan", "Jan 2026", "Jan-26", "2026 Jan", "1 Jan 2026" */
static gboolean
read_named_month (const Header *header,
                  Span *span)
{
  guint n = header->n_numbers;

  *span = (Span){ header->month, 1, 0 };
  if (n == 0)
    return TRUE;
  if (n == 1)
    return take_year (header, 0, header->n_before == 0, span);
  return n == 2 && ((header->numbers[0] == 1 && take_year (header, 1, TRUE, span))
                    || (header->numbers[1] == 1 && take_year (header, 0, FALSE, span)));
}

/* "Q1", "Q1 2026", "2026 Q1", "1. Quartal 2026", "第1四半期"; "1月", "2026年1月" */
static gboolean
read_part (const Header *header,
           Span *span)
{
  guint n = header->n_numbers;
  guint year = n == 2 && is_year (header, 0) ? 0 : 1;
  int number = n == 1 ? header->numbers[0] : header->numbers[1 - year];

  *span = (Span){ (number - 1) * header->part + 1, header->part, 0 };
  if (number < 1 || number > 12 / header->part)
    return FALSE;
  return n == 1 || (n == 2 && take_year (header, year, TRUE, span));
}

/* "2026-01", "01/2026", "202601", "2026-01-01", "1/1/2026", "2026" */
static gboolean
read_numbers (const Header *header,
              Span *span)
{
  const int *numbers = header->numbers;
  guint n = header->n_numbers;
  guint year = n > 0 && is_year (header, 0) ? 0 : n - 1;
  int one, other;

  *span = (Span){ 0, 1, 0 };
  if (n == 1 && header->lengths[0] == 6)
    *span = (Span){ numbers[0] % 100, 1, numbers[0] / 100 };
  else if (n == 0 || !take_year (header, year, FALSE, span))
    return FALSE;
  else if (n == 1)
    *span = (Span){ 1, 12, span->year };
  else if (n == 2)
    span->month = numbers[1 - year];
  else
    {
      one = numbers[year == 0 ? 1 : 0];
      other = numbers[year == 0 ? 2 : 1];
      /* the first day of a month, whichever stands first */
      if (one != 1 && other != 1)
        return FALSE;
      span->month = other == 1 ? one : other;
    }
  return span->month >= 1 && span->month <= 12 && span->year >= 1990 && span->year <= 2100;
}

static gboolean
read_span (const char *text,
           Span *span)
{
  g_autofree char *folded = remit_text_fold (text);
  Header header = { { 0 } };

  if (*folded == '\0' || !read_header (&header, folded))
    return FALSE;
  if (header.month != 0)
    return read_named_month (&header, span);
  if (header.part != 0 && header.n_numbers > 0)
    return read_part (&header, span);
  return header.part == 0 && read_numbers (&header, span);
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static gint64
get_day (int year,
         int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) ((month - 1) % 12 + 1),
                  (GDateYear) (year + (month - 1) / 12));
  return g_date_get_julian (&date);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RemitTablePeriod *one = a;
  const RemitTablePeriod *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

/* Returns: whether a column says the same, or says it in parts */
static gboolean
is_covered (const GArray *all,
            guint i)
{
  const RemitTablePeriod *self = &g_array_index (all, RemitTablePeriod, i);

  for (guint j = 0; j < all->len; j++)
    {
      const RemitTablePeriod *other = &g_array_index (all, RemitTablePeriod, j);
      gboolean is_same = other->from == self->from && other->until == self->until;

      if (j != i && other->from >= self->from && other->until <= self->until
          && (!is_same || other->column < self->column))
        return TRUE;
    }
  return FALSE;
}

static GArray *
read_all (const char *const *headers,
          int year,
          gboolean *is_guessed)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (RemitTablePeriod));
  Span last = { 0 };

  *is_guessed = FALSE;
  for (guint i = 0; headers[i] != NULL; i++)
    {
      RemitTablePeriod period = { .column = i };
      Span span;

      if (!read_span (headers[i], &span))
        continue;
      if (span.year == 0 && last.year != 0)
        span.year = last.year + (span.month < last.month);
      else if (span.year == 0)
        {
          span.year = year;
          *is_guessed = TRUE;
        }
      period.from = get_day (span.year, span.month);
      period.until = get_day (span.year, span.month + span.n_months) - 1;
      g_array_append_val (all, period);
      last = span;
    }
  return all;
}

GArray *
remit_table_periods_find (const char *const *headers,
                          int year,
                          gboolean *is_guessed)
{
  g_autoptr (GArray) all = read_all (headers, year, is_guessed);
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (RemitTablePeriod));

  for (guint i = 0; i < all->len; i++)
    if (!is_covered (all, i))
      g_array_append_val (periods, g_array_index (all, RemitTablePeriod, i));
  if (periods->len < 2)
    g_array_set_size (periods, 0);
  g_array_sort (periods, compare);
  return periods;
}

const RemitTablePeriod *
remit_table_periods_get (const GArray *periods,
                         int column)
{
  for (guint i = 0; i < periods->len; i++)
    if ((int) g_array_index (periods, RemitTablePeriod, i).column == column)
      return &g_array_index (periods, RemitTablePeriod, i);
  return NULL;
}

const RemitTablePeriod *
remit_table_periods_choose (const GArray *periods,
                            gint64 day)
{
  for (guint i = 0; i < periods->len; i++)
    if (g_array_index (periods, RemitTablePeriod, i).until >= day)
      return &g_array_index (periods, RemitTablePeriod, i);
  return &g_array_index (periods, RemitTablePeriod, periods->len - 1);
}
