/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load and capacity of people over time. */
#pragma once

#include "store/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitLoadSpan:
 * @from: first day; 0 since ever
 * @until: last day; 0 for ever
 * @load: sum of the person's allocations on each of these days, percent
 * @capacity: the person's capacity on each of these days, percent; 0 when absent or not yet, or no
 *   longer, there
 *
 * Days in a row on which a person's load and capacity stay the same.
 */
typedef struct {
  gint64 from;
  gint64 until;
  int load;
  int capacity;
} RemitLoadSpan;

/**
 * remit_load_get_spans:
 * @plan: the plan to count, together with all other published plans
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
 * @peak: the span with the largest load over capacity, from today on
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

/** Returns: (transfer full): in words: "80 % of 100 %", "120 % of 100 % from 3 to 28 March" */
char *remit_load_dup_summary (const RemitLoad *load);

/** Returns: the smallest capacity minus load over the days, percent; may be negative. 0 is open. */
int remit_load_get_free (RemitWorkspace *workspace,
                         gint64 plan,
                         gint64 person,
                         gint64 from,
                         gint64 until);

G_END_DECLS
