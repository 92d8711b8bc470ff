/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in a window: of typed text, otherwise of the last edit of the workspace. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitUndoControl:
 *
 * Has the actions `win.undo` and `win.redo`, which tell the user what they have done. Stands around
 * what cannot be clicked while a thread undoes or redoes.
 */
#define REMIT_TYPE_UNDO_CONTROL (remit_undo_control_get_type ())
G_DECLARE_FINAL_TYPE (RemitUndoControl, remit_undo_control, REMIT, UNDO_CONTROL, RemitView)
