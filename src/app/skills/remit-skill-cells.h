/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of skills as the cells of a grid. */
#pragma once

#include "plan/skills/remit-skill-map.h"
#include "widgets/charts/remit-cell-grid.h"

/**
 * RemitSkillCells:
 *
 * The rows of a map that a filter lets through, below how many have each skill; and what they say.
 */
typedef struct _RemitSkillCells RemitSkillCells;

/** @map: (transfer full) */
RemitSkillCells *remit_skill_cells_new (RemitSkillMap *map);
void remit_skill_cells_free (RemitSkillCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSkillCells, remit_skill_cells_free)

/**
 * remit_skill_cells_filter:
 * @words: (nullable): what names have in them, whatever the case
 * @only_gaps: whether rows are left out that have all that is needed
 *
 * Returns: how many rows are left, without the first
 */
guint remit_skill_cells_filter (RemitSkillCells *self,
                                const char *words,
                                gboolean only_gaps);

/** What a grid reads, until the filter or the map is another. */
RemitCellSource remit_skill_cells_get_source (RemitSkillCells *self);

/** Returns: the person or the team of a row of the grid, or 0 */
gint64 remit_skill_cells_get_row (RemitSkillCells *self,
                                  guint row);
/** Returns: the skill of a column */
gint64 remit_skill_cells_get_skill (RemitSkillCells *self,
                                    guint column);
/** Returns: whether less is there than is needed */
gboolean remit_skill_cells_is_gap (RemitSkillCells *self,
                                   guint row,
                                   guint column);
