/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules can read of a plan: views and tables, made ready on a connection. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitRuleView:
 *
 * Those that are filled, and only when a rule reads them, since that takes time. Each may need
 * those before it.
 */
typedef enum {
  REMIT_RULE_VIEW_SLOT,
  REMIT_RULE_VIEW_TEAM,
  REMIT_RULE_VIEW_NEED,
  REMIT_RULE_VIEW_ALLOCATION,
  REMIT_RULE_VIEW_TIME,
  REMIT_RULE_VIEW_DECISION,
  REMIT_RULE_VIEW_RIGHT,
  REMIT_RULE_VIEW_DECIDER,
  REMIT_RULE_VIEW_COUNT,
  REMIT_RULE_VIEW_LOAD,
  REMIT_RULE_VIEW_FILL,
  REMIT_RULE_VIEW_HISTORY,
  REMIT_N_RULE_VIEWS
} RemitRuleView;

/** Returns: the view with that name, or -1 */
int remit_rule_view_find (const char *name);
/** Returns: the views that have to be filled for these, a bit each, and these */
guint remit_rule_views_complete (guint wanted);

/** Makes the views on a connection, for a plan. Nothing else may use the connection. */
gboolean remit_rule_views_open (RemitStore *store,
                                gint64 plan,
                                GError **error);

/**
 * remit_rule_views_fill:
 * @today: the day on which the plan is looked at
 *
 * Errors: also %G_IO_ERROR_CANCELLED
 */
gboolean remit_rule_views_fill (RemitStore *store,
                                RemitRuleView view,
                                gint64 today,
                                GCancellable *cancellable,
                                GError **error);
