/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan in the list from which the user chooses. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_PLAN_ROW (remit_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanRow, remit_plan_row, REMIT, PLAN_ROW, GtkListBoxRow)

GtkWidget *remit_plan_row_new (RemitEntity *plan);

/** Returns: the id of the plan */
gint64 remit_plan_row_get_id (RemitPlanRow *self);

/** Shows the plan as it is now; @current: the id of the one that the window shows */
void remit_plan_row_update (RemitPlanRow *self,
                            gint64 current);

/** Returns: (transfer full): status and kind in words: "Draft", "Published scenario" */
char *remit_plan_row_dup_status (RemitEntity *plan);
