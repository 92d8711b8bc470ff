/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a file, step by step: how its columns are taken, what would happen, what did. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-exchange.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitImportDialog:
 *
 * Signal `done` (gint64 plan): the file was imported; with the plan that it was imported into or
 * as, 0 for none.
 */
#define REMIT_TYPE_IMPORT_DIALOG (remit_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportDialog, remit_import_dialog, REMIT, IMPORT_DIALOG, AdwWindow)

/**
 * remit_import_dialog_new:
 * @plan: whose decision rights the file has, as CSV; 0 for a file with a plan as XML, or with
 *   people or seats as CSV
 */
RemitImportDialog *remit_import_dialog_new (GtkWindow *parent,
                                            RemitWorkspace *workspace,
                                            gint64 plan,
                                            const char *path);

/** Returns: what is shown: `busy`, `columns`, `matrix`, `preview`, `result` or `refused` */
const char *remit_import_dialog_get_step (RemitImportDialog *self);

/** What the button at the end of the header does: the next step. */
void remit_import_dialog_go_on (RemitImportDialog *self);
