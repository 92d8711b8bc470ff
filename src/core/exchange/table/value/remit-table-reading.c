/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of a column mean: decided from its header and all of them. */
#include "remit-table-reading.h"

#include <math.h>

#include "model/remit-text.h"
#include "remit-table-person-name.h"
#include "remit-words.h"

/* Up to so many plain numbers are full times. */
#define MOST_FULL_TIMES 2
/* What a week's hours of a full time may be, and what nobody works in one. */
#define LEAST_WEEK 30
#define MOST_WEEK 48
#define TOO_MUCH_WEEK 80
/* Of a slot, so many heads. */
#define MOST_HEADS 30

/* ── What is seen ─────────────────────────────────────────────────────────────────────────── */

static void
add_amount (RemitTableTally *self,
            const char *value)
{
  RemitTableAmount amount;

  if (!remit_table_amount_parse (value, &amount))
    return;
  if (amount.unit != REMIT_TABLE_UNIT_NONE)
    {
      self->n_said[amount.unit]++;
      return;
    }
  self->least = self->n_plain == 0 ? amount.value : MIN (self->least, amount.value);
  self->most = self->n_plain == 0 ? amount.value : MAX (self->most, amount.value);
  self->n_plain++;
  self->n_parts += amount.value != floor (amount.value);
  self->n_small += amount.value <= MOST_FULL_TIMES;
}

static void
add_day (RemitTableTally *self,
         const char *value)
{
  RemitTableDay day;

  if (!remit_table_day_parse (value, &day))
    return;
  self->n_days++;
  self->n_serials += day.is_serial;
  if (day.days[REMIT_TABLE_DAY_FIRST] == day.days[REMIT_TABLE_MONTH_FIRST])
    return;
  if (day.days[REMIT_TABLE_MONTH_FIRST] == 0)
    self->n_only[REMIT_TABLE_DAY_FIRST]++;
  else if (day.days[REMIT_TABLE_DAY_FIRST] == 0)
    self->n_only[REMIT_TABLE_MONTH_FIRST]++;
  else
    self->n_either++;
}

void
remit_table_tally_add (RemitTableTally *self,
                       const char *value,
                       RemitTableMeasure measure)
{
  self->n_values++;
  if (measure == REMIT_TABLE_NAMES)
    self->n_last_first += remit_table_name_is_last_first (value);
  else if (measure == REMIT_TABLE_DAYS)
    add_day (self, value);
  else
    add_amount (self, value);
}

/* ── What the header says ─────────────────────────────────────────────────────────────────── */

static gboolean
is_in (const char *folded,
       const char *list)
{
  const RemitWords *words = remit_words_get ("values", list);
  gunichar before = ' ';

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isalpha (before) && remit_words_match_beginning (words, c) > 0)
        return TRUE;
      before = g_utf8_get_char (c);
      /* where words are not parted by spaces, each sign may begin one */
      if (before >= 0x2e80)
        before = ' ';
    }
  return FALSE;
}

/* Returns: the unit that a header names; %REMIT_TABLE_UNIT_NONE for none */
static RemitTableUnit
find_unit (const char *folded)
{
  if (is_in (folded, "hours"))
    return is_in (folded, "a-month") ? REMIT_TABLE_UNIT_HOURS_A_MONTH
           : is_in (folded, "a-day") ? REMIT_TABLE_UNIT_HOURS_A_DAY
                                     : REMIT_TABLE_UNIT_HOURS_A_WEEK;
  if (is_in (folded, "percent"))
    return REMIT_TABLE_UNIT_PERCENT;
  if (is_in (folded, "fte"))
    return REMIT_TABLE_UNIT_FTE;
  if (is_in (folded, "days"))
    return is_in (folded, "a-month") ? REMIT_TABLE_UNIT_DAYS_A_MONTH : REMIT_TABLE_UNIT_DAYS_A_WEEK;
  return REMIT_TABLE_UNIT_NONE;
}

/* ── Amounts ──────────────────────────────────────────────────────────────────────────────── */

static void
set_unit (RemitTableReading *self,
          RemitTableUnit unit,
          RemitTableConfidence confidence)
{
  self->unit = unit;
  self->confidence = confidence;
}

/* Full times, by their header; spreadsheets and people write percent there as well. */
static void
decide_fte (RemitTableReading *self,
            const RemitTableTally *tally,
            RemitTableMeasure measure)
{
  double bound = measure == REMIT_TABLE_NEED ? MOST_HEADS : MOST_FULL_TIMES;

  if (tally->most <= bound)
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_SURE);
  else if (tally->n_small > 0 || (measure == REMIT_TABLE_NEED && tally->n_parts > 0))
    /* what does not fit is left out, and said */
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_LIKELY);
  else
    set_unit (self, REMIT_TABLE_UNIT_PERCENT, REMIT_TABLE_LIKELY);
}

