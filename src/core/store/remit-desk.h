/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who writes into a workspace: one installation and user, with one file. */
#pragma once

#include "remit-store.h"

/**
 * remit_desk_get:
 *
 * Finds, or makes, the desk of this process: the same machine, user and file have the same desk, a
 * copy of the file has another one, so that two desks never count on from the same line. Within a
 * transaction.
 *
 * Returns: its id, or 0 with @error set
 */
gint64 remit_desk_get (RemitStore *store,
                       GError **error);

/** Returns: its id, or 0 when it has not written anything yet */
gint64 remit_desk_find (RemitStore *store);
