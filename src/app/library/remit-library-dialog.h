/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds roles, skills, decisions or ladders from the library. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_LIBRARY_DIALOG (remit_library_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitLibraryDialog, remit_library_dialog, REMIT, LIBRARY_DIALOG, AdwWindow)

/**
 * remit_library_dialog_present:
 * @parent: whose window says what was done
 * @kind: one of %remit_library_kinds
 * @plan: for decisions and ladders; 0 for roles and skills, which are of the whole workspace
 * @team: the team that is offered first, or 0
 */
void remit_library_dialog_present (GtkWidget *parent,
                                   RemitWorkspace *workspace,
                                   RemitKind kind,
                                   gint64 plan,
                                   gint64 team);
