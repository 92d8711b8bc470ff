/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace as it stood, as a file of its own. */
#pragma once

#include "model/remit-message.h"
#include "store/remit-store.h"

/**
 * remit_past_write:
 * @seq: the last entry of the history that counts; see remit_rewind_find()
 * @path: a file that is not there yet; only its owner may read it
 *
 * Writes all data as they were after an entry, without the history. It is a workspace, to be opened
 * for reading alone.
 *
 * Errors: %REMIT_STORE_ERROR_ARCHIVED: see remit_rewind()
 *
 * Returns: whether it was written; the file is there only then
 */
gboolean remit_past_write (RemitStore *store,
                           gint64 seq,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error);

/** What else goes into such a file, within the transaction that fills it. */
typedef gboolean (*RemitPastFunc) (RemitStore *store,
                                   RemitStore *past,
                                   gpointer data,
                                   GError **error);

/** remit_past_write() for a file that has more than the data. @func: called when these are there,
 * without triggers */
gboolean remit_past_write_with (RemitStore *store,
                                gint64 seq,
                                const char *path,
                                RemitPastFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * remit_past_return:
 * @plan: of which plan
 * @seq: the last entry that counts
 * @label: of the edit
 *
 * Brings a plan back to what it was after an entry, in one edit. What the plan needs of the
 * workspace (people, roles, skills) and what is no longer there comes back with it; the rest of the
 * workspace stays as it is. Logs keep what was written since, with corrections.
 *
 * Returns: the id of the plan, or 0
 *
 * Errors: %REMIT_STORE_ERROR_NOTHING when it is as it was then; %REMIT_STORE_ERROR_CONFLICT,
 *   %REMIT_STORE_ERROR_CONSTRAINT when something else has taken its place
 */
gint64 remit_past_return (RemitStore *store,
                          gint64 plan,
                          gint64 seq,
                          RemitMessage *label,
                          GError **error);
