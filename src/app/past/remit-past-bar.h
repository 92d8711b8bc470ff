/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a workspace as it stood, and the bar in such a window with the way back to it. */
#pragma once

#include "widgets/remit-view.h"

/** Instead of an entry: the newest one at the time, which is looked for in a thread. */
#define REMIT_PAST_AT_TIME G_GINT64_CONSTANT (-1)

/**
 * RemitPastBar:
 *
 * Has the action `win.show-past`, with an entry of the history and a time, which writes the earlier
 * version into a file and activates `win.open-past` with its path, the entry and the time; and, in
 * a window on an earlier version, `win.return-to-past`.
 */
#define REMIT_TYPE_PAST_BAR (remit_past_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitPastBar, remit_past_bar, REMIT, PAST_BAR, RemitView)

/**
 * remit_past_bar_set_past:
 * @present: the window on the present
 * @workspace: what it shows
 * @seq: the entry of the history after which this window shows it
 * @time: when that was
 *
 * Shows the bar, and tells the user.
 */
void remit_past_bar_set_past (RemitPastBar *self,
                              GtkWindow *present,
                              RemitWorkspace *workspace,
                              gint64 seq,
                              gint64 time);
