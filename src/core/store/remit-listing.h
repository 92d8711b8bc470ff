/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a kind, one by one, in the order in which people list them. */
#pragma once

#include "remit-store.h"

/** Is told one record, which it may not keep. Returns: whether to go on */
typedef gboolean (*RemitListingFunc) (const RemitRecord *record,
                                      gpointer data,
                                      GError **error);

/**
 * remit_listing_read:
 * @field: a reference, or -1 for all records
 * @id: what the reference is to
 *
 * Calls @func for each record, without more than one in memory. Parts stand by what they are part
 * of; then the order is the one that people chose, or else by time, name or day.
 *
 * Returns: %FALSE with @error set, also when @func did so
 */
gboolean remit_listing_read (RemitStore *store,
                             RemitKind kind,
                             int field,
                             gint64 id,
                             RemitListingFunc func,
                             gpointer data,
                             GError **error);
