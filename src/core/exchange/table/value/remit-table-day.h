/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which day a cell says, in the ways in which people and spreadsheets write days. */
#pragma once

#include <glib.h>

/** What stands first in days such as 3/4/2026. */
typedef enum {
  REMIT_TABLE_DAY_FIRST,
  REMIT_TABLE_MONTH_FIRST,
} RemitTableDayOrder;

/**
 * RemitTableDay:
 * @days: the Julian day numbers, as in #GDate, for each order; 0 where it would be none. When both
 *   are the same, there is no question
 * @is_serial: whether it is a plain number, which a spreadsheet may mean as a day
 */
typedef struct {
  gint64 days[2];
  gboolean is_serial;
} RemitTableDay;

/**
 * remit_table_day_parse:
 *
 * Understands `2026-03-31`, also followed by a time; `2026/3/31`, `20260331`, `2026年3月31日`;
 * `31.3.2026`, `31.3.26`; `3/31/2026` and `31-3-2026` in both orders; months in words, in any of
 * the languages of `words/tables.ini`: `31-Mar-2026`, `Mar 31, 2026`, `Tue 31. März 2026`; and a
 * spreadsheet's days since the end of 1899: `46112`.
 *
 * Years of two digits are those up to 2068, as in POSIX.
 *
 * Returns: whether @text is a day in one of the orders, at least
 */
gboolean remit_table_day_parse (const char *text,
                                RemitTableDay *day);

/** Returns: the Julian day number where there is no question, else 0 */
gint64 remit_table_day_get_clear (const RemitTableDay *self);

/** Returns: the number of the month that a folded word names, whole or cut; or 0 */
int remit_table_day_find_month (const char *word);

/** Returns: what stands first in short dates where the user lives */
RemitTableDayOrder remit_table_day_get_local_order (void);
