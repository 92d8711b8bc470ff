/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the history in the list: with or without a heading, expanded or not. */
#pragma once

#include <glib-object.h>

#include "store/history/remit-history-words.h"

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

/**
 * RemitHistoryItem:
 *
 * Signals: `heading-changed` (whether it is the first of its day), `undone-changed` (whether it
 * was taken back since), `details-changed` (whether it is expanded, and what there is to show
 * then).
 */
#define REMIT_TYPE_HISTORY_ITEM (remit_history_item_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryItem, remit_history_item, REMIT, HISTORY_ITEM, GObject)

RemitHistoryItem *remit_history_item_new (RemitHistoryEntry *entry);

/** Returns: (transfer none) */
RemitHistoryEntry *remit_history_item_get_entry (RemitHistoryItem *self);

gboolean remit_history_item_get_heading (RemitHistoryItem *self);
void remit_history_item_set_heading (RemitHistoryItem *self,
                                     gboolean heading);

gboolean remit_history_item_get_undone (RemitHistoryItem *self);
void remit_history_item_set_undone (RemitHistoryItem *self,
                                    gboolean undone);

/** Opens or closes it; one that is opened loads its details, a big one in a thread. */
void remit_history_item_set_expanded (RemitHistoryItem *self,
                                      gboolean expanded,
                                      RemitStore *store);
gboolean remit_history_item_get_expanded (RemitHistoryItem *self);

/** Returns: (transfer none) (nullable) */
const RemitHistoryDetails *remit_history_item_get_details (RemitHistoryItem *self);

/** Returns: (nullable): why the details cannot be had */
const char *remit_history_item_get_failure (RemitHistoryItem *self);
