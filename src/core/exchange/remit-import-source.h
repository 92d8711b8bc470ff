/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be imported, looked at: a plan's file, a project of another program, or a table of
 * people, seats, skills or decision rights. */
#pragma once

#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/sheet/remit-sheet-open.h"
#include "exchange/skills/remit-skill-import.h"
#include "exchange/table/remit-table-import.h"

/** What a file holds; %REMIT_IMPORT_ANYTHING is to be found out. */
typedef enum {
  REMIT_IMPORT_ANYTHING,
  REMIT_IMPORT_PLAN,
  REMIT_IMPORT_PEOPLE,
  REMIT_IMPORT_SEATS,
  REMIT_IMPORT_SKILLS,
  REMIT_IMPORT_RIGHTS,
  REMIT_IMPORT_PROJECT,
} RemitImportContent;

/**
 * RemitImportSource:
 * @path: (nullable): of a plan's file, or a project's
 * @table: (nullable): people or seats
 * @matrix: (nullable): decision rights
 * @skills: (nullable): levels of skills, or skills of a taxonomy
 * @is_remembered: whether the columns of people or seats are taken as in the last such table
 *
 * One of these four.
 */
typedef struct {
  RemitImportContent content;
  char *path;
  RemitTableImport *table;
  RemitMatrixImport *matrix;
  RemitSkillImport *skills;
  gboolean is_remembered;
} RemitImportSource;

/**
 * remit_import_source_open:
 * @content: what it holds, if somebody says so
 * @plan: the plan that decision rights go into; 0 for none, and then nothing is taken for such
 *
 * Errors: those of remit_sheet_open(); %REMIT_STORE_ERROR
 */
RemitImportSource *remit_import_source_open (RemitStore *store,
                                             gint64 plan,
                                             const RemitSheetInput *input,
                                             RemitImportContent content,
                                             GError **error);
void remit_import_source_free (RemitImportSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitImportSource, remit_import_source_free)

/** Returns: (transfer none) (nullable): the table, of whichever kind it is */
const RemitCsvFile *remit_import_source_get_file (const RemitImportSource *self);

/** Imports it; see remit_plan_read(), remit_mspdi_import_run(), remit_table_import_run(),
 * remit_matrix_import_run() and remit_skill_import_run(). */
RemitImportResult *remit_import_source_run (RemitImportSource *self,
                                            RemitStore *store,
                                            const RemitImportOptions *options,
                                            GError **error);
