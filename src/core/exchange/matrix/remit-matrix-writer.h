/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the matrix of decision rights as a table. */
#pragma once

#include "exchange/book/remit-book-tables.h"

/**
 * remit_matrix_write_table:
 *
 * Writes one row for each decision of the plan, and a column for each of its slots, and for each
 * role and each person that holds a right; letters in the cells, as "R/A".
 */
gboolean remit_matrix_write_table (RemitBook *book,
                                   GError **error);

/** The headers of the columns before those of the holders, in their order. */
typedef enum {
  REMIT_MATRIX_TEAM,
  REMIT_MATRIX_DECISION,
  REMIT_MATRIX_DESCRIPTION,
  REMIT_MATRIX_KIND,
  REMIT_MATRIX_FRAMEWORK,
  REMIT_MATRIX_QUORUM,
  REMIT_MATRIX_DECIDE_BY,
  REMIT_MATRIX_STATUS,
  REMIT_MATRIX_KEY,
  REMIT_MATRIX_N_FIELDS
} RemitMatrixField;

/**
 * RemitMatrixFieldInfo:
 * @field: the field of a decision that the column has
 * @header: translatable: "Team", "Decision", …
 * @words: what else such columns are called, as remit_table_mapping_normalize() leaves it, parted
 *   by spaces
 */
typedef struct {
  guint field;
  const char *header;
  const char *words;
} RemitMatrixFieldInfo;

extern const RemitMatrixFieldInfo remit_matrix_fields[REMIT_MATRIX_N_FIELDS];
