/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans side by side in figures, with the best of each. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_FIGURES_DIALOG (remit_figures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitFiguresDialog, remit_figures_dialog, REMIT, FIGURES_DIALOG, AdwWindow)

/**
 * remit_figures_dialog_present:
 * @parent: whose window it is above
 * @plan: the plan that comes first, with those that were copied from it or that it was copied from;
 *   others can be chosen
 */
void remit_figures_dialog_present (GtkWidget *parent,
                                   RemitWorkspace *workspace,
                                   gint64 plan);
