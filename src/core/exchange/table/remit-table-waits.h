/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots whose people are named but unknown: they are reserved for them. */
#pragma once

#include "remit-table-holders.h"

typedef struct _RemitTableWaits RemitTableWaits;

RemitTableWaits *remit_table_waits_new (RemitTableJob *job);
void remit_table_waits_free (RemitTableWaits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableWaits, remit_table_waits_free)

/** Returns: whether a slot is to wait for the holder of its seat */
gboolean remit_table_waits_is_awaited (RemitTableWaits *self,
                                       const RemitTableHolder *holder);

/** Returns: whether the slot waits for whom a cell names */
gboolean remit_table_waits_is_for (const RemitTableSlot *slot,
                                   const RemitTableHolder *holder);

/**
 * remit_table_waits_set:
 * @slot: a new one, which is not written yet
 * @runs: (nullable) (element-type RemitPeriod): what the columns of months say
 *
 * Reserves a slot for its holder, if wanted.
 */
void remit_table_waits_set (RemitTableWaits *self,
                            const RemitCsvRow *row,
                            RemitRecord *slot,
                            const RemitTableHolder *holder,
                            const GArray *runs);

/** Returns: how many allocations over time a slot waits with */
guint remit_table_waits_count (const RemitRecord *slot);

/**
 * remit_table_waits_merge:
 *
 * The same for a slot that was there before, or that an earlier row is about: it waits for one
 * person, and for nobody when somebody is in it. Who is not kept is noted.
 *
 * Returns: whether the slot's record changed
 */
gboolean remit_table_waits_merge (RemitTableWaits *self,
                                  const RemitCsvRow *row,
                                  const RemitTablePlace *place,
                                  RemitTableSlot *slot,
                                  const RemitTableHolder *holder,
                                  const GArray *runs);

/** Takes the allocations over time back that the slots had before, and the file has no longer. */
gboolean remit_table_waits_end (RemitTableWaits *self,
                                GError **error);
