/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets that lead back, and their application. */
#pragma once

#include "store/undo/remit-undo-log.h"

/** A changeset of SQLite's session extension, in its memory. */
typedef struct {
  void *data;
  int length;
} RemitInverse;

/** Inverts a changeset, which may be damaged. */
gboolean remit_inverse_init (RemitInverse *self,
                             RemitStore *store,
                             GBytes *changeset,
                             GError **error);
void remit_inverse_clear (RemitInverse *self);

/** Returns: (transfer full): its bytes, which it has no longer */
GBytes *remit_inverse_take_bytes (RemitInverse *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitInverse, remit_inverse_clear)

/**
 * remit_inverse_apply:
 * @label: of what is taken back
 *
 * Errors: %REMIT_STORE_ERROR_CONFLICT when it does not fit what is there
 */
gboolean remit_inverse_apply (const RemitInverse *self,
                              RemitStore *store,
                              const char *label,
                              GError **error);

/**
 * remit_inverse_apply_beside_logs:
 * @words: what corrections in logs say
 * @log: has scanned what is going to be applied
 *
 * Applies, and then makes @self what has changed: the logs keep what was written.
 */
gboolean remit_inverse_apply_beside_logs (RemitInverse *self,
                                          RemitStore *store,
                                          const char *label,
                                          const char *words,
                                          RemitUndoLog *log,
                                          GError **error);

/** What is done within the transaction of remit_inverse_run(). */
typedef gboolean (*RemitInverseFunc) (RemitStore *store,
                                      gpointer data,
                                      GError **error);

/**
 * remit_inverse_run:
 *
 * Runs @func in a transaction without foreign keys: a changeset has all rows that a cascade
 * deleted, and keys would meddle with it. Tells of the commit.
 */
gboolean remit_inverse_run (RemitStore *store,
                            RemitInverseFunc func,
                            gpointer data,
                            GError **error);
