/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds somebody for a slot: the best fit first. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_ASSIGN_DIALOG (remit_assign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitAssignDialog, remit_assign_dialog, REMIT, ASSIGN_DIALOG, AdwWindow)

/** @parent: the widget that tells what was done */
void remit_assign_dialog_present (GtkWidget *parent,
                                  RemitWorkspace *workspace,
                                  gint64 slot);

G_END_DECLS
