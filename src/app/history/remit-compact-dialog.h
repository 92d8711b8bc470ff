/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the day up to which history is archived, and for the file; then archives it. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_COMPACT_DIALOG (remit_compact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitCompactDialog, remit_compact_dialog, REMIT, COMPACT_DIALOG,
                      AdwMessageDialog)

/** @parent: tells what came of it */
RemitCompactDialog *remit_compact_dialog_new (GtkWindow *parent,
                                              RemitWorkspace *workspace);
