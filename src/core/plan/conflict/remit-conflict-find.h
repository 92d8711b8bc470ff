/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a conflict in a store, without loading the workspace. */
#pragma once

#include "store/remit-store.h"

/**
 * remit_conflict_find:
 * @text: an id, or a title in whatever case
 *
 * Finds a conflict by what somebody calls it. Of several with one title it is the one that is still
 * running.
 *
 * Returns: its id, or 0
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED for none, and for more than one
 */
gint64 remit_conflict_find (RemitStore *store,
                            const char *text,
                            GError **error);
