/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in a window: of what is typed, or else of the last edit of the workspace. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitUndoControl:
 *
 * The actions `win.undo` and `win.redo`, which tell the user what they have done. Property: `busy`,
 * while a thread undoes or redoes.
 */
#define REMIT_TYPE_UNDO_CONTROL (remit_undo_control_get_type ())
G_DECLARE_FINAL_TYPE (RemitUndoControl, remit_undo_control, REMIT, UNDO_CONTROL, GObject)

/** @window: gets the actions; the control does not keep it */
RemitUndoControl *remit_undo_control_new (GtkApplicationWindow *window);

/** @workspace: (nullable): without one there is nothing to undo */
void remit_undo_control_set_workspace (RemitUndoControl *self,
                                       RemitWorkspace *workspace);

G_END_DECLS
