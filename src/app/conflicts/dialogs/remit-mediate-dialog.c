/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the mediator of a conflict, and for a note for the log. */
#include "remit-mediate-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "conflicts/page/remit-conflict-step.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-text.h"

/* What is asked, until it is answered. */
typedef struct {
  GtkWidget *parent;
  RemitWorkspace *workspace;
  RemitEntity *conflict;
  gint64 person; /* 0 for the user of this computer */
  AdwActionRow *mediator;
  RemitEntityPicker *picker;
  GtkEditable *note;
} Question;

static void
free_question (gpointer data,
               GClosure *closure G_GNUC_UNUSED)
{
  Question *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->workspace);
  g_object_unref (self->conflict);
  g_free (self);
}

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             Question *self)
{
  g_autofree char *note = NULL;

  if (!g_str_equal (response, "begin"))
    return;
  note = remit_text_dup_line (self->note);
  remit_conflict_step_try (self->parent, self->workspace, remit_entity_get_id (self->conflict),
                           REMIT_CONFLICT_EVENT_MEDIATION,
                           remit_entity_get_integer (self->conflict, REMIT_CONFLICT_RUNG),
                           self->person, note);
}

/* Those of the team come first: the parties are not who mediates. */
static void
on_shown (Question *self)
{
  gint64 team = remit_entity_get_integer (self->conflict, REMIT_CONFLICT_TEAM);
  gint64 plan = remit_entity_get_integer (self->conflict, REMIT_CONFLICT_PLAN);

  remit_entity_picker_show (self->picker, self->workspace, REMIT_KIND_PERSON,
                            team != 0 ? remit_workspace_get (self->workspace, REMIT_KIND_TEAM, team)
                                      : remit_workspace_get (self->workspace, REMIT_KIND_PLAN,
                                                             plan));
}

static void
on_picked (Question *self,
           gint64 id)
{
  g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_PERSON, id);

  self->person = id;
  adw_action_row_set_subtitle (self->mediator, name);
}

static GtkWidget *
create_button (Question *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);

  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose the Mediator"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  self->picker = REMIT_ENTITY_PICKER (picker);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_picked), self);
  return button;
}

static GtkWidget *
create_form (Question *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *mediator = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                      _ ("Mediator"), "subtitle", remit_edit_get_actor (), NULL);
  GtkWidget *note = adw_entry_row_new ();

  self->mediator = ADW_ACTION_ROW (mediator);
  adw_action_row_add_suffix (self->mediator, create_button (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (note), _ ("Note for the log"));
  self->note = GTK_EDITABLE (note);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mediator);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), note);
  return group;
}

void
remit_mediate_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              RemitEntity *conflict)
{
  GtkWidget *widget;
  AdwMessageDialog *dialog;
  Question *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && REMIT_IS_ENTITY (conflict));

  self = g_new0 (Question, 1);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->conflict = g_object_ref (conflict);
  widget = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("Start Mediation"),
                                   _ ("A mediator helps the parties to find an outcome. The time "
                                      "limit keeps running."));
  dialog = ADW_MESSAGE_DIALOG (widget);
  adw_message_dialog_set_extra_child (dialog, create_form (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "begin", _ ("_Start"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "begin", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "begin");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), self, free_question, 0);
  remit_dialog_present (GTK_WINDOW (dialog));
}
