/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one workspace: sidebar, views, inspector. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitWindow:
 *
 * Properties: `workspace` (nullable) and `plan` (the id of the plan that is shown, 0 for none), to
 * which the views are bound.
 */
#define REMIT_TYPE_WINDOW (remit_window_get_type ())
G_DECLARE_FINAL_TYPE (RemitWindow, remit_window, REMIT, WINDOW, AdwApplicationWindow)

RemitWindow *remit_window_new (GtkApplication *application);

/**
 * remit_window_open:
 *
 * Shows the workspace at @path; or, when it cannot be opened, why not and what can be done.
 */
void remit_window_open (RemitWindow *self,
                        const char *path,
                        gboolean create);

/** Returns: (nullable): the path that was last given to remit_window_open() */
const char *remit_window_get_path (RemitWindow *self);

/** Returns: (transfer none) (nullable): the workspace */
RemitWorkspace *remit_window_get_workspace (RemitWindow *self);

gint64 remit_window_get_plan (RemitWindow *self);
void remit_window_set_plan (RemitWindow *self,
                            gint64 plan);
