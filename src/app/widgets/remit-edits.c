/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change a workspace is insensitive in one that cannot be changed: an earlier version,
 * or a file that cannot be written. */
#include "remit-edits.h"

gboolean
remit_edits_are_possible (RemitWorkspace *workspace)
{
  return workspace != NULL && !remit_store_is_read_only (remit_workspace_get_store (workspace));
}

void
remit_edits_enable (GtkWidget *widget,
                    RemitWorkspace *workspace,
                    const char *const *actions)
{
  gboolean possible = remit_edits_are_possible (workspace);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (; *actions != NULL; actions++)
    gtk_widget_action_set_enabled (widget, *actions, possible);
}
