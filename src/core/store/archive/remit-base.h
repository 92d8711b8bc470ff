/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of all data from which a history goes on whose beginning is sealed in an archive. */
#pragma once

#include "store/history/remit-history-replay.h"

/**
 * remit_base_write:
 * @archive: the workspace whose data are taken
 *
 * Writes all entities of @archive into @store, in the place of an earlier base: as changesets that
 * insert them, in parts of bounded size. Within a transaction of @store without triggers.
 */
gboolean remit_base_write (RemitStore *store,
                           RemitStore *archive,
                           GCancellable *cancellable,
                           GError **error);

/**
 * remit_base_replay:
 * @is_whole: (out): whether each part is what its digest says
 *
 * Has @replay follow the base, before what the history changed.
 */
gboolean remit_base_replay (RemitStore *store,
                            RemitHistoryReplay *replay,
                            GCancellable *cancellable,
                            gboolean *is_whole,
                            GError **error);
