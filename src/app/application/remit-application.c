/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, and what belongs to none of them. */
#include "remit-application.h"

#include <glib/gi18n.h>

#include "background/remit-background.h"
#include "background/remit-watches.h"
#include "exchange/sheet/remit-sheet-open.h"
#include "find/remit-search-provider.h"
#include "help/remit-help.h"
#include "model/remit-file.h"
#include "model/remit-percent.h"
#include "settings/remit-state.h"
#include "store/remit-edit.h"
#include "store/remit-leftovers.h"
#include "widgets/remit-find.h"
#include "widgets/remit-focus-ring.h"
#include "widgets/remit-names.h"
#include "window/remit-transfer.h"
#include "window/remit-views.h"
#include "window/remit-when-open.h"
#include "window/remit-window.h"

struct _RemitApplication
{
  AdwApplication parent_instance;

  RemitWatches *watches; /* with or without a window */
  guint search_provider;
};

G_DEFINE_FINAL_TYPE (RemitApplication, remit_application, ADW_TYPE_APPLICATION)

/* Those of views are in their table; undo and redo are in the window's template, since they are not
 * for its dialogs. */
static const struct {
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.find", { "<Control>f" } },
  { "win.focus-search", { "<Control><Shift>f" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.new-plan", { "<Control>n" } },
  { "win.new-plan-from-template('')", { "<Control><Shift>n" } },
  { "win.show-plans", { "<Control><Shift>p" } },
  { "win.import", { "<Control>i" } },
  { "win.export::xml.full", { "<Control>e" } },
  { "win.export::xml.stakeholder", { "<Control><Shift>e" } },
  { "win.print", { "<Control>p" } },
  { "win.open-workspace", { "<Control>o" } },
  { "win.new-workspace", { "<Control><Shift>o" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question" } },
  { "app.help", { "F1" } },
};

static RemitWindow *
find_window (RemitApplication *self,
             const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (REMIT_IS_WINDOW (l->data) && g_strcmp0 (remit_window_get_path (l->data), full) == 0)
      return l->data;
  return NULL;
}

static void
on_quit (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  GtkWindow *window;

  /* each window remembers its state when it is closed; one that will not close stays */
  while ((window = gtk_application_get_active_window (data)) != NULL)
    {
      guint before = g_list_length (gtk_application_get_windows (data));

      gtk_window_close (window);
      if (g_list_length (gtk_application_get_windows (data)) == before)
        break;
    }
}

static void
on_help (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window != NULL)
    remit_help_show (window);
}

static void
on_open_workspace (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  g_autofree char *path = NULL;
  const char *text;
  gboolean create;

  g_variant_get (parameter, "(&sb)", &text, &create);
  path = remit_file_dup_path (text);
  remit_application_open_workspace (data, path, create);
}

static void
set_watching (RemitApplication *self,
              gboolean watching)
{
  if ((self->watches != NULL) == watching)
    return;
  if (watching)
    {
      g_application_hold (G_APPLICATION (self));
      self->watches = remit_watches_new (G_APPLICATION (self), remit_application_is_open);
    }
  else
    {
      g_clear_object (&self->watches);
      g_application_release (G_APPLICATION (self));
    }
}

/* Whether clocks are watched, and the program stays, while no window is open. */
static void
on_set_watching (GSimpleAction *action,
                 GVariant *state,
                 gpointer data)
{
  set_watching (data, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

/* ── Where one comes from outside ─────────────────────────────────────────────────────────── */

/* What is shown of a workspace, whether it is open or not. */
typedef struct {
  RemitKind kind;
  gint64 id;
} Place;

static void
open_at (RemitApplication *self,
         const char *path,
         RemitWhenOpenFunc func,
         RemitKind kind,
         gint64 id)
{
  const Place place = { kind, id };

  remit_application_open_workspace (self, path, FALSE);
  remit_when_open (find_window (self, path), func, g_memdup2 (&place, sizeof place), g_free);
}

static void
show_conflict (RemitWindow *window,
               gpointer data)
{
  const Place *place = data;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-conflict", "x", place->id);
}

/* From a notification. */
static void
on_show_conflict (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  g_autofree char *path = NULL;
  const char *text;
  gint64 conflict;

  g_variant_get (parameter, "(&sx)", &text, &conflict);
  path = remit_file_dup_path (text);
  open_at (data, path, show_conflict, REMIT_KIND_CONFLICT, conflict);
}

static void
show_conflicts (RemitWindow *window,
                gpointer data)
{
  const Place *place = data;

  remit_window_set_plan (window, place->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "conflicts");
}

/* From a notification of many: those of the plan of the first, by their clocks. */
static void
on_show_conflicts (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  g_autofree char *path = NULL;
  const char *text;
  gint64 plan;

  g_variant_get (parameter, "(&sx)", &text, &plan);
  path = remit_file_dup_path (text);
  open_at (data, path, show_conflicts, REMIT_KIND_PLAN, plan);
}

static void
show_found (RemitWindow *window,
            gpointer data)
{
  const Place *place = data;

  if (place->kind == REMIT_KIND_NONE)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-place", "(ixix)",
                                (int) place->kind, place->id, (int) REMIT_KIND_NONE, (gint64) 0);
}

/* From the search of the desktop. */
static void
on_found (const char *path,
          RemitKind kind,
          gint64 id,
          gpointer data)
{
  open_at (data, path, show_found, kind, id);
}

static gboolean
remit_application_dbus_register (GApplication *application,
                                 GDBusConnection *connection,
                                 const char *object_path,
                                 GError **error)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (remit_application_parent_class)
         ->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->search_provider = remit_search_provider_export (connection, path, on_found, self, error);
  return self->search_provider != 0;
}

static void
remit_application_dbus_unregister (GApplication *application,
                                   GDBusConnection *connection,
                                   const char *object_path)
{
  RemitApplication *self = REMIT_APPLICATION (application);

  if (self->search_provider != 0)
    g_dbus_connection_unregister_object (connection, self->search_provider);
  self->search_provider = 0;
  G_APPLICATION_CLASS (remit_application_parent_class)
    ->dbus_unregister (application, connection, object_path);
}

static void
restore_preferences (void)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *actor = NULL;

  if (settings == NULL)
    return;

  actor = g_settings_get_string (settings, "actor");
  remit_edit_set_actor (*actor != '\0' ? actor : NULL);
  remit_state_use_color_scheme ((guint) g_settings_get_enum (settings, "color-scheme"));
}

static void
set_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      g_autofree char *action = remit_view_info_dup_action (info);

      gtk_application_set_accels_for_action (application, action,
                                             (const char *const[]){ info->key, NULL });
    }
}

