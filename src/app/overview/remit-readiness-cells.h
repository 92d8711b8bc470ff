/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ready teams are to work, as the cells of a grid. */
#pragma once

#include "check/remit-checker.h"
#include "plan/overview/remit-overview.h"
#include "widgets/charts/remit-cell-grid.h"

/** What is said of a team. */
typedef enum {
  REMIT_READINESS_SLOTS,
  REMIT_READINESS_SKILLS,
  REMIT_READINESS_FINDINGS,
  REMIT_READINESS_DECISIONS,
  REMIT_READINESS_CONFLICTS,
  REMIT_N_READINESS,
} RemitReadiness;

/**
 * RemitReadinessCells:
 *
 * Teams with the most that is missing come first, in the order of the board where it is the same.
 */
typedef struct _RemitReadinessCells RemitReadinessCells;

/** @overview: has to stay as long as the cells do */
RemitReadinessCells *remit_readiness_cells_new (const RemitOverview *overview);
void remit_readiness_cells_free (RemitReadinessCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitReadinessCells, remit_readiness_cells_free)

/** Counts findings anew. @checker: (nullable): without one there are none */
void remit_readiness_cells_count_findings (RemitReadinessCells *self,
                                           RemitWorkspace *workspace,
                                           RemitChecker *checker);

/** What a grid reads, until findings are counted anew. */
RemitCellSource remit_readiness_cells_get_source (RemitReadinessCells *self);

/** Returns: (transfer none): the team of a row of the grid */
const RemitOverviewTeam *remit_readiness_cells_get_team (RemitReadinessCells *self,
                                                         guint row);

/** Returns: how many teams lack nothing */
guint remit_readiness_cells_count_ready (RemitReadinessCells *self);
