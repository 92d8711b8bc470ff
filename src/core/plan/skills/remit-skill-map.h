/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has which skills, beside what is needed: people by skills, or teams by skills. */
#pragma once

#include "remit-standing.h"
#include "store/remit-store.h"

/**
 * RemitSkillMapBy:
 * @REMIT_SKILL_MAP_PEOPLE: a row for each person who is in the plan, now or later
 * @REMIT_SKILL_MAP_EVERYBODY: a row for each person of the workspace
 * @REMIT_SKILL_MAP_TEAMS: a row for each team of the plan
 */
typedef enum {
  REMIT_SKILL_MAP_PEOPLE,
  REMIT_SKILL_MAP_EVERYBODY,
  REMIT_SKILL_MAP_TEAMS,
} RemitSkillMapBy;

/**
 * RemitSkillCell:
 * @level: the person's; of a team, the highest of those who are in it, 0 when nobody has the skill
 * @needed: the highest level that the slots need which the person is in, or those of the team; 0
 *   when none needs it
 * @target: the highest level that these aim at; at least @needed
 * @critical: whether one of them needs it critically
 * @standing: what the level rests on; of a team, the best of those who have it at the level needed
 * @n_people: of a team, how many in it have it at the level needed, or at all when none is needed
 * @n_near: of a team, how many in it are one level below what is needed
 */
typedef struct {
  int level;
  int needed;
  int target;
  gboolean critical;
  RemitStanding standing;
  guint n_people;
  guint n_near;
} RemitSkillCell;

/** Returns: whether less is there than is needed */
gboolean remit_skill_cell_is_gap (const RemitSkillCell *cell);

/**
 * RemitSkillColumn:
 * @skill: its id
 * @category: the group that it is listed in; may be empty
 * @n_slots: how many slots of the plan need it
 * @n_critical: for how many of them it is critical
 * @needed: the lowest level that a slot needs, 0 when none does
 * @n_people: how many people of the plan have it at that level, or at all when none is needed: its
 *   bus factor
 * @n_needing: cells in which it is needed
 * @n_gaps: those of them with less than that
 */
typedef struct {
  gint64 skill;
  char *name;
  char *category;
  guint n_slots;
  guint n_critical;
  int needed;
  guint n_people;
  guint n_needing;
  guint n_gaps;
} RemitSkillColumn;

/** @id: of the person or the team; @n_needed: cells in which a skill is needed; @n_gaps: those of
 * them with less than that */
typedef struct {
  gint64 id;
  char *name;
  guint n_needed;
  guint n_gaps;
} RemitSkillRow;

/**
 * RemitSkillMap:
 * @rows: (element-type RemitSkillRow): in the order of their names
 * @columns: (element-type RemitSkillColumn): by category and name
 *
 * A copy: nothing in it belongs to a workspace, so that any thread can read it.
 */
typedef struct {
  RemitSkillMapBy by;
  GArray *rows;
  GArray *columns;
  GHashTable *cells; /* (private): by row and column */
} RemitSkillMap;

/**
 * remit_skill_map_read:
 * @store: a connection of the calling thread
 * @only_needed: whether skills are left out that no slot of the plan needs
 * @today: a Julian day number as in #GDate; what is over by then does not count
 *
 * Returns: (transfer full) (nullable): %NULL on errors, and when it was cancelled
 */
RemitSkillMap *remit_skill_map_read (RemitStore *store,
                                     gint64 plan,
                                     RemitSkillMapBy by,
                                     gboolean only_needed,
                                     gint64 today,
                                     GCancellable *cancellable,
                                     GError **error);
void remit_skill_map_free (RemitSkillMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSkillMap, remit_skill_map_free)

/** Returns: (transfer none) (nullable): %NULL when the skill is neither there nor needed */
const RemitSkillCell *remit_skill_map_get (const RemitSkillMap *self,
                                           guint row,
                                           guint column);

/** Returns: (transfer full): what a cell says: "level 2, level 3 is required, Self-assessed".
 *   @cell: (nullable) */
char *remit_skill_map_dup_cell (const RemitSkillMap *self,
                                const RemitSkillCell *cell);

/** Returns: (transfer full): what a skill comes to: "2 people at level 3 or above, required by 3
 *   slots" */
char *remit_skill_map_dup_column (const RemitSkillMap *self,
                                  guint column);
