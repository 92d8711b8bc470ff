/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One conflict in the list: what it is, how bad, who has it, and until when. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_CONFLICT_ROW (remit_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictRow, remit_conflict_row, REMIT, CONFLICT_ROW, GtkBox)

/** @conflict: (nullable) */
void remit_conflict_row_bind (RemitConflictRow *self,
                              RemitWorkspace *workspace,
                              RemitEntity *conflict);
