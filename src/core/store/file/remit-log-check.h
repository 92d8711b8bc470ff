/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a log that lies beside a workspace is of that file; an old one is set aside. */
#pragma once

#include "store/remit-store.h"

/**
 * remit_log_settle:
 * @path: of a workspace that is to be opened
 * @flags: with %REMIT_STORE_NO_WAIT what takes long is refused
 * @set_aside: (out) (transfer full) (nullable): where an old log is now, beside the file
 *
 * After a crash SQLite finds the newest edits in the log beside the file, and reads them from
 * there. It would read any log: of a file that was deleted and whose name is used again, or of a
 * state that was given up for a backup. So before a file is opened which no program has open, its
 * log is read. One that does not go on from the file is renamed, to be looked at by whoever misses
 * something. Its index (`-shm`) is made anew in any case: it may be that of a program that still
 * has another file open, which had the same name.
 *
 * A log is taken for that of the file unless
 *  - the file is empty, or the log has pages of another size;
 *  - the file is whole by itself (see remit_history_verify()), and with the log it would not be, or
 *    its own history would not be in that;
 *  - the file is whole by itself, and was put there after the log was last written, and nothing of
 *    the log was ever copied into it, or nobody has edited it yet.
 *
 * What cannot be known: a backup made from the very state from which the log goes on, whose log was
 * copied or moved after it, is what is there after a crash, too: then the log is read, and what it
 * has can be undone. Of a file that is not whole by itself the log is believed, unless it does more
 * damage. So is that of a file that can only be read, or is larger than 1 GB.
 *
 * Errors: %REMIT_STORE_ERROR_NOT_A_WORKSPACE: it is something else, and nothing of it or beside it
 *   is touched; %REMIT_STORE_ERROR_LOCKED: another program looks at it; %REMIT_STORE_ERROR_UNCLEAR:
 *   it takes time to find out, and @flags do not give it; %REMIT_STORE_ERROR_READ_ONLY: an old log
 *   cannot be renamed
 */
gboolean remit_log_settle (const char *path,
                           RemitStoreFlags flags,
                           char **set_aside,
                           GError **error);
