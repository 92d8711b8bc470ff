/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import assistant: columns, preview, result. */
#include "remit-import-dialog.h"

#include <glib/gi18n.h>

#include "remit-import-preface.h"
#include "remit-import-summary.h"
#include "remit-matrix-page.h"
#include "remit-skill-page.h"
#include "remit-table-page.h"

/* Milliseconds that another program is waited for, between two questions whether to end. */
#define PATIENCE 200
/* Rows of each outcome that are told; what is behind them is counted. */
#define N_TOLD 1000

struct _RemitImportDialog {
  AdwWindow parent_instance;

  RemitWorkspace *workspace;
  char *path;    /* what is read: a file, */
  GBytes *bytes; /* or this */
  char *name;
  char *plan_name; /* of a new plan, from the file's */
  RemitImportContent content; /* what it is to be taken for, */
  const char *encoding;       /* in which encoding, or NULL, */
  char *sheet;                /* and which sheet, or NULL */
  gint64 plan;               /* that decision rights go into, or 0 */
  RemitTableWeek week;
  RemitImportSource *source; /* what it was taken for, once it was looked at */
  RemitImportResult *result;
  RemitWorker *worker;
  gboolean closing;
  gboolean is_stale; /* the preview, by what was chosen in it */

  AdwWindowTitle *title;
  GtkStack *steps;
  GtkButton *back;
  GtkButton *cancel;
  GtkButton *undo;
  GtkButton *next;
  GtkLabel *busy_title;
  GtkProgressBar *progress;
  RemitTablePage *table_page;
  RemitMatrixPage *matrix_page;
  RemitSkillPage *skill_page;
  RemitImportPreface *preface;
  RemitImportSummary *preview;
  RemitImportSummary *summary;
  AdwStatusPage *refusal;
  RemitImportFileGroup *refused_file;
};

G_DEFINE_FINAL_TYPE (RemitImportDialog, remit_import_dialog, ADW_TYPE_WINDOW)

/* What one run of the worker is about. It keeps the dialog, whose table the thread reads. */
typedef struct
{
  RemitImportDialog *self;
  gint64 plan;
  char *plan_name;
  gboolean dry_run;
  gboolean spare_shared;
  gboolean allow_changed;
  gboolean waiting;
  gint64 end_missing;
  GHashTable *taken;
  GHashTable *choices;
  GStrv sheets; /* when one has to be chosen, or NULL */
  const char *proposed; /* an encoding, when one has to be chosen, or NULL */
} Run;

/* Returns: (nullable): the table that was looked at, whose columns can be chosen */
static const RemitCsvFile *
get_table (RemitImportDialog *self)
{
  return self->source != NULL ? remit_import_source_get_file (self->source) : NULL;
}

static gboolean
is_of (RemitImportDialog *self,
       RemitImportContent content)
{
  return self->source != NULL && self->source->content == content;
}

/* Returns: what says what the table is taken for */
static RemitImportFileGroup *
get_group (RemitImportDialog *self)
{
  if (self->source == NULL)
    return self->refused_file;
  if (is_of (self, REMIT_IMPORT_SKILLS))
    return remit_skill_page_get_file_group (self->skill_page);
  return is_of (self, REMIT_IMPORT_RIGHTS) ? remit_matrix_page_get_file_group (self->matrix_page)
                                           : remit_table_page_get_file_group (self->table_page);
}

/* Returns: whether the preview showed that a plan is not what was signed */
static gboolean
is_forged (RemitImportDialog *self)
{
  return self->result != NULL && self->result->signature != NULL
         && remit_signature_verdict_is_bad (self->result->signature);
}

static Run *
run_new (RemitImportDialog *self,
         gboolean dry_run)
{
  Run *run = g_new0 (Run, 1);

  run->self = g_object_ref (self);
  if (is_of (self, REMIT_IMPORT_SEATS))
    {
      run->plan = remit_import_file_group_get_plan (get_group (self));
      run->plan_name = g_strdup (remit_import_file_group_get_plan_name (get_group (self)));
      run->waiting = remit_table_page_get_waiting (self->table_page);
    }
  else if (is_of (self, REMIT_IMPORT_PROJECT))
    run->plan = remit_import_preface_get_plan (self->preface);
  run->dry_run = dry_run;
  /* what the preview did not show is not done either */
  run->spare_shared = self->result == NULL || self->result->n_shared == 0;
  run->allow_changed = is_forged (self);
  run->end_missing = remit_import_summary_get_end_missing (self->preview);
  /* in which nothing changes while it runs */
  run->taken = g_hash_table_ref (remit_import_summary_get_taken (self->preview));
  run->choices = g_hash_table_ref (remit_import_summary_get_choices (self->preview));
  return run;
}

