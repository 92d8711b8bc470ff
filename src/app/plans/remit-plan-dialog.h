/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small dialogs about one plan: new, rename, duplicate. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

typedef enum {
  REMIT_PLAN_DIALOG_NEW,
  REMIT_PLAN_DIALOG_RENAME,
  REMIT_PLAN_DIALOG_DUPLICATE,
} RemitPlanDialogKind;

/**
 * RemitPlanDialog:
 *
 * Asks for a plan's name, does what it is for, and tells the user; a new plan is shown.
 */
#define REMIT_TYPE_PLAN_DIALOG (remit_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanDialog, remit_plan_dialog, REMIT, PLAN_DIALOG, AdwMessageDialog)

RemitPlanDialog *remit_plan_dialog_new (GtkWindow *parent,
                                        RemitWorkspace *workspace,
                                        RemitPlanDialogKind kind,
                                        gint64 plan);
