/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that names the plan of the window, with the menu of plans and what can be done. */
#include <glib/gi18n.h>

#include "compare/remit-adopt-dialog.h"
#include "compare/remit-compare-dialog.h"
#include "remit-plan-content.h"
#include "remit-plan-dialog.h"
#include "remit-plan-list.h"
#include "remit-plan-row.h"
#include "remit-template-dialog.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-try.h"
#include "widgets/remit-view.h"

/**
 * RemitPlanButton:
 *
 * Has the actions of a window that create, rename, duplicate, compare, adopt, publish and delete
 * plans, and `win.show-plans`, which opens the menu.
 */
#define REMIT_TYPE_PLAN_BUTTON (remit_plan_button_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanButton, remit_plan_button, REMIT, PLAN_BUTTON, RemitView)

struct _RemitPlanButton
{
  RemitView parent_instance;

  GtkMenuButton *button;
  GtkLabel *name;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (RemitPlanButton, remit_plan_button, REMIT_TYPE_VIEW)

static RemitEntity *
get_plan (RemitView *view)
{
  if (!remit_view_has_plan (view))
    return NULL;
  return remit_workspace_get (remit_view_get_workspace (view), REMIT_KIND_PLAN,
                              remit_view_get_plan (view));
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
on_show_plans (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  gtk_menu_button_popup (REMIT_PLAN_BUTTON (data)->button);
}

static void
on_plan_dialog (GSimpleAction *action,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  RemitPlanDialogKind kind = g_str_equal (name, "new-plan")      ? REMIT_PLAN_DIALOG_NEW
                             : g_str_equal (name, "rename-plan") ? REMIT_PLAN_DIALOG_RENAME
                                                                 : REMIT_PLAN_DIALOG_DUPLICATE;
  RemitPlanDialog *dialog =
    remit_plan_dialog_new (GTK_WINDOW (gtk_widget_get_root (data)),
                           remit_view_get_workspace (data), kind, remit_view_get_plan (data));

  remit_dialog_present (GTK_WINDOW (dialog));
}

static void
on_new_from_template (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  RemitTemplateDialog *dialog =
    remit_template_dialog_new (GTK_WINDOW (gtk_widget_get_root (data)),
                               remit_view_get_workspace (data), 0,
                               g_variant_get_string (parameter, NULL));

  remit_dialog_present (GTK_WINDOW (dialog));
}

static void
on_add_teams (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  RemitTemplateDialog *dialog =
    remit_template_dialog_new (GTK_WINDOW (gtk_widget_get_root (data)),
                               remit_view_get_workspace (data), remit_view_get_plan (data), "");

  remit_dialog_present (GTK_WINDOW (dialog));
}

static void
on_delete_plan (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  remit_delete_ask (data, remit_view_get_workspace (data), REMIT_KIND_PLAN,
                    remit_view_get_plan (data));
}

/* ── Scenarios ────────────────────────────────────────────────────────────────────────────── */

static void
on_compare_plan (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  remit_compare_dialog_present (data, remit_view_get_workspace (data),
                                remit_view_get_plan (data));
}

static void
on_adopt_plan (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  gboolean adopts = g_str_equal (g_action_get_name (G_ACTION (action)), "adopt-plan");

  remit_adopt_dialog_present (data, remit_view_get_workspace (data), remit_view_get_plan (data),
                              adopts ? REMIT_ADOPT : REMIT_REFRESH);
}

/* ── The status ───────────────────────────────────────────────────────────────────────────── */

static const char *
get_status (RemitEntity *plan)
{
  const RemitChoice *choices = remit_plan_info.fields[REMIT_PLAN_STATUS].choices;

  return plan != NULL ? choices[remit_entity_get_integer (plan, REMIT_PLAN_STATUS)].nick : "";
}

/* The state of the action follows when the plan has changed. */
static void
on_set_status (GSimpleAction *action,
               GVariant *status,
               gpointer data)
{
  RemitEntity *plan = get_plan (data);
  RemitWorkspace *workspace = remit_view_get_workspace (data);
  const char *nick = g_variant_get_string (status, NULL);

  if (plan != NULL && !g_str_equal (nick, get_status (plan)))
    remit_try_change (data, workspace, REMIT_KIND_PLAN, remit_entity_get_id (plan),
                      REMIT_PLAN_STATUS, nick, NULL);
}

/* ── The button ───────────────────────────────────────────────────────────────────────────── */

static const RemitViewAction actions[] = {
  { { .name = "rename-plan", .activate = on_plan_dialog }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "duplicate-plan", .activate = on_plan_dialog }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "delete-plan", .activate = on_delete_plan }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "compare-plan", .activate = on_compare_plan }, REMIT_VIEW_NEEDS_PLAN },
  { { .name = "adopt-plan", .activate = on_adopt_plan }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "refresh-plan", .activate = on_adopt_plan }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "plan-status", .parameter_type = "s", .state = "''", .change_state = on_set_status },
    REMIT_VIEW_CHANGES_PLAN },
  { { .name = "new-plan", .activate = on_plan_dialog }, REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "new-plan-from-template", .activate = on_new_from_template, .parameter_type = "s" },
    REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "add-teams-from-template", .activate = on_add_teams }, REMIT_VIEW_CHANGES_PLAN },
  { { .name = "show-plans", .activate = on_show_plans }, REMIT_VIEW_NEEDS_WORKSPACE },
};