static void
run_free (Run *run)
{
  g_object_unref (run->self);
  g_free (run->plan_name);
  g_hash_table_unref (run->taken);
  g_hash_table_unref (run->choices);
  g_strfreev (run->sheets);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static gboolean
is_step (RemitImportDialog *self,
         const char *name)
{
  return g_str_equal (remit_import_dialog_get_step (self), name);
}

/* Which buttons a step has, and what they say. */
static void
show_step (RemitImportDialog *self,
           const char *name)
{
  static const struct {
    const char *step;
    const char *next;
    gboolean cancel;
  } buttons[] = {
    { "busy", NULL, TRUE },
    { "columns", N_ ("_Preview"), TRUE },
    { "matrix", N_ ("_Preview"), TRUE },
    { "skills", N_ ("_Preview"), TRUE },
    { "preview", N_ ("_Import"), TRUE },
    { "result", N_ ("_Done"), FALSE },
    { "refused", N_ ("_Close"), FALSE },
  };

  gtk_stack_set_visible_child_name (self->steps, name);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (is_step (self, buttons[i].step))
      {
        gtk_widget_set_visible (GTK_WIDGET (self->cancel), buttons[i].cancel);
        gtk_widget_set_visible (GTK_WIDGET (self->next), buttons[i].next != NULL);
        if (buttons[i].next != NULL)
          gtk_button_set_label (self->next, _ (buttons[i].next));
      }
  gtk_widget_set_visible (GTK_WIDGET (self->back),
                          is_step (self, "preview") && get_table (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), is_step (self, "result"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), TRUE);
  if (gtk_widget_get_visible (GTK_WIDGET (self->next)))
    {
      gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->next));
      /* else it is Cancel that has it, and that Enter takes */
      gtk_widget_grab_focus (GTK_WIDGET (self->next));
    }
}

static void
show_busy (RemitImportDialog *self,
           const char *format)
{
  g_autofree char *text = g_strdup_printf (format, self->name);

  gtk_label_set_text (self->busy_title, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), TRUE);
  show_step (self, "busy");
}

/* Returns: the step in which it is chosen how the table is read */
static const char *
get_columns_step (RemitImportDialog *self)
{
  if (is_of (self, REMIT_IMPORT_SKILLS))
    return "skills";
  return is_of (self, REMIT_IMPORT_RIGHTS) ? "matrix" : "columns";
}

static gboolean
is_valid (RemitImportDialog *self)
{
  if (is_of (self, REMIT_IMPORT_SKILLS))
    return TRUE;
  return is_of (self, REMIT_IMPORT_RIGHTS) ? remit_matrix_page_get_valid (self->matrix_page)
                                           : remit_table_page_get_valid (self->table_page);
}

static void
on_columns_changed (RemitImportDialog *self)
{
  if (is_step (self, get_columns_step (self)))
    gtk_widget_set_sensitive (GTK_WIDGET (self->next), is_valid (self));
}

static void
show_columns (RemitImportDialog *self)
{
  show_step (self, get_columns_step (self));
  on_columns_changed (self);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->next)))
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
show_refusal (RemitImportDialog *self,
              const GError *error)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: the name of a file, then why it was refused */
    _ ("%s: %s\n\nNothing in the workspace was changed."), self->name, error->message);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->refusal, markup);
  /* what is refused as it was read may come in when it is read otherwise */
  gtk_widget_set_visible (
    GTK_WIDGET (self->refused_file),
    g_error_matches (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING)
      || g_error_matches (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHEET));
  show_step (self, "refused");
}

