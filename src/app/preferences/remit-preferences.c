/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences of the user, and the settings of the workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-preferences.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-background-row.h"
#include "remit-work-hours-group.h"
#include "settings/remit-state.h"
#include "widgets/remit-editor.h"
#include "widgets/rows/remit-number-row.h"

struct _RemitPreferences
{
  AdwPreferencesWindow parent_instance;

  RemitWorkspace *workspace;
  gboolean loading;

  AdwEntryRow *actor;
  AdwComboRow *color_scheme;
  AdwPreferencesGroup *workspace_group;
  AdwPreferencesGroup *rules_group;
  RemitWorkHoursGroup *hours_group;
  AdwActionRow *file;
  AdwEntryRow *name;
  GtkAdjustment *tolerance;
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
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
  };
  GSettings *settings = remit_state_get ();
  guint selected = adw_combo_row_get_selected (self->color_scheme);

  if (self->loading || selected >= G_N_ELEMENTS (schemes))
    return;

  if (settings != NULL)
    g_settings_set_enum (settings, "color-scheme", (int) selected);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[selected]);
}

static guint
get_color_scheme (void)
{
  switch (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()))
    {
    case ADW_COLOR_SCHEME_FORCE_LIGHT:
      return 1;
    case ADW_COLOR_SCHEME_FORCE_DARK:
      return 2;
    case ADW_COLOR_SCHEME_DEFAULT:
    case ADW_COLOR_SCHEME_PREFER_LIGHT:
    case ADW_COLOR_SCHEME_PREFER_DARK:
    default:
      return 0;
    }
}

static gint64
get_tolerance (RemitPreferences *self)
{
  RemitEntity *settings = remit_workspace_get (self->workspace, REMIT_KIND_SETTINGS, SETTINGS_ID);

  return remit_entity_get_integer (settings, REMIT_SETTINGS_FILL_TOLERANCE);
}

static void
say_error (RemitPreferences *self,
           const GError *error)
{
  g_autofree char *title = g_markup_escape_text (error->message, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (title));
}

static void
change_setting (RemitPreferences *self,
                guint field,
                const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!remit_design_change (self->workspace, REMIT_KIND_SETTINGS, SETTINGS_ID, field, text, &error))
    say_error (self, error);
}

static void
on_name_applied (RemitPreferences *self)
{
  change_setting (self, REMIT_SETTINGS_NAME, gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

static void
on_tolerance_changed (RemitPreferences *self)
{
  gint64 value = (gint64) gtk_adjustment_get_value (self->tolerance);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (!self->loading && value != get_tolerance (self))
    change_setting (self, REMIT_SETTINGS_FILL_TOLERANCE, text);
}

static void
load_workspace (RemitPreferences *self)
{
  RemitEntity *settings = remit_workspace_get (self->workspace, REMIT_KIND_SETTINGS, SETTINGS_ID);
  const char *path = remit_store_get_path (remit_workspace_get_store (self->workspace));
  g_autofree char *display = g_filename_display_name (path);

  self->loading = TRUE;
  adw_action_row_set_subtitle (self->file, display);
  gtk_editable_set_text (GTK_EDITABLE (self->name),
                         remit_entity_get_text (settings, REMIT_SETTINGS_NAME));
  gtk_adjustment_set_value (self->tolerance, (double) get_tolerance (self));
  remit_editor_show_all (GTK_WIDGET (self->rules_group), self->workspace, 0, settings);
  remit_editor_show_all (GTK_WIDGET (self->hours_group), self->workspace, 0, settings);
  self->loading = FALSE;
}

static void
remit_preferences_dispose (GObject *object)
{
  g_clear_object (&REMIT_PREFERENCES (object)->workspace);

  G_OBJECT_CLASS (remit_preferences_parent_class)->dispose (object);
}

static void
remit_preferences_class_init (RemitPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_preferences_dispose;

  g_type_ensure (REMIT_TYPE_BACKGROUND_ROW);
  g_type_ensure (REMIT_TYPE_NUMBER_ROW);
  g_type_ensure (REMIT_TYPE_WORK_HOURS_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/preferences/remit-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, actor);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, workspace_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, rules_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, hours_group);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, file);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, tolerance);
  gtk_widget_class_bind_template_callback (widget_class, on_actor_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_color_scheme_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_tolerance_changed);
}

static void
remit_preferences_init (RemitPreferences *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->actor), remit_edit_get_actor ());
  adw_combo_row_set_selected (self->color_scheme, get_color_scheme ());
  self->loading = FALSE;
}

GtkWindow *
remit_preferences_new (GtkWindow *parent,
                       RemitWorkspace *workspace)
{
  RemitPreferences *self = g_object_new (REMIT_TYPE_PREFERENCES, "transient-for", parent, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->workspace_group), workspace != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rules_group), workspace != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_group), workspace != NULL);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    load_workspace (self);
  return GTK_WINDOW (self);
}
