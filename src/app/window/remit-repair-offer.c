/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairing a copy of a workspace that cannot be opened. */
#include "remit-repair-offer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/remit-file.h"
#include "store/remit-repair.h"
#include "store/remit-worker.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"

/* Lines that a dialog shows of what was left out. */
#define MAX_LINES 8

/* A repair that goes on. */
typedef struct {
  GtkWindow *window;
  char *from;
  char *to;
  RemitWorker *worker;
  RemitPatience *patience;
} Repairing;

static void
repairing_free (Repairing *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_clear_object (&self->worker);
  g_object_unref (self->window);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Repairing, repairing_free)

gboolean
remit_repair_offer_helps (const GError *error)
{
  return g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED)
         || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED);
}

/* ── The report ───────────────────────────────────────────────────────────────────────────── */

static char *
dup_report (const RemitRepair *report)
{
  GString *text = g_string_new (NULL);
  guint n = MIN (report->left_out->len, MAX_LINES);

  g_string_append_printf (text,
                          ngettext ("%'lu row was copied", "%'lu rows were copied",
                                    (gulong) report->n_rows),
                          (gulong) report->n_rows);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n%s", (const char *) report->left_out->pdata[i]);
  n = report->left_out->len - n;
  if (n > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u more message", "%u more messages", n), n);
    }
  return g_string_free (text, FALSE);
}

static void
show_report (GtkWindow *window,
             const RemitRepair *report)
{
  g_autofree char *text = dup_report (report);
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Copy Repaired"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── The work ─────────────────────────────────────────────────────────────────────────────── */

static gpointer
repair_in_thread (RemitStore *store,
                  const RemitWorkControl *control,
                  gpointer data,
                  GError **error)
{
  const Repairing *self = data;

  return remit_repair (self->from, self->to, control->cancellable, error);
}

static void
on_repaired (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (Repairing) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRepair) report = remit_worker_finish (REMIT_WORKER (source), result, &error);
  g_autofree char *text = remit_file_dup_text (self->to);

  g_clear_pointer (&self->patience, remit_patience_free);
  if (gtk_window_get_application (self->window) == NULL || remit_worker_was_cancelled (error))
    return;
  if (report == NULL)
    {
      remit_feedback_error (GTK_WIDGET (self->window), error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.go-on-in", "s", text);
  show_report (self->window, report);
}

/* Takes @self. */
static void
start (Repairing *self)
{
  const RemitWork work = {
    .func = repair_in_thread,
    .data = self,
    .free_result = (GDestroyNotify) remit_repair_free,
  };

  self->worker = remit_worker_new ();
  self->patience = remit_patience_new (self->window, self->worker, _ ("Repairing a Copy…"));
  remit_worker_run (self->worker, &work, on_repaired, self);
}

static void
on_chosen (gpointer data,
           GFile *file)
{
  g_autoptr (Repairing) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  self->to = g_str_has_suffix (path, ".remit") ? g_strdup (path)
                                               : g_strconcat (path, ".remit", NULL);
  start (g_steal_pointer (&self));
}

void
remit_repair_offer_ask (GtkWindow *window,
                        const char *from,
                        const char *to)
{
  static const char *const suffixes[] = { "remit", NULL };
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("Repaired"));
  const RemitFileQuestion question = {
    .title = _ ("Repair a Copy"),
    .action = _ ("_Repair"),
    .files = _ ("Workspaces"),
    .suffixes = suffixes,
    .name = name,
  };
  Repairing *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (from != NULL);

  self = g_new0 (Repairing, 1);
  self->window = g_object_ref (window);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  if (to != NULL)
    start (self);
  else
    remit_ask_file (window, &question, on_chosen, self);
}
