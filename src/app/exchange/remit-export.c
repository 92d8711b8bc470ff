/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan as XML, its decision rights as CSV, or the history. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/history/remit-history-writer.h"
#include "exchange/matrix/remit-matrix-writer.h"
#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-plan.h"
#include "widgets/remit-feedback.h"

/* Most plans are written before a dialog would have been read. */
#define PATIENCE_MS 400

/* What the user is told of a format. */
static const struct
{
  const char *title;
  const char *kind;
  const char *suffix;
  const char *done;
} formats[] = {
  /* Translators: %s: the name of a file */
  [REMIT_EXPORT_PLAN] = { N_ ("Export Plan"), N_ ("Plans (XML)"), "xml", N_ ("Exported to %s") },
  [REMIT_EXPORT_PLAN_FOR_STAKEHOLDERS] = { N_ ("Export for Stakeholders"), N_ ("Plans (XML)"),
                                           "xml",
                                           /* Translators: %s: the name of a file */
                                           N_ ("Exported to %s, without what is confidential") },
  [REMIT_EXPORT_MATRIX] = { N_ ("Export Decision Rights"), N_ ("Tables (CSV)"), "csv",
                            N_ ("Exported to %s") },
  [REMIT_EXPORT_HISTORY_CSV] = { N_ ("Export History"), N_ ("Tables (CSV)"), "csv",
                                 /* Translators: %s: the name of a file */
                                 N_ ("Exported to %s, with all that is confidential") },
  [REMIT_EXPORT_HISTORY_JSON] = { N_ ("Export History"), N_ ("JSON lines"), "jsonl",
                                  N_ ("Exported to %s, with all that is confidential") },
};

static gboolean
is_plan (RemitExportFormat format)
{
  return format == REMIT_EXPORT_PLAN || format == REMIT_EXPORT_PLAN_FOR_STAKEHOLDERS;
}

/* One export, from the question where to until the toast. */
typedef struct
{
  GWeakRef parent;
  RemitWorkspace *workspace;
  gint64 plan;
  RemitHistoryFilter *filter;
  RemitExportFormat format;
  char *path;
  RemitWorker *worker;
  guint patience_id;
  AdwMessageDialog *dialog;
  GtkProgressBar *bar;
} Export;

static Export *
export_new (GtkWindow *parent,
            RemitWorkspace *workspace,
            gint64 plan,
            const RemitHistoryFilter *filter,
            RemitExportFormat format)
{
  Export *self = g_new0 (Export, 1);

  g_weak_ref_init (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->filter = remit_history_filter_copy (filter);
  self->format = format;
  self->worker = remit_worker_new ();
  return self;
}

static void
export_free (Export *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->worker);
  remit_history_filter_free (self->filter);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gboolean
on_impatient (gpointer data)
{
  Export *self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  self->patience_id = 0;
  if (parent == NULL)
    return G_SOURCE_REMOVE;

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ ("Exporting…"), NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  g_object_bind_property (self->worker, "share", self->bar, "fraction", G_BINDING_SYNC_CREATE);
  adw_message_dialog_set_extra_child (self->dialog, GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (self->dialog, "cancel", _ ("_Cancel"));
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (remit_worker_cancel), self->worker,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return G_SOURCE_REMOVE;
}

/* In the thread. */
static gpointer
write_file (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  const Export *self = data;
  gboolean done;

  if (self->format == REMIT_EXPORT_MATRIX)
    done = remit_matrix_write_csv (store, self->plan, self->path, control->cancellable, error);
  else if (is_plan (self->format))
    done = remit_plan_write (store, self->plan,
                             self->format == REMIT_EXPORT_PLAN ? REMIT_AUDIENCE_FULL
                                                               : REMIT_AUDIENCE_STAKEHOLDER,
                             self->path, control->cancellable, control->progress,
                             control->progress_data, error);
  else
    done = remit_history_write (store, self->filter,
                                self->format == REMIT_EXPORT_HISTORY_CSV ? REMIT_HISTORY_CSV
                                                                         : REMIT_HISTORY_JSON,
                                self->path, control->cancellable, control->progress,
                                control->progress_data, error);
  return done ? g_strdup (self->path) : NULL;
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_worker_finish (REMIT_WORKER (source), result, &error);
  g_autofree char *display = NULL;
  g_autofree char *text = NULL;

  if (parent == NULL || remit_worker_was_cancelled (error))
    return;
  if (path == NULL)
    {
      remit_feedback_error (GTK_WIDGET (parent), error);
      return;
    }

  display = g_filename_display_name (path);
  text = g_strdup_printf (_ (formats[self->format].done), display);
  remit_feedback_say (GTK_WIDGET (parent), text);
}

static void
begin (Export *self)
{
  const RemitWork work = {
    .path = remit_store_get_path (remit_workspace_get_store (self->workspace)),
    .func = write_file,
    .data = self,
    .free_result = g_free,
  };

  self->patience_id = g_timeout_add (PATIENCE_MS, on_impatient, self);
  remit_worker_run (self->worker, &work, on_written, self);
}

static void
refuse_place (Export *self,
              GFile *file)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autofree char *name = g_file_get_parse_name (file);
  /* Translators: the address of a file */
  g_autofree char *text = g_strdup_printf (_ ("%s is not on this computer. Export the plan to a "
                                              "folder here, then copy it."), name);

  if (parent != NULL)
    remit_feedback_say (GTK_WIDGET (parent), text);
}

static void
on_chosen (GtkNativeDialog *dialog,
           int response,
           Export *data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;

  self->path = g_file_get_path (file);
  if (self->path != NULL)
    begin (g_steal_pointer (&self));
  else
    refuse_place (self, file);
}

/* The plan's name, without what cannot be in the name of a file. */
static char *
dup_file_name (RemitWorkspace *workspace,
               gint64 plan,
               RemitExportFormat format)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);
  g_autofree char *name = NULL;

  if (entity == NULL || format > REMIT_EXPORT_MATRIX)
    /* Translators: the name of a file */
    name = g_strdup (_ ("History"));
  else if (format == REMIT_EXPORT_PLAN_FOR_STAKEHOLDERS)
    /* Translators: the name of a file, after that of a plan */
    name = g_strdup_printf (_ ("%s for stakeholders"),
                            remit_entity_get_text (entity, REMIT_PLAN_NAME));
  else
    name = g_strdup (remit_entity_get_text (entity, REMIT_PLAN_NAME));
  return g_strdup_printf ("%s.%s", g_strdelimit (name, "/\\:*?\"<>|", '-'),
                          formats[format].suffix);
}

static void
add_filter (GtkFileChooser *chooser,
            RemitExportFormat format)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (formats[format].kind));
  gtk_file_filter_add_suffix (filter, formats[format].suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
remit_export_ask (GtkWindow *parent,
                  RemitWorkspace *workspace,
                  gint64 plan,
                  const RemitHistoryFilter *filter,
                  RemitExportFormat format)
{
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  chooser = gtk_file_chooser_native_new (_ (formats[format].title), parent,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  name = dup_file_name (workspace, plan, format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (GTK_FILE_CHOOSER (chooser), format);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen),
                    export_new (parent, workspace, plan, filter, format));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
remit_export_write (GtkWindow *parent,
                    RemitWorkspace *workspace,
                    gint64 plan,
                    const RemitHistoryFilter *filter,
                    RemitExportFormat format,
                    const char *path)
{
  Export *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (path != NULL);

  self = export_new (parent, workspace, plan, filter, format);
  self->path = g_strdup (path);
  begin (self);
}
