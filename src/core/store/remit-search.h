/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of words in conflicts and their logs. */
#pragma once

#include "remit-store.h"

/**
 * remit_search_dup_query:
 * @words: what somebody typed
 *
 * Returns: (transfer full) (nullable): a query of SQLite's FTS5 for what has all of the words, or
 *   words that begin with them; %NULL when there is no word
 */
char *remit_search_dup_query (const char *words);

/**
 * remit_search_follow:
 * @changeset: what an entry of the history has done to the rows, or a part of it
 *
 * Keeps the index true.
 */
gboolean remit_search_follow (RemitStore *store,
                              gconstpointer changeset,
                              gsize length,
                              GError **error);

/** Fills the index of a store that has none yet. */
gboolean remit_search_fill (RemitStore *store,
                            GError **error);

/**
 * remit_search_check:
 * @is_whole: (out): whether the index has the words of the conflicts and their logs, and no others
 *
 * Within a read, see remit_store_begin_read().
 */
gboolean remit_search_check (RemitStore *store,
                             gboolean *is_whole,
                             GError **error);
