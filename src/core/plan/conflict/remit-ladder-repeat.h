/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of a ladder on which the same person is asked again. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_ladder_dup_repeats:
 * @rungs: (element-type RemitRecord): of a ladder or of a conflict, first to last
 * @team: the team that conflicts are in, 0 for the plan
 *
 * A level where nobody but one person is, who is alone on a level before, too, brings nothing new:
 * a conflict is escalated to a person who could not resolve it before.
 *
 * Returns: (transfer full): a sentence for each such level, a line each: "Levels 1 and 3 are the
 *   same person: Ada"; empty when there is none
 */
char *remit_ladder_dup_repeats (RemitWorkspace *workspace,
                                GPtrArray *rungs,
                                gint64 team);
