/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan amounts to, as figures that are set side by side. */
#pragma once

#include "model/remit-money.h"
#include "store/past/remit-plan-state.h"

/**
 * RemitPlanFigure:
 * @REMIT_PLAN_FIGURE_TEAMS: teams
 * @REMIT_PLAN_FIGURE_SLOTS: slots
 * @REMIT_PLAN_FIGURE_VACANT: slots without an assignment
 * @REMIT_PLAN_FIGURE_PEOPLE: people with an assignment
 * @REMIT_PLAN_FIGURE_DEMAND: the sum of what slots need, percent of full time
 * @REMIT_PLAN_FIGURE_FILLED: the part of it that is allocated: of each slot the most that is
 *   allocated at once, at most what it needs
 * @REMIT_PLAN_FIGURE_LOAD: the sum of the largest load at once of each person, in this plan alone
 * @REMIT_PLAN_FIGURE_OVERLOADED: people whose largest load, in this plan alone, is above their
 *   capacity
 * @REMIT_PLAN_FIGURE_NEEDS: skills that slots need
 * @REMIT_PLAN_FIGURE_COVERED: those that somebody in the slot has, at the level that it needs
 * @REMIT_PLAN_FIGURE_DECISIONS: decisions
 *
 * Each counts the whole plan, whenever it is.
 */
typedef enum {
  REMIT_PLAN_FIGURE_TEAMS,
  REMIT_PLAN_FIGURE_SLOTS,
  REMIT_PLAN_FIGURE_VACANT,
  REMIT_PLAN_FIGURE_PEOPLE,
  REMIT_PLAN_FIGURE_DEMAND,
  REMIT_PLAN_FIGURE_FILLED,
  REMIT_PLAN_FIGURE_LOAD,
  REMIT_PLAN_FIGURE_OVERLOADED,
  REMIT_PLAN_FIGURE_NEEDS,
  REMIT_PLAN_FIGURE_COVERED,
  REMIT_PLAN_FIGURE_DECISIONS,
  REMIT_N_PLAN_FIGURES
} RemitPlanFigure;

/** What each is called: the member of a JSON object, and a translatable label. */
const char *remit_plan_figure_get_nick (RemitPlanFigure figure);
const char *remit_plan_figure_get_label (RemitPlanFigure figure);
/** Returns: whether it is in percent of full time */
gboolean remit_plan_figure_is_percent (RemitPlanFigure figure);
/** Returns: 1 when more is better, -1 when less is, 0 when neither is */
int remit_plan_figure_get_better (RemitPlanFigure figure);

/**
 * RemitPlanCost:
 * @currency: an ISO 4217 code
 * @amount: minor units for a day: the most that assignments cost at once, by the day rates of their
 *   people; those without one are not in it
 */
typedef struct {
  RemitCurrency currency;
  gint64 amount;
} RemitPlanCost;

/**
 * RemitPlanFigures:
 * @costs: (element-type RemitPlanCost): by currency
 */
typedef struct {
  gint64 values[REMIT_N_PLAN_FIGURES];
  GArray *costs;
} RemitPlanFigures;

/** @self: (out): cleared with remit_plan_figures_clear(), also after an error */
gboolean remit_plan_figures_read (RemitPlanFigures *self,
                                  RemitPlanState *state,
                                  GError **error);
void remit_plan_figures_clear (RemitPlanFigures *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitPlanFigures, remit_plan_figures_clear)

/** Returns: (transfer full): a figure as people read it: "12", "240 %" */
char *remit_plan_figures_display (const RemitPlanFigures *self,
                                  RemitPlanFigure figure);
/** Returns: (transfer full): the costs as people read them: "4,200.00 EUR"; empty for none */
char *remit_plan_figures_display_costs (const RemitPlanFigures *self);
