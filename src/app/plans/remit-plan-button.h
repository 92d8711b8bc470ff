/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that names the plan of the window, with the menu of plans and what can be done. */
#pragma once

#include "widgets/remit-view.h"

G_BEGIN_DECLS

/**
 * RemitPlanButton:
 *
 * Has the actions of a window that create, rename, duplicate, publish and delete plans, and
 * `win.show-plans`, which opens the menu.
 */
#define REMIT_TYPE_PLAN_BUTTON (remit_plan_button_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanButton, remit_plan_button, REMIT, PLAN_BUTTON, RemitView)

G_END_DECLS
