/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights from a table. */
#pragma once

#include "exchange/sheet/remit-sheet-open.h"
#include "remit-matrix-cell.h"
#include "exchange/table/remit-table-directory.h"
#include "remit-matrix-index.h"
#include "remit-matrix-shape.h"
#include "remit-matrix-writer.h"

/**
 * RemitMatrixColumn:
 * @field: what of the decision the column says, or %REMIT_MATRIX_N_FIELDS
 * @holder: (nullable): whose letters the column has
 * @is_left_out: whether somebody said that it stands for nothing
 * @made: (nullable): the same as @holder when it is a role that is to be made
 *
 * What a column stands for; with neither it is left out, but not letters without anybody saying so.
 */
typedef struct {
  RemitMatrixField field;
  const RemitMatrixHolder *holder;
  gboolean is_left_out;
  RemitMatrixHolder *made;
} RemitMatrixColumn;

/**
 * RemitMatrixImport:
 * @name: the name of the file
 * @holders: (element-type RemitMatrixHolder): who can hold rights
 * @columns: (array length=n_columns): what each stands for
 * @look: what was seen of all cells
 * @file: the table, with decisions in rows and holders in columns, whatever the file has
 * @original: the table as it is in the file, which may be the same
 * @shape: how that stands
 * @lines: (nullable) (element-type guint): when it is turned: of each column, the line
 * @index: these by what they are called
 * @people: who is who
 * @created: (element-type RemitMatrixHolder): roles that are to be made, or were
 * @creates: whether teams that the rows name are made, too
 * @mark: the #RemitLetter that an X stands for, or -1
 *
 * A table that was looked at, with what its columns stand for in a plan, as far as can be
 * guessed; the user can say it of the others, or otherwise, before the import is run.
 */
typedef struct {
  gint64 plan;
  char *name;
  RemitCsvFile *file;
  RemitCsvFile *original;
  RemitMatrixShape shape;
  GArray *lines;
  GPtrArray *holders;
  RemitMatrixIndex *index;
  RemitTableDirectory *people;
  GPtrArray *created;
  gboolean creates;
  int mark;
  RemitMatrixColumn *columns;
  guint n_columns;
  RemitMatrixLook look;
} RemitMatrixImport;

/**
 * remit_matrix_import_open:
 *
 * Errors: those of remit_sheet_open(); %REMIT_STORE_ERROR
 */
RemitMatrixImport *remit_matrix_import_open (RemitStore *store,
                                             gint64 plan,
                                             const RemitSheetInput *input,
                                             GError **error);
/** The same for a table that is open. @file: (transfer full) */
RemitMatrixImport *remit_matrix_import_new (RemitStore *store,
                                            gint64 plan,
                                            RemitCsvFile *file,
                                            GError **error);
void remit_matrix_import_free (RemitMatrixImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMatrixImport, remit_matrix_import_free)

/**
 * remit_matrix_import_turn:
 *
 * Takes the rows for the columns, or no longer, which was guessed; all that was said of the columns
 * is guessed anew.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED
 */
gboolean remit_matrix_import_turn (RemitMatrixImport *self,
                                   GError **error);

/**
 * remit_matrix_import_find_holder:
 * @text: as remit_matrix_index_find() knows it, or a person's number, address, or name the other
 *   way round
 *
 * Returns: (transfer none) (nullable): the holder that is meant
 */
const RemitMatrixHolder *remit_matrix_import_find_holder (RemitMatrixImport *self,
                                                          const char *text);

/**
 * remit_matrix_import_set_create:
 *
 * Says whether what the plan lacks is to be made: a role for each column with letters that nobody
 * is known for, a slot of it, and of a role that has none in the plan; and teams that the rows, or
 * headers such as “Fraud: ML engineer”, name. Whom nobody can make, a person, stays unknown.
 */
void remit_matrix_import_set_create (RemitMatrixImport *self,
                                     gboolean create);

/** Says that a column stands for a role that is to be made. */
void remit_matrix_import_set_new (RemitMatrixImport *self,
                                  guint column);

/** Returns: whether a column stands for a role or a slot that is to be made */
gboolean remit_matrix_import_is_new (const RemitMatrixImport *self,
                                     guint column);

/** Returns: whether a column has letters, and stands for nothing without anybody saying so */
gboolean remit_matrix_import_is_unknown (const RemitMatrixImport *self,
                                         guint column);

/** Returns: whether there is an X whose letter nobody has said */
gboolean remit_matrix_import_lacks_mark (const RemitMatrixImport *self);

/** Says what a column stands for; another one that stood for the same is then left out. */
void remit_matrix_import_set_column (RemitMatrixImport *self,
                                     guint column,
                                     RemitMatrixField field,
                                     const RemitMatrixHolder *holder);

/** Says that what stands for nothing is to be left out, since somebody has seen it. */
void remit_matrix_import_leave_out_rest (RemitMatrixImport *self);

/** Returns: whether a column has the decisions, without which there is no import */
gboolean remit_matrix_import_has_decisions (RemitMatrixImport *self);

/**
 * remit_matrix_import_run:
 *
 * Imports all rows, as one edit, or none. A decision is known by its team and its title; one that
 * is not there is made. Each cell says what its holder has: an empty one takes a right away. What
 * the file has no column or no row for stays as it is, and so does the status of a decision that is
 * there, which its log says. Without a column of teams, new decisions are of the team whose slots
 * the columns are, or of the plan when these are several. Without a column of frameworks, new ones
 * are of the first framework that has all the letters in the file. A row with a title and nothing
 * else, of a decision that is not there, is a heading or a legend, and left out; cells that are
 * missing at the end of a row are empty. A column whose role several slots have is the role's.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED, with the lines: a row twice, with more cells than the
 *   header, without a decision, with an unknown letter (all of these at once), team or framework;
 *   columns with letters for whom the plan has no slot, role or person
 */
RemitImportResult *remit_matrix_import_run (RemitMatrixImport *self,
                                            RemitStore *store,
                                            const RemitImportOptions *options,
                                            GError **error);
