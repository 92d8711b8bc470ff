/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a full time a cell says, and in which unit. */
#include "remit-table-amount.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-words.h"

/* Weeks of a month: 365.25 days of a year, by 7 and 12. */
#define WEEKS (365.25 / 7 / 12)

const char *const remit_table_unit_nicks[] = {
  "none",
  "percent",
  "fte",
  "hours-a-day",
  "hours-a-week",
  "hours-a-month",
  "days-a-week",
  "days-a-month",
  NULL,
};

const char *
remit_table_unit_get_label (RemitTableUnit unit)
{
  static const char *const labels[] = {
    [REMIT_TABLE_UNIT_NONE] = N_ ("unknown"),
    [REMIT_TABLE_UNIT_PERCENT] = N_ ("percent"),
    [REMIT_TABLE_UNIT_FTE] = N_ ("full-time equivalents"),
    [REMIT_TABLE_UNIT_HOURS_A_DAY] = N_ ("hours a day"),
    [REMIT_TABLE_UNIT_HOURS_A_WEEK] = N_ ("hours a week"),
    [REMIT_TABLE_UNIT_HOURS_A_MONTH] = N_ ("hours a month"),
    [REMIT_TABLE_UNIT_DAYS_A_WEEK] = N_ ("days a week"),
    [REMIT_TABLE_UNIT_DAYS_A_MONTH] = N_ ("days a month"),
  };

  return _ (labels[unit]);
}

/* ── Numbers ──────────────────────────────────────────────────────────────────────────────── */

/* Reads digits with a point or a comma among them. Returns: what comes after, or %NULL */
static const char *
read_decimal (const char *text,
              double *value)
{
  double scale = 1;
  gboolean has_point = FALSE;
  guint n_digits = 0;

  *value = 0;
  for (; g_ascii_isdigit (*text)
         || ((*text == '.' || *text == ',') && !has_point && g_ascii_isdigit (text[1]));
       text++)
    if (!g_ascii_isdigit (*text))
      has_point = TRUE;
    else
      {
        *value = *value * 10 + (*text - '0');
        scale *= has_point ? 10 : 1;
        n_digits++;
      }
  *value /= scale;
  return n_digits > 0 && n_digits <= 15 ? text : NULL;
}

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;
  return text;
}

/* A part, as "1/2" or "½", which is folded to "1⁄2". */
static const char *
read_number (const char *text,
             double *value)
{
  static const char slash[] = "\xe2\x81\x84";
  const char *end = read_decimal (text, value);
  gsize length = 0;
  double divisor;
  const char *after;

  if (end == NULL)
    return NULL;
  if (*end == '/')
    length = 1;
  else if (g_str_has_prefix (end, slash))
    length = strlen (slash);
  after = length > 0 ? read_decimal (end + length, &divisor) : NULL;
  if (after == NULL || divisor == 0 || divisor > 12)
    return end;
  *value /= divisor;
  return after;
}

