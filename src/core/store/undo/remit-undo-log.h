/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and logs: what was appended to a log stays, and is answered by a correction. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitUndoLog:
 * @touched: whether the undo would delete from a log
 * @owners: the ids of what goes, with its log, as a whole
 * @kept: the ids of what would go, but stays for the sake of its log: see #RemitEntityInfo
 *
 * What an undo (or redo) has to know of the logs before it begins.
 */
typedef struct {
  RemitStore *store;
  gboolean touched;
  GHashTable *owners;
  GHashTable *kept;
} RemitUndoLog;

void remit_undo_log_init (RemitUndoLog *self,
                          RemitStore *store);
void remit_undo_log_clear (RemitUndoLog *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitUndoLog, remit_undo_log_clear)

/** Looks through an inverted changeset that is going to be applied. */
gboolean remit_undo_log_scan (RemitUndoLog *self,
                              const void *inverse,
                              int length,
                              GError **error);

/**
 * remit_undo_log_amend:
 * @words: what the corrections say
 *
 * After an inverted changeset was applied: puts back what it took out of logs that stay, and adds a
 * correction to each of these entries. What stays for its log is there again, with its parts, as
 * withdrawn.
 */
gboolean remit_undo_log_amend (RemitUndoLog *self,
                               const void *inverse,
                               int length,
                               const char *words,
                               GError **error);

/**
 * remit_undo_log_check:
 *
 * After all was applied: refuses what would leave a log without what it is the log of.
 *
 * Errors: %REMIT_STORE_ERROR_CONFLICT
 */
gboolean remit_undo_log_check (RemitUndoLog *self,
                               const char *label,
                               GError **error);
