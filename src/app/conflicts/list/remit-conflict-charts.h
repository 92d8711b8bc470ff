/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of a plan's conflicts: open ones by age and level, time to resolution, types. */
#pragma once

#include <gtk/gtk.h>

#include "plan/conflict/remit-conflict-figures.h"
#include "store/workspace/remit-workspace.h"
#include "widgets/charts/remit-bars.h"

/** Gives @popover the charts of a plan, which are counted in a thread. */
void remit_conflict_charts_show (GtkPopover *popover,
                                 RemitWorkspace *workspace,
                                 gint64 plan);

/** Has @bars show the open conflicts by level and age. Returns: how many rows there are */
guint remit_conflict_charts_set_rungs (RemitBars *bars,
                                       const RemitConflictFigures *figures);
