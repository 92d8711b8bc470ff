/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running rules over a plan, in a thread of their own and within limits. */
#pragma once

#include "check/findings/remit-finding.h"
#include "store/remit-store.h"

/** How long one rule may take, in milliseconds. */
#define REMIT_CHECK_TIME_LIMIT 10000
/** How many rows of one rule are read. */
#define REMIT_CHECK_ROW_LIMIT 100000

/**
 * RemitCheckOptions:
 * @rules: all that there are
 * @plan: the plan
 * @today: the day on which it is looked at, 0 for today
 * @time_limit: for one rule, in milliseconds; 0 for %REMIT_CHECK_TIME_LIMIT
 * @row_limit: for one rule; 0 for %REMIT_CHECK_ROW_LIMIT
 * @cancellable: (nullable)
 */
typedef struct {
  RemitRules *rules;
  gint64 plan;
  gint64 today;
  guint time_limit;
  guint row_limit;
  GCancellable *cancellable;
} RemitCheckOptions;

/**
 * remit_check_run:
 * @path: the workspace's file, which is opened for reading only
 *
 * Runs all rules over a plan, as it is at one moment. Rules that cannot be used, that take too
 * long or find too much are findings themselves; findings that somebody accepts carry the waiver.
 *
 * Returns: (transfer full) (element-type RemitFinding): by severity, then by rule
 *
 * Errors: %REMIT_STORE_ERROR, %G_IO_ERROR_CANCELLED
 */
GPtrArray *remit_check_run (const char *path,
                            const RemitCheckOptions *options,
                            GError **error);

/**
 * remit_check_run_on:
 * @store: a connection that nothing else uses meanwhile, for a workspace that no other can open
 *
 * The same, in the thread of the caller.
 */
GPtrArray *remit_check_run_on (RemitStore *store,
                               const RemitCheckOptions *options,
                               GError **error);

/**
 * remit_check_rule:
 *
 * Whether a rule can be used: whether its SELECT reads nothing but the views, comes to an end on an
 * empty plan, and has what its messages name.
 *
 * Errors: %REMIT_RULE_ERROR
 */
gboolean remit_check_rule (RemitRule *rule,
                           guint time_limit,
                           GError **error);