static void
watch (GApplication *application)
{
  g_action_group_change_action_state (G_ACTION_GROUP (application), "watching",
                                      g_variant_new_boolean (TRUE));
}

static void
remove_in_thread (GTask *task,
                  gpointer source,
                  gpointer data,
                  GCancellable *cancellable)
{
  remit_leftovers_remove ();
  g_task_return_boolean (task, TRUE);
}

static void
remove_leftovers (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, remove_leftovers);
  g_task_run_in_thread (task, remove_in_thread);
}

static void
remit_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "help", .activate = on_help },
    { .name = "open-workspace", .activate = on_open_workspace, .parameter_type = "(sb)" },
    { .name = "watching", .state = "false", .change_state = on_set_watching },
    { .name = "show-conflict", .activate = on_show_conflict, .parameter_type = "(sx)" },
    { .name = "show-conflicts", .activate = on_show_conflicts, .parameter_type = "(sx)" },
  };

  G_APPLICATION_CLASS (remit_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  set_accelerators (GTK_APPLICATION (application));
  remit_names_install ();
  remit_focus_ring_install ();
  remit_help_install ();
  remit_percent_set_style (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL
                             ? REMIT_PERCENT_ISOLATED
                             : REMIT_PERCENT_KEPT);
  restore_preferences ();
  remove_leftovers ();
  gtk_window_set_default_icon_name (REMIT_APPLICATION_ID);
  /* whoever walks through by Tab does not want to copy each text */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  if (remit_background_is_set ())
    watch (application);
}

