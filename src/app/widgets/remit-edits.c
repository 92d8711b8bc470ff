/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change a workspace is insensitive in one that cannot be changed: an earlier version,
 * or a file that cannot be written. */
#include "remit-edits.h"

#include "remit-feedback.h"
#include "store/remit-edit.h"

/* The names of all actions that change a workspace, as far as a widget with them was made. */
static GHashTable *known;

gboolean
remit_edits_are_possible (RemitWorkspace *workspace)
{
  return workspace != NULL && !remit_store_is_read_only (remit_workspace_get_store (workspace));
}

void
remit_edits_add_action (const char *name)
{
  g_return_if_fail (name != NULL);

  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (known, (gpointer) g_intern_string (name));
}

gboolean
remit_edits_have_action (const char *name)
{
  return known != NULL && g_hash_table_contains (known, name);
}

void
remit_edits_enable (GtkWidget *widget,
                    RemitWorkspace *workspace,
                    const char *const *actions)
{
  gboolean possible = remit_edits_are_possible (workspace);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (; *actions != NULL; actions++)
    {
      remit_edits_add_action (*actions);
      gtk_widget_action_set_enabled (widget, *actions, possible);
    }
}

void
remit_edits_set_sensitive (gpointer widget,
                           RemitWorkspace *workspace)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_set_sensitive (widget, remit_edits_are_possible (workspace));
}

gboolean
remit_edits_refuse (gpointer widget,
                    RemitWorkspace *workspace)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), TRUE);

  if (workspace == NULL || remit_edits_are_possible (workspace))
    return FALSE;
  edit = remit_edit_begin (remit_workspace_get_store (workspace), NULL, &error);
  if (error != NULL)
    remit_feedback_error (widget, error);
  return TRUE;
}
