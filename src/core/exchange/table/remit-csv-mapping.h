/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a CSV file can be, and what their headers say that they are. */
#pragma once

#include "remit-csv-import.h"

/** The targets of people, in the order of their table. */
enum
{
  REMIT_CSV_PEOPLE_NUMBER,
  REMIT_CSV_PEOPLE_NAME,
  REMIT_CSV_PEOPLE_FIRST_NAME,
  REMIT_CSV_PEOPLE_LAST_NAME,
  REMIT_CSV_PEOPLE_EMAIL,
  REMIT_CSV_PEOPLE_TITLE,
  REMIT_CSV_PEOPLE_UNIT,
  REMIT_CSV_PEOPLE_LOCATION,
  REMIT_CSV_PEOPLE_MANAGER,
  REMIT_CSV_PEOPLE_CAPACITY,
  REMIT_CSV_PEOPLE_FROM,
  REMIT_CSV_PEOPLE_UNTIL,
  REMIT_CSV_PEOPLE_SKILLS,
  REMIT_CSV_PEOPLE_NOTES,
  REMIT_CSV_PEOPLE_N_TARGETS
};

/** The targets of seats, in the order of their table. */
enum
{
  REMIT_CSV_SEATS_SECTION,
  REMIT_CSV_SEATS_STAGE,
  REMIT_CSV_SEATS_TEAM,
  REMIT_CSV_SEATS_ROLE,
  REMIT_CSV_SEATS_PERSON,
  REMIT_CSV_SEATS_ALLOCATION,
  REMIT_CSV_SEATS_NEED,
  REMIT_CSV_SEATS_FROM,
  REMIT_CSV_SEATS_UNTIL,
  REMIT_CSV_SEATS_N_TARGETS
};

#define REMIT_CSV_MAX_TARGETS REMIT_CSV_PEOPLE_N_TARGETS

/** Returns: (transfer full): a header's letters and digits, without case, accents, punctuation; "#"
 *   is a number */
char *remit_csv_mapping_normalize (const char *header);

/**
 * remit_csv_mapping_guess:
 * @headers: ending with %NULL
 * @n_filled: (nullable): how many values are in each column, of some rows: of those that are called
 *   the same, the one that has more is taken
 * @columns: (out caller-allocates): a column for each target, or -1
 *
 * Returns: how many of the headers are known
 */
guint remit_csv_mapping_guess (RemitCsvKind kind,
                               const char *const *headers,
                               const guint *n_filled,
                               int columns[REMIT_CSV_MAX_TARGETS]);

/**
 * Returns: the kind of table that the headers look like: the one whose needed columns are there;
 *   with both, the one that knows more of them
 */
RemitCsvKind remit_csv_mapping_guess_kind (const char *const *headers);

/** Returns: the index of the target called @name, or -1 */
int remit_csv_mapping_find_target (RemitCsvKind kind,
                                   const char *name);
