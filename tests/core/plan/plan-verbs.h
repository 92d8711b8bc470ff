/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of the core on plans, each with what it needs: for tests that walk over all of them. */
#pragma once

#include "settle-fixture.h"

#define PLAN_VERB_N_IDS 4

/**
 * PlanVerb:
 * @logs: whether it writes into a log, in which an undo leaves a correction
 * @prepare: (nullable): adds what it needs to the plan, and keeps the ids
 * @run: does it, in a workspace with the plan open. Returns: whether it was done
 */
typedef struct {
  const char *name;
  gboolean logs;
  void (*prepare) (PlanFixture *f, gint64 *ids);
  gboolean (*run) (PlanFixture *f, const gint64 *ids, GError **error);
} PlanVerb;

/** Tables, each ending with a %NULL name. */
extern const PlanVerb plan_verbs_of_design[];
extern const PlanVerb plan_verbs_of_placement[];
extern const PlanVerb plan_verbs_of_decide[];
extern const PlanVerb plan_verbs_of_conflict[];

/** Returns: (transfer none) (nullable): the verb at @index of all of them, %NULL after the last */
const PlanVerb *plan_verbs_get (guint index);
