/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export, also by dropping files on the window. */
#include "remit-transfer.h"

#include <glib/gi18n.h>

#include "exchange/remit-clipboard-table.h"
#include "exchange/remit-export.h"
#include "exchange/remit-leaving-dialog.h"
#include "exchange/remit-picture.h"
#include "exchange/remit-print.h"
#include "exchange/remit-import-dialog.h"
#include "exchange/sheet/remit-sheet-open.h"
#include "model/remit-file.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"

struct _RemitTransfer
{
  RemitView parent_instance;

  GQueue imports; /* of Item, which are still to be imported */
  gboolean importing;
  gboolean imported; /* and the result is still shown */
};

G_DEFINE_FINAL_TYPE (RemitTransfer, remit_transfer, REMIT_TYPE_VIEW)

/* What is imported: a file, or what is on the clipboard. */
typedef struct
{
  char *path;
  GBytes *bytes;
  RemitImportContent content;
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_free (item);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Item, item_free)

static GtkWindow *
get_window (RemitTransfer *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The toast would be gone before the dialog with the result is. */
static void
on_imported (RemitTransfer *self,
             gint64 plan)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  const char *label = workspace != NULL ? remit_workspace_get_undo_label (workspace) : NULL;

  self->imported = TRUE;
  if (plan != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.work-on-plan", "x", plan);
  remit_feedback_announce (GTK_WIDGET (self), label != NULL ? label : _ ("Imported"));
}

static void
on_undo_import (RemitTransfer *self)
{
  self->imported = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void import_next (RemitTransfer *self);

static void
on_import_closed (RemitTransfer *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  const char *label = NULL;

  if (self->imported && workspace != NULL)
    label = remit_workspace_get_undo_label (workspace);
  if (label != NULL)
    remit_feedback_done (GTK_WIDGET (self), label);
  self->imported = FALSE;
  self->importing = FALSE;
  import_next (self);
}

/* Files are imported one after the other, each with a dialog of its own. */
static void
import_next (RemitTransfer *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  g_autoptr (Item) item = NULL;
  RemitImportDialog *dialog;

  /* not while the window goes, either */
  if (self->importing || workspace == NULL || get_window (self) == NULL
      || g_queue_is_empty (&self->imports))
    return;

  item = g_queue_pop_head (&self->imports);
  self->importing = TRUE;
  dialog = remit_import_dialog_new (
    get_window (self), workspace, remit_view_get_plan (REMIT_VIEW (self)),
    &(const RemitSheetInput){ .path = item->path, .bytes = item->bytes }, item->content);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "undo", G_CALLBACK (on_undo_import), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_import_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
enqueue (RemitTransfer *self,
         const char *path,
         GBytes *bytes,
         RemitImportContent content)
{
  Item *item = g_new0 (Item, 1);

  item->path = g_strdup (path);
  item->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  item->content = content;
  g_queue_push_tail (&self->imports, item);
  import_next (self);
}

void
remit_transfer_import (RemitTransfer *self,
                       const char *path)
{
  g_return_if_fail (REMIT_IS_TRANSFER (self) && path != NULL);

  enqueue (self, path, NULL, REMIT_IMPORT_ANYTHING);
}

void
remit_transfer_fill_menu (GMenu *share)
{
  remit_print_fill_menu (share, "win.print-for");
  remit_export_fill_mail (share, "win.mail");
  remit_export_fill_sections (share, "win.export");
}

/* A workspace is opened, everything else imported. */
static void
take_path (RemitTransfer *self,
           const char *path)
{
  g_autofree char *text = remit_file_dup_text (path);

  if (g_str_has_suffix (path, ".remit")
      && gtk_widget_activate_action (GTK_WIDGET (self), "app.open-workspace", "(sb)", text, FALSE))
    return;
  remit_transfer_import (self, path);
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
  remit_feedback_say (GTK_WIDGET (self), text);
}

static void
on_import_file (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  g_autofree char *path = remit_file_dup_path (g_variant_get_string (parameter, NULL));

  take_path (data, path);
}

static void
on_import_chosen (gpointer data,
                  GFile *file)
{
  g_autoptr (RemitTransfer) self = data;

  if (file != NULL)
    take_file (self, file);
}

static void
on_import (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  static const char *const suffixes[] = { "xml", "csv", "tsv", "txt", "md", "xlsx", "xlsm",
                                          "ods", NULL };
  const RemitFileQuestion question = {
    .title = _ ("Import"),
    .action = _ ("_Import"),
    .files = _ ("Plans and Tables"),
    .suffixes = suffixes,
  };

  remit_ask_file (get_window (data), &question, on_import_chosen, g_object_ref (data));
}

static void
on_export (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RemitAudience audience;
  const RemitExporter *exporter
    = remit_export_parse_target (REMIT_EXPORT_PLAN, parameter, &audience);

  if (exporter != NULL)
    remit_export_ask (get_window (data), remit_view_get_workspace (data),
                      remit_view_get_plan (data), NULL, exporter, audience);
  else
    remit_leaving_dialog_show_faults (get_window (data));
}

static void
on_mail (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RemitAudience audience;
  const RemitExporter *exporter
    = remit_export_parse_target (REMIT_EXPORT_PLAN, parameter, &audience);

  if (exporter != NULL)
    remit_export_mail (get_window (data), remit_view_get_workspace (data),
                       remit_view_get_plan (data), exporter, audience);
}

static void
on_print (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  remit_print_ask (get_window (data), remit_view_get_workspace (data), remit_view_get_plan (data),
                   REMIT_AUDIENCE_FULL);
}

static void
on_print_for (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  int audience = remit_audience_find (g_variant_get_string (parameter, NULL));

  if (audience >= 0)
    remit_print_ask (get_window (data), remit_view_get_workspace (data),
                     remit_view_get_plan (data), (RemitAudience) audience);
}

static void
on_copy_picture (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  RemitPictureSubject subject;

  if (remit_picture_parse_target (parameter, &subject))
    remit_picture_copy (get_window (data), remit_view_get_workspace (data),
                        remit_view_get_plan (data), subject);
}

static void
on_save_picture (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  RemitPictureSubject subject;

  if (remit_picture_parse_target (parameter, &subject))
    remit_picture_ask (get_window (data), remit_view_get_workspace (data),
                       remit_view_get_plan (data), subject);
}

static void
on_matrix_chosen (gpointer data,
                  GFile *file)
{
  g_autoptr (GtkWidget) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = path != NULL ? remit_file_dup_text (path) : NULL;

  if (text != NULL)
    gtk_widget_activate_action (self, "win.import-matrix-file", "s", text);
}

static void
on_import_matrix (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  const RemitFileQuestion question = {
    .title = _ ("Import Decision Rights"),
    .action = _ ("_Import"),
    .files = _ ("Tables"),
    .suffixes = remit_sheet_suffixes,
  };

  remit_ask_file (get_window (data), &question, on_matrix_chosen, g_object_ref (data));
}

static void
on_import_matrix_file (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer data)
{
  g_autofree char *path = remit_file_dup_path (g_variant_get_string (parameter, NULL));

  enqueue (data, path, NULL, REMIT_IMPORT_RIGHTS);
}

static void
on_table_read (gpointer data,
               GBytes *table)
{
  g_autoptr (RemitTransfer) self = data;

  if (table != NULL)
    enqueue (self, NULL, table, REMIT_IMPORT_ANYTHING);
  else
    remit_feedback_say (GTK_WIDGET (self), _ ("The clipboard has no table."));
}

static void
on_paste_table (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  remit_clipboard_table_read (gtk_widget_get_clipboard (data), on_table_read, g_object_ref (data));
}

/* What comes from a window of the program itself is there already. */
static gboolean
on_accept (GtkDropTarget *target,
           GdkDrop *drop,
           RemitTransfer *self)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_drop_get_formats (drop)));

  return gdk_drop_get_drag (drop) == NULL
         && gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitTransfer *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));

  if (workspace == NULL || remit_edits_refuse (self, workspace))
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    take_file (self, l->data);
  return TRUE;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static const RemitViewAction actions[] = {
  { { .name = "import", .activate = on_import }, REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "import-file", .activate = on_import_file, .parameter_type = "s" },
    REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "paste-table", .activate = on_paste_table }, REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "export", .activate = on_export, .parameter_type = "s" }, REMIT_VIEW_NEEDS_PLAN },
  { { .name = "mail", .activate = on_mail, .parameter_type = "s" }, REMIT_VIEW_NEEDS_PLAN },
  { { .name = "print", .activate = on_print }, REMIT_VIEW_NEEDS_PLAN },
  { { .name = "print-for", .activate = on_print_for, .parameter_type = "s" },
    REMIT_VIEW_NEEDS_PLAN },
  { { .name = "copy-picture", .activate = on_copy_picture, .parameter_type = "s" },
    REMIT_VIEW_NEEDS_PLAN },
  { { .name = "save-picture", .activate = on_save_picture, .parameter_type = "s" },
    REMIT_VIEW_NEEDS_PLAN },
  { { .name = "import-matrix", .activate = on_import_matrix }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "import-matrix-file", .activate = on_import_matrix_file, .parameter_type = "s" },
    REMIT_VIEW_CHANGES_PLAN },
};

