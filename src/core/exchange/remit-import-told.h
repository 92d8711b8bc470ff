/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome of an import for each row, in words, up to a limit. */
#pragma once

#include "store/changes/remit-change-watch.h"
#include "store/history/remit-history-words.h"
#include "store/remit-edit.h"

/**
 * RemitImportOutcome:
 *
 * What becomes of a row that an import is about.
 */
typedef enum {
  REMIT_IMPORT_ADDED,
  REMIT_IMPORT_CHANGED,
  REMIT_IMPORT_REMOVED,
  REMIT_IMPORT_SAME,
  REMIT_IMPORT_N_OUTCOMES
} RemitImportOutcome;

/**
 * RemitImportTold:
 *
 * Sentences such as "Person Ada Lovelace: Capacity 80 % → 100 %", up to a number of each outcome.
 */
typedef struct _RemitImportTold RemitImportTold;

/** @limit: how many of each outcome, at most */
RemitImportTold *remit_import_told_new (guint limit);
void remit_import_told_free (RemitImportTold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitImportTold, remit_import_told_free)

/** Begins to look at what an edit does. */
void remit_import_told_watch (RemitImportTold *self,
                              RemitEdit *edit);

/** Keeps a row that was there as the file has it. */
void remit_import_told_add_same (RemitImportTold *self,
                                 RemitKind kind,
                                 gint64 id);

/** Puts all in words, by the names that things have in the store by now. @self: (nullable) */
void remit_import_told_finish (RemitImportTold *self,
                               RemitStore *store);

/** Returns: (transfer full): a row that is added, with what it has: "Person Ada: Capacity 80 %" */
char *remit_import_dup_added (const RemitHistoryLine *line);

/** Returns: (transfer none) (element-type utf8): the sentences of an outcome */
GPtrArray *remit_import_told_get (RemitImportTold *self,
                                  RemitImportOutcome outcome);
