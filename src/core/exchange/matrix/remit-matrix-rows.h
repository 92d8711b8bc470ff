/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a matrix's file, checked, and matched with the decisions that are there. */
#pragma once

#include "plan/decide/remit-matrix.h"
#include "remit-matrix-private.h"

/** What a cell says. */
typedef struct {
  const RemitMatrixHolder *holder;
  RemitLetters letters;
} RemitMatrixRowCell;

/**
 * RemitMatrixRow:
 * @old: (nullable): the decision as it is, or %NULL when it is a new one
 * @decision: as it is to be
 * @cells: (element-type RemitMatrixRowCell): one for each column of a holder
 */
typedef struct {
  guint line;
  RemitRecord *old;
  RemitRecord *decision;
  GArray *cells;
} RemitMatrixRow;

/**
 * RemitMatrixHeading:
 * @is_team: it names the team of the decisions below
 * @is_taken: the options say that it is a decision all the same
 *
 * A row that looks like no decision, and is left out.
 */
typedef struct {
  guint line;
  char *text;
  gboolean is_team;
  gboolean is_taken;
} RemitMatrixHeading;

/**
 * RemitMatrixRows:
 * @rows: (element-type RemitMatrixRow)
 * @headings: (element-type RemitMatrixHeading)
 * @n_others: how many decisions of the plan are not in the file
 * @status_line: the first line whose status is another one than the plan's, or 0
 */
typedef struct {
  GPtrArray *rows;
  GArray *headings;
  guint n_others;
  guint status_line;
} RemitMatrixRows;

/** Reads the file; makes the teams that it names, if that is asked for. Errors: as
 * remit_matrix_import_run() */
RemitMatrixRows *remit_matrix_rows_read (RemitMatrixRun *run,
                                         const RemitImportOptions *options,
                                         GError **error);
void remit_matrix_rows_free (RemitMatrixRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMatrixRows, remit_matrix_rows_free)
