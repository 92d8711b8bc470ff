/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding: what is wrong, why it matters, where it comes from, and what can be done. */
#pragma once

#include <adwaita.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_FINDING_ROW (remit_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingRow, remit_finding_row, REMIT, FINDING_ROW, GtkBox)

/** @finding: (nullable): or %NULL to let go of what was shown */
void remit_finding_row_bind (RemitFindingRow *self,
                             RemitWorkspace *workspace,
                             gint64 plan,
                             RemitFinding *finding);