static void
import_when_open (gpointer data)
{
  g_autoptr (RemitTransfer) self = data;

  import_next (self);
}

/* The plan is chosen after the workspace has come. */
static void
remit_transfer_show_workspace (RemitView *view,
                               RemitWorkspace *workspace)
{
  if (workspace != NULL && !g_queue_is_empty (&REMIT_TRANSFER (view)->imports))
    g_idle_add_once (import_when_open, g_object_ref (view));
}

static void
remit_transfer_finalize (GObject *object)
{
  g_queue_clear_full (&REMIT_TRANSFER (object)->imports, item_free);

  G_OBJECT_CLASS (remit_transfer_parent_class)->finalize (object);
}

static void
remit_transfer_class_init (RemitTransferClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_transfer_finalize;
  REMIT_VIEW_CLASS (klass)->show_workspace = remit_transfer_show_workspace;
  REMIT_VIEW_CLASS (klass)->actions = actions;
  REMIT_VIEW_CLASS (klass)->n_actions = G_N_ELEMENTS (actions);
  /* what is being typed, and the grid of rights, take it before */
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.paste-table", NULL);
}

static void
remit_transfer_init (RemitTransfer *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_queue_init (&self->imports);
  g_signal_connect_object (target, "accept", G_CALLBACK (on_accept), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
