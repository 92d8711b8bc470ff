/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a plan, and making, renaming, duplicating, publishing and deleting plans. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "application/remit-state.h"
#include "plan/design/remit-design.h"
#include "plans/remit-plan-dialog.h"
#include "plans/remit-plan-list.h"
#include "plans/remit-plan-row.h"
#include "plans/remit-template-dialog.h"
#include "widgets/remit-feedback.h"

static RemitEntity *
get_plan (RemitWindow *self)
{
  if (self->workspace == NULL || self->plan == 0)
    return NULL;
  return remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
}

/* The one that was shown last time, else the newest that is in use. */
gint64
remit_window_plans_choose (RemitWindow *self)
{
  GListModel *plans = remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN);
  gint64 chosen = remit_state_get_plan (self->path);

  if (chosen != 0 && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, chosen) != NULL)
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

static void
show_plan (RemitWindow *self)
{
  RemitEntity *plan = get_plan (self);
  const char *name = plan != NULL ? remit_entity_get_text (plan, REMIT_PLAN_NAME) : _ ("No Plan");
  g_autofree char *status = plan != NULL ? remit_plan_row_dup_status (REMIT_PLAN (plan)) : NULL;
  /* Translators: the title of the window: the name of the plan, then that of the program */
  g_autofree char *title = plan != NULL ? g_strdup_printf (_ ("%s – Remit"), name) : NULL;

  gtk_label_set_text (self->plan_label, name);
  gtk_label_set_text (self->status_label, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), status != NULL);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Remit"));
  g_object_notify (G_OBJECT (self), "plan-status");
}

static void
enable_actions (RemitWindow *self)
{
  static const char *const of_plan[] = { "win.rename-plan", "win.duplicate-plan", "win.delete-plan",
                                         "win.plan-status", "win.export" };
  static const char *const of_workspace[] = { "win.new-plan", "win.new-plan-from-template",
                                              "win.import", "win.import-file" };

  for (guint i = 0; i < G_N_ELEMENTS (of_plan); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_plan[i], get_plan (self) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_workspace); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_workspace[i], self->workspace != NULL);
}

void
remit_window_plans_update (RemitWindow *self)
{
  if (self->workspace != NULL && get_plan (self) == NULL)
    {
      gint64 other = remit_window_plans_choose (self);

      if (other != self->plan)
        {
          remit_window_set_plan (self, other);
          return;
        }
    }

  g_signal_group_set_target (self->plan_signals, get_plan (self));
  show_plan (self);
  enable_actions (self);
  remit_window_views_update (self);
}

const char *
remit_window_get_plan_status (RemitWindow *self)
{
  const RemitChoice *choices = remit_plan_info.fields[REMIT_PLAN_STATUS].choices;
  RemitEntity *plan = get_plan (self);

  return plan != NULL ? choices[remit_entity_get_integer (plan, REMIT_PLAN_STATUS)].nick : "";
}

void
remit_window_set_plan_status (RemitWindow *self,
                              const char *nick)
{
  g_autoptr (GError) error = NULL;

  if (get_plan (self) == NULL || g_strcmp0 (nick, remit_window_get_plan_status (self)) == 0)
    return;

  if (remit_design_change (self->workspace, REMIT_KIND_PLAN, self->plan, REMIT_PLAN_STATUS, nick,
                           &error))
    remit_feedback_done (GTK_WIDGET (self), remit_workspace_get_undo_label (self->workspace));
  else
    remit_feedback_error (GTK_WIDGET (self), error);
}

static void
on_choose_plan (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 plan = g_variant_get_int64 (parameter);

  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, plan) != NULL)
    remit_window_set_plan (self, plan);
}

static void
on_done (RemitWindow *self,
         gint64 plan)
{
  remit_window_set_plan (self, plan);
  remit_feedback_done (GTK_WIDGET (self), remit_workspace_get_undo_label (self->workspace));
}

