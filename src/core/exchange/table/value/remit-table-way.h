/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a column can be read, from which one is chosen, and what a value is then. */
#pragma once

#include "remit-table-reading.h"

/**
 * remit_table_measure_get_ways:
 *
 * Returns: (transfer none): what the ways are called in files and on the command line, ending with
 *   %NULL: "percent", "hours-a-week", …; "day-first", "month-first"; "first-name-first", …
 */
const char *const *remit_table_measure_get_ways (RemitTableMeasure measure);

/** Returns: (transfer none): translated: "hours a week", "day before month" */
const char *remit_table_measure_get_way_label (RemitTableMeasure measure,
                                               guint way);

/** Returns: the way in which a column is read, or -1 when none is known */
int remit_table_reading_get_way (const RemitTableReading *self,
                                 RemitTableMeasure measure);

/** Says in which way a column is read, whatever its header and its values look like; -1 leaves it
 * to them again. */
void remit_table_reading_choose (RemitTableReading *self,
                                 RemitTableMeasure measure,
                                 int way);

/** Returns: whether there was something of which it matters in which way it is read */
gboolean remit_table_tally_has_question (const RemitTableTally *self,
                                         RemitTableMeasure measure);

/**
 * remit_table_reading_dup_value:
 * @text: a cell with something in it
 *
 * Returns: (transfer full) (nullable): what the cell is taken for, in words: "80 %", "31.03.2026",
 *   "Ada Lovelace"; %NULL for one that is left out
 */
char *remit_table_reading_dup_value (const RemitTableReading *self,
                                     RemitTableMeasure measure,
                                     const char *text,
                                     const RemitTableWeek *week);
