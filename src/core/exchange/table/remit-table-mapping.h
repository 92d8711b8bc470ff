/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a CSV file can be, and what their headers say that they are. */
#pragma once

#include "remit-table-import.h"

/** The targets of people, in the order of their table. */
enum {
  REMIT_TABLE_PEOPLE_NUMBER,
  REMIT_TABLE_PEOPLE_NAME,
  REMIT_TABLE_PEOPLE_FIRST_NAME,
  REMIT_TABLE_PEOPLE_LAST_NAME,
  REMIT_TABLE_PEOPLE_EMAIL,
  REMIT_TABLE_PEOPLE_TITLE,
  REMIT_TABLE_PEOPLE_UNIT,
  REMIT_TABLE_PEOPLE_LOCATION,
  REMIT_TABLE_PEOPLE_MANAGER,
  REMIT_TABLE_PEOPLE_CAPACITY,
  REMIT_TABLE_PEOPLE_FROM,
  REMIT_TABLE_PEOPLE_UNTIL,
  REMIT_TABLE_PEOPLE_STATUS,
  REMIT_TABLE_PEOPLE_LEAVE_FROM,
  REMIT_TABLE_PEOPLE_LEAVE_UNTIL,
  REMIT_TABLE_PEOPLE_SKILLS,
  REMIT_TABLE_PEOPLE_NOTES,
  REMIT_TABLE_PEOPLE_N_TARGETS
};

/** The targets of seats, in the order of their table. */
enum {
  REMIT_TABLE_SEATS_SECTION,
  REMIT_TABLE_SEATS_STAGE,
  REMIT_TABLE_SEATS_TEAM,
  REMIT_TABLE_SEATS_ROLE,
  REMIT_TABLE_SEATS_NUMBER,
  REMIT_TABLE_SEATS_NAME,
  REMIT_TABLE_SEATS_PERSON,
  REMIT_TABLE_SEATS_ALLOCATION,
  REMIT_TABLE_SEATS_NEED,
  REMIT_TABLE_SEATS_FROM,
  REMIT_TABLE_SEATS_UNTIL,
  REMIT_TABLE_SEATS_ASSIGNED_FROM,
  REMIT_TABLE_SEATS_ASSIGNED_UNTIL,
  REMIT_TABLE_SEATS_N_TARGETS
};

#define REMIT_TABLE_MAX_TARGETS REMIT_TABLE_PEOPLE_N_TARGETS

/** Returns: (transfer full): a header's letters and digits, without case, accents, punctuation; "#"
 *   is a number */
char *remit_table_mapping_normalize (const char *header);

/**
 * remit_table_mapping_guess:
 * @headers: ending with %NULL
 * @n_filled: (nullable): how many values are in each column, of some rows: of those that are called
 *   the same, the one that has more is taken
 * @columns: (out caller-allocates): a column for each target, or -1
 *
 * Returns: how many of the headers are known
 */
guint remit_table_mapping_guess (RemitTableKind kind,
                                 const char *const *headers,
                                 const guint *n_filled,
                                 int columns[REMIT_TABLE_MAX_TARGETS]);

/**
 * Returns: the kind of table that the headers look like: the one whose needed columns are there;
 *   with both, the one that knows more of them
 */
RemitTableKind remit_table_mapping_guess_kind (const char *const *headers);

/** Returns: the index of the target called @name, or -1 */
int remit_table_mapping_find_target (RemitTableKind kind,
                                     const char *name);
