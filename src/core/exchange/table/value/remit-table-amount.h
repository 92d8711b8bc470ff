/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a full time a cell says, and in which unit. */
#pragma once

#include <glib.h>

/**
 * RemitTableUnit:
 * @REMIT_TABLE_UNIT_NONE: nothing says which one it is
 * @REMIT_TABLE_UNIT_FTE: full times, and heads: 0.8 is four fifths
 */
typedef enum {
  REMIT_TABLE_UNIT_NONE,
  REMIT_TABLE_UNIT_PERCENT,
  REMIT_TABLE_UNIT_FTE,
  REMIT_TABLE_UNIT_HOURS_A_DAY,
  REMIT_TABLE_UNIT_HOURS_A_WEEK,
  REMIT_TABLE_UNIT_HOURS_A_MONTH,
  REMIT_TABLE_UNIT_DAYS_A_WEEK,
  REMIT_TABLE_UNIT_DAYS_A_MONTH,
  REMIT_TABLE_N_UNITS
} RemitTableUnit;

/** What units are called on the command line: "percent", "fte", "hours-a-week", …; "none" first */
extern const char *const remit_table_unit_nicks[];

/** Returns: (transfer none): translated: "hours a week" */
const char *remit_table_unit_get_label (RemitTableUnit unit);

/**
 * RemitTableAmount:
 * @value: the number; of a range, its lower end
 * @unit: the one that the cell names
 * @is_range: whether it is one, "60–80 %"
 */
typedef struct {
  double value;
  RemitTableUnit unit;
  gboolean is_range;
} RemitTableAmount;

/**
 * remit_table_amount_parse:
 *
 * Understands a number with words about it in any of the languages of `words/tables.ini`: `80`,
 * `.5`, `0,8`, `1/2`, `½`, `80 %`, `0.5 FTE`, `20 h/week`, `Part-time (60%)`, `60–80 %`; and words
 * alone: `Full-time`.
 *
 * Returns: whether @text is that, and nothing else
 */
gboolean remit_table_amount_parse (const char *text,
                                   RemitTableAmount *amount);

/**
 * RemitTableWeek:
 * @hours: those of a full day's work
 * @days: the days of work in a week
 *
 * The workspace's week, by which hours and days are converted.
 */
typedef struct {
  double hours;
  double days;
} RemitTableWeek;

/**
 * remit_table_amount_to_percent:
 * @unit: that of the column, for a cell that names none
 *
 * Returns: percent of a full time, rounded; -1 when nothing says the unit
 */
gint64 remit_table_amount_to_percent (const RemitTableAmount *self,
                                      RemitTableUnit unit,
                                      const RemitTableWeek *week);