/* A run that was cancelled leads back to where it was begun, or ends the dialog. */
static void
on_failed (RemitImportDialog *self,
           const GError *error)
{
  if (!remit_worker_was_cancelled (error))
    show_refusal (self, error);
  else if (get_table (self) != NULL && !self->closing)
    show_columns (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gpointer
import_now (RemitStore *store,
            const RemitWorkControl *control,
            const Run *run,
            GError **error)
{
  const RemitImportOptions options = {
    .dry_run = run->dry_run,
    .plan = run->plan,
    .plan_name = run->plan_name,
    .spare_shared = run->spare_shared,
    .allow_changed = run->allow_changed,
    .no_waiting = !run->waiting,
    .end_missing = run->end_missing,
    .taken = run->taken,
    .merges = TRUE,
    .choices = run->choices,
    .n_rows = run->dry_run ? N_TOLD : 0,
    .n_told = N_TOLD,
    .cancellable = control->cancellable,
    .progress = control->progress,
    .progress_data = control->progress_data,
  };

  /* what each column stands for was on the screen */
  if (run->self->source->matrix != NULL)
    remit_matrix_import_leave_out_rest (run->self->source->matrix);
  return remit_import_source_run (run->self->source, store, &options, error);
}

/* In the thread, where another program can be waited for until the user does not want to. */
static gpointer
import (RemitStore *store,
        const RemitWorkControl *control,
        gpointer data,
        GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer result;

  remit_store_set_patience (store, PATIENCE);
  do
    {
      g_clear_error (&failure);
      result = import_now (store, control, data, &failure);
    }
  while (g_error_matches (failure, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED)
         && !g_cancellable_is_cancelled (control->cancellable));
  if (failure != NULL && !g_cancellable_set_error_if_cancelled (control->cancellable, error))
    g_propagate_error (error, g_steal_pointer (&failure));
  return result;
}

/* What was chosen is looked at anew before it is done. */
static void
on_preview_changed (RemitImportDialog *self)
{
  self->is_stale = TRUE;
  gtk_button_set_label (self->next, _ ("_Preview"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), TRUE);
}

static void
show_preview (RemitImportDialog *self)
{
  gboolean changes = remit_import_result_has_changes (self->result);

  self->is_stale = FALSE;
  remit_import_summary_show (self->preview, self->name,
                             changes ? _ ("This is a preview. Nothing has been changed yet.")
                             : self->result->n_kept > 0
                               ? _ ("Nothing is chosen to be imported.")
                               : _ ("The workspace already contains everything in the file."),
                             self->result, TRUE);
  remit_import_preface_show (self->preface, self->result);
  show_step (self, "preview");
  if (is_forged (self))
    gtk_button_set_label (self->next, _ ("_Import Anyway"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), changes);
}

static void
show_result (RemitImportDialog *self)
{
  remit_import_summary_show (self->summary, _ ("Imported"), self->name, self->result, FALSE);
  show_step (self, "result");
  g_signal_emit_by_name (self, "done", self->result->plan);
}

static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (Run) run = data;

  /* it is imported all the same, and shown when the file can be read again */
  remit_workspace_refresh_finish (REMIT_WORKSPACE (source), result, NULL);
  if (run->self->workspace != NULL) /* the window is not gone */
    show_result (run->self);
}

static void
on_ended (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Run) run = data;
  RemitImportDialog *self = run->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) ended = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (self->workspace == NULL) /* the window is gone */
    return;

  g_clear_pointer (&self->result, remit_import_result_free);
  self->result = g_steal_pointer (&ended);
  if (self->result == NULL)
    on_failed (self, error);
  else if (!run->dry_run)
    remit_workspace_refresh_async (self->workspace, on_refreshed, g_steal_pointer (&run));
  else if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_preview (self);
}

static void
run_in_thread (RemitImportDialog *self,
               Run *run,
               RemitWorkFunc func,
               GDestroyNotify free_result,
               GAsyncReadyCallback callback)
{
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .func = func,
    .data = run,
    .free_result = free_result,
  };

  show_busy (self, run->dry_run ? _ ("Reading %s…") : _ ("Importing %s…"));
  remit_worker_run (self->worker, &work, callback, run);
}

static void
begin (RemitImportDialog *self,
       gboolean dry_run)
{
  run_in_thread (self, run_new (self, dry_run), import,
                 (GDestroyNotify) remit_import_result_free, on_ended);
}

/* The preview says then who signed. */
static void
on_trusted (RemitImportDialog *self)
{
  if (is_step (self, "preview"))
    begin (self, TRUE);
}

