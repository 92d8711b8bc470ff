/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a plan, and creating, renaming, duplicating, publishing and deleting plans. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitPlanControl:
 *
 * The actions of a window on its plans: `win.new-plan`, `win.choose-plan`, `win.plan-status` and
 * so on. Signals, each with the id of a plan: `chosen`, which is to be shown; `created`, in which
 * one is going to work.
 */
#define REMIT_TYPE_PLAN_CONTROL (remit_plan_control_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanControl, remit_plan_control, REMIT, PLAN_CONTROL, GObject)

/** @window: gets the actions; the control does not keep it */
RemitPlanControl *remit_plan_control_new (GtkApplicationWindow *window);

/**
 * remit_plan_control_set_plan:
 * @workspace: (nullable)
 * @plan: the plan that the actions are about; 0 for none
 */
void remit_plan_control_set_plan (RemitPlanControl *self,
                                  RemitWorkspace *workspace,
                                  gint64 plan);

/**
 * remit_plan_choose:
 * @path: of the workspace
 *
 * Returns: the plan that was shown last, else the newest that is in use; 0 when there is none
 */
gint64 remit_plan_choose (RemitWorkspace *workspace,
                          const char *path);

G_END_DECLS
