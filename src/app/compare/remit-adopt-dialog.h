/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a scenario over into its plan, or the other way: what is chosen, and clashes decided. */
#pragma once

#include <adwaita.h>

#include "plan/adopt/remit-adopt.h"

#define REMIT_TYPE_ADOPT_DIALOG (remit_adopt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitAdoptDialog, remit_adopt_dialog, REMIT, ADOPT_DIALOG, AdwWindow)

/** @parent: says afterwards what was done */
void remit_adopt_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 gint64 scenario,
                                 RemitAdoptVerb verb);
