/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in the list of conflicts: title, severity, owner and due date. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_CONFLICT_ROW (remit_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictRow, remit_conflict_row, REMIT, CONFLICT_ROW, GtkBox)

/** @conflict: (nullable) */
void remit_conflict_row_bind (RemitConflictRow *self,
                              RemitWorkspace *workspace,
                              RemitEntity *conflict);
