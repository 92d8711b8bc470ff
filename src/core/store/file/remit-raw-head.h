/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history that is in a file by itself, without what is only in its log. */
#pragma once

#include "store/remit-store.h"

/**
 * remit_raw_head_read:
 * @store: of a file in which nobody writes at this moment
 * @is_known: (out): whether the store's own history has that entry, too; %TRUE when it may be that
 *   the store reads an earlier moment
 *
 * Returns: the number of the newest entry in the file; -1 when that cannot be read
 */
gint64 remit_raw_head_read (RemitStore *store,
                            gboolean *is_known);
