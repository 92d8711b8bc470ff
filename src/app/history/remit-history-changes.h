/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changed fields of an entry, old and new, with links to their entities. */
#pragma once

#include <adwaita.h>

#include "remit-history-item.h"
#include "store/workspace/remit-workspace.h"

/** Returns: (transfer floating): what @item, which is expanded, has to show */
GtkWidget *remit_history_changes_new (RemitHistoryItem *item,
                                      RemitWorkspace *workspace);
