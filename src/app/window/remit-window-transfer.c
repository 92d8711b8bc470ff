/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export, also by dropping files on the window. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "application/remit-application.h"
#include "exchange/remit-export.h"
#include "exchange/remit-import-dialog.h"
#include "widgets/remit-feedback.h"

static void import_next (RemitWindow *self);

/* The toast would be gone before the dialog with the result is. */
static void
on_imported (RemitWindow *self,
             gint64 plan)
{
  self->imported = TRUE;
  if (plan != 0)
    {
      remit_window_set_plan (self, plan);
      adw_view_stack_set_visible_child_name (self->views, "board");
    }
  remit_feedback_announce (GTK_WIDGET (self), _ ("Imported"));
}

static void
on_import_closed (RemitWindow *self)
{
  const char *label = NULL;

  if (self->imported && self->workspace != NULL) /* not while the window goes */
    label = remit_workspace_get_undo_label (self->workspace);
  if (label != NULL)
    remit_feedback_done (GTK_WIDGET (self), label);
  self->imported = FALSE;
  self->importing = FALSE;
  import_next (self);
}

/* Files are imported one after the other, each with a dialog of its own. */
static void
import_next (RemitWindow *self)
{
  g_autofree char *path = NULL;
  RemitImportDialog *dialog;

  if (self->importing || self->workspace == NULL || g_queue_is_empty (&self->imports))
    return;

  path = g_queue_pop_head (&self->imports);
  self->importing = TRUE;
  dialog = remit_import_dialog_new (GTK_WINDOW (self), self->workspace, path);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_import_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A workspace is opened, everything else imported. */
static void
take_path (RemitWindow *self,
           const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (g_str_has_suffix (path, ".remit") && REMIT_IS_APPLICATION (application))
    remit_application_open_workspace (REMIT_APPLICATION (application), path, FALSE);
  else
    {
      g_queue_push_tail (&self->imports, g_strdup (path));
      import_next (self);
    }
}

static void
take_file (RemitWindow *self,
           GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = NULL;

  if (path != NULL)
    {
      take_path (self, path);
      return;
    }
  /* Translators: the address of a file */
  text = g_strdup_printf (_ ("%s is not a file on this computer."), name);
  remit_feedback_say (GTK_WIDGET (self), text);
}

static void
on_import_file (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  take_path (REMIT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* @filter: the name of the files with one of @suffixes; any other can be chosen, too */
static void
choose_file (RemitWindow *self,
             const char *title,
             const char *filter,
             const char *const *suffixes,
             GCallback on_chosen)
{
  static const char *const all[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  add_filter (chooser, filter, suffixes);
  add_filter (chooser, _ ("All Files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", on_chosen, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_import_chosen (GtkNativeDialog *dialog,
                  int response,
                  RemitWindow *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    take_file (self, file);
}

static void
on_import (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  static const char *const tables[] = { "xml", "csv", "tsv", "txt", NULL };

  choose_file (REMIT_WINDOW (widget), _ ("Import"), _ ("Plans and Tables"), tables,
               G_CALLBACK (on_import_chosen));
}

static void
on_export (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitAudience audience;
  const RemitExporter *exporter
    = remit_export_parse_target (REMIT_EXPORT_PLAN, parameter, &audience);

  if (self->plan != 0 && exporter != NULL)
    remit_export_ask (GTK_WINDOW (self), self->workspace, self->plan, NULL, exporter, audience);
}

static void
on_matrix_chosen (GtkNativeDialog *dialog,
                  int response,
                  RemitWindow *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import-matrix-file", "s", path);
}

static void
on_import_matrix (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  static const char *const tables[] = { "csv", "tsv", "txt", NULL };

  choose_file (REMIT_WINDOW (widget), _ ("Import Decision Rights"), _ ("Tables (CSV)"), tables,
               G_CALLBACK (on_matrix_chosen));
}

static void
on_import_matrix_file (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitImportDialog *dialog;

  if (self->workspace == NULL || self->plan == 0)
    return;
  dialog = remit_import_dialog_new_matrix (GTK_WINDOW (self), self->workspace, self->plan,
                                           g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitWindow *self)
{
  if (self->workspace == NULL)
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    take_file (self, l->data);
  return TRUE;
}

void
remit_window_transfer_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", on_import_file);
  gtk_widget_class_install_action (widget_class, "win.export", "s", on_export);
  gtk_widget_class_install_action (widget_class, "win.import-matrix", NULL, on_import_matrix);
  gtk_widget_class_install_action (widget_class, "win.import-matrix-file", "s",
                                   on_import_matrix_file);
}

void
remit_window_transfer_init (RemitWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_queue_init (&self->imports);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
remit_window_transfer_finalize (RemitWindow *self)
{
  g_queue_clear_full (&self->imports, g_free);
}
