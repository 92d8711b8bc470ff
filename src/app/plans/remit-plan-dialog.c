/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small dialogs about one plan: new, rename, duplicate. */
#include "remit-plan-dialog.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "store/remit-worker.h"
#include "widgets/remit-text.h"
#include "widgets/remit-try.h"

struct _RemitPlanDialog
{
  AdwMessageDialog parent_instance;

  RemitWorkspace *workspace;
  RemitPlanDialogKind kind;
  gint64 plan;

  AdwEntryRow *name;
  AdwEntryRow *purpose;
  GtkLabel *problem;
  GtkWindow *parent;
};

G_DEFINE_FINAL_TYPE (RemitPlanDialog, remit_plan_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const struct {
  const char *heading;
  const char *response;
} words[] = {
  [REMIT_PLAN_DIALOG_NEW] = { N_ ("New Plan"), N_ ("_Create") },
  [REMIT_PLAN_DIALOG_RENAME] = { N_ ("Rename Plan"), N_ ("_Rename") },
  [REMIT_PLAN_DIALOG_DUPLICATE] = { N_ ("Duplicate Plan"), N_ ("_Duplicate") },
};

static gboolean
check_name (const char *name,
            GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (record, REMIT_PLAN_NAME, name);
  return remit_record_check_field (record, REMIT_PLAN_NAME, error);
}

/* An empty name needs no words: the button says enough. */
static void
on_name_changed (RemitPlanDialog *self)
{
  g_autofree char *name = remit_text_dup_line (self->name);
  g_autoptr (GError) error = NULL;
  gboolean valid = check_name (name, &error);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "do", valid);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !valid && *name != '\0');
  gtk_label_set_text (self->problem, valid ? "" : error->message);
}

static void
show_failure (GtkWidget *parent,
              const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (parent), _ ("Operation Failed"),
                                              error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The dialog is closed by then. */
static void
on_renamed (GtkWidget *parent,
            RemitWorkspace *workspace,
            gint64 done,
            gpointer data G_GNUC_UNUSED,
            const GError *error)
{
  if (done != 0)
    remit_feedback_done (parent, remit_workspace_get_undo_label (workspace));
  else if (!remit_worker_was_cancelled (error))
    show_failure (parent, error);
}

static void
on_created (GtkWidget *parent,
            RemitWorkspace *workspace,
            gint64 plan,
            gpointer data,
            const GError *error)
{
  if (plan != 0)
    gtk_widget_activate_action (parent, "win.work-on-plan", "x", plan);
  on_renamed (parent, workspace, plan, data, error);
}

static void
create_plan (RemitPlanDialog *self,
             const char *name)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PLAN);
  g_autofree char *purpose = remit_text_dup_line (self->purpose);

  remit_record_set_text (record, REMIT_PLAN_NAME, name);
  remit_record_set_text (record, REMIT_PLAN_PURPOSE, purpose);
  remit_try_create (GTK_WIDGET (self->parent), self->workspace, record, on_created);
}

/* ── A copy, which may be large ───────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  char *name;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->name);
  g_free (copy);
}

static gint64
make_copy (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Copy *copy = data;

  return remit_design_copy_plan (workspace, copy->plan, copy->name, error);
}

static void
copy_plan (RemitPlanDialog *self,
           const char *name)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->plan = self->plan;
  copy->name = g_strdup (name);
  remit_try_in_thread (GTK_WIDGET (self->parent), self->workspace, make_copy, copy,
                       (GDestroyNotify) copy_free, on_created);
}

static void
remit_plan_dialog_response (AdwMessageDialog *dialog,
                            const char *response)
{
  RemitPlanDialog *self = REMIT_PLAN_DIALOG (dialog);
  g_autofree char *name = remit_text_dup_line (self->name);

  if (!g_str_equal (response, "do") || self->parent == NULL)
    return;
  if (self->kind == REMIT_PLAN_DIALOG_DUPLICATE)
    copy_plan (self, name);
  else if (self->kind == REMIT_PLAN_DIALOG_NEW)
    create_plan (self, name);
  else
    remit_try_change (GTK_WIDGET (self->parent), self->workspace, REMIT_KIND_PLAN, self->plan,
                      REMIT_PLAN_NAME, name, on_renamed);
}

static void
remit_plan_dialog_finalize (GObject *object)
{
  RemitPlanDialog *self = REMIT_PLAN_DIALOG (object);

  g_object_unref (self->workspace);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (remit_plan_dialog_parent_class)->finalize (object);
}

static void
remit_plan_dialog_class_init (RemitPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_plan_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = remit_plan_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPlanDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
}

static void
remit_plan_dialog_init (RemitPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_first_name (RemitWorkspace *workspace,
                RemitPlanDialogKind kind,
                gint64 plan)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);
  const char *name = entity != NULL ? remit_entity_get_text (entity, REMIT_PLAN_NAME) : "";

  if (kind == REMIT_PLAN_DIALOG_NEW)
    return g_strdup ("");
  /* Translators: the name of a copy of a plan */
  return kind == REMIT_PLAN_DIALOG_RENAME ? g_strdup (name)
                                          : g_strdup_printf (_ ("%s (copy)"), name);
}

RemitPlanDialog *
remit_plan_dialog_new (GtkWindow *parent,
                       RemitWorkspace *workspace,
                       RemitPlanDialogKind kind,
                       gint64 plan)
{
  RemitPlanDialog *self;
  AdwMessageDialog *dialog;
  g_autofree char *name = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (REMIT_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  dialog = ADW_MESSAGE_DIALOG (self);
  g_set_weak_pointer (&self->parent, parent);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->plan = plan;

  adw_message_dialog_set_heading (dialog, _ (words[kind].heading));
  adw_message_dialog_set_response_label (dialog, "do", _ (words[kind].response));
  gtk_widget_set_visible (GTK_WIDGET (self->purpose), kind == REMIT_PLAN_DIALOG_NEW);
  name = dup_first_name (workspace, kind, plan);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  on_name_changed (self);
  return self;
}
