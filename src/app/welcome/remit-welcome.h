/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The welcome page, shown without a plan: ways to create one. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitWelcome:
 *
 * Shown instead of a board while the workspace has no plan.
 */
#define REMIT_TYPE_WELCOME (remit_welcome_get_type ())
G_DECLARE_FINAL_TYPE (RemitWelcome, remit_welcome, REMIT, WELCOME, RemitView)
