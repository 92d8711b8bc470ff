/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raises a conflict. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_RAISE_DIALOG (remit_raise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitRaiseDialog, remit_raise_dialog, REMIT, RAISE_DIALOG, AdwWindow)

/**
 * remit_raise_dialog_present:
 * @kind: what the conflict is about: a person, a slot, a team or a decision, or %REMIT_KIND_NONE
 *
 * Presents it above the window of @parent, with what follows from where it was raised.
 */
void remit_raise_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 gint64 plan,
                                 RemitKind kind,
                                 gint64 id);
