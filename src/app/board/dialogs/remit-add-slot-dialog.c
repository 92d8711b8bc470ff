/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which role a new slot is for. */
#include "remit-board-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/remit-dialog.h"
#include "widgets/remit-try.h"

typedef struct {
  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 team;
  RemitTriedFunc created;
  GtkDropDown *roles;
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_object (&question->parent);
  g_clear_object (&question->workspace);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             Question *question)
{
  RemitEntity *role = gtk_drop_down_get_selected_item (question->roles);
  RemitEntity *team = remit_workspace_get (question->workspace, REMIT_KIND_TEAM, question->team);
  g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);

  if (!g_str_equal (response, "add") || role == NULL || team == NULL)
    return;

  remit_record_set_integer (slot, REMIT_SLOT_PLAN,
                            remit_entity_get_integer (team, REMIT_TEAM_PLAN));
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, question->team);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, remit_entity_get_id (role));
  remit_try_create (question->parent, question->workspace, slot, question->created);
}

static GtkWidget *
create_roles (RemitWorkspace *workspace)
{
  GtkExpression *name = gtk_property_expression_new (remit_entity_get_type_of (REMIT_KIND_ROLE),
                                                     NULL, "name");
  GtkSorter *sorter = GTK_SORTER (gtk_string_sorter_new (gtk_expression_ref (name)));
  GListModel *roles = remit_workspace_get_list (workspace, REMIT_KIND_ROLE);
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (roles), sorter);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (sorted), name);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Role"), -1);
  return drop_down;
}

void
remit_add_slot_dialog_present (GtkWidget *parent,
                               RemitWorkspace *workspace,
                               gint64 team,
                               RemitTriedFunc created)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWidget *dialog;
  Question *question;

  if (g_list_model_get_n_items (remit_workspace_get_list (workspace, REMIT_KIND_ROLE)) == 0)
    {
      remit_feedback_say (parent, _ ("Add a role first, under “Roles and Skills”"));
      return;
    }

  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->workspace = g_object_ref (workspace);
  question->team = team;
  question->created = created;
  question->roles = GTK_DROP_DOWN (create_roles (workspace));

  dialog = adw_message_dialog_new (window, _ ("Add a Slot"), _ ("Choose the role for the slot"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (question->roles));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add",
                                    _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  remit_dialog_present (GTK_WINDOW (dialog));
}
