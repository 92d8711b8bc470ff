/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that names the plan of the window, with the menu of plans. */
#pragma once

#include "widgets/remit-view.h"

G_BEGIN_DECLS

#define REMIT_TYPE_PLAN_BUTTON (remit_plan_button_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanButton, remit_plan_button, REMIT, PLAN_BUTTON, RemitView)

/** Opens the menu. */
void remit_plan_button_popup (RemitPlanButton *self);

G_END_DECLS
