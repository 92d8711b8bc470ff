/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on findings, and what comes in from files: more of the sort of plan-verbs.h. */
#pragma once

#include "plan-verbs.h"

/** Tables, each ending with a %NULL name. */
extern const PlanVerb fault_verbs_of_check[];
extern const PlanVerb fault_verbs_of_exchange[];
