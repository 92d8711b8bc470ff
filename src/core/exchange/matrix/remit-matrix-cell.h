/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of matrices say, as people write them, and which framework they are of. */
#pragma once

#include "exchange/csv/remit-csv-file.h"
#include "plan/decide/remit-matrix.h"

/**
 * remit_matrix_cell_read:
 * @text: a cell: letters or their names, however they are joined ("R/A", "R, A", "RA", "R A"), with
 *   remarks and marks about them ("A*", "R (lead)", "**A**", "C¹"); a word for nothing is nothing
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID: a letter that the framework has not, or an X, which says that
 *   somebody has a part, but not which
 */
gboolean remit_matrix_cell_read (RemitFramework framework,
                                 const char *text,
                                 RemitLetters *letters,
                                 GError **error);

/** Returns: (transfer full): a header without the marks of footnotes at its end: "Lead*", "PM ²" */
char *remit_matrix_header_dup_unmarked (const char *header);

/** Returns: whether a cell says that somebody has a part, but not which: "X", "✓" */
gboolean remit_matrix_cell_is_mark (const char *text);

/**
 * RemitMatrixLook:
 * @n_filled: for each column, how many cells have something in them
 * @n_letters: and how many of these have letters of some framework
 * @n_marks: and how many have an X
 * @n_short: how many have no letters, but so little that it may be meant for one
 * @framework: the first one that has all the letters; RACI when none has
 *
 * What was seen of all cells of a file.
 */
typedef struct {
  guint *n_filled;
  guint *n_letters;
  guint *n_marks;
  guint *n_short;
  RemitFramework framework;
} RemitMatrixLook;

void remit_matrix_look_clear (RemitMatrixLook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMatrixLook, remit_matrix_look_clear)

/**
 * remit_matrix_look_init:
 * @is_of_interest: (nullable) (array length=n_columns): the columns whose letters tell the
 * framework
 *
 * Reads the whole file. Errors: those of remit_csv_file_read()
 */
gboolean remit_matrix_look_init (RemitMatrixLook *self,
                                 RemitCsvFile *file,
                                 const gboolean *is_of_interest,
                                 GError **error);

/** Returns: whether a column has letters, or an X, and little else */
gboolean remit_matrix_look_has_letters (const RemitMatrixLook *self,
                                        guint column);

/** Returns: whether a file has the headers that are written */
gboolean remit_matrix_is_own (const RemitCsvFile *file);

/** Returns: whether a file looks like a matrix rather than a table of people: two columns at least
 * have letters, or it is one that was written */
gboolean remit_matrix_recognize (RemitCsvFile *file);
