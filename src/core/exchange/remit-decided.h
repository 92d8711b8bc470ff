/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision came to, as its log says. */
#pragma once

#include "remit-plan-source.h"

/** Returns: (transfer full) (element-type gint64): a set for remit_decided_read() */
GHashTable *remit_decided_new_set (void);

/**
 * remit_decided_read:
 * @corrected: gets the ids of the entries that were corrected
 *
 * Returns: (transfer full) (nullable): the last outcome in the log that was not corrected
 */
RemitRecord *remit_decided_read (RemitPlanSource *source,
                                 gint64 decision,
                                 GHashTable *corrected);

/** Returns: whether an entry is in the set */
gboolean remit_decided_is_corrected (GHashTable *corrected,
                                     const RemitRecord *event);
