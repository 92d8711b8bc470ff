/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staffing problems made up by chance, and what tells whether a solution is one, day by day. */
#pragma once

#include "plan/suggest/remit-solver.h"

/**
 * StaffingSize:
 * @n_slots: vacancies
 * @n_options: people to a vacancy, on average
 * @n_separations: pairs of vacancies that one person must not fill both
 * @n_days: within which all are; each takes a third of it at least
 * @is_whole: whether everything is full time and takes all of the days, so that nobody fills two
 */
typedef struct {
  guint n_slots;
  guint n_people;
  guint n_options;
  guint n_separations;
  gint64 n_days;
  gboolean is_whole;
} StaffingSize;

/** Needs are 20, 50 and 100 %, capacities 50, 80 and 100 %, now and then less for a while. */
RemitStaffing *staffing_fixture_new (const StaffingSize *size,
                                     guint32 seed);

/** Asserts that a solution breaks no rule on any day, and that it is worth what it says. */
void staffing_fixture_check (const RemitStaffing *problem,
                             const RemitSolution *solution);

/** Returns: what the best solution is worth, by trying all; for small problems */
gint64 staffing_fixture_get_best (const RemitStaffing *problem);

/** The same of those with one option. */
gint64 staffing_fixture_get_best_with (const RemitStaffing *problem,
                                       guint option);

/** Returns: what comes of taking the best option that is left again and again */
gint64 staffing_fixture_get_greedy (const RemitStaffing *problem);
