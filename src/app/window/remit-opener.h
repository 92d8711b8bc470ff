/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a workspace for a window: at once, or asynchronously once that is possible. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitOpener:
 *
 * Signals:
 * - `waits`, with the error that says why, of #RemitStoreError: the file is brought up to date
 *   (%REMIT_STORE_ERROR_OLDER) or its log looked at (%REMIT_STORE_ERROR_UNCLEAR) in a thread, or
 *   another program holds it (%REMIT_STORE_ERROR_LOCKED); it goes on by itself
 * - `ended`, with the workspace, which never waits, or %NULL and an error
 */
#define REMIT_TYPE_OPENER (remit_opener_get_type ())
G_DECLARE_FINAL_TYPE (RemitOpener, remit_opener, REMIT, OPENER, GObject)

RemitOpener *remit_opener_new (void);

/** Returns: (transfer none) (nullable): for the workspace that was opened last, see
 * remit_store_get_old_log() */
const char *remit_opener_get_old_log (RemitOpener *self);

/** Opens a file. What was to be opened before is left. The signals may be emitted at once. */
void remit_opener_open (RemitOpener *self,
                        const char *path,
                        RemitStoreFlags flags);
