/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams that are in a conflict beside the one whose ladder it stands on. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-teams.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-picker-button.h"
#include "widgets/remit-editor.h"

struct _RemitConflictTeams
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  GtkListBox *rows;
  RemitEntityPicker *picker;
};

static void remit_conflict_teams_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictTeams, remit_conflict_teams,
                               ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_conflict_teams_editor_init))

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_row (RemitConflictTeams *self,
            RemitEntity *involvement)
{
  g_autofree char *team = remit_design_dup_name (
    self->link.workspace, REMIT_KIND_TEAM,
    remit_entity_get_integer (involvement, REMIT_INVOLVEMENT_TEAM));
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), team);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), team);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "teams.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    remit_entity_get_id (involvement));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (GtkWidget *widget)
{
  RemitConflictTeams *self = REMIT_CONFLICT_TEAMS (widget);
  GPtrArray *teams = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  if (self->link.entity != NULL)
    teams = remit_workspace_get_referring (self->link.workspace, REMIT_KIND_INVOLVEMENT,
                                           REMIT_INVOLVEMENT_CONFLICT,
                                           remit_entity_get_id (self->link.entity));
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    gtk_list_box_append (self->rows, create_row (self, teams->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), teams != NULL && teams->len > 0);
}

/* ── Adding and removing ──────────────────────────────────────────────────────────────────── */

static void
on_remove (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitConflictTeams *self = REMIT_CONFLICT_TEAMS (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_design_delete (self->link.workspace, REMIT_KIND_INVOLVEMENT,
                              g_variant_get_int64 (parameter), &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_picked (RemitConflictTeams *self,
           gint64 id)
{
  g_autoptr (RemitRecord) involvement = remit_record_new (REMIT_KIND_INVOLVEMENT);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.entity == NULL)
    return;
  remit_record_set_integer (involvement, REMIT_INVOLVEMENT_PLAN,
                            remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_PLAN));
  remit_record_set_integer (involvement, REMIT_INVOLVEMENT_CONFLICT,
                            remit_entity_get_id (self->link.entity));
  remit_record_set_integer (involvement, REMIT_INVOLVEMENT_TEAM, id);
  done = remit_design_create (self->link.workspace, involvement, &error) != 0;
  remit_conflict_say (GTK_WIDGET (self), self->link.workspace, done, error);
}

static void
on_popover_shown (RemitConflictTeams *self)
{
  if (self->link.entity != NULL)
    remit_entity_picker_show (self->picker, self->link.workspace, REMIT_KIND_TEAM,
                              self->link.entity);
}

static GtkWidget *
create_adder (RemitConflictTeams *self)
{
  self->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  return remit_picker_button_new (_ ("Add a Team"), self->picker, NULL,
                                  G_CALLBACK (on_popover_shown), self);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitConflictTeams *self = REMIT_CONFLICT_TEAMS (editor);

  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_conflict_teams_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_conflict_teams_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_CONFLICT_TEAMS (object)->link);

  G_OBJECT_CLASS (remit_conflict_teams_parent_class)->dispose (object);
}

static void
remit_conflict_teams_class_init (RemitConflictTeamsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_conflict_teams_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "teams.remove", "x", on_remove);
}

static void
remit_conflict_teams_init (RemitConflictTeams *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Other Teams in It"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), create_adder (self));
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows));
}
