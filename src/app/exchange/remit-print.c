/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the report of a plan from the window. */
#include "remit-print.h"

#include <glib/gi18n.h>

#include "exchange/report/remit-report.h"
#include "model/remit-plan.h"
#include "remit-leaving-dialog.h"
#include "remit-print-pages.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"

/* From the question until the printer has it all. */
typedef struct
{
  GWeakRef parent;
  RemitWorkspace *workspace;
  gint64 plan;
  RemitAudience audience;
  char *name;
  char *path;
  RemitWorker *worker;
  RemitPatience *patience;
} Printing;

static void
printing_free (Printing *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->worker);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
free_printing (gpointer data,
               GClosure *closure)
{
  printing_free (data);
}

/* In the thread. */
static gpointer
build (RemitStore *store,
       const RemitWorkControl *control,
       gpointer data,
       GError **error)
{
  const Printing *self = data;
  const RemitExport export = { .store = store, .plan = self->plan,
                               .audience = self->audience,
                               .cancellable = control->cancellable };

  return remit_report_build (&export, error);
}

static void
say_error (Printing *self,
           const char *reason)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  /* Translators: the name of a plan, and a reason */
  g_autofree char *text = g_strdup_printf (_ ("Cannot print “%s”: %s"), self->name, reason);

  if (parent != NULL)
    remit_feedback_say (GTK_WIDGET (parent), text);
}

static void
on_done (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  say_error (data, error != NULL ? error->message : _ ("The printer does not answer"));
}

/* A printer that goes away, has no paper, or is told to stop. */
static void
on_status_changed (GtkPrintOperation *operation,
                   gpointer data)
{
  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    say_error (data, gtk_print_operation_get_status_string (operation));
}

/* The operation has the rest. */
static void
print (Printing *self,
       GtkWindow *parent,
       xmlDoc *report)
{
  g_autoptr (GtkPrintOperation) operation = remit_print_pages_new (report);
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;

  gtk_print_operation_set_job_name (operation, self->name);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), self, free_printing, 0);
  g_signal_connect (operation, "status-changed", G_CALLBACK (on_status_changed), self);
  if (self->path != NULL)
    {
      gtk_print_operation_set_export_filename (operation, self->path);
      action = GTK_PRINT_OPERATION_ACTION_EXPORT;
    }
  gtk_print_operation_run (operation, action, parent, NULL);
}

static void
on_built (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Printing) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  xmlDoc *report = remit_worker_finish (REMIT_WORKER (source), result, &error);

  g_clear_pointer (&self->patience, remit_patience_free);
  if (parent != NULL && report != NULL)
    {
      print (g_steal_pointer (&self), parent, report);
      return;
    }
  g_clear_pointer (&report, xmlFreeDoc);
  if (parent != NULL && !remit_worker_was_cancelled (error))
    remit_feedback_error (GTK_WIDGET (parent), error);
}

static void
free_report (gpointer report)
{
  xmlFreeDoc (report);
}

static Printing *
printing_new (GtkWindow *parent,
              RemitWorkspace *workspace,
              gint64 plan,
              RemitAudience audience)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);
  Printing *self = g_new0 (Printing, 1);

  g_weak_ref_init (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->audience = audience;
  self->name = g_strdup (entity != NULL ? remit_entity_get_text (entity, REMIT_PLAN_NAME) : "");
  self->worker = remit_worker_new ();
  return self;
}

/* Takes @self. */
static void
begin (Printing *self)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  const RemitWork work = { .of = remit_workspace_get_store (self->workspace), .func = build,
                           .data = self, .free_result = free_report };

  self->patience = remit_patience_new (parent, self->worker, _ ("Preparing Pages…"));
  remit_worker_run (self->worker, &work, on_built, self);
}

void
remit_print_run (GtkWindow *parent,
                 RemitWorkspace *workspace,
                 gint64 plan,
                 RemitAudience audience,
                 const char *path)
{
  Printing *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = printing_new (parent, workspace, plan, audience);
  self->path = g_strdup (path);
  begin (self);
}

static void
on_answer (gpointer data,
           gboolean goes_on)
{
  g_autoptr (Printing) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  if (goes_on && parent != NULL)
    begin (g_steal_pointer (&self));
}

void
remit_print_ask (GtkWindow *parent,
                 RemitWorkspace *workspace,
                 gint64 plan,
                 RemitAudience audience)
{
  Printing *self;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = printing_new (parent, workspace, plan, audience);
  if (audience == REMIT_AUDIENCE_FULL)
    begin (self);
  else
    remit_leaving_dialog_ask (parent, workspace, plan, audience, REMIT_LEAVING_PRINT, on_answer,
                              self);
}

/* ── The menu ─────────────────────────────────────────────────────────────────────────────── */

static char *
dup_label (RemitAudience audience)
{
  static const char *const labels[REMIT_N_AUDIENCES] = {
    [REMIT_AUDIENCE_STAKEHOLDER] = N_ ("Print for Stakeholders…"),
    [REMIT_AUDIENCE_ANONYMOUS] = N_ ("Print without Names…"),
  };
  g_autoptr (GString) title = NULL;

  if (audience < REMIT_N_AUDIENCES)
    return g_strdup (_ (labels[audience]));
  title = g_string_new (remit_audience_get_title (audience));
  g_string_replace (title, "_", "__", 0); /* which would be a mnemonic */
  /* Translators: %s: the name of an audience */
  return g_strdup_printf (_ ("Print for %s…"), title->str);
}

void
remit_print_fill_menu (GMenu *menu,
                       const char *action)
{
  for (guint i = REMIT_AUDIENCE_FULL + 1; i < remit_audience_count (); i++)
    {
      RemitAudience audience = remit_audience_get_nth (i);
      g_autofree char *label = dup_label (audience);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", remit_audience_get_nick (audience));
      g_menu_append_item (menu, item);
    }
}
