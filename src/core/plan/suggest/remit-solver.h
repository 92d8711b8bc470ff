/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves a staffing problem, and proves how good the solution is. */
#pragma once

#include "remit-staffing.h"
#include "store/remit-worker.h"

/* Stands for the option of a vacancy that stays open. */
#define REMIT_OPTION_NONE G_MAXUINT

/**
 * RemitSolution:
 * @chosen: for each vacancy the option that is taken, or %REMIT_OPTION_NONE
 * @worth: what all of them are worth
 * @bound: no solution is worth more than this
 * @costs: for each option, what the person's time is worth elsewhere: points that other vacancies
 *   would lose if it were taken (the duals of the limits)
 * @values: for each vacancy, what the best option is worth after its cost; 0 at least
 *
 * The value of a vacancy less what one of its options is worth after its cost is what all would
 * lose at least if that option were taken.
 */
typedef struct {
  guint *chosen;
  gint64 worth;
  gint64 bound;
  double *costs;
  double *values;
} RemitSolution;

void remit_solution_free (RemitSolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSolution, remit_solution_free)

/** Returns: by which share of @worth a better solution could be better, at most; 0 when proven */
double remit_solution_get_gap (const RemitSolution *self);

/**
 * remit_solver_run:
 * @problem: closed
 * @control: (nullable)
 *
 * Where nobody can fill two of their vacancies, it is an assignment problem, solved exactly by
 * shortest augmenting paths. Else a linear relaxation is solved, to which only those limits are
 * added that a solution does not keep, and only those options that may be worth it: the others are
 * priced by the duals, so that leaving them out changes nothing. What it says is rounded, mended
 * and improved by moving people along chains of slots; where few options are left that may be
 * better, branch and bound tells. It is never worse than what is found by taking the best option
 * again and again. The same problem has the same solution. For any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when it was cancelled
 */
RemitSolution *remit_solver_run (const RemitStaffing *problem,
                                 const RemitWorkControl *control);

/**
 * RemitAsker:
 *
 * Tells what a solution would lose by another option.
 */
typedef struct _RemitAsker RemitAsker;

/** Both have to stay as long as it is there. */
RemitAsker *remit_asker_new (const RemitStaffing *problem,
                             const RemitSolution *solution);
void remit_asker_free (RemitAsker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAsker, remit_asker_free)

/** Returns: by how many points the best way that is found to have @option, which the solution does
 *   not take, is worth less; what it costs others is in it */
gint64 remit_asker_ask (RemitAsker *self,
                        guint option);
