/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of a window that belong to no view. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/** Gives the class of windows the actions that show preferences, shortcuts, and what this is, and
 * the one that raises a conflict. */
void remit_window_dialogs_install (GtkWidgetClass *widget_class);

/** Enables what needs a @workspace (nullable) that can be changed. */
void remit_window_dialogs_enable (GtkWidget *window,
                                  RemitWorkspace *workspace);
