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

/** By what rows and columns are in order; what is the same, by name. */
typedef enum {
  REMIT_SKILL_ORDER_NAME,
  REMIT_SKILL_ORDER_GAPS,     /* most first */
  REMIT_SKILL_ORDER_COVERAGE, /* least first */
  REMIT_SKILL_ORDER_HOLDERS,  /* of skills, the fewest first */
} RemitSkillOrder;

/** Takes effect with the next filter. */
void remit_skill_cells_set_order (RemitSkillCells *self,
                                  RemitSkillOrder order);

/** Whether there is also a row with the gaps of each skill, and a column before all others that
 * says what of each row is covered; takes effect with the next filter. */
void remit_skill_cells_set_edges (RemitSkillCells *self,
                                  gboolean edges);

/** Returns: how many rows come before those of people or teams */
guint remit_skill_cells_get_n_heads (RemitSkillCells *self);

/** What a grid reads, until the filter or the map is another. */
RemitCellSource remit_skill_cells_get_source (RemitSkillCells *self);

/** Returns: the person or the team of a row of the grid, or 0 */
gint64 remit_skill_cells_get_row (RemitSkillCells *self,
                                  guint row);
/** Returns: the skill of a column, or 0 */
gint64 remit_skill_cells_get_skill (RemitSkillCells *self,
                                    guint column);
/** Returns: the level that is needed in a cell less one: who has that could be trained; at least 1
 */
int remit_skill_cells_get_near (RemitSkillCells *self,
                                guint row,
                                guint column);
/** Returns: whether less is there than is needed */
gboolean remit_skill_cells_is_gap (RemitSkillCells *self,
                                   guint row,
                                   guint column);
