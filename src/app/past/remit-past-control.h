/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a workspace as it stood, and bringing a plan back to it. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitPastControl:
 *
 * The action `win.show-past` with an entry of the history and a time, and, in a window on an
 * earlier version, `win.return-to-past`. Signal: `written`, with the path of a file in which the
 * earlier version is, the entry and the time; who is told removes the file.
 */
#define REMIT_TYPE_PAST_CONTROL (remit_past_control_get_type ())
G_DECLARE_FINAL_TYPE (RemitPastControl, remit_past_control, REMIT, PAST_CONTROL, GObject)

/** @window: gets the actions; the control does not keep it */
RemitPastControl *remit_past_control_new (GtkApplicationWindow *window);

/**
 * remit_past_control_set_plan:
 * @workspace: (nullable): what the window shows
 */
void remit_past_control_set_plan (RemitPastControl *self,
                                  RemitWorkspace *workspace,
                                  gint64 plan);

/**
 * remit_past_control_set_past:
 * @present: the window on the present
 * @workspace: what it shows
 * @seq: the entry of the history after which @window shows it
 * @time: when that was
 *
 * Makes the window one on an earlier version.
 */
void remit_past_control_set_past (RemitPastControl *self,
                                  GtkWindow *present,
                                  RemitWorkspace *workspace,
                                  gint64 seq,
                                  gint64 time);

G_END_DECLS
