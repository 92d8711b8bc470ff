/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds anything by typed text and goes there, or runs the action. */
#pragma once

#include <adwaita.h>

#include "check/remit-checker.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_FIND_DIALOG (remit_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindDialog, remit_find_dialog, REMIT, FIND_DIALOG, AdwWindow)

/**
 * remit_find_dialog_present:
 * @window: a window with the actions and properties of #RemitWindow
 * @checker: (nullable): of the plan
 */
void remit_find_dialog_present (GtkWidget *window,
                                RemitWorkspace *workspace,
                                gint64 plan,
                                RemitChecker *checker);
