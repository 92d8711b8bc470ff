/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace: is the history as it was written, and is the data what it led to? */
#pragma once

#include "remit-history-replay.h"
#include "remit-history.h"
#include "store/remit-worker.h"

/**
 * RemitVerification:
 * @length: how many entries the history has, with those in the archive
 * @sealed: how many of these are in the archive, see remit-anchor.h; of them this says nothing
 * @hash: the hash of the newest, 64 hexadecimal digits
 * @flaw: (nullable): what is wrong with the file itself, in one sentence: then nothing else was
 *   looked at
 * @broken: the number of the first entry whose hash does not fit, or that is missing; 0 when the
 *   whole chain holds
 * @entry: (nullable): what stands there
 * @difference: when the chain holds: which data are not what it led to
 * @name: (nullable): what the first of these is called, or was
 */
typedef struct {
  gint64 length;
  gint64 sealed;
  char *hash;
  char *flaw;
  gint64 broken;
  RemitHistoryEntry *entry;
  RemitHistoryDifference difference;
  char *name;
} RemitVerification;

void remit_verification_free (RemitVerification *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitVerification, remit_verification_free)

/** Returns: whether nothing was found */
gboolean remit_verification_is_whole (const RemitVerification *self);

/** Returns: (transfer full): what was found, in one sentence */
char *remit_verification_dup_sentence (const RemitVerification *self);

/**
 * RemitVerifyScope:
 * @REMIT_VERIFY_NEW: the history alone, from where it was last found to be whole; see
 *   remit-history-verified.h
 * @REMIT_VERIFY_ALL: all of it, and whether the data are what it led to
 */
typedef enum {
  REMIT_VERIFY_NEW,
  REMIT_VERIFY_ALL,
} RemitVerifyScope;

/**
 * remit_history_verify:
 * @progress: (nullable) (scope call): called now and then with the share done
 *
 * With %REMIT_VERIFY_ALL looks at the file itself (its schema, each of its pages, what its indexes
 * leave out, the index of words), computes every hash again, and then all data from the history,
 * and compares. Where the beginning of the history is in an archive, all goes on from what stands
 * for it in the file, which has to be what the history says of it. Who rewrites the whole history
 * and the data with it is not found out so, but by remit_history_contains().
 *
 * Errors: %REMIT_STORE_ERROR_ALTERED: the schema is another; see remit-schema.h
 *
 * Returns: (transfer full): what was found, or %NULL when the workspace cannot be read
 */
RemitVerification *remit_history_verify (RemitStore *store,
                                    RemitVerifyScope scope,
                                    GCancellable *cancellable,
                                    void (*progress) (double share, gpointer data),
                                    gpointer data,
                                    GError **error);

/** All of it, as a #RemitWorkFunc. Returns: (transfer full): a #RemitVerification */
gpointer remit_history_verify_all (RemitStore *store,
                                   const RemitWorkControl *control,
                                   gpointer data,
                                   GError **error);

/**
 * remit_history_contains:
 * @length, @hash: the length and the head of a history, as a plan has them that was exported
 *
 * Errors: %REMIT_STORE_ERROR_ARCHIVED: that was before the history in this file, and can be asked
 *   of the archive
 *
 * Returns: whether the history had that state once; %FALSE with @error set if it cannot be read
 */
gboolean remit_history_contains (RemitStore *store,
                                 gint64 length,
                                 const char *hash,
                                 GError **error);
