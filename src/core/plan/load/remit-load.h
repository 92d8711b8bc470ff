/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load and capacity of people over time, and how far slots are filled. */
#pragma once

#include "store/workspace/remit-workspace.h"

/* Whose assignments count: those in the plan that is asked about, and in all other published plans
 * but its alternatives (a scenario stands in for the plan it was made from, and the other way
 * round). What is to be counted has to be loaded: see remit_workspace_open_plan(). */

/**
 * RemitLoadSpan:
 * @from: first day; 0 since ever
 * @until: last day; 0 for an open end
 * @load: sum of the person's allocations on each of these days, percent
 * @capacity: the person's capacity on each of these days, percent; 0 when @away
 * @away: whether the person is absent, or not yet, or no longer, there
 *
 * Days in a row on which a person's load and capacity stay the same.
 */
typedef struct {
  gint64 from;
  gint64 until;
  int load;
  int capacity;
  gboolean away;
} RemitLoadSpan;

/**
 * remit_load_get_spans:
 * @plan: the plan to count, together with the other published plans
 *
 * Returns: (transfer full) (element-type RemitLoadSpan): the spans from ever to ever, without gaps
 */
GArray *remit_load_get_spans (RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 person);

/**
 * RemitLoad:
 * @now: load today, percent
 * @capacity: capacity today, percent
 * @peak: the span with the largest load over capacity, from today on; one on which the person is
 *   there goes before one on which they are away
 * @over: whether load is above capacity in @peak
 * @n_assignments: how many assignments in @plan
 */
typedef struct {
  int now;
  int capacity;
  RemitLoadSpan peak;
  gboolean over;
  int n_assignments;
} RemitLoad;

/** What a load bar shows. */
void remit_load_get (RemitWorkspace *workspace,
                     gint64 plan,
                     gint64 person,
                     RemitLoad *load);

/**
 * Returns: (transfer full): in words: "80 % of 100 %", "120 % of 100 % from 3 to 28 March",
 *   "80 % of 100 %, away in August"
 */
char *remit_load_dup_summary (const RemitLoad *load);

/**
 * remit_load_get_free:
 * @from: 0 since ever; days before today count only when all days are
 * @until: 0 for an open end
 *
 * Returns: the smallest capacity minus load over the days on which the person is there, percent;
 *   may be negative. When they are there on none of the days, minus the largest load.
 */
int remit_load_get_free (RemitWorkspace *workspace,
                         gint64 plan,
                         gint64 person,
                         gint64 from,
                         gint64 until);

/**
 * remit_load_get_filled:
 *
 * Returns: the most that is allocated to a slot at once, from today on (or ever, when the slot's
 *   days are over), percent
 */
int remit_load_get_filled (RemitWorkspace *workspace,
                           gint64 slot);

/**
 * remit_load_get_days:
 *
 * The days on which an assignment counts: its own; an end that is open is the slot's.
 */
void remit_load_get_days (RemitWorkspace *workspace,
                          RemitEntity *assignment,
                          gint64 *from,
                          gint64 *until);
