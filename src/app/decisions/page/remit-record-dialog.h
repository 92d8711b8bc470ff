/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds an entry to the log of a decision: input, objection, outcome or review. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_RECORD_DIALOG (remit_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitRecordDialog, remit_record_dialog, REMIT, RECORD_DIALOG, AdwWindow)

/**
 * remit_record_dialog_present:
 * @parent: whose window says what was done
 */
void remit_record_dialog_present (GtkWidget *parent,
                                  RemitWorkspace *workspace,
                                  gint64 decision,
                                  RemitDecisionEventKind kind);
