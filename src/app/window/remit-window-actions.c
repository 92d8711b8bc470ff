/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening workspaces, and what tells about the program. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "application/remit-application.h"
#include "exchange/remit-export.h"
#include "preferences/remit-about.h"
#include "preferences/remit-preferences.h"
#include "welcome/remit-sample.h"
#include "widgets/remit-feedback.h"

static GtkFileChooserNative *
create_chooser (RemitWindow *self,
                const char *title,
                GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  g_autoptr (GtkFileFilter) workspaces = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (workspaces, _ ("Workspaces"));
  gtk_file_filter_add_suffix (workspaces, "remit");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), workspaces);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

static char *
dup_chosen (GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return file != NULL ? g_file_get_path (file) : NULL;
}

/* A window that shows no workspace, since its own could not be opened, takes the new one itself. */
static void
open_path (RemitWindow *self,
           const char *path,
           gboolean create)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->workspace == NULL || !REMIT_IS_APPLICATION (application))
    remit_window_open (self, path, create);
  else
    remit_application_open_workspace (REMIT_APPLICATION (application), path, create);
}

static void
on_open_chosen (GtkNativeDialog *dialog,
                int response,
                RemitWindow *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autofree char *path = dup_chosen (chooser);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    open_path (self, path, FALSE);
}

static void
on_open_workspace (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  GtkFileChooserNative *chooser =
    create_chooser (REMIT_WINDOW (widget), _ ("Open Workspace"), GTK_FILE_CHOOSER_ACTION_OPEN);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The chooser has asked whether an existing file may be replaced; a workspace is never written over
 * all the same: the one that is there is opened. */
static void
on_new_chosen (GtkNativeDialog *dialog,
               int response,
               RemitWindow *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autofree char *path = dup_chosen (chooser);
  g_autofree char *full = NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;

  full = g_str_has_suffix (path, ".remit") ? g_strdup (path) : g_strconcat (path, ".remit", NULL);
  open_path (self, full, TRUE);
}

static void
on_new_workspace (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  GtkFileChooserNative *chooser =
    create_chooser (REMIT_WINDOW (widget), _ ("New Workspace"), GTK_FILE_CHOOSER_ACTION_SAVE);
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("Teams"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_new_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_open_sample (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_sample_dup_path (&error);

  if (path != NULL)
    open_path (REMIT_WINDOW (widget), path, FALSE);
  else
    remit_feedback_error (widget, error);
}

static void
on_try_again (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  remit_window_open (self, self->path, FALSE);
}

static void
on_preferences (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  gtk_window_present (remit_preferences_new (GTK_WINDOW (widget),
                                             REMIT_WINDOW (widget)->workspace));
}

/* As the window's help overlay it finds the accelerators of actions by itself; but it is made when
 * it is wanted, not with the window. */
static void
on_shortcuts (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/org/remit/Remit/remit-shortcuts.ui");
      GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (shortcuts));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
on_about (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  remit_about_show (GTK_WINDOW (widget));
}

/* Menus cost more than all else that a window has, so they are made when they are wanted. */
void
remit_window_fill_menu (GtkMenuButton *button,
                        const char *id)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/remit/Remit/remit-menus.ui");
  remit_export_fill_menu (G_MENU (gtk_builder_get_object (builder, "transfer")), REMIT_EXPORT_PLAN,
                          "win.export");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (
                                         G_MENU_MODEL (gtk_builder_get_object (builder, id))));
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer data)
{
  remit_window_fill_menu (button, "primary");
}

void
remit_window_actions_init (RemitWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_wanted, NULL, NULL);
}

void
remit_window_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new-workspace", on_new_workspace },
    { "win.open-workspace", on_open_workspace },
    { "win.open-sample", on_open_sample },
    { "win.try-again", on_try_again },
    { "win.preferences", on_preferences },
    { "win.shortcuts", on_shortcuts },
    { "win.about", on_about },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
