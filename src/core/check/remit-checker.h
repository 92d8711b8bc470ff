/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of an open plan, kept true: a worker checks after every change. */
#pragma once

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitChecker:
 *
 * A #GListModel of #RemitFinding, in the order of remit_check_run(): the findings of one plan.
 * After every change of the workspace, and at the turn of the day, a worker runs all rules. The
 * next change cancels it, unless what is shown has been out of date for a second: then it ends, and
 * what it found is shown as of its moment, until the next one has ended. What stays the same stays
 * the same object in the list. For the main thread.
 *
 * Signal `checked`: the list has what was found, whether it changed or not.
 */
#define REMIT_TYPE_CHECKER (remit_checker_get_type ())
G_DECLARE_FINAL_TYPE (RemitChecker, remit_checker, REMIT, CHECKER, GObject)

/** Does not keep @workspace alive. The rules are read now. */
RemitChecker *remit_checker_new (RemitWorkspace *workspace);

/** Checks another plan from now on, first when there was time to draw it; 0 for none. */
void remit_checker_set_plan (RemitChecker *self,
                             gint64 plan);

/** Checks again, though no change was told of. */
void remit_checker_check (RemitChecker *self);

/** Whether a check is on its way. */
gboolean remit_checker_is_running (RemitChecker *self);

/** Returns: (transfer none): what went wrong with the last check itself, or %NULL */
const GError *remit_checker_get_error (RemitChecker *self);

/** Returns: (transfer none) (element-type RemitFinding): the findings about an entity, with those
 * that are waived; never %NULL; true until the next `checked` */
GPtrArray *remit_checker_get_about (RemitChecker *self,
                                    RemitKind kind,
                                    gint64 id);

/** How many there are of each severity, and how many that are waived and not counted there. */
void remit_checker_count (RemitChecker *self,
                          guint counts[REMIT_N_SEVERITIES],
                          guint *n_waived);
