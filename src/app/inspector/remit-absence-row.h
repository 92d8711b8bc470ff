/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An absence of a person. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_ABSENCE_ROW (remit_absence_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitAbsenceRow, remit_absence_row, REMIT, ABSENCE_ROW, AdwExpanderRow)

/** @subject: the kind of the entity whose form it stands in */
GtkWidget *remit_absence_row_new (RemitWorkspace *workspace,
                                  RemitEntity *entity,
                                  RemitKind subject);

G_END_DECLS
