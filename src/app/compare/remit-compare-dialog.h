/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a plan differs from another one: rows by team, findings, and figures side by side. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_COMPARE_DIALOG (remit_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitCompareDialog, remit_compare_dialog, REMIT, COMPARE_DIALOG, AdwWindow)

/**
 * remit_compare_dialog_present:
 * @plan: is compared with the plan that it was copied from, or else with another one, until
 *   somebody chooses
 *
 * Presents the dialog, which follows changes of the workspace.
 */
void remit_compare_dialog_present (GtkWidget *parent,
                                   RemitWorkspace *workspace,
                                   gint64 plan);
