/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons for undo and redo, which say what they would take back. */
#pragma once

#include "widgets/remit-view.h"

G_BEGIN_DECLS

/**
 * RemitUndoButtons:
 *
 * The buttons activate `win.undo` and `win.redo`.
 */
#define REMIT_TYPE_UNDO_BUTTONS (remit_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (RemitUndoButtons, remit_undo_buttons, REMIT, UNDO_BUTTONS, RemitView)

G_END_DECLS
