/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the history begins that is in a file, when what was before is sealed in an archive. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitAnchor:
 * @seq: the last line that is not here, and the newest of the archive; 0 when all lines are here
 * @at: its time, milliseconds since 1970
 * @hash: its hash, from which the first line here goes on; 64 zeroes for none
 * @undo_top, @redo_top: what undo and redo would have taken after it
 * @day: the day before which the history was sealed
 * @archive: (nullable): the name of the archive, without a folder
 *
 * It is immutable, but for remit_compact().
 */
typedef struct {
  gint64 seq;
  gint64 at;
  char hash[65];
  gint64 undo_top;
  gint64 redo_top;
  gint64 day;
  char *archive;
} RemitAnchor;

/** @self: (out): cleared with remit_anchor_clear() */
gboolean remit_anchor_read (RemitAnchor *self,
                            RemitStore *store,
                            GError **error);
void remit_anchor_clear (RemitAnchor *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitAnchor, remit_anchor_clear)

/** Returns: the last line that is not in the file, 0 when all are, or when it cannot be read */
gint64 remit_anchor_get_seq (RemitStore *store);

/**
 * remit_anchor_make_digest:
 * @digest: (out): 64 hexadecimal digits
 *
 * Computes SHA-256 over all that stands in the workspace for the lines that were sealed: the
 * anchor, what is known of single lines, and the digest of each part of the base. Every value
 * stands as its length in bytes in decimal, a colon, and the bytes; integers in decimal. First come
 * seq, at, hash, undo_top, redo_top, day (`YYYY-MM-DD`) and archive of the anchor; then seq, desk,
 * count and below of each row of `history_stub`; then compartment and digest of each row of
 * `history_base`.
 */
gboolean remit_anchor_make_digest (RemitStore *store,
                                   char digest[65],
                                   GError **error);

/** Returns: (transfer full): that the older lines are in the archive, in one sentence */
char *remit_anchor_dup_sentence (const RemitAnchor *self);

/** Says that what was asked for is in the archive. Returns: %FALSE */
gboolean remit_anchor_refuse (const RemitAnchor *self,
                              GError **error);

/**
 * remit_anchor_find_archive:
 * @path: a workspace that tells of an archive
 *
 * Returns: (transfer full) (nullable): the archive, when it is in the folder of the workspace
 */
char *remit_anchor_find_archive (const RemitAnchor *self,
                                 const char *path);
