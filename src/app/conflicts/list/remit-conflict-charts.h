/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of a plan's conflicts: open ones by age and level, time to resolution, types. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/** Gives @popover the charts of a plan, which are counted in a thread. */
void remit_conflict_charts_show (GtkPopover *popover,
                                 RemitWorkspace *workspace,
                                 gint64 plan);
