/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves a staffing problem, and proves how good the solution is. */
#include "remit-solver-private.h"

RemitSolution *
remit_solution_new (const RemitStaffing *problem)
{
  RemitSolution *self = g_new0 (RemitSolution, 1);

  /* one more than there are: an array of none would be NULL */
  self->chosen = g_new (guint, problem->vacancies->len + 1);
  for (guint i = 0; i < problem->vacancies->len; i++)
    self->chosen[i] = REMIT_OPTION_NONE;
  self->costs = g_new0 (double, problem->options->len + 1);
  self->values = g_new0 (double, problem->vacancies->len + 1);
  self->bound = G_MAXINT64;
  return self;
}

void
remit_solution_free (RemitSolution *self)
{
  g_free (self->chosen);
  g_free (self->costs);
  g_free (self->values);
  g_free (self);
}

double
remit_solution_get_gap (const RemitSolution *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->bound <= self->worth)
    return 0;
  return (double) (self->bound - self->worth) / (double) MAX (self->worth, 1);
}

RemitSolution *
remit_solver_run (const RemitStaffing *problem,
                  const RemitWorkControl *control)
{
  g_auto (RemitTaking) best = { NULL };
  g_autofree guint *greedy = NULL;
  gint64 worth;

  g_return_val_if_fail (problem != NULL && problem->first_rooms != NULL, NULL);

  if (remit_paths_apply (problem))
    return remit_paths_run (problem, control);
  remit_taking_init (&best, problem);
  remit_taking_sort (&best, NULL);
  remit_taking_be_greedy (&best, TRUE);
  greedy = g_memdup2 (best.chosen, problem->vacancies->len * sizeof (guint));
  worth = best.worth;
  remit_taking_reset (&best);
  remit_taking_be_greedy (&best, FALSE);
  if (best.worth < worth)
    remit_taking_set (&best, greedy);
  return remit_relaxation_run (problem, &best, control);
}
