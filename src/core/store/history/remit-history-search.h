/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the history. */
#pragma once

#include "remit-history.h"

/**
 * RemitHistoryFilter:
 * @from: not before this time, in milliseconds since 1970; 0 for the first
 * @until: before this time; 0 for the last
 * @actor: (nullable): by whom, as it is written in the history
 * @plan: of which plan; 0 for all, and the workspace
 * @entity: about which entity, with all that is or was part of it; 0 for all
 * @words: (nullable): each of these is to be in what an entry says, in who made it, or in a text
 *   that it changed; upper and lower case are the same
 */
typedef struct {
  gint64 from;
  gint64 until;
  char *actor;
  gint64 plan;
  gint64 entity;
  char *words;
} RemitHistoryFilter;

RemitHistoryFilter *remit_history_filter_copy (const RemitHistoryFilter *self);
void remit_history_filter_free (RemitHistoryFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryFilter, remit_history_filter_free)

gboolean remit_history_filter_equal (const RemitHistoryFilter *a,
                                     const RemitHistoryFilter *b);

/** Returns: whether it lets everything through */
gboolean remit_history_filter_is_empty (const RemitHistoryFilter *self);

/**
 * RemitHistorySearch:
 *
 * A search from the newest entry to the oldest, in steps, none of which takes long.
 */
typedef struct _RemitHistorySearch RemitHistorySearch;

/** @filter: (nullable): copied */
RemitHistorySearch *remit_history_search_new (RemitStore *store,
                                              const RemitHistoryFilter *filter);
void remit_history_search_free (RemitHistorySearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistorySearch, remit_history_search_free)

/** Returns: whether there is nothing left to look through */
gboolean remit_history_search_is_complete (RemitHistorySearch *self);

/**
 * remit_history_search_next:
 * @limit: how many entries to look at
 *
 * Returns: (transfer full) (element-type RemitHistoryEntry): those of the next entries that are
 *   wanted, the newest first; %NULL when they cannot be read
 */
GPtrArray *remit_history_search_next (RemitHistorySearch *self,
                                      guint limit,
                                      GError **error);

/**
 * remit_history_search_newer:
 * @limit: how many entries to look at
 *
 * Looks at what was committed since the search began.
 *
 * Returns: (transfer full) (element-type RemitHistoryEntry): those of the next entries that are
 *   wanted, the oldest first; %NULL when they cannot be read
 */
GPtrArray *remit_history_search_newer (RemitHistorySearch *self,
                                       guint limit,
                                       GError **error);

/** Returns: whether no entry is newer than all that were looked at */
gboolean remit_history_search_is_current (RemitHistorySearch *self);

/** Returns: (transfer full) (nullable): who made entries, in the order of their names */
GStrv remit_history_list_actors (RemitStore *store,
                                 GError **error);