/* The higher end of a range, if there is one: "60-80". */
static const char *
skip_range (const char *text,
            RemitTableAmount *amount)
{
  const char *start = skip_spaces (text);
  double higher;

  if (*start == '%')
    start = skip_spaces (start + 1);
  if (*start != '-')
    return text;
  start = read_number (skip_spaces (start + 1), &higher);
  if (start == NULL || higher <= amount->value)
    return text;
  amount->is_range = TRUE;
  return start;
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

typedef enum {
  PERCENT,
  FTE,
  HOURS,
  DAYS,
  A_DAY,
  A_WEEK,
  A_MONTH,
  FILLER,
  N_LISTS
} List;

static const RemitWords *
get_list (List list)
{
  static const char *const names[] = {
    "percent",
    "fte",
    "hours",
    "days",
    "a-day",
    "a-week",
    "a-month",
    "filler",
  };
  static const RemitWords *lists[N_LISTS];

  if (g_atomic_pointer_get (&lists[list]) == NULL)
    g_atomic_pointer_set (&lists[list], remit_words_get ("values", names[list]));
  return g_atomic_pointer_get (&lists[list]);
}

/* Notes which lists the words of a text are of. Returns: whether each is of one */
static gboolean
read_words (const char *text,
            guint *lists)
{
  while (*(text += strspn (text, " ()[]{}:*,;")) != '\0')
    {
      gsize longest = 0;
      guint found = 0;

      for (guint i = 0; i < N_LISTS; i++)
        {
          gsize length = remit_words_match_beginning (get_list (i), text);

          if (length > longest)
            {
              longest = length;
              found = i;
            }
        }
      if (longest == 0)
        return FALSE;
      *lists |= 1u << found;
      text += longest;
    }
  return TRUE;
}

static RemitTableUnit
find_unit (guint lists)
{
  gboolean is_daily = (lists & 1u << A_DAY) != 0;
  gboolean is_monthly = (lists & 1u << A_MONTH) != 0;

  if (lists & 1u << PERCENT)
    return REMIT_TABLE_UNIT_PERCENT;
  if (lists & 1u << HOURS)
    return is_daily     ? REMIT_TABLE_UNIT_HOURS_A_DAY
           : is_monthly ? REMIT_TABLE_UNIT_HOURS_A_MONTH
                        : REMIT_TABLE_UNIT_HOURS_A_WEEK;
  if (lists & 1u << DAYS)
    return is_monthly ? REMIT_TABLE_UNIT_DAYS_A_MONTH : REMIT_TABLE_UNIT_DAYS_A_WEEK;
  return lists & 1u << FTE ? REMIT_TABLE_UNIT_FTE : REMIT_TABLE_UNIT_NONE;
}

static gboolean
parse_words_alone (const char *folded,
                   RemitTableAmount *amount)
{
  if (remit_words_have_folded (REMIT_WORDS ("values", "whole"), folded))
    amount->value = 1;
  else if (remit_words_have_folded (REMIT_WORDS ("values", "half"), folded))
    amount->value = 0.5;
  else
    return FALSE;
  amount->unit = REMIT_TABLE_UNIT_FTE;
  return TRUE;
}

/* ── An amount ────────────────────────────────────────────────────────────────────────────── */

/* Returns: where the number begins, or %NULL */
static const char *
find_number (const char *text)
{
  const char *digit = strpbrk (text, "0123456789");

  if (digit != NULL && digit > text && (digit[-1] == '.' || digit[-1] == ',')
      && (digit - 1 == text || digit[-2] == ' ' || digit[-2] == '('))
    digit--;
  return digit;
}

/* "32 h / week" is "32 h/week". */
static GString *
fold (const char *text)
{
  g_autofree char *folded = remit_text_fold (text);
  GString *tight = g_string_new (folded);

  g_string_replace (tight, " /", "/", 0);
  g_string_replace (tight, "/ ", "/", 0);
  return tight;
}

static gboolean
parse_plain (const char *text,
             RemitTableAmount *amount)
{
  const char *end = read_decimal (text, &amount->value);

  return end != NULL && *end == '\0';
}

gboolean
remit_table_amount_parse (const char *text,
                          RemitTableAmount *amount)
{
  g_autoptr (GString) folded = NULL;
  g_autofree char *before = NULL;
  const char *start;
  const char *end;
  guint lists = 0;

  *amount = (RemitTableAmount){ .unit = REMIT_TABLE_UNIT_NONE };
  if (parse_plain (text, amount))
    return TRUE;
  folded = fold (text);
  start = find_number (folded->str);
  if (start == NULL)
    return parse_words_alone (folded->str, amount);
  before = g_strndup (folded->str, (gsize) (start - folded->str));
  end = read_number (start, &amount->value);
  if (end == NULL)
    return FALSE;
  end = skip_range (end, amount);
  if (!read_words (before, &lists) || !read_words (end, &lists))
    return FALSE;
  amount->unit = find_unit (lists);
  return TRUE;
}

gint64
remit_table_amount_to_percent (const RemitTableAmount *self,
                               RemitTableUnit unit,
                               const RemitTableWeek *week)
{
  double a_week = week->hours * week->days;
  double percent;

  switch (self->unit != REMIT_TABLE_UNIT_NONE ? self->unit : unit)
    {
    case REMIT_TABLE_UNIT_PERCENT:
      percent = self->value;
      break;
    case REMIT_TABLE_UNIT_FTE:
      percent = self->value * 100;
      break;
    case REMIT_TABLE_UNIT_HOURS_A_DAY:
      percent = self->value / week->hours * 100;
      break;
    case REMIT_TABLE_UNIT_HOURS_A_WEEK:
      percent = self->value / a_week * 100;
      break;
    case REMIT_TABLE_UNIT_HOURS_A_MONTH:
      percent = self->value / (a_week * WEEKS) * 100;
      break;
    case REMIT_TABLE_UNIT_DAYS_A_WEEK:
      percent = self->value / week->days * 100;
      break;
    case REMIT_TABLE_UNIT_DAYS_A_MONTH:
      percent = self->value / (week->days * WEEKS) * 100;
      break;
    case REMIT_TABLE_UNIT_NONE:
    case REMIT_TABLE_N_UNITS:
    default:
      return -1;
    }
  return (gint64) CLAMP (floor (percent + 0.5), 0, G_MAXINT);
}
