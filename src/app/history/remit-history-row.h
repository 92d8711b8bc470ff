/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the history: time, author, change and, when expanded, the changed fields. */
#pragma once

#include <adwaita.h>

#include "remit-history-item.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_HISTORY_ROW (remit_history_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryRow, remit_history_row, REMIT, HISTORY_ROW, GtkWidget)

void remit_history_row_bind (RemitHistoryRow *self,
                             RemitWorkspace *workspace,
                             RemitHistoryItem *item);
void remit_history_row_unbind (RemitHistoryRow *self);

/** Says anew how long ago it was. */
void remit_history_row_update_time (RemitHistoryRow *self);

/** Shows anew what changed, with links to what is there now. */
void remit_history_row_update_changes (RemitHistoryRow *self);
