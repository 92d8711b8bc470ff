/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a plan, and creating, renaming, duplicating, publishing and deleting plans. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-plan-control.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-plan-dialog.h"
#include "remit-template-dialog.h"
#include "settings/remit-state.h"
#include "widgets/remit-feedback.h"

struct _RemitPlanControl
{
  GObject parent_instance;

  GtkWindow *window; /* not kept */
  RemitWorkspace *workspace;
  gint64 plan;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (RemitPlanControl, remit_plan_control, G_TYPE_OBJECT)

enum {
  CHOSEN,
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static RemitEntity *
get_plan (RemitPlanControl *self)
{
  if (self->workspace == NULL || self->plan == 0)
    return NULL;
  return remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
}

static void
on_choose_plan (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  RemitPlanControl *self = data;
  gint64 plan = g_variant_get_int64 (parameter);

  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, plan) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, plan);
}

static void
tell (RemitPlanControl *self)
{
  remit_feedback_done (GTK_WIDGET (self->window), remit_workspace_get_undo_label (self->workspace));
}

static void
on_done (RemitPlanControl *self,
         gint64 plan)
{
  g_signal_emit (self, signals[CHOSEN], 0, plan);
  tell (self);
}

static void
on_created (RemitPlanControl *self,
            gint64 plan)
{
  g_signal_emit (self, signals[CREATED], 0, plan);
  tell (self);
}