static void
remit_application_activate (GApplication *application)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = remit_state_dup_own_path ();

  if (window != NULL)
    gtk_window_present (window);
  else
    remit_application_open_workspace (self, path, TRUE);
}

/* Plans and tables, which are imported; all else is a workspace. */
static gboolean
is_imported (const char *path)
{
  return g_str_has_suffix (path, ".xml") || remit_sheet_has_suffix (path);
}

/* @workspace: (nullable): where to; the user's own one without */
static void
import_file (RemitApplication *self,
             const char *workspace,
             const char *path)
{
  g_autofree char *own = remit_state_dup_own_path ();
  const char *into = workspace != NULL ? workspace : own;
  GtkWidget *transfer;

  remit_application_open_workspace (self, into, workspace == NULL);
  transfer = remit_find_widget (GTK_WIDGET (find_window (self, into)), REMIT_TYPE_TRANSFER);
  remit_transfer_import (REMIT_TRANSFER (transfer), path);
}

/* Returns: (transfer full) (nullable): the first workspace among the files */
static char *
dup_first_workspace (GFile **files,
                     int n_files)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL && !is_imported (path))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static void
remit_application_open (GApplication *application,
                        GFile **files,
                        int n_files,
                        const char *hint)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  g_autofree char *workspace = dup_first_workspace (files, n_files);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (path == NULL)
        g_printerr (_ ("%s is not a file on this computer.\n"), uri);
      else if (is_imported (path))
        import_file (self, workspace, path);
      else
        {
          remit_application_open_workspace (self, path, FALSE);
          g_free (workspace); /* what follows goes there */
          workspace = g_steal_pointer (&path);
        }
    }
}

/* ── The application ──────────────────────────────────────────────────────────────────────── */

static int
remit_application_command_line (GApplication *application,
                                GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) words = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_variant_dict_contains (options, "watch"))
    {
      watch (application);
      return 0;
    }
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line,
                                                                            words[i]));
  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  else
    g_application_activate (application);
  return 0;
}

static void
remit_application_dispose (GObject *object)
{
  RemitApplication *self = REMIT_APPLICATION (object);

  g_clear_object (&self->watches);

  G_OBJECT_CLASS (remit_application_parent_class)->dispose (object);
}

static void
remit_application_class_init (RemitApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->dbus_register = remit_application_dbus_register;
  application_class->dbus_unregister = remit_application_dbus_unregister;
  application_class->startup = remit_application_startup;
  application_class->activate = remit_application_activate;
  application_class->open = remit_application_open;
  application_class->command_line = remit_application_command_line;
  G_OBJECT_CLASS (klass)->dispose = remit_application_dispose;
}

static void
remit_application_init (RemitApplication *self)
{
  static const GOptionEntry options[] = {
    { "watch", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Monitor conflict deadlines in the background"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

RemitApplication *
remit_application_new (void)
{
  return g_object_new (REMIT_TYPE_APPLICATION,
                       "application-id", REMIT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN
                                  | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

void
remit_application_open_workspace (RemitApplication *self,
                                  const char *path,
                                  gboolean create)
{
  RemitWindow *window;

  g_return_if_fail (REMIT_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  window = find_window (self, path);
  if (window == NULL)
    {
      window = remit_window_new (GTK_APPLICATION (self));
      remit_window_open (window, path, create);
    }
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
remit_application_is_open (GApplication *application,
                           const char *path)
{
  RemitWindow *window;

  g_return_val_if_fail (REMIT_IS_APPLICATION (application), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  window = find_window (REMIT_APPLICATION (application), path);
  return window != NULL && remit_window_get_workspace (window) != NULL;
}
