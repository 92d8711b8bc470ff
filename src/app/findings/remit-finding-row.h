/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: the problem, why it matters, its source, and the repairs. */
#pragma once

#include <adwaita.h>

#include "check/findings/remit-finding.h"
#include "remit-finding-picks.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_FINDING_ROW (remit_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingRow, remit_finding_row, REMIT, FINDING_ROW, GtkBox)

/**
 * RemitFindingPlace:
 * @plan: in which it was found
 * @picks: where it is selected
 * @with_rule: whether the title and the reason of the rule are shown, too
 *
 * Where a finding is shown.
 */
typedef struct {
  RemitWorkspace *workspace;
  gint64 plan;
  RemitFindingPicks *picks;
  gboolean with_rule;
} RemitFindingPlace;

/** @finding: (nullable): or %NULL to let go of what was shown; @place is nothing then */
void remit_finding_row_bind (RemitFindingRow *self,
                             const RemitFindingPlace *place,
                             RemitFinding *finding);

/** Selects the finding, or no longer. */
void remit_finding_row_toggle (RemitFindingRow *self);
