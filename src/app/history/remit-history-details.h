/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed, as far as a row of the list shows it. */
#pragma once

#include "store/history/remit-history-words.h"

G_BEGIN_DECLS

/** How many changes are shown one by one. */
#define REMIT_HISTORY_DETAILS_MAX 20

/**
 * RemitHistoryDetails:
 * @lines: (element-type RemitHistoryLine): the first %REMIT_HISTORY_DETAILS_MAX changes
 * @n_changes: how many there are
 * @summary: (nullable): of many changes, how many of each kind there are: "Added: 1,336 people"
 * @hash: the hash of the entry
 */
typedef struct {
  GPtrArray *lines;
  guint n_changes;
  GStrv summary;
  char *hash;
} RemitHistoryDetails;

/** Reads the entry with the number @seq; a big one takes a while. */
RemitHistoryDetails *remit_history_details_load (RemitStore *store,
                                                 gint64 seq,
                                                 GError **error);
void remit_history_details_free (RemitHistoryDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHistoryDetails, remit_history_details_free)

G_END_DECLS
