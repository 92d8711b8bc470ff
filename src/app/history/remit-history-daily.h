/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies the history and the data once a day, automatically. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitHistoryDaily:
 *
 * A check verifies only what is new in the history. Once a day all of it is verified, and whether
 * the data are what it led to: in a thread, when the window has been open for a while.
 *
 * Signal `broken` (const char *): in one sentence, what is not as it was written.
 */
#define REMIT_TYPE_HISTORY_DAILY (remit_history_daily_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryDaily, remit_history_daily, REMIT, HISTORY_DAILY, GObject)

RemitHistoryDaily *remit_history_daily_new (RemitWorkspace *workspace);

/** Verifies now if that was not done for a day, and says whether it does. */
gboolean remit_history_daily_look (RemitHistoryDaily *self);
