/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a map of skills is filled. */
#pragma once

#include "remit-skill-map.h"

/** Returns: (transfer full): an empty one */
RemitSkillMap *remit_skill_map_new (RemitSkillMapBy by);

/** Returns: (transfer none): the cell there, which is made when there is none, once all columns are
 * there */
RemitSkillCell *remit_skill_map_ensure (RemitSkillMap *self,
                                        guint row,
                                        guint column);

/** Brings the rows into the order of their names, before there are cells. */
void remit_skill_map_sort (RemitSkillMap *self);

/** Counts what is needed, and the gaps, of rows and columns, when all is there. */
void remit_skill_map_count (RemitSkillMap *self);
