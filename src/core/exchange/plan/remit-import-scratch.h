/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to remember of its file: a database of its own, beside the workspace. */
#pragma once

#include "model/remit-field.h"

/**
 * RemitImportScratch:
 *
 * A private SQLite database that SQLite keeps in a cache of fixed size and, beyond that, in a
 * temporary file: an import's memory does not grow with its file.
 */
typedef struct _RemitImportScratch RemitImportScratch;

/** Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE, when there is no room for temporary files. */
RemitImportScratch *remit_import_scratch_new (GError **error);
void remit_import_scratch_free (RemitImportScratch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitImportScratch, remit_import_scratch_free)

/** Returns: whether all that was to be remembered is; see remit_import_scratch_new() */
gboolean remit_import_scratch_check (RemitImportScratch *self,
                                     GError **error);

/**
 * RemitClaim:
 * @REMIT_CLAIM_TWICE: the file had this id before
 * @REMIT_CLAIM_SAME: another id of the file stands for the same row of the workspace
 */
typedef enum {
  REMIT_CLAIM_NEW,
  REMIT_CLAIM_TWICE,
  REMIT_CLAIM_SAME,
} RemitClaim;

/** Remembers that @file_id of the file is @id in the workspace. */
RemitClaim remit_import_scratch_claim (RemitImportScratch *self,
                                       RemitKind kind,
                                       gint64 file_id,
                                       gint64 id);

/** Returns: the id in the workspace of @file_id of the file, or 0 when the file has not had it */
gint64 remit_import_scratch_find (RemitImportScratch *self,
                                  RemitKind kind,
                                  gint64 file_id);

/** Returns: whether something in the file has been claimed to be @id in the workspace */
gboolean remit_import_scratch_is_claimed (RemitImportScratch *self,
                                          RemitKind kind,
                                          gint64 id);

/** Remembers a person's e-mail address. */
void remit_import_scratch_add_email (RemitImportScratch *self,
                                     const char *email,
                                     gint64 person);

/** Returns: how many people have the e-mail address, letter case apart: 0, 1, or 2 for several */
guint remit_import_scratch_find_email (RemitImportScratch *self,
                                       const char *email,
                                       gint64 *person);

/** Remembers that other plans use something that plans share. */
void remit_import_scratch_add_used (RemitImportScratch *self,
                                    RemitKind kind,
                                    gint64 id);
gboolean remit_import_scratch_is_used (RemitImportScratch *self,
                                       RemitKind kind,
                                       gint64 id);

/**
 * RemitPendingReference:
 * @row: the row whose @field refers to @file_id of the file, of the same @kind
 * @before: what the field had before
 * @line: where the file says so
 * @touched: whether the row has been counted as added or changed
 */
typedef struct {
  RemitKind kind;
  gint64 row;
  guint field;
  gint64 file_id;
  gint64 before;
  int line;
  int column;
  gboolean touched;
} RemitPendingReference;

/** Remembers a reference to what comes later in the file. */
void remit_import_scratch_add_pending (RemitImportScratch *self,
                                       const RemitPendingReference *pending);

/** Returns: whether there was one more, in the order of the file */
gboolean remit_import_scratch_next_pending (RemitImportScratch *self,
                                            RemitPendingReference *pending);
