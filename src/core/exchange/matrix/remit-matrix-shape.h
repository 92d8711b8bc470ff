/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of decision rights that stand the other way round, made such as others are. */
#pragma once

#include "exchange/csv/remit-csv-file.h"

/**
 * RemitMatrixShape:
 * @REMIT_MATRIX_UPRIGHT: decisions in rows, holders in columns, letters in cells
 * @REMIT_MATRIX_TURNED: holders in rows, decisions in columns, letters in cells
 * @REMIT_MATRIX_LETTERS: decisions in rows, letters in columns, holders in cells
 */
typedef enum {
  REMIT_MATRIX_UPRIGHT,
  REMIT_MATRIX_TURNED,
  REMIT_MATRIX_LETTERS,
} RemitMatrixShape;

/** More cells than these are not turned. */
#define REMIT_MATRIX_MAX_TURNED 4000000

/** Returns: how many headers are letters, of the framework of which most are */
guint remit_matrix_shape_count_letters (const RemitCsvFile *file);

/** Returns: whether a header is a letter of a framework, or what it is called */
gboolean remit_matrix_shape_is_letter (const char *header);

/**
 * RemitMatrixKnows:
 * @name: of a holder
 *
 * Returns: whether it is somebody's
 */
typedef gboolean (*RemitMatrixKnows) (const char *name,
                                      gpointer data);

/**
 * remit_matrix_shape_spread:
 * @knows: (scope call): whether a part of a cell is a holder, where it need not be one
 *
 * Reads a table that has letters as headers, and makes one with a column for each holder in its
 * cells: first the other columns, as they are. Rows keep their lines. Line breaks, semicolons and
 * commas part holders in a cell; other signs do between spaces, or when each part is known.
 *
 * Errors: those of remit_csv_file_read()
 */
RemitCsvFile *remit_matrix_shape_spread (RemitCsvFile *file,
                                         RemitMatrixKnows knows,
                                         gpointer data,
                                         GError **error);

/**
 * remit_matrix_shape_turn:
 * @names: the column with the holders
 * @is_of: (array length=n_columns): the columns that are decisions
 * @lines: (out) (transfer full) (element-type guint): of each column of the new table, the line
 *
 * Errors: those of remit_csv_file_read(); %REMIT_EXCHANGE_ERROR_REFUSED: it is too large, or a row
 *   has more cells than the header
 */
RemitCsvFile *remit_matrix_shape_turn (RemitCsvFile *file,
                                       guint names,
                                       const gboolean *is_of,
                                       GArray **lines,
                                       GError **error);