/* In the thread. */
static gpointer
open_source (RemitStore *store,
             const RemitWorkControl *control,
             gpointer data,
             GError **error)
{
  Run *run = data;
  RemitImportDialog *self = run->self;
  const RemitSheetInput input = {
    .path = self->path,
    .bytes = self->bytes,
    .name = self->bytes != NULL ? self->name : NULL,
    .encoding = self->encoding,
    .sheet = self->sheet,
  };
  g_autoptr (GError) failure = NULL;
  RemitImportSource *source;

  if (!remit_table_week_read (&self->week, store, error))
    return NULL;
  source = remit_import_source_open (store, self->plan, &input, self->content, &failure);
  if (g_error_matches (failure, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHEET))
    run->sheets = remit_sheet_list (&input, NULL);
  if (self->encoding == NULL
      && g_error_matches (failure, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING))
    run->proposed = remit_sheet_propose_encoding (&input);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return source;
}

static void
show_source (RemitImportDialog *self)
{
  remit_import_summary_reset (self->preview);
  if (self->source->matrix != NULL)
    remit_matrix_page_show (self->matrix_page, self->source->matrix);
  if (self->source->skills != NULL)
    remit_skill_page_show (self->skill_page, self->source->skills);
  if (self->source->table != NULL)
    remit_table_page_show (self->table_page, self->source->table, &self->week,
                           self->source->is_remembered);
  remit_import_file_group_show (get_group (self), self->source, self->workspace, self->plan,
                                self->plan_name);
  /* it may have been chosen where the file was refused */
  if (self->encoding != NULL)
    remit_import_file_group_choose_encoding (get_group (self), self->encoding);
  show_columns (self);
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Run) run = data;
  RemitImportDialog *self = run->self;
  g_autoptr (GError) error = NULL;
  RemitImportSource *opened = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (opened != NULL)
    {
      g_clear_pointer (&self->source, remit_import_source_free);
      self->source = opened;
    }
  if (self->workspace == NULL) /* the window is gone */
    return;
  if (run->sheets != NULL)
    remit_import_file_group_ask_sheet (self->refused_file, (const char *const *) run->sheets);
  if (run->proposed != NULL)
    remit_import_file_group_propose_encoding (self->refused_file, run->proposed);
  if (opened == NULL)
    on_failed (self, error);
  else if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_of (self, REMIT_IMPORT_PLAN) || is_of (self, REMIT_IMPORT_PROJECT))
    {
      remit_import_preface_offer (self->preface, self->source, self->workspace);
      begin (self, TRUE);
    }
  else
    show_source (self);
}

static void
look (RemitImportDialog *self)
{
  run_in_thread (self, run_new (self, TRUE), open_source,
                 (GDestroyNotify) remit_import_source_free, on_opened);
}

/* What was chosen holds for the next look; the columns are guessed anew. */
static void
on_reopen (RemitImportDialog *self)
{
  RemitImportFileGroup *group = get_group (self);
  g_autofree char *sheet = remit_import_file_group_dup_sheet (group);

  if (self->source != NULL)
    self->content = remit_import_file_group_get_content (group);
  self->encoding = remit_import_file_group_get_encoding (group);
  g_free (self->sheet);
  self->sheet = g_steal_pointer (&sheet);
  look (self);
}

/* In the thread: the file is read again. */
static gpointer
turn_matrix (RemitStore *store,
             const RemitWorkControl *control,
             gpointer data,
             GError **error)
{
  RemitMatrixImport *matrix = ((Run *) data)->self->source->matrix;

  return remit_matrix_import_turn (matrix, error) ? matrix : NULL;
}

static void
on_turned (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Run) run = data;
  RemitImportDialog *self = run->self;
  g_autoptr (GError) error = NULL;
  gboolean is_turned = remit_worker_finish (REMIT_WORKER (source), result, &error) != NULL;

  if (self->workspace == NULL) /* the window is gone */
    return;
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (is_turned)
    show_source (self);
  else
    on_failed (self, error);
}

static void
on_turn (RemitImportDialog *self)
{
  run_in_thread (self, run_new (self, TRUE), turn_matrix, NULL, on_turned);
}

static void
on_share_changed (RemitImportDialog *self)
{
  if (is_step (self, "busy"))
    gtk_progress_bar_set_fraction (self->progress, remit_worker_get_share (self->worker));
}

/* Work that runs is asked to end first; what it has not committed is rolled back. */
static void
stop (RemitImportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), FALSE);
  remit_worker_cancel (self->worker);
}

