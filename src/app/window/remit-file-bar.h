/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says what happened to the file of a window, with the remedies. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitFileBar:
 *
 * Shown while the workspace has a loss (remit_workspace_get_loss()). Has the actions
 * `win.save-as-new`, which saves what the window shows as a new file and goes on in that, and
 * `win.open-found`, which opens the file that is there now. Both activate `win.go-on-in` with its
 * path.
 */
#define REMIT_TYPE_FILE_BAR (remit_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitFileBar, remit_file_bar, REMIT, FILE_BAR, RemitView)

/**
 * remit_file_bar_ask_to_close:
 *
 * Asks before a window goes with what is in no file any more, and closes it when that is wanted.
 *
 * Returns: whether it is asked, so that the window stays
 */
gboolean remit_file_bar_ask_to_close (RemitFileBar *self);
