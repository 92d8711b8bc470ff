/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a file, step by step: how its columns are taken, what would happen, what did. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-exchange.h"
#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitImportDialog:
 *
 * Property `step`: the name of the step that is shown: `busy`, `columns`, `matrix`, `preview`,
 * `result`, `refused`.
 *
 * Signal `done` (gint64 plan): the file was imported; with the plan that it was imported into or
 * as, 0 for none.
 */
#define REMIT_TYPE_IMPORT_DIALOG (remit_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportDialog, remit_import_dialog, REMIT, IMPORT_DIALOG, AdwWindow)

/**
 * remit_import_dialog_new:
 * @path: a plan as XML, or people or seats as CSV
 */
RemitImportDialog *remit_import_dialog_new (GtkWindow *parent,
                                            RemitWorkspace *workspace,
                                            const char *path);

/** The same for the decision rights of a plan, as CSV. */
RemitImportDialog *remit_import_dialog_new_matrix (GtkWindow *parent,
                                                   RemitWorkspace *workspace,
                                                   gint64 plan,
                                                   const char *path);

const char *remit_import_dialog_get_step (RemitImportDialog *self);

/** What the button at the end of the header does: the next step. */
void remit_import_dialog_go_on (RemitImportDialog *self);

G_END_DECLS
