/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from the data as they are back to what they were after an entry of the history. */
#pragma once

#include "store/changes/remit-inverse.h"

/** Takes the next step back. */
typedef gboolean (*RemitRewindFunc) (RemitInverse *inverse,
                                     gpointer data,
                                     GError **error);

/**
 * remit_rewind:
 * @seq: the last entry that is to stay; 0 to go back to the first day
 * @func: called with one changeset, or, for a history that is long or goes over formats of the
 *   workspace, with several, the youngest first
 *
 * Takes all later entries together: what was changed a hundred times is changed back once.
 *
 * Errors: %REMIT_STORE_ERROR_ARCHIVED: @seq is in the archive, and not the last one there
 */
gboolean remit_rewind (RemitStore *store,
                       gint64 seq,
                       GCancellable *cancellable,
                       RemitRewindFunc func,
                       gpointer data,
                       GError **error);

/**
 * remit_rewind_find:
 * @time: milliseconds since 1970
 *
 * Returns: the newest entry that is not later than that, which may be the last one in the archive;
 *   0 when all are later. (A clock that went
 *   backwards leaves entries that are newer and yet earlier: these count.)
 */
gint64 remit_rewind_find (RemitStore *store,
                          gint64 time);
