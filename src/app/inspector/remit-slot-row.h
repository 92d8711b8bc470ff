/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot, in the form of its team. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_SLOT_ROW (remit_slot_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSlotRow, remit_slot_row, REMIT, SLOT_ROW, AdwActionRow)

/** @subject: the kind of the entity whose form it stands in */
GtkWidget *remit_slot_row_new (RemitWorkspace *workspace,
                               RemitEntity *entity,
                               RemitKind subject);

G_END_DECLS
