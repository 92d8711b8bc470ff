/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a store's path still leads to the file that it has open, and that file is what it was. */
#pragma once

#include "store/remit-store-private.h"

/**
 * RemitFileState:
 * @REMIT_FILE_INTACT: all is as it should be, or at least nobody can tell otherwise
 * @REMIT_FILE_DELETED: the file has no name any more
 * @REMIT_FILE_MOVED: it has another name, or its path cannot be followed
 * @REMIT_FILE_REPLACED: another file has its name: a program that synchronises folders, or a backup
 *   that was restored
 * @REMIT_FILE_OVERWRITTEN: it is the same file with other contents, such as an older state of it
 * @REMIT_FILE_CUT_OFF: pages are missing at its end
 * @REMIT_FILE_LOG_LOST: the files of its log were deleted, replaced or cut off
 *
 * What became of a file while it was open. What is written to it from then on would be in no file
 * that anybody opens, or would spoil one.
 *
 * What cannot be known: whether somebody has changed the file between two looks and put it back;
 * whether a file was overwritten by one of the same history that is further on than it was, but not
 * than its log; and whether another program writes to the pages of the file without SQLite, as long
 * as the newest entry of the history stays. What is wrong then is found by verifying.
 */
typedef enum {
  REMIT_FILE_INTACT,
  REMIT_FILE_DELETED,
  REMIT_FILE_MOVED,
  REMIT_FILE_REPLACED,
  REMIT_FILE_OVERWRITTEN,
  REMIT_FILE_CUT_OFF,
  REMIT_FILE_LOG_LOST,
} RemitFileState;

/**
 * RemitStoreFile:
 *
 * The file that a connection has open, as it was when it was last found to be right.
 */
typedef struct _RemitStoreFile RemitStoreFile;

/**
 * remit_store_file_new:
 * @store: opened, and read from: its log is there
 *
 * Returns: (transfer full) (nullable): %NULL for a store in memory, or in a temporary file
 */
RemitStoreFile *remit_store_file_new (RemitStore *store);

/** Before the connection does without a log: nobody asks for its index from then on, which SQLite
 * would keep open. */
void remit_store_file_forget_log (RemitStoreFile *self);

/** Before the connection is closed. No old log goes into a file that it is not of. */
void remit_store_file_free (RemitStoreFile *self);

/**
 * remit_store_file_look:
 *
 * Costs three looks at the file system, and some reading after each time that the file was written,
 * which is when SQLite copies from the log. Once the file was overwritten or cut off that stays so.
 *
 * Returns: what became of it
 */
RemitFileState remit_store_file_look (RemitStoreFile *self);

/**
 * remit_store_file_check:
 * @self: (nullable)
 *
 * Errors: %REMIT_STORE_ERROR_GONE, %REMIT_STORE_ERROR_REPLACED, %REMIT_STORE_ERROR_LOG_LOST
 *
 * Returns: whether the file is intact
 */
gboolean remit_store_file_check (RemitStoreFile *self,
                                 GError **error);

/** Returns: (transfer none): the file that is open */
const RemitBareFile *remit_store_file_get (RemitStoreFile *self);

/** Returns: whether the file that is open is @file; else @error is %REMIT_STORE_ERROR_REPLACED */
gboolean remit_store_file_check_is (RemitStoreFile *self,
                                    const RemitBareFile *file,
                                    GError **error);

/** Returns: (transfer full) (nullable): where the file is now, if it was moved and that is known */
char *remit_store_file_dup_new_path (RemitStoreFile *self);

/** Returns: whether the file, or what is beside it, is another one than when it was opened; for a
 * store that reads a file without locks */
gboolean remit_store_file_is_stale (RemitStoreFile *self);
