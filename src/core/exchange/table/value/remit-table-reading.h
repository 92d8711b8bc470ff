/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of a column mean: decided from its header and all of them. */
#pragma once

#include "remit-table-amount.h"
#include "remit-table-day.h"

/**
 * RemitTableTally:
 *
 * What was seen of a column, value by value.
 */
typedef struct {
  guint n_values;

  /* Amounts. */
  guint n_plain;                     /* without a unit */
  guint n_said[REMIT_TABLE_N_UNITS]; /* with one */
  double least, most;                /* of the plain ones */
  guint n_parts;                     /* of these, those that are no whole numbers */
  guint n_small;                     /* and those up to 2 */

  guint n_last_first; /* names that are written "Lovelace, Ada" */

  /* Days. */
  guint n_days;    /* in either order */
  guint n_serials; /* of these, plain numbers */
  guint n_only[2]; /* of these, those that only one order makes a day */
  guint n_either;  /* and those of which each order makes another */
} RemitTableTally;

/** What a column of a kind of field can hold. */
typedef enum {
  REMIT_TABLE_CAPACITY,   /* of a person: seldom more than one full time */
  REMIT_TABLE_ALLOCATION, /* of a person in a slot: the same */
  REMIT_TABLE_NEED,       /* of a slot: heads as well */
  REMIT_TABLE_DAYS,
  REMIT_TABLE_NAMES /* of people, whole */
} RemitTableMeasure;

/** Adds a value that is not empty to what was seen. */
void remit_table_tally_add (RemitTableTally *self,
                            const char *value,
                            RemitTableMeasure measure);

/**
 * RemitTableConfidence:
 * @REMIT_TABLE_SURE: header and values leave no doubt
 * @REMIT_TABLE_LIKELY: they do not contradict
 * @REMIT_TABLE_UNSURE: somebody has to say
 */
typedef enum {
  REMIT_TABLE_SURE,
  REMIT_TABLE_LIKELY,
  REMIT_TABLE_UNSURE,
} RemitTableConfidence;

/**
 * RemitTableReading:
 * @unit: of plain numbers in a column of amounts
 * @order: of days with numbers alone
 * @serials: whether plain numbers are days
 * @last_first: whether names with a comma are written "Lovelace, Ada"
 * @confidence: of all this
 * @is_chosen: whether somebody said so
 *
 * How the values of one column are read.
 */
typedef struct {
  RemitTableUnit unit;
  RemitTableDayOrder order;
  gboolean serials;
  gboolean last_first;
  RemitTableConfidence confidence;
  gboolean is_chosen;
} RemitTableReading;

/**
 * remit_table_reading_decide:
 *
 * Decides one reading for a whole column. The rules for amounts: a unit in the header goes first,
 * unless the numbers cannot be in it (a share of 1 under a header of percent or hours is a full
 * time; 80 under a header of full times is percent). Without one, numbers up to 2 are full times,
 * numbers as a week's hours have them (up to 30 to 48, some with a part) are hours, others are
 * percent; heads of a slot are full times. For days: one that only one order makes a day decides
 * for all; without one, the order is the local one, and not sure. For names: most of them decide.
 */
void remit_table_reading_decide (RemitTableReading *self,
                                 const RemitTableTally *tally,
                                 const char *header,
                                 RemitTableMeasure measure);
