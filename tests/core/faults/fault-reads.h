/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that reads a workspace, each as a text that has all of it. */
#pragma once

#include "fault-runner.h"

typedef struct {
  const char *name;
  char *(*read) (FaultScene *scene, GError **error);
} FaultReader;

/** Tables, each ending with a %NULL name. */
extern const FaultReader fault_readers_of_plans[];
extern const FaultReader fault_readers_of_history[];

/** A verb that fills the plan with something of each sort. */
extern const PlanVerb fault_filled_plan;
