/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been done unattended since an entry of the history, and is taken back with it. */
#pragma once

#include "store/remit-store.h"

/**
 * remit_followers_find:
 * @seq: the entry that is going to be taken back
 *
 * An unattended edit (see remit_edit_set_unattended()) is no step of undo. When it went on from
 * what an entry led to, as a clock does that runs out on the rung to which a conflict was
 * escalated, it is taken back with that entry. It is one that wrote into a log of which the entry
 * changed the owner, and that still stands in that log.
 *
 * Returns: (transfer full) (element-type gint64): the numbers of such edits, the newest first
 */
GArray *remit_followers_find (RemitStore *store,
                              gint64 seq,
                              GError **error);
