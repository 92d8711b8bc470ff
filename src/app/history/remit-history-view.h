/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the workspace, newest first. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_HISTORY_VIEW (remit_history_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryView, remit_history_view, REMIT, HISTORY_VIEW, AdwBin)

/** Shows all that ever happened to one entity, and to what is or was part of it. */
void remit_history_view_show_story (RemitHistoryView *self,
                                    RemitKind kind,
                                    gint64 id);

G_END_DECLS
