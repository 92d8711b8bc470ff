/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search of the history in a thread, slice by slice. */
#pragma once

#include "remit-history-search.h"

/**
 * RemitHistorySeeker:
 *
 * Searches in a thread, with a connection of its own, and hands over what it finds every now and
 * then. Whoever drops it ends the search. For the main thread.
 *
 * Signal `found` (#GArray of gint64 @newer, #GArray of gint64 @older): numbers of entries, each
 * handed over once, the newest first. @newer were committed after all that were known; @older
 * before them. Either may be empty.
 *
 * Signal `seeking-changed`: older entries are being searched, or not any longer; or nothing can be
 * searched any longer, as remit_history_seeker_get_error() says.
 */
#define REMIT_TYPE_HISTORY_SEEKER (remit_history_seeker_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistorySeeker, remit_history_seeker, REMIT, HISTORY_SEEKER, GObject)

/**
 * remit_history_seeker_new:
 * @path: the workspace
 * @filter: (nullable): copied
 *
 * Begins at the newest entry, with the first call of either of the next two functions.
 */
RemitHistorySeeker *remit_history_seeker_new (const char *path,
                                              const RemitHistoryFilter *filter);

/** Searches older entries until @wanted more are found, or there are no others. A call meanwhile
 * changes nothing. */
void remit_history_seeker_seek_older (RemitHistorySeeker *self,
                                      guint wanted);

/** Searches the entries that were committed meanwhile. */
void remit_history_seeker_seek_newer (RemitHistorySeeker *self);

/** Returns: whether older entries are being searched */
gboolean remit_history_seeker_is_seeking (RemitHistorySeeker *self);

/** Returns: whether the oldest entry was looked at */
gboolean remit_history_seeker_is_complete (RemitHistorySeeker *self);

/** Returns: (nullable): why the search cannot go on */
const GError *remit_history_seeker_get_error (RemitHistorySeeker *self);
