/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences of the user, and the settings of the workspace. */
#include "remit-preferences.h"

#include "remit-signatures-group.h"
#include "settings/remit-state.h"
#include "widgets/remit-editor.h"

struct _RemitPreferences
{
  AdwPreferencesWindow parent_instance;

  gboolean loading;

  AdwEntryRow *actor;
  AdwComboRow *color_scheme;
  AdwPreferencesGroup *workspace_group;
  AdwPreferencesGroup *rules_group;
  GtkWidget *hours_group;
  AdwActionRow *file;
};

G_DEFINE_FINAL_TYPE (RemitPreferences, remit_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The id of the one row of settings. */
static const gint64 SETTINGS_ID = 1;

static void
on_actor_applied (RemitPreferences *self)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->actor)));

  g_strstrip (name);
  if (settings != NULL)
    g_settings_set_string (settings, "actor", name);
  remit_edit_set_actor (*name != '\0' ? name : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->actor), remit_edit_get_actor ());
}

static void
on_color_scheme_changed (RemitPreferences *self)
{
  GSettings *settings = remit_state_get ();
  guint selected = adw_combo_row_get_selected (self->color_scheme);

  if (self->loading || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (settings != NULL)
    g_settings_set_enum (settings, "color-scheme", (int) selected);
  remit_state_use_color_scheme (selected);
}

static void
show_workspace (RemitPreferences *self,
                RemitWorkspace *workspace)
{
  RemitEntity *settings = remit_workspace_get (workspace, REMIT_KIND_SETTINGS, SETTINGS_ID);
  const char *path = remit_store_get_path (remit_workspace_get_store (workspace));
  g_autofree char *display = g_filename_display_name (path);

  adw_action_row_set_subtitle (self->file, display);
  remit_editor_show_all (GTK_WIDGET (self->workspace_group), workspace, 0, settings);
  remit_editor_show_all (GTK_WIDGET (self->rules_group), workspace, 0, settings);
  remit_editor_show_all (self->hours_group, workspace, 0, settings);
}

static void
remit_preferences_class_init (RemitPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (REMIT_TYPE_SIGNATURES_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/preferences/remit-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, actor);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, workspace_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, rules_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, hours_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, file);
  gtk_widget_class_bind_template_callback (widget_class, on_actor_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_color_scheme_changed);
}

static void
remit_preferences_init (RemitPreferences *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->actor), remit_edit_get_actor ());
  adw_combo_row_set_selected (self->color_scheme, remit_state_get_color_scheme ());
  self->loading = FALSE;
}

GtkWindow *
remit_preferences_new (GtkWindow *parent,
                       RemitWorkspace *workspace)
{
  RemitPreferences *self = g_object_new (REMIT_TYPE_PREFERENCES, "transient-for", parent, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->workspace_group), workspace != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rules_group), workspace != NULL);
  gtk_widget_set_visible (self->hours_group, workspace != NULL);
  if (workspace != NULL)
    show_workspace (self, workspace);
  return GTK_WINDOW (self);
}
