/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of a workspace, to choose one. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitPlanList:
 *
 * Activating a row activates `win.choose-plan` with the id of the plan.
 */
#define REMIT_TYPE_PLAN_LIST (remit_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanList, remit_plan_list, REMIT, PLAN_LIST, RemitView)
