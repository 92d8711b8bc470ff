/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that names the plan of the window, with the menu of plans. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-plan-button.h"

#include <glib/gi18n.h>

#include "remit-plan-list.h"
#include "remit-plan-row.h"
#include "widgets/remit-menu.h"

struct _RemitPlanButton
{
  RemitView parent_instance;

  GtkMenuButton *button;
  GtkLabel *name;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (RemitPlanButton, remit_plan_button, REMIT_TYPE_VIEW)

static void
update (RemitPlanButton *self)
{
  RemitView *view = REMIT_VIEW (self);
  RemitEntity *plan = remit_view_has_plan (view)
                        ? remit_workspace_get (remit_view_get_workspace (view), REMIT_KIND_PLAN,
                                               remit_view_get_plan (view))
                        : NULL;
  g_autofree char *status = plan != NULL ? remit_plan_row_dup_status (REMIT_PLAN (plan)) : NULL;

  gtk_label_set_text (self->name,
                      plan != NULL ? remit_entity_get_text (plan, REMIT_PLAN_NAME) : _ ("No Plan"));
  gtk_label_set_text (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
}

static void
remit_plan_button_show_plan (RemitView *view,
                             RemitWorkspace *workspace,
                             gint64 plan)
{
  update (REMIT_PLAN_BUTTON (view));
}

static void
remit_plan_button_changed (RemitView *view,
                           GPtrArray *changes)
{
  update (REMIT_PLAN_BUTTON (view));
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

static void
remit_plan_button_class_init (RemitPlanButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  REMIT_VIEW_CLASS (klass)->show_plan = remit_plan_button_show_plan;
  REMIT_VIEW_CLASS (klass)->changed = remit_plan_button_changed;

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
}

void
remit_plan_button_popup (RemitPlanButton *self)
{
  g_return_if_fail (REMIT_IS_PLAN_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
