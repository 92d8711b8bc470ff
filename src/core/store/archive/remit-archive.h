/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive: a workspace that has the beginning of a history, and the data as they were then. */
#pragma once

#include "remit-anchor.h"
#include "store/history/remit-history-verify.h"

/**
 * remit_archive_write:
 * @seq: the newest line that goes into it
 * @path: where nothing is yet, nor a link; only its owner may read it
 *
 * Writes the lines up to @seq that are in @store, and the data as they were after it; when @store
 * has an anchor, the archive has that, too. It is on the disk when this returns. Whoever opens it
 * finds it a workspace for reading alone, see remit_store_is_read_only().
 *
 * Errors: %REMIT_STORE_ERROR_READ_ONLY, %REMIT_STORE_ERROR_FULL, %REMIT_STORE_ERROR_CANCELLED
 *
 * Returns: whether it was written; the file is there only then
 */
gboolean remit_archive_write (RemitStore *store,
                              gint64 seq,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);

/**
 * remit_archive_open:
 *
 * Opens an archive for reading. One of an older format is brought up to date first, as any
 * workspace is.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
RemitStore *remit_archive_open (const char *path,
                                GError **error);

/**
 * remit_archive_dup_path:
 * @path: a workspace
 * @day: the first day whose edits stay there
 *
 * Returns: (transfer full): beside it, a name that says what is in the archive, and that no file
 *   has: `team-before-2026-03-03.remit`
 */
char *remit_archive_dup_path (const char *path,
                              gint64 day);

/**
 * RemitArchiveVerdict:
 * @verdict: what verifying the archive by itself found
 * @is_head: whether its newest line is the one at the anchor
 * @is_base: whether its data are those that stand for it
 * @path: the file
 *
 * What an archive is to the file that goes on from it.
 */
typedef struct {
  char *path;
  RemitVerification *verdict;
  gboolean is_head;
  gboolean is_base;
} RemitArchiveVerdict;

void remit_archive_verdict_free (RemitArchiveVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitArchiveVerdict, remit_archive_verdict_free)

/** Returns: whether it is whole, and @store goes on from it */
gboolean remit_archive_verdict_is_right (const RemitArchiveVerdict *self);

/** Returns: (transfer full): what was found, in one sentence that names the file */
char *remit_archive_verdict_dup_sentence (const RemitArchiveVerdict *self);

/**
 * remit_archive_check_base:
 * @archive: an archive
 * @is_base: (out): whether the base of @store is the data of @archive
 */
gboolean remit_archive_check_base (RemitStore *store,
                                   RemitStore *archive,
                                   GCancellable *cancellable,
                                   gboolean *is_base,
                                   GError **error);

/**
 * remit_archive_verify:
 * @store: a workspace, or an archive that begins at another one
 * @archive: the file that is said to be before it
 *
 * Verifies an archive by itself, and whether @store goes on from it.
 *
 * Returns: (transfer full): what was found; %NULL when either cannot be read
 */
RemitArchiveVerdict *remit_archive_verify (RemitStore *store,
                                           RemitStore *archive,
                                           GCancellable *cancellable,
                                           RemitProgress progress,
                                           gpointer progress_data,
                                           GError **error);
