/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan costs between two days, by team. */
#pragma once

#include "model/remit-money.h"
#include "store/remit-store.h"

/**
 * RemitCostSum:
 * @currency: what the amounts are in
 * @allocated: for everybody who is allocated, confirmed or proposed
 * @open: estimated for what slots need beyond that, by the rate of the role
 *
 * In minor units. Amounts in several currencies are never added up.
 */
typedef struct {
  RemitCurrency currency;
  gint64 allocated;
  gint64 open;
} RemitCostSum;

/**
 * RemitCostRow:
 * @team: its id; 0 for the whole plan
 * @n_people: how many are in it on some day
 * @allocated: percent, summed over the working days
 * @open: what slots need beyond that, the same
 * @n_unknown: assignments for which there is neither a rate of the person nor one of the role
 * @sums: (element-type RemitCostSum): by currency
 */
typedef struct {
  gint64 team;
  char *name;
  guint n_people;
  gint64 allocated;
  gint64 open;
  guint n_unknown;
  GArray *sums;
} RemitCostRow;

/**
 * RemitCost:
 * @rows: (element-type RemitCostRow): teams in the order of their names, then the whole plan
 * @n_days: how many working days there are
 */
typedef struct {
  GArray *rows;
  guint n_days;
} RemitCost;

/**
 * remit_cost_read:
 * @store: a connection of the calling thread
 * @from: the first day
 * @until: the last day, not before the first
 *
 * An assignment costs its allocation of the person's day rate, or else of that of the slot's role,
 * on each working day of the workspace (its days of the week, without holidays). Absences are paid
 * for. What is rounded is the sum.
 *
 * Returns: (transfer full) (nullable): %NULL on errors, and when it was cancelled
 */
RemitCost *remit_cost_read (RemitStore *store,
                            gint64 plan,
                            gint64 from,
                            gint64 until,
                            GCancellable *cancellable,
                            GError **error);
/**
 * remit_cost_count_days:
 * @store: (nullable): without it, all days from Monday to Friday count
 * @until: the last day, not before the first
 *
 * Counts the working days of the workspace as remit_cost_read() does.
 */
gboolean remit_cost_count_days (RemitStore *store,
                                gint64 from,
                                gint64 until,
                                guint *n_days,
                                GError **error);
void remit_cost_free (RemitCost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCost, remit_cost_free)