static void
present_plan_dialog (RemitPlanControl *self,
                     RemitPlanDialogKind kind)
{
  RemitPlanDialog *dialog =
    remit_plan_dialog_new (self->window, self->workspace, kind, self->plan);

  g_signal_connect_object (dialog, "done",
                           kind == REMIT_PLAN_DIALOG_RENAME ? G_CALLBACK (on_done)
                                                            : G_CALLBACK (on_created),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_plan (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  present_plan_dialog (data, REMIT_PLAN_DIALOG_NEW);
}

static void
on_rename_plan (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  present_plan_dialog (data, REMIT_PLAN_DIALOG_RENAME);
}

static void
on_duplicate_plan (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  present_plan_dialog (data, REMIT_PLAN_DIALOG_DUPLICATE);
}

static void
on_new_from_template (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  RemitPlanControl *self = data;
  RemitTemplateDialog *dialog =
    remit_template_dialog_new (self->window, self->workspace,
                               g_variant_get_string (parameter, NULL));

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_created), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gint64
delete_in_thread (RemitStore *store,
                  gpointer plan,
                  GError **error)
{
  g_autoptr (RemitWorkspace) workspace = NULL;

  workspace = remit_workspace_open (remit_store_get_path (store), REMIT_STORE_NO_FLAGS, error);
  return workspace != NULL
         && remit_design_delete (workspace, REMIT_KIND_PLAN, *(const gint64 *) plan, error);
}

static void
on_deleted (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (RemitPlanControl) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error) != 0;

  /* the window may be gone, or have another workspace */
  if (self->workspace != REMIT_WORKSPACE (source))
    return;
  if (done)
    tell (self);
  else
    remit_feedback_error (GTK_WIDGET (self->window), error);
}

static void
on_delete_confirmed (RemitPlanControl *self,
                     const char *response)
{
  if (g_str_equal (response, "delete") && get_plan (self) != NULL)
    remit_workspace_run_async (self->workspace, delete_in_thread,
                               g_memdup2 (&self->plan, sizeof self->plan), g_free, on_deleted,
                               g_object_ref (self));
}

static void
confirm_delete (RemitPlanControl *self,
                const char *consequence)
{
  const char *name = remit_entity_get_text (get_plan (self), REMIT_PLAN_NAME);
  GtkWidget *widget = adw_message_dialog_new (self->window, NULL, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_format_heading (dialog, _ ("Delete “%s”?"), name);
  if (*consequence != '\0')
    /* Translators: what goes with a plan: "3 teams and 12 slots" */
    adw_message_dialog_format_body (dialog, _ ("With it go: %s. You can undo this."), consequence);
  else
    adw_message_dialog_set_body (dialog, _ ("The plan is empty. You can undo this."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_confirmed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_delete_plan (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  RemitPlanControl *self = data;
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  if (remit_design_can_delete (self->workspace, REMIT_KIND_PLAN, self->plan, &consequence, &error))
    confirm_delete (self, consequence);
  else
    remit_feedback_error (GTK_WIDGET (self->window), error);
}

/* ── The status ───────────────────────────────────────────────────────────────────────────── */

static const char *
get_status (RemitPlanControl *self)
{
  const RemitChoice *choices = remit_plan_info.fields[REMIT_PLAN_STATUS].choices;
  RemitEntity *plan = get_plan (self);

  return plan != NULL ? choices[remit_entity_get_integer (plan, REMIT_PLAN_STATUS)].nick : "";
}

/* The state of the action follows when the plan has changed. */
static void
on_set_status (GSimpleAction *action,
               GVariant *status,
               gpointer data)
{
  RemitPlanControl *self = data;
  const char *nick = g_variant_get_string (status, NULL);
  g_autoptr (GError) error = NULL;

  if (get_plan (self) == NULL || g_str_equal (nick, get_status (self)))
    return;

  if (remit_design_change (self->workspace, REMIT_KIND_PLAN, self->plan, REMIT_PLAN_STATUS, nick,
                           &error))
    tell (self);
  else
    remit_feedback_error (GTK_WIDGET (self->window), error);
}

/* ── The control ──────────────────────────────────────────────────────────────────────────── */

static const GActionEntry of_plan[] = {
  { .name = "rename-plan", .activate = on_rename_plan },
  { .name = "duplicate-plan", .activate = on_duplicate_plan },
  { .name = "delete-plan", .activate = on_delete_plan },
  { .name = "plan-status", .parameter_type = "s", .state = "''", .change_state = on_set_status },
};

static const GActionEntry of_workspace[] = {
  { .name = "new-plan", .activate = on_new_plan },
  { .name = "new-plan-from-template", .activate = on_new_from_template, .parameter_type = "s" },
  { .name = "choose-plan", .activate = on_choose_plan, .parameter_type = "x" },
};

static void
enable (RemitPlanControl *self,
        const GActionEntry *entries,
        guint n,
        gboolean enabled)
{
  for (guint i = 0; i < n; i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), entries[i].name)),
      enabled);
}

static void
update (RemitPlanControl *self)
{
  GAction *status;

  if (self->window == NULL)
    return;
  status = g_action_map_lookup_action (G_ACTION_MAP (self->window), "plan-status");
  g_simple_action_set_state (G_SIMPLE_ACTION (status), g_variant_new_string (get_status (self)));
  enable (self, of_plan, G_N_ELEMENTS (of_plan), get_plan (self) != NULL);
  enable (self, of_workspace, G_N_ELEMENTS (of_workspace), self->workspace != NULL);
}

static void
remit_plan_control_dispose (GObject *object)
{
  RemitPlanControl *self = REMIT_PLAN_CONTROL (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (remit_plan_control_parent_class)->dispose (object);
}

static guint
add_signal (RemitPlanControlClass *klass,
            const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
remit_plan_control_class_init (RemitPlanControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_plan_control_dispose;

  signals[CHOSEN] = add_signal (klass, "chosen");
  signals[CREATED] = add_signal (klass, "created");
}

static void
remit_plan_control_init (RemitPlanControl *self)
{
  self->signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
}

RemitPlanControl *
remit_plan_control_new (GtkApplicationWindow *window)
{
  RemitPlanControl *self = g_object_new (REMIT_TYPE_PLAN_CONTROL, NULL);

  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), of_plan, G_N_ELEMENTS (of_plan), self);
  g_action_map_add_action_entries (G_ACTION_MAP (window), of_workspace,
                                   G_N_ELEMENTS (of_workspace), self);
  update (self);
  return self;
}

void
remit_plan_control_set_plan (RemitPlanControl *self,
                             RemitWorkspace *workspace,
                             gint64 plan)
{
  g_return_if_fail (REMIT_IS_PLAN_CONTROL (self));

  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->signals, workspace);
  self->plan = plan;
  update (self);
}

gint64
remit_plan_choose (RemitWorkspace *workspace,
                   const char *path)
{
  GListModel *plans = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  gint64 chosen = remit_state_get_plan (path);

  if (chosen != 0 && remit_workspace_get (workspace, REMIT_KIND_PLAN, chosen) != NULL)
    return chosen;

  chosen = 0;
  for (guint i = g_list_model_get_n_items (plans); i > 0; i--)
    {
      g_autoptr (RemitEntity) plan = g_list_model_get_item (plans, i - 1);

      if (remit_entity_get_integer (plan, REMIT_PLAN_STATUS) != REMIT_PLAN_STATUS_ARCHIVED)
        return remit_entity_get_id (plan);
      chosen = remit_entity_get_id (plan);
    }
  return chosen;
}
