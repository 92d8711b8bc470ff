/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a matrix's file that are no decisions: headings, legends, footnotes, totals. */
#pragma once

#include "remit-matrix-import.h"

/** Returns: whether a row with a title is the heading of a phase, says what letters or marks mean,
 * or counts */
gboolean remit_matrix_row_is_heading (const RemitMatrixImport *self,
                                      const RemitCsvRow *row,
                                      const char *title);

/** Returns: (transfer none) (nullable): what a row without a title says, if it is no right */
const char *remit_matrix_row_get_remark (const RemitMatrixImport *self,
                                         const RemitCsvRow *row);
