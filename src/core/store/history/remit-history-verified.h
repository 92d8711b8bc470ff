/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the history was verified, so that what was is not verified at each check again. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitVerified:
 * @seq: the last entry that was found to be as it was written, with all before it; 0 for none,
 *   −1 when it was found out that something is not
 * @hash: its hash
 * @full_at: when everything was last verified from the first entry on, the data too; milliseconds
 *   since 1970, 0 for never
 * @size: how many bytes were gone through since the last time that it was written down
 *
 * It is kept in the process, and written down in the workspace, for this desk, when it is worth it:
 * with the next edit, since other programs take over an edit, but read everything again after a
 * change without one; or at the end of the process. Who rewrites an entry before @seq is found out
 * by the next full verification.
 */
typedef struct {
  gint64 seq;
  char hash[65];
  gint64 full_at;
  gint64 size;
} RemitVerified;

/**
 * remit_history_verified_read:
 *
 * Finds what is remembered, and is still true of the history: the entry is there, with that hash.
 * Where something is not as it was written, or where nothing is remembered, that is no entry.
 */
void remit_history_verified_read (RemitStore *store,
                                  RemitVerified *verified);

/** Remembers. May be called from any thread. */
void remit_history_verified_keep (RemitStore *store,
                                  const RemitVerified *verified);

/** Writes it down when it is worth it; within the transaction of an edit of the desk @desk. */
gboolean remit_history_verified_write (RemitStore *store,
                                       gint64 desk,
                                       GError **error);

/**
 * remit_history_verified_save:
 *
 * Writes it down now when it is worth it, for a process that ends; where the file cannot be written
 * it is verified again the next time.
 */
void remit_history_verified_save (RemitStore *store);
