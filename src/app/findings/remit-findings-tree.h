/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of findings as a list of expandable rows. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding-groups.h"

/** Returns: (transfer full): groups, and in each its findings; all folded */
GtkTreeListModel *remit_findings_tree_new (RemitFindingGroups *groups);

/** Opens all groups, or folds them. */
void remit_findings_tree_set_open (GtkTreeListModel *tree,
                                   gboolean open);

/** Returns: whether a group is open */
gboolean remit_findings_tree_is_open (GtkTreeListModel *tree);

/**
 * remit_findings_tree_add_keys:
 * @list: shows a tree; its rows have a #GtkTreeExpander
 *
 * Lets the arrows open and fold the group that has the keyboard, and the space bar select what has
 * it, as the box in front of it does.
 */
void remit_findings_tree_add_keys (GtkListView *list);
