/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights from a CSV file. */
#pragma once

#include "exchange/table/remit-csv-file.h"
#include "remit-matrix-holders.h"
#include "remit-matrix-writer.h"

/**
 * RemitMatrixColumn:
 * @field: what of the decision the column says, or %REMIT_MATRIX_N_FIELDS
 * @holder: (nullable): whose letters the column has
 *
 * What a column stands for; with neither it is left out.
 */
typedef struct {
  RemitMatrixField field;
  const RemitMatrixHolder *holder;
} RemitMatrixColumn;

/**
 * RemitMatrixImport:
 * @name: the name of the file
 * @holders: (element-type RemitMatrixHolder): who can hold rights
 * @columns: (array length=n_columns): what each stands for
 *
 * A CSV file that was looked at, with what its columns stand for in a plan, as far as can be
 * guessed; the user can say it of the others, or otherwise, before the import is run.
 */
typedef struct {
  gint64 plan;
  char *name;
  RemitCsvFile *file;
  GPtrArray *holders;
  RemitMatrixColumn *columns;
  guint n_columns;
} RemitMatrixImport;

/**
 * remit_matrix_import_open:
 *
 * Errors: those of remit_csv_file_open(); %REMIT_STORE_ERROR
 */
RemitMatrixImport *remit_matrix_import_open (RemitStore *store,
                                             gint64 plan,
                                             const char *path,
                                             GError **error);
void remit_matrix_import_free (RemitMatrixImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMatrixImport, remit_matrix_import_free)

/** Says what a column stands for; another one that stood for the same is then left out. */
void remit_matrix_import_set_column (RemitMatrixImport *self,
                                     guint column,
                                     RemitMatrixField field,
                                     const RemitMatrixHolder *holder);

/** Returns: whether a column has the decisions, without which there is no import */
gboolean remit_matrix_import_has_decisions (RemitMatrixImport *self);

/**
 * remit_matrix_import_run:
 *
 * Imports all rows, as one edit, or none. A decision is known by its team and its title; one that
 * is not there is made. Each cell says what its holder has: an empty one takes a right away. What
 * the file has no column or no row for stays as it is, and so does the status of a decision that is
 * there, which its log says. Without a column of teams, new decisions are of the team whose slots
 * the columns are, or of the plan when these are several.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED, with the line: a row twice, with more or fewer cells than
 *   the header, without a decision, with an unknown letter, team or framework
 */
RemitImportResult *remit_matrix_import_run (RemitMatrixImport *self,
                                            RemitStore *store,
                                            const RemitImportOptions *options,
                                            GError **error);
