/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks how much of a person's time a slot is to have. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_ALLOCATION_DIALOG (remit_allocation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitAllocationDialog, remit_allocation_dialog, REMIT, ALLOCATION_DIALOG,
                      AdwMessageDialog)

/** @parent: the widget that tells what was done */
void remit_allocation_dialog_present (GtkWidget *parent,
                                      RemitWorkspace *workspace,
                                      gint64 assignment);

G_END_DECLS
