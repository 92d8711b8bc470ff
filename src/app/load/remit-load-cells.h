/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of load as the cells of a grid. */
#pragma once

#include "plan/load/remit-load-chart.h"
#include "store/workspace/remit-workspace.h"
#include "widgets/charts/remit-cell-grid.h"

/**
 * RemitLoadCells:
 *
 * The rows of a chart that a filter lets through, below the sum of all; and what they say.
 */
typedef struct _RemitLoadCells RemitLoadCells;

/** @chart: (transfer full) */
RemitLoadCells *remit_load_cells_new (RemitLoadChart *chart,
                                      RemitWorkspace *workspace);
void remit_load_cells_free (RemitLoadCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLoadCells, remit_load_cells_free)

/**
 * remit_load_cells_filter:
 * @words: (nullable): what names have in them, whatever the case
 * @state: a #RemitLoadState, of which %REMIT_LOAD_FREE has %REMIT_LOAD_NONE with it; -1 for any
 *
 * Returns: how many rows are left, without the sum
 */
guint remit_load_cells_filter (RemitLoadCells *self,
                               const char *words,
                               int state);

/** What a grid reads, until the filter or the chart is another. */
RemitCellSource remit_load_cells_get_source (RemitLoadCells *self);

/** Returns: the person, team or role of a row of the grid, or 0; and what it is */
gint64 remit_load_cells_get_entity (RemitLoadCells *self,
                                    guint row,
                                    RemitKind *kind);
