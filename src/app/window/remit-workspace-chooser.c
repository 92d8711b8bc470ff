/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the file of a workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-workspace-chooser.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWindow *window;
  RemitWorkspaceChosen on_chosen;
} Choosing;

static void
choosing_free (gpointer data,
               GClosure *closure)
{
  Choosing *self = data;

  g_object_unref (self->window);
  g_free (self);
}

static void
on_response (GtkNativeDialog *dialog,
             int response,
             Choosing *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;
  gboolean create = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser))
                    == GTK_FILE_CHOOSER_ACTION_SAVE;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;

  full = create && !g_str_has_suffix (path, ".remit") ? g_strconcat (path, ".remit", NULL)
                                                      : g_strdup (path);
  self->on_chosen (self->window, full, create);
}

static GtkFileChooserNative *
create_chooser (GtkWindow *window,
                const char *title,
                GtkFileChooserAction action,
                RemitWorkspaceChosen on_chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  g_autoptr (GtkFileFilter) workspaces = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  gtk_file_filter_set_name (workspaces, _ ("Workspaces"));
  gtk_file_filter_add_suffix (workspaces, "remit");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), workspaces);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  choosing->window = g_object_ref (window);
  choosing->on_chosen = on_chosen;
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), choosing, choosing_free, 0);
  return chooser;
}

void
remit_workspace_chooser_open (GtkWindow *window,
                              RemitWorkspaceChosen on_chosen)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
    create_chooser (window, _ ("Open Workspace"), GTK_FILE_CHOOSER_ACTION_OPEN, on_chosen)));
}

/* The chooser asks whether an existing file may be replaced; a workspace is never written over all
 * the same: the one that is there is opened. */
void
remit_workspace_chooser_create (GtkWindow *window,
                                RemitWorkspaceChosen on_chosen)
{
  GtkFileChooserNative *chooser;
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("Teams"));

  g_return_if_fail (GTK_IS_WINDOW (window));

  chooser = create_chooser (window, _ ("New Workspace"), GTK_FILE_CHOOSER_ACTION_SAVE, on_chosen);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
