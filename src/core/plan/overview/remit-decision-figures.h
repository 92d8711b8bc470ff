/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a plan, counted. */
#pragma once

#include "model/remit-decision.h"
#include "store/remit-store.h"

#define REMIT_N_DECISION_STATUSES (REMIT_DECISION_STATUS_SUPERSEDED + 1)

/** By when something is to be decided. */
typedef enum {
  REMIT_DECIDE_LATER, /* or at no set time */
  REMIT_DECIDE_SOON,  /* within 30 days, today included */
  REMIT_DECIDE_LATE,  /* before today */
  REMIT_N_DECIDE_BY,
} RemitDecideBy;

/**
 * RemitDecisionFigures:
 * @n: by status, and by when those that are proposed are to be decided; others are under
 *   %REMIT_DECIDE_LATER
 */
typedef struct {
  guint n[REMIT_N_DECISION_STATUSES][REMIT_N_DECIDE_BY];
} RemitDecisionFigures;

/** @today: a Julian day number as in #GDate */
gboolean remit_decision_figures_count (RemitStore *store,
                                       gint64 plan,
                                       gint64 today,
                                       RemitDecisionFigures *figures,
                                       GError **error);
