/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the day up to which history is archived, and for the file; then archives it. */
#include "remit-compact-dialog.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "store/archive/remit-archive.h"
#include "store/archive/remit-compact.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"
#include "widgets/remit-text.h"

struct _RemitCompactDialog
{
  AdwMessageDialog parent_instance;

  RemitWorkspace *workspace;
  GtkWindow *parent;
  RemitWorker *worker; /* looks at what would be sealed */
  char *path;          /* of the archive */
  gboolean is_chosen;  /* by the user */

  AdwEntryRow *day;
  AdwActionRow *archive;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (RemitCompactDialog, remit_compact_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gint64
get_day (RemitCompactDialog *self)
{
  g_autofree char *text = remit_text_dup_line (self->day);

  return remit_day_parse (text);
}

static const char *
get_workspace_path (RemitWorkspace *workspace)
{
  return remit_store_get_path (remit_workspace_get_store (workspace));
}

/* ── What would be sealed ─────────────────────────────────────────────────────────────────── */

static gpointer
look_in_thread (RemitStore *store,
                const RemitWorkControl *control G_GNUC_UNUSED,
                gpointer day,
                GError **error)
{
  g_autofree RemitCompactPlan *plan = g_new0 (RemitCompactPlan, 1);

  return remit_compact_plan (store, *(gint64 *) day, plan, error) ? g_steal_pointer (&plan) : NULL;
}

static void
say (RemitCompactDialog *self,
     const char *text)
{
  gtk_label_set_label (self->summary, text);
  remit_feedback_announce (GTK_WIDGET (self), text);
}

static char *
dup_summary (const RemitCompactPlan *plan)
{
  g_autofree char *saved = g_format_size ((guint64) plan->saved);
  g_autofree char *size = g_format_size ((guint64) plan->size);

  if (plan->n_lines == 0)
    return g_strdup (_ ("No history entries before this day"));
  /* Translators: a number of entries, and two sizes, such as 12.4 MB */
  return g_strdup_printf (ngettext ("%1$'lu entry to archive: about %2$s of %3$s",
                                    "%1$'lu entries to archive: about %2$s of %3$s",
                                    (gulong) plan->n_lines),
                          (gulong) plan->n_lines, saved, size);
}

static void
on_looked (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitCompactDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree RemitCompactPlan *plan = remit_worker_finish (REMIT_WORKER (source), result, &error);
  g_autofree char *text = plan != NULL ? dup_summary (plan) : g_strdup (error->message);

  say (self, text);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "seal",
                                           plan != NULL && plan->n_lines > 0);
}

static void
look (RemitCompactDialog *self,
      gint64 day)
{
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = look_in_thread,
    .data = g_memdup2 (&day, sizeof day),
    .free_data = g_free,
    .free_result = g_free,
  };

  remit_worker_run (self->worker, &work, on_looked, self);
}

/* ── The fields ───────────────────────────────────────────────────────────────────────────── */

static void
take_path (RemitCompactDialog *self,
           char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_free (self->path);
  self->path = path;
  adw_action_row_set_subtitle (self->archive, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->archive), path);
}

static void
on_day_changed (RemitCompactDialog *self)
{
  gint64 day = get_day (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "seal", FALSE);
  remit_worker_stop (self->worker);
  if (day == 0)
    {
      gtk_label_set_label (self->summary, _ ("Enter a date, for example 2026-03-01"));
      return;
    }
  if (!self->is_chosen)
    take_path (self, remit_archive_dup_path (get_workspace_path (self->workspace), day));
  look (self, day);
}

static void
on_chosen (gpointer data,
           GFile *file)
{
  g_autoptr (RemitCompactDialog) self = data;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  self->is_chosen = TRUE;
  take_path (self, path);
}

static void
on_choose (RemitCompactDialog *self)
{
  static const char *const suffixes[] = { "remit", NULL };
  g_autofree char *name = g_path_get_basename (self->path);
  const RemitFileQuestion question = {
    .title = _ ("Archive"),
    .action = _ ("_Choose"),
    .files = _ ("Workspaces"),
    .suffixes = suffixes,
    .only = TRUE,
    .name = name,
  };

  remit_ask_file (GTK_WINDOW (self), &question, on_chosen, g_object_ref (self));
}

/* ── Sealing ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GWeakRef parent;
  RemitWorkspace *workspace;
  RemitWorker *worker;
  RemitPatience *patience;
  gint64 day;
  char *path;
} Sealing;

static void
sealing_free (Sealing *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->workspace);
  g_object_unref (self->worker);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sealing, sealing_free)

static gpointer
seal_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  const Sealing *self = data;
  g_autofree RemitCompacted *compacted = g_new0 (RemitCompacted, 1);

  return remit_compact (store, self->day, self->path, control, compacted, error)
           ? g_steal_pointer (&compacted)
           : NULL;
}

static char *
dup_done (const Sealing *self,
          const RemitCompacted *compacted)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *was = g_format_size ((guint64) compacted->size_before);
  g_autofree char *is = g_format_size ((guint64) compacted->size_after);

  /* Translators: the name of a file, and two sizes, such as 12.4 MB */
  return g_strdup_printf (_ ("Older history archived to “%1$s”: %2$s, was %3$s"), name, is, was);
}

static void
on_sealed (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Sealing) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autofree RemitCompacted *compacted = remit_worker_finish (REMIT_WORKER (source), result,
                                                              &error);
  g_autofree char *text = compacted != NULL ? dup_done (self, compacted) : NULL;

  remit_workspace_refresh_async (self->workspace, NULL, NULL);
  if (parent == NULL || remit_worker_was_cancelled (error))
    return;
  if (text != NULL)
    remit_feedback_say (GTK_WIDGET (parent), text);
  else
    remit_feedback_error (GTK_WIDGET (parent), error);
}

static void
remit_compact_dialog_response (AdwMessageDialog *dialog,
                               const char *response)
{
  RemitCompactDialog *self = REMIT_COMPACT_DIALOG (dialog);
  Sealing *sealing;
  RemitWork work = { .func = seal_in_thread, .free_result = g_free };

  if (!g_str_equal (response, "seal") || self->parent == NULL)
    return;
  work.of = remit_workspace_get_store (self->workspace);
  work.data = sealing = g_new0 (Sealing, 1);
  g_weak_ref_init (&sealing->parent, self->parent);
  sealing->workspace = g_object_ref (self->workspace);
  sealing->worker = remit_worker_new ();
  sealing->patience = remit_patience_new (self->parent, sealing->worker,
                                          _ ("Archiving Older History…"));
  sealing->day = get_day (self);
  sealing->path = g_strdup (self->path);
  remit_worker_run (sealing->worker, &work, on_sealed, sealing);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_compact_dialog_dispose (GObject *object)
{
  RemitCompactDialog *self = REMIT_COMPACT_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (remit_compact_dialog_parent_class)->dispose (object);
}

static void
remit_compact_dialog_class_init (RemitCompactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_compact_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = remit_compact_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/history/remit-compact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitCompactDialog, day);
  gtk_widget_class_bind_template_child (widget_class, RemitCompactDialog, archive);
  gtk_widget_class_bind_template_child (widget_class, RemitCompactDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
}

static void
remit_compact_dialog_init (RemitCompactDialog *self)
{
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

RemitCompactDialog *
remit_compact_dialog_new (GtkWindow *parent,
                          RemitWorkspace *workspace)
{
  RemitCompactDialog *self;
  char day[11];

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (REMIT_TYPE_COMPACT_DIALOG, "transient-for", parent, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  remit_day_format (remit_compact_get_default_day (), day);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  return self;
}