static void
decide_hours (RemitTableReading *self,
              const RemitTableTally *tally,
              RemitTableUnit unit)
{
  if (tally->most <= 1)
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_LIKELY);
  else if (unit == REMIT_TABLE_UNIT_HOURS_A_WEEK && tally->most > TOO_MUCH_WEEK)
    set_unit (self, REMIT_TABLE_UNIT_HOURS_A_MONTH, REMIT_TABLE_LIKELY);
  else
    set_unit (self, unit, REMIT_TABLE_SURE);
}

/* "Working time" may be in hours or in percent. */
static gboolean
looks_like_weeks (const RemitTableTally *tally)
{
  return tally->most >= LEAST_WEEK && tally->most <= MOST_WEEK
         && (tally->n_parts > 0 || (tally->most >= 35 && tally->most <= 42));
}

static void
decide_without_unit (RemitTableReading *self,
                     const RemitTableTally *tally,
                     gboolean is_time,
                     RemitTableMeasure measure)
{
  if (tally->most <= MOST_FULL_TIMES)
    set_unit (self, REMIT_TABLE_UNIT_FTE, is_time ? REMIT_TABLE_LIKELY : REMIT_TABLE_SURE);
  else if (measure == REMIT_TABLE_NEED && tally->most <= MOST_HEADS)
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_LIKELY);
  else if (looks_like_weeks (tally) && measure != REMIT_TABLE_ALLOCATION)
    set_unit (self, REMIT_TABLE_UNIT_HOURS_A_WEEK,
              is_time ? REMIT_TABLE_LIKELY : REMIT_TABLE_UNSURE);
  else if (tally->n_small > 0 && tally->n_small == tally->n_parts)
    /* halves beside large numbers */
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_UNSURE);
  else
    set_unit (self, REMIT_TABLE_UNIT_PERCENT,
              tally->most >= LEAST_WEEK && !is_time ? REMIT_TABLE_SURE : REMIT_TABLE_UNSURE);
}

static void
decide_amount (RemitTableReading *self,
               const RemitTableTally *tally,
               const char *header,
               RemitTableMeasure measure)
{
  g_autofree char *folded = remit_text_fold (header);
  RemitTableUnit unit = find_unit (folded);

  if (tally->n_plain == 0)
    set_unit (self, unit, REMIT_TABLE_SURE);
  else if (unit == REMIT_TABLE_UNIT_PERCENT && tally->most <= 1)
    set_unit (self, REMIT_TABLE_UNIT_FTE, REMIT_TABLE_LIKELY);
  else if (unit == REMIT_TABLE_UNIT_PERCENT)
    set_unit (self, unit, REMIT_TABLE_SURE);
  else if (unit == REMIT_TABLE_UNIT_FTE)
    decide_fte (self, tally, measure);
  else if (unit != REMIT_TABLE_UNIT_NONE)
    decide_hours (self, tally, unit);
  else
    decide_without_unit (self, tally, is_in (folded, "time"), measure);
}

/* ── Days ─────────────────────────────────────────────────────────────────────────────────── */

static void
decide_days (RemitTableReading *self,
             const RemitTableTally *tally)
{
  guint n_day = tally->n_only[REMIT_TABLE_DAY_FIRST];
  guint n_month = tally->n_only[REMIT_TABLE_MONTH_FIRST];

  self->confidence = REMIT_TABLE_SURE;
  if (n_day != n_month)
    self->order = n_day > n_month ? REMIT_TABLE_DAY_FIRST : REMIT_TABLE_MONTH_FIRST;
  else
    self->order = remit_table_day_get_local_order ();
  if (n_day > 0 && n_month > 0)
    self->confidence = REMIT_TABLE_LIKELY;
  else if (n_day == n_month && tally->n_either > 0)
    self->confidence = REMIT_TABLE_UNSURE;
}

void
remit_table_reading_decide (RemitTableReading *self,
                            const RemitTableTally *tally,
                            const char *header,
                            RemitTableMeasure measure)
{
  /* a column of other numbers is none of days */
  self->serials = measure == REMIT_TABLE_DAYS && tally->n_serials * 2 > tally->n_values;
  if (self->is_chosen)
    return;
  if (measure == REMIT_TABLE_NAMES)
    self->last_first = tally->n_last_first * 2 > tally->n_values;
  else if (measure == REMIT_TABLE_DAYS)
    decide_days (self, tally);
  else
    decide_amount (self, tally, header, measure);
}
