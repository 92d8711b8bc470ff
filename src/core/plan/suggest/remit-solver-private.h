/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the solver share. */
#pragma once

#include "remit-solver.h"

/**
 * RemitTaking:
 * @chosen: for each vacancy the option that is taken, or %REMIT_OPTION_NONE
 * @taken: for each person, the options taken
 * @order: the options by vacancy, within each in the order in which they are tried
 * @worth: of all that are taken
 *
 * A solution while it is searched for.
 */
typedef struct {
  const RemitStaffing *problem;
  guint *chosen;
  GArray **taken;
  guint *order;
  gint64 worth;
} RemitTaking;

void remit_taking_init (RemitTaking *self,
                        const RemitStaffing *problem);
void remit_taking_clear (RemitTaking *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitTaking, remit_taking_clear)

/** Returns: whether the option's person has room for it, and is in nothing that it rules out */
gboolean remit_taking_fits (const RemitTaking *self,
                            guint option);
void remit_taking_add (RemitTaking *self,
                       guint option);
void remit_taking_remove (RemitTaking *self,
                          guint vacancy);
void remit_taking_reset (RemitTaking *self);

/** Takes what @chosen says. */
void remit_taking_set (RemitTaking *self,
                       const guint *chosen);

/** Sets the order in which the options of each vacancy are tried: by worth less cost. @costs:
 * (nullable) */
void remit_taking_sort (RemitTaking *self,
                        const double *costs);

/** Takes options by falling @merits, then the first of each order, as far as they fit. */
void remit_taking_fill (RemitTaking *self,
                        const double *merits);

/** Takes the best option again and again: over all vacancies, or one vacancy after the other. */
void remit_taking_be_greedy (RemitTaking *self,
                             gboolean by_vacancy);

/** Betters it by chains of moves until no short one does. @limit: how many tries at most */
void remit_taking_improve (RemitTaking *self,
                           gint64 bound,
                           guint64 limit,
                           GCancellable *cancellable);

/** Returns: whether nobody can fill two of their vacancies */
gboolean remit_paths_apply (const RemitStaffing *problem);
/** Solves a problem to which they apply. Returns: (transfer full) (nullable): %NULL when it was
 * cancelled */
RemitSolution *remit_paths_run (const RemitStaffing *problem,
                                const RemitWorkControl *control);

/** Solves any. @best: what is known already, made better. Returns: as above */
RemitSolution *remit_relaxation_run (const RemitStaffing *problem,
                                     RemitTaking *best,
                                     const RemitWorkControl *control);

/** Returns: (transfer full): one in which nothing is taken, nothing costs and nothing is proven */
RemitSolution *remit_solution_new (const RemitStaffing *problem);

/** Betters and proves a solution by branch and bound, where few enough options may matter. What
 * GLPK has is the caller's meanwhile. */
void remit_branch_run (const RemitStaffing *problem,
                       RemitTaking *best,
                       RemitSolution *solution,
                       const RemitWorkControl *control);
