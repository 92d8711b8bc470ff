/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are months, quarters or years: amounts that change over time. */
#pragma once

#include <glib.h>

/**
 * RemitTablePeriod:
 * @column: whose header it is
 * @from: its first day, as a Julian day number as in #GDate
 * @until: its last day
 */
typedef struct {
  guint column;
  gint64 from;
  gint64 until;
} RemitTablePeriod;

/**
 * remit_table_periods_find:
 * @year: of periods whose headers name none, neither does one before them
 * @is_guessed: (out): whether there are such
 *
 * Understands `Jan 2026`, `2026-01`, `01/2026`, `Januar`, `Q1 2026`, `T1`, `H1 2026`, `2026`,
 * `2026年1月`, also the first day of a month, and beside it what the amounts are: `FTE Jan 2026
 * (%)`. Months without a year go on from those before them: behind December comes the next year's
 * January. Of periods that lie in one another the shorter ones are taken, and of equal ones the
 * first.
 *
 * Returns: (transfer full) (element-type RemitTablePeriod): by their days; empty when there are
 *   less than two, since one alone may be something else
 */
GArray *remit_table_periods_find (const char *const *headers,
                                  int year,
                                  gboolean *is_guessed);

/** Returns: (transfer none) (nullable): that of a column */
const RemitTablePeriod *remit_table_periods_get (const GArray *periods,
                                                 int column);

/** Returns: the one that a day lies in, else the next one, else the last one */
const RemitTablePeriod *remit_table_periods_choose (const GArray *periods,
                                                    gint64 day);
