/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board asks: each presents a dialog above the window of @parent, which is told what came
 * of it, with Undo. */
#pragma once

#include <adwaita.h>

#include "widgets/remit-attempts.h"

/** Asks which role a new slot of @team is for. @created is told its id. */
void remit_add_slot_dialog_present (GtkWidget *parent,
                                    RemitWorkspace *workspace,
                                    gint64 team,
                                    RemitTriedFunc created);

#define REMIT_TYPE_ALLOCATION_DIALOG (remit_allocation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitAllocationDialog, remit_allocation_dialog, REMIT, ALLOCATION_DIALOG, AdwMessageDialog)

/** Asks how much of a person's time a slot is to have. */
void
remit_allocation_dialog_present (GtkWidget *parent, RemitWorkspace *workspace, gint64 assignment);
