/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resolves a conflict: the approach, the outcome, and the resulting decision. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_RESOLVE_DIALOG (remit_resolve_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitResolveDialog, remit_resolve_dialog, REMIT, RESOLVE_DIALOG, AdwWindow)

void remit_resolve_dialog_present (GtkWidget *parent,
                                   RemitWorkspace *workspace,
                                   RemitEntity *conflict);
