/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing the beginning of a history into an archive, so that the workspace becomes smaller. */
#pragma once

#include "store/remit-worker.h"

/**
 * RemitCompactPlan:
 * @day: the first day whose edits stay
 * @seq: the last line that would be sealed; 0 when there is none
 * @n_lines: how many would be sealed
 * @n_kept: how many would stay
 * @size: how many bytes the file has now
 * @saved: how many bytes of it those take, roughly
 *
 * What sealing would do.
 */
typedef struct {
  gint64 day;
  gint64 seq;
  gint64 n_lines;
  gint64 n_kept;
  gint64 size;
  gint64 saved;
} RemitCompactPlan;

/** Returns: the first day of the last year, which is kept unless another day is asked for */
gint64 remit_compact_get_default_day (void);

/**
 * remit_compact_plan:
 * @day: the first day whose edits are to stay
 *
 * Looks at what would be sealed, for who is asked.
 */
gboolean remit_compact_plan (RemitStore *store,
                             gint64 day,
                             RemitCompactPlan *plan,
                             GError **error);

/**
 * RemitCompacted:
 * @n_lines: how many lines were sealed
 * @size_before, @size_after: how many bytes the file had and has. While others read what was there
 *   before, the disk has more
 * @archive_size: how many bytes the archive has
 */
typedef struct {
  gint64 n_lines;
  gint64 size_before;
  gint64 size_after;
  gint64 archive_size;
} RemitCompacted;

/**
 * remit_compact:
 * @day: the first day whose edits stay
 * @archive: a file that is not there yet
 *
 * Writes all older lines, and the data as they were after them, into @archive; verifies that; then
 * takes the lines out of the workspace, in one transaction that adds a line about it. Lines that
 * stay are not touched, so their hashes are what they were. Until that transaction is committed the
 * workspace is as it was, and the archive is removed again when something goes wrong. Takes as long
 * as verifying the history; others can write until the last part of it.
 *
 * Errors: %REMIT_STORE_ERROR_NOTHING: no line is older; %REMIT_STORE_ERROR_DAMAGED: the history or
 *   the data are not as they were written; %REMIT_STORE_ERROR_OVERTAKEN: somebody else has sealed
 *   lines meanwhile; %REMIT_STORE_ERROR_READ_ONLY, %REMIT_STORE_ERROR_LOCKED,
 *   %REMIT_STORE_ERROR_FULL, %REMIT_STORE_ERROR_CANCELLED
 */
gboolean remit_compact (RemitStore *store,
                        gint64 day,
                        const char *archive,
                        const RemitWorkControl *control,
                        RemitCompacted *compacted,
                        GError **error);
