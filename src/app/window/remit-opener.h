/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a workspace for a window: at once, or as soon as it can be, without waiting for it. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitOpener:
 *
 * Signals:
 * - `waits`, with whether the file is being brought up to date (a thread does that) or is held by
 *   another program: it goes on by itself
 * - `ended`, with the workspace, which never waits, or %NULL and an error
 */
#define REMIT_TYPE_OPENER (remit_opener_get_type ())
G_DECLARE_FINAL_TYPE (RemitOpener, remit_opener, REMIT, OPENER, GObject)

RemitOpener *remit_opener_new (void);

/** Opens a file. What was to be opened before is left. The signals may be emitted at once. */
void remit_opener_open (RemitOpener *self,
                        const char *path,
                        RemitStoreFlags flags);