/* What is no scenario has nothing that it could go into. */
static void
enable_scenario (RemitView *view,
                 RemitEntity *plan)
{
  gboolean is_scenario = plan != NULL && remit_entity_get_integer (plan, REMIT_PLAN_BASE) != 0
                         && !remit_store_is_read_only (
                           remit_workspace_get_store (remit_view_get_workspace (view)));

  remit_view_enable_action (view, "adopt-plan", is_scenario);
  remit_view_enable_action (view, "refresh-plan", is_scenario);
}

static void
remit_plan_button_update (RemitView *view)
{
  RemitPlanButton *self = REMIT_PLAN_BUTTON (view);
  RemitEntity *plan = get_plan (view);
  g_autofree char *status = plan != NULL ? remit_plan_row_dup_status (plan) : NULL;

  gtk_label_set_text (self->name,
                      plan != NULL ? remit_entity_get_text (plan, REMIT_PLAN_NAME) : _ ("No Plan"));
  gtk_label_set_text (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  enable_scenario (view, plan);
  remit_view_set_action_state (view, "plan-status",
                               g_variant_new_string (get_status (plan)));
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer self)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  remit_menu_fill (button, "plan", NULL);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)),
                              GTK_WIDGET (remit_view_new (REMIT_TYPE_PLAN_LIST, self)), "plans");
}

/* ── Dragged to other programs ────────────────────────────────────────────────────────────── */

/* The header bar would move the window with the plan. */
static void
keep_window (GtkWidget *widget)
{
  GtkWidget *handle = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_HANDLE);
  g_autoptr (GListModel) controllers = handle != NULL ? gtk_widget_observe_controllers (handle)
                                                      : NULL;

  for (guint i = 0; handle != NULL && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_gesture_set_state (GTK_GESTURE (controller), GTK_EVENT_SEQUENCE_DENIED);
    }
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double x,
            double y,
            gpointer data)
{
  if (get_plan (data) == NULL)
    return NULL;
  keep_window (data);
  return remit_plan_content_new (remit_view_get_workspace (data), remit_view_get_plan (data));
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag *drag,
               RemitPlanButton *self)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_text (self->name));

  gtk_widget_add_css_class (label, "remit-drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

static void
add_drag_source (RemitPlanButton *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->button));

  /* before the button is pressed by it */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_plan_button_class_init (RemitPlanButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  REMIT_VIEW_CLASS (klass)->actions = actions;
  REMIT_VIEW_CLASS (klass)->n_actions = G_N_ELEMENTS (actions);
  REMIT_VIEW_CLASS (klass)->update = remit_plan_button_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-plan-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPlanButton, button);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanButton, name);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanButton, status);
}

static void
remit_plan_button_init (RemitPlanButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, on_menu_wanted, self, NULL);
  add_drag_source (self);
}
