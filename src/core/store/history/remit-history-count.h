/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many lines of the history a desk has written: an index of them would be one more page in each
 * commit. */
#pragma once

#include "store/remit-store.h"

/**
 * remit_history_count:
 * @desk: one of the workspace, see remit-desk.h
 * @seq: the last line of the history
 *
 * Looks only at the lines that are newer than those it looked at before; the first time at as many
 * as it takes to find one of the desk, from the last one backwards.
 *
 * Returns: how many lines of form 2 the desk has written, those of the archive among them; -1 with
 *   @error set
 */
gint64 remit_history_count (RemitStore *store,
                            gint64 desk,
                            gint64 seq,
                            GError **error);