/* A new plan is there to be worked at, so the board is shown. */
static void
on_made (RemitWindow *self,
         gint64 plan)
{
  on_done (self, plan);
  adw_view_stack_set_visible_child_name (self->views, "board");
}

static void
present_plan_dialog (RemitWindow *self,
                     RemitPlanDialogKind kind)
{
  RemitPlanDialog *dialog =
    remit_plan_dialog_new (GTK_WINDOW (self), self->workspace, kind, self->plan);

  g_signal_connect_object (dialog, "done",
                           kind == REMIT_PLAN_DIALOG_RENAME ? G_CALLBACK (on_done)
                                                            : G_CALLBACK (on_made),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_new_plan (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  present_plan_dialog (REMIT_WINDOW (widget), REMIT_PLAN_DIALOG_NEW);
}

static void
on_rename_plan (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  present_plan_dialog (REMIT_WINDOW (widget), REMIT_PLAN_DIALOG_RENAME);
}

static void
on_duplicate_plan (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  present_plan_dialog (REMIT_WINDOW (widget), REMIT_PLAN_DIALOG_DUPLICATE);
}

static void
on_new_from_template (GtkWidget *widget,
                      const char *action_name,
                      GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitTemplateDialog *dialog =
    remit_template_dialog_new (GTK_WINDOW (self), self->workspace,
                               g_variant_get_string (parameter, NULL));

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
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
  g_autoptr (RemitWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error) != 0;

  /* the window may be gone, or have another workspace */
  if (self->workspace != REMIT_WORKSPACE (source))
    return;
  if (done)
    remit_feedback_done (GTK_WIDGET (self), remit_workspace_get_undo_label (self->workspace));
  else
    remit_feedback_error (GTK_WIDGET (self), error);
}

static void
on_delete_confirmed (RemitWindow *self,
                     const char *response)
{
  if (g_str_equal (response, "delete") && get_plan (self) != NULL)
    remit_workspace_run_async (self->workspace, delete_in_thread,
                               g_memdup2 (&self->plan, sizeof self->plan), g_free, on_deleted,
                               g_object_ref (self));
}

static void
confirm_delete (RemitWindow *self,
                const char *consequence)
{
  const char *name = remit_entity_get_text (get_plan (self), REMIT_PLAN_NAME);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
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
on_delete_plan (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  if (remit_design_can_delete (self->workspace, REMIT_KIND_PLAN, self->plan, &consequence, &error))
    confirm_delete (self, consequence);
  else
    remit_feedback_error (widget, error);
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer data)
{
  RemitWindow *self = data;
  GtkWidget *list;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  remit_window_fill_menu (button, "plan");
  list = g_object_new (REMIT_TYPE_PLAN_LIST, NULL);
  g_object_bind_property (self, "workspace", list, "workspace", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "plan", list, "plan", G_BINDING_SYNC_CREATE);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)), list,
                              "plans");
}

static void
on_show_plans (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  gtk_menu_button_popup (REMIT_WINDOW (widget)->plan_button);
}

void
remit_window_plans_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.choose-plan", "x", on_choose_plan);
  gtk_widget_class_install_action (widget_class, "win.show-plans", NULL, on_show_plans);
  gtk_widget_class_install_action (widget_class, "win.new-plan", NULL, on_new_plan);
  gtk_widget_class_install_action (widget_class, "win.new-plan-from-template", "s",
                                   on_new_from_template);
  gtk_widget_class_install_action (widget_class, "win.rename-plan", NULL, on_rename_plan);
  gtk_widget_class_install_action (widget_class, "win.duplicate-plan", NULL, on_duplicate_plan);
  gtk_widget_class_install_action (widget_class, "win.delete-plan", NULL, on_delete_plan);
  gtk_widget_class_install_property_action (widget_class, "win.plan-status", "plan-status");
}

void
remit_window_plans_init (RemitWindow *self)
{
  self->plan_signals = g_signal_group_new (REMIT_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "notify", G_CALLBACK (show_plan), self);
  gtk_menu_button_set_create_popup_func (self->plan_button, on_menu_wanted, self, NULL);
}
