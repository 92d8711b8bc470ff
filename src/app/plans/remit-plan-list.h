/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of a workspace, to choose one. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitPlanList:
 *
 * Properties: `workspace` (nullable) and `plan`, the one that is shown. Activating a row activates
 * `win.choose-plan` with its id.
 */
#define REMIT_TYPE_PLAN_LIST (remit_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanList, remit_plan_list, REMIT, PLAN_LIST, AdwBin)

G_END_DECLS
