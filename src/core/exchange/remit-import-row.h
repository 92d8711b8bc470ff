/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a plan's file would change, to be chosen one by one. */
#pragma once

#include "remit-import-told.h"

/**
 * RemitImportSide:
 * @REMIT_IMPORT_THEIRS: it was changed in the file, or nothing is known of the time before
 * @REMIT_IMPORT_OURS: it was changed here since the file was written, and not in the file
 * @REMIT_IMPORT_CLASH: it was changed in both, and not in the same way
 * @REMIT_IMPORT_NEEDS: it refers to something that is not imported, or something that stays refers
 *   to it
 *
 * Where a row was changed since the file and the workspace were the same.
 */
typedef enum {
  REMIT_IMPORT_THEIRS,
  REMIT_IMPORT_OURS,
  REMIT_IMPORT_CLASH,
  REMIT_IMPORT_NEEDS,
} RemitImportSide;

/**
 * RemitImportRow:
 * @key: tells it from the others, in each import of the file
 * @outcome: what would become of it
 * @is_taken: whether that is done
 * @text: what would become of it, in words, once the import has ended
 */
typedef struct {
  char *key;
  RemitImportOutcome outcome;
  RemitImportSide side;
  gboolean is_taken;
  char *text;
  RemitChange *change;
} RemitImportRow;

/**
 * RemitImportChoice:
 *
 * What somebody says of a row, in a table by its key.
 */
typedef enum {
  REMIT_IMPORT_UNDECIDED,
  REMIT_IMPORT_TAKE,
  REMIT_IMPORT_LEAVE,
} RemitImportChoice;

/** Their names for programs. */
extern const char *const remit_import_side_nicks[];
extern const char *const remit_import_outcome_nicks[];

/** @old: (nullable): the row here; @new: (nullable): the row of the file */
RemitImportRow *remit_import_row_new (const RemitRecord *old,
                                      const RemitRecord *new);
void remit_import_row_free (RemitImportRow *self);

/** Returns: (transfer full): what tells a row from others: its id, or its owner and its keys */
char *remit_import_row_dup_key (const RemitRecord *record);

/** Returns: (nullable): translated: why the row stays as it is, or would */
const char *remit_import_row_get_reason (const RemitImportRow *self);

/** Puts all in words, by the names that things have in the store by now.
 * @rows: (element-type RemitImportRow) */
void remit_import_rows_finish (GPtrArray *rows,
                               RemitStore *store);