static gboolean
remit_import_dialog_close_request (GtkWindow *window)
{
  RemitImportDialog *self = REMIT_IMPORT_DIALOG (window);

  if (!is_step (self, "busy"))
    return GTK_WINDOW_CLASS (remit_import_dialog_parent_class)->close_request (window);

  self->closing = TRUE;
  stop (self);
  return TRUE;
}

static void
on_cancel (RemitImportDialog *self)
{
  if (is_step (self, "busy") && get_table (self) != NULL)
    stop (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_undo (RemitImportDialog *self)
{
  g_signal_emit_by_name (self, "undo");
  gtk_window_close (GTK_WINDOW (self));
}

/* Work that runs keeps the dialog beyond its life as a window, and its parent's. */
static void
remit_import_dialog_unrealize (GtkWidget *widget)
{
  RemitImportDialog *self = REMIT_IMPORT_DIALOG (widget);

  if (is_step (self, "busy"))
    remit_worker_cancel (self->worker);
  g_clear_object (&self->workspace);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);

  GTK_WIDGET_CLASS (remit_import_dialog_parent_class)->unrealize (widget);
}

static void
remit_import_dialog_finalize (GObject *object)
{
  RemitImportDialog *self = REMIT_IMPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->source, remit_import_source_free);
  g_clear_pointer (&self->result, remit_import_result_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->plan_name, g_free);
  g_clear_pointer (&self->sheet, g_free);

  G_OBJECT_CLASS (remit_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/exchange/remit-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, undo);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, busy_title);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, table_page);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, matrix_page);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, skill_page);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, preface);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, RemitImportDialog, refused_file);
  gtk_widget_class_bind_template_callback (widget_class, show_columns);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_trusted);
  gtk_widget_class_bind_template_callback (widget_class, remit_import_dialog_go_on);
}

static void
remit_import_dialog_class_init (RemitImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_import_dialog_finalize;
  widget_class->unrealize = remit_import_dialog_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = remit_import_dialog_close_request;

  g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
listen (RemitImportDialog *self,
        RemitImportFileGroup *group)
{
  g_signal_connect_object (group, "reopen", G_CALLBACK (on_reopen), self, G_CONNECT_SWAPPED);
}

static void
remit_import_dialog_init (RemitImportDialog *self)
{
  g_type_ensure (REMIT_TYPE_IMPORT_PREFACE);
  g_type_ensure (REMIT_TYPE_SKILL_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->worker = remit_worker_new ();
  g_signal_connect_object (self->worker, "notify::share", G_CALLBACK (on_share_changed), self,
                           G_CONNECT_SWAPPED);
  listen (self, remit_table_page_get_file_group (self->table_page));
  listen (self, remit_matrix_page_get_file_group (self->matrix_page));
  listen (self, remit_skill_page_get_file_group (self->skill_page));
  g_signal_connect_object (self->matrix_page, "turn", G_CALLBACK (on_turn), self,
                           G_CONNECT_SWAPPED);
  listen (self, self->refused_file);
}

/* Returns: (transfer full): the name of a file without what says its format */
static char *
dup_plan_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

RemitImportDialog *
remit_import_dialog_new (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         const RemitSheetInput *input,
                         RemitImportContent content)
{
  RemitImportDialog *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (input->path != NULL || input->bytes != NULL, NULL);

  self = g_object_new (REMIT_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (input->path);
  self->bytes = input->bytes != NULL ? g_bytes_ref (input->bytes) : NULL;
  self->name = input->path != NULL ? g_filename_display_basename (input->path)
                                   : g_strdup (input->name != NULL ? input->name : _ ("Clipboard"));
  self->plan_name = dup_plan_name (self->name);
  self->plan = plan;
  self->content = content;
  adw_window_title_set_subtitle (self->title, self->name);
  remit_import_file_group_show (self->refused_file, NULL, workspace, plan, self->plan_name);
  look (self);
  return self;
}

const char *
remit_import_dialog_get_step (RemitImportDialog *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->steps);
}

void
remit_import_dialog_go_on (RemitImportDialog *self)
{
  g_return_if_fail (REMIT_IS_IMPORT_DIALOG (self));

  if (is_step (self, get_columns_step (self)))
    begin (self, TRUE);
  else if (is_step (self, "preview"))
    begin (self, self->is_stale);
  else if (!is_step (self, "busy"))
    gtk_window_close (GTK_WINDOW (self));
}
