/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To what a person's allocations have to come down so that there is time for them. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitReduction:
 * @assignment: of the plan
 * @allocation: what it would be, in percent; less than it is
 */
typedef struct {
  gint64 assignment;
  int allocation;
} RemitReduction;

/**
 * remit_repair_find_reductions:
 *
 * Takes from each assignment of the plan the same share, as much as its worst day needs, rounds
 * down to 5 %, and gives the time that is left to those whose share was cut most, until the
 * person has no time left or all have what they had. What the person does in other plans, and
 * days on which the person is away or no longer there, are left alone.
 *
 * Returns: (transfer full) (element-type RemitReduction) (nullable): those that have to change, by
 *   rising id; %NULL when it cannot be done so
 */
GArray *remit_repair_find_reductions (RemitWorkspace *workspace,
                                      gint64 plan,
                                      gint64 person);
