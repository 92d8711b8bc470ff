/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes one of two people, roles or skills that are the same; shows beforehand what that does. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_MERGE_DIALOG (remit_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitMergeDialog, remit_merge_dialog, REMIT, MERGE_DIALOG, AdwWindow)

/**
 * remit_merge_dialog_present:
 * @parent: whose window says what was done, with Undo
 * @keep: the one that is kept, if the user does not swap the two
 * @other: the one that goes, or 0 to have it chosen
 */
void remit_merge_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 keep,
                                 gint64 other);
