/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered slots in a table: rows with the same number belong to one slot. */
#pragma once

#include "remit-table-holders.h"

typedef struct _RemitTableNumbers RemitTableNumbers;

RemitTableNumbers *remit_table_numbers_new (void);
void remit_table_numbers_free (RemitTableNumbers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableNumbers, remit_table_numbers_free)

/** Returns: the number of a row's slot among those of its role in its team, from 1; 0 for none,
 * and for what is none, which is noted */
guint remit_table_numbers_read (RemitTableJob *job,
                                const RemitCsvRow *row);

/** Returns: (transfer none) (nullable): the slot that an earlier row has with the number, or that
 * stands at that place in the plan */
RemitTableSlot *remit_table_numbers_find (RemitTableNumbers *self,
                                          const RemitTablePlace *place,
                                          guint number);

/** Says which slot that is. @record: one that was just made. Returns: (transfer none): the slot */
RemitTableSlot *remit_table_numbers_add (RemitTableNumbers *self,
                                         const RemitTablePlace *place,
                                         guint number,
                                         const RemitRecord *record);
