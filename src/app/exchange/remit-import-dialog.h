/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import assistant: columns, preview, result. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-import-source.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitImportDialog:
 *
 * Signal `done` (gint64 plan): the file was imported; with the plan that it was imported into or
 * as, 0 for none. Signal `undo`: the user wants it taken back.
 */
#define REMIT_TYPE_IMPORT_DIALOG (remit_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportDialog, remit_import_dialog, REMIT, IMPORT_DIALOG, AdwWindow)

/**
 * remit_import_dialog_new:
 * @plan: the plan that decision rights go into; 0 for none, and then there are none
 * @input: the file, or what is on the clipboard
 * @content: what it holds, if that is known; the user can say otherwise
 */
RemitImportDialog *remit_import_dialog_new (GtkWindow *parent,
                                            RemitWorkspace *workspace,
                                            gint64 plan,
                                            const RemitSheetInput *input,
                                            RemitImportContent content);

/** Returns: what is shown: `busy`, `columns`, `matrix`, `preview`, `result` or `refused` */
const char *remit_import_dialog_get_step (RemitImportDialog *self);

/** What the button at the end of the header does: the next step. */
void remit_import_dialog_go_on (RemitImportDialog *self);
