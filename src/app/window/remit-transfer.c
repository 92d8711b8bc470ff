/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export, also by dropping files on the window. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-transfer.h"

#include <glib/gi18n.h>

#include "exchange/remit-export.h"
#include "exchange/remit-import-dialog.h"
#include "widgets/remit-feedback.h"

struct _RemitTransfer
{
  GObject parent_instance;

  GtkWindow *window; /* not kept */
  RemitWorkspace *workspace;
  gint64 plan;
  GQueue imports; /* of paths that are still to be imported */
  gboolean importing;
  gboolean imported; /* and the result is still shown */
};

G_DEFINE_FINAL_TYPE (RemitTransfer, remit_transfer, G_TYPE_OBJECT)

enum {
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void import_next (RemitTransfer *self);

/* The toast would be gone before the dialog with the result is. */
static void
on_imported (RemitTransfer *self,
             gint64 plan)
{
  self->imported = TRUE;
  if (plan != 0)
    g_signal_emit (self, signals[IMPORTED], 0, plan);
  remit_feedback_announce (GTK_WIDGET (self->window), _ ("Imported"));
}

static void
on_import_closed (RemitTransfer *self)
{
  const char *label = NULL;

  if (self->imported && self->workspace != NULL) /* not while the window goes */
    label = remit_workspace_get_undo_label (self->workspace);
  if (label != NULL)
    remit_feedback_done (GTK_WIDGET (self->window), label);
  self->imported = FALSE;
  self->importing = FALSE;
  import_next (self);
}

/* Files are imported one after the other, each with a dialog of its own. */
static void
import_next (RemitTransfer *self)
{
  g_autofree char *path = NULL;
  RemitImportDialog *dialog;

  if (self->importing || self->workspace == NULL || g_queue_is_empty (&self->imports))
    return;

  path = g_queue_pop_head (&self->imports);
  self->importing = TRUE;
  dialog = remit_import_dialog_new (self->window, self->workspace, path);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_import_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A workspace is opened, everything else imported. */
static void
take_path (RemitTransfer *self,
           const char *path)
{
  if (g_str_has_suffix (path, ".remit")
      && gtk_widget_activate_action (GTK_WIDGET (self->window), "app.open-workspace", "(sb)", path,
                                     FALSE))
    return;
  g_queue_push_tail (&self->imports, g_strdup (path));
  import_next (self);
}

static void
take_file (RemitTransfer *self,
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
  remit_feedback_say (GTK_WIDGET (self->window), text);
}

static void
on_import_file (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  take_path (data, g_variant_get_string (parameter, NULL));
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
choose_file (RemitTransfer *self,
             const char *title,
             const char *filter,
             const char *const *suffixes,
             GCallback on_chosen)
{
  static const char *const all[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, self->window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  add_filter (chooser, filter, suffixes);
  add_filter (chooser, _ ("All Files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", on_chosen, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_import_chosen (GtkNativeDialog *dialog,
                  int response,
                  RemitTransfer *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    take_file (self, file);
}

static void
on_import (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  static const char *const tables[] = { "xml", "csv", "tsv", "txt", NULL };

  choose_file (data, _ ("Import"), _ ("Plans and Tables"), tables,
               G_CALLBACK (on_import_chosen));
}

static void
on_export (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RemitTransfer *self = data;
  RemitAudience audience;
  const RemitExporter *exporter
    = remit_export_parse_target (REMIT_EXPORT_PLAN, parameter, &audience);

  if (self->plan != 0 && exporter != NULL)
    remit_export_ask (self->window, self->workspace, self->plan, NULL, exporter, audience);
}

static void
on_matrix_chosen (GtkNativeDialog *dialog,
                  int response,
                  RemitTransfer *self)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-matrix-file", "s", path);
}

static void
on_import_matrix (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  static const char *const tables[] = { "csv", "tsv", "txt", NULL };

  choose_file (data, _ ("Import Decision Rights"), _ ("Tables (CSV)"), tables,
               G_CALLBACK (on_matrix_chosen));
}

static void
on_import_matrix_file (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  RemitTransfer *self = data;
  RemitImportDialog *dialog;

  if (self->workspace == NULL || self->plan == 0)
    return;
  dialog = remit_import_dialog_new_matrix (self->window, self->workspace, self->plan,
                                           g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitTransfer *self)
{
  if (self->workspace == NULL)
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    take_file (self, l->data);
  return TRUE;
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_transfer_dispose (GObject *object)
{
  RemitTransfer *self = REMIT_TRANSFER (object);

  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (remit_transfer_parent_class)->dispose (object);
}

static void
remit_transfer_finalize (GObject *object)
{
  g_queue_clear_full (&REMIT_TRANSFER (object)->imports, g_free);

  G_OBJECT_CLASS (remit_transfer_parent_class)->finalize (object);
}

static void
remit_transfer_class_init (RemitTransferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_transfer_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_transfer_finalize;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
remit_transfer_init (RemitTransfer *self)
{
  g_queue_init (&self->imports);
}

RemitTransfer *
remit_transfer_new (GtkApplicationWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "import", .activate = on_import },
    { .name = "import-file", .activate = on_import_file, .parameter_type = "s" },
    { .name = "export", .activate = on_export, .parameter_type = "s" },
    { .name = "import-matrix", .activate = on_import_matrix },
    { .name = "import-matrix-file", .activate = on_import_matrix_file, .parameter_type = "s" },
  };
  RemitTransfer *self = g_object_new (REMIT_TYPE_TRANSFER, NULL);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  return self;
}

static void
enable (RemitTransfer *self,
        const char *action,
        gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), action)), enabled);
}

void
remit_transfer_set_plan (RemitTransfer *self,
                         RemitWorkspace *workspace,
                         gint64 plan)
{
  g_return_if_fail (REMIT_IS_TRANSFER (self));

  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  if (self->window == NULL)
    return;
  enable (self, "import", workspace != NULL);
  enable (self, "import-file", workspace != NULL);
  enable (self, "export", plan != 0);
}
