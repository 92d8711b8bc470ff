/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind a right: who holds it on which day. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_holder_get_people:
 * @right: a live right, whose plan is loaded
 * @day: the day
 *
 * P(h, t) of the rules: of a slot, the people assigned to it on that day; of a role, those in the
 * slots for it in the decision's team, or in the whole plan for a decision of the plan; a person.
 * Whoever is not there yet, or no longer, does not count; an absence does not take a right away.
 *
 * Returns: (transfer container) (element-type RemitEntity): each person once, by rising id
 */
GPtrArray *remit_holder_get_people (RemitWorkspace *workspace,
                                    RemitEntity *right,
                                    gint64 day);

/**
 * remit_holder_get_people_of_rung:
 * @rung: of a ladder or of a conflict
 * @team: the team that the conflict is in, 0 for the plan
 *
 * The same of a rung. A role stands for its slots in the team; when the team has none, for those of
 * the whole plan, since who is asked next is often outside.
 */
GPtrArray *remit_holder_get_people_of_rung (RemitWorkspace *workspace,
                                            const RemitRecord *rung,
                                            gint64 team,
                                            gint64 day);

/** The same for all rights of a decision whose letter has its holder do @part. */
GPtrArray *remit_holder_get_people_of_part (RemitWorkspace *workspace,
                                            RemitEntity *decision,
                                            RemitPart part,
                                            gint64 day);

/** Returns: (transfer container) (element-type RemitEntity): a decision's rights with that part */
GPtrArray *remit_holder_get_rights (RemitWorkspace *workspace,
                                    RemitEntity *decision,
                                    RemitPart part);

/** Returns: (transfer full): how the holder of a right is called: "Product manager" */
char *remit_holder_dup_name (RemitWorkspace *workspace,
                             RemitEntity *right);
