/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, in the form of either. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_ASSIGNMENT_ROW (remit_assignment_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitAssignmentRow, remit_assignment_row, REMIT, ASSIGNMENT_ROW,
                      AdwExpanderRow)

/** @subject: the kind of the entity whose form it stands in */
GtkWidget *remit_assignment_row_new (RemitWorkspace *workspace,
                                     RemitEntity *entity,
                                     RemitKind subject);

G_END_DECLS
