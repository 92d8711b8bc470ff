/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forms are made of: widgets that show and change one entity, or a field of it. */
#include "remit-editor.h"

G_DEFINE_INTERFACE (RemitEditor, remit_editor, GTK_TYPE_WIDGET)

static void
remit_editor_default_init (RemitEditorInterface *iface)
{
}

void
remit_editor_show_all (GtkWidget *form,
                       RemitWorkspace *workspace,
                       gint64 plan,
                       RemitEntity *entity)
{
  if (REMIT_IS_EDITOR (form))
    {
      REMIT_EDITOR_GET_IFACE (form)->show (REMIT_EDITOR (form), workspace, plan, entity);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remit_editor_show_all (child, workspace, plan, entity);
}

gboolean
remit_editor_revert (GtkWidget *widget)
{
  GtkWidget *editor = gtk_widget_get_ancestor (widget, REMIT_TYPE_EDITOR);

  return editor != NULL && REMIT_EDITOR_GET_IFACE (editor)->revert != NULL
         && REMIT_EDITOR_GET_IFACE (editor)->revert (REMIT_EDITOR (editor));
}
