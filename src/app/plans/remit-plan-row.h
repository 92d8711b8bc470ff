/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan in the list from which the user chooses. */
#pragma once

#include <gtk/gtk.h>

#include "model/remit-plan.h"

G_BEGIN_DECLS

/**
 * RemitPlanRow:
 *
 * Properties: `plan` (RemitPlan), `current` (whether it is the one that is shown).
 */
#define REMIT_TYPE_PLAN_ROW (remit_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanRow, remit_plan_row, REMIT, PLAN_ROW, GtkListBoxRow)

GtkWidget *remit_plan_row_new (RemitPlan *plan);
RemitPlan *remit_plan_row_get_plan (RemitPlanRow *self);
void remit_plan_row_set_current (RemitPlanRow *self,
                                 gboolean current);

/** Returns: (transfer full): status and kind in words: "Draft", "Published scenario" */
char *remit_plan_row_dup_status (RemitPlan *plan);

G_END_DECLS
