/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change a workspace is insensitive in one that cannot be changed: an earlier version,
 * or a file that cannot be written. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/** @workspace: (nullable). Returns: whether there is one that can be changed */
gboolean remit_edits_are_possible (RemitWorkspace *workspace);

/**
 * remit_edits_enable:
 * @actions: (array zero-terminated=1): names of actions of @widget that change @workspace
 */
void remit_edits_enable (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         const char *const *actions);
