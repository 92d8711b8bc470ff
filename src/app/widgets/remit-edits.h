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
 * @workspace: (nullable)
 * @actions: (array zero-terminated=1): names of actions of @widget that change @workspace
 *
 * Disables them unless @workspace can be changed. Their keys then tell why nothing happens (see
 * remit-refused-keys.h).
 */
void remit_edits_enable (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         const char *const *actions);

/** Says that an action changes the workspace, for what enables it by itself. */
void remit_edits_add_action (const char *name);
/** Returns: whether one of the two functions above was given the action */
gboolean remit_edits_have_action (const char *name);

/** The same as remit_edits_enable() for a control without an action. @widget: a #GtkWidget */
void remit_edits_set_sensitive (gpointer widget,
                                RemitWorkspace *workspace);

/**
 * remit_edits_refuse:
 * @widget: a #GtkWidget
 * @workspace: (nullable)
 *
 * For what a key does without an action: where @workspace cannot be changed, a toast says why.
 *
 * Returns: whether it cannot be
 */
gboolean remit_edits_refuse (gpointer widget,
                             RemitWorkspace *workspace);
