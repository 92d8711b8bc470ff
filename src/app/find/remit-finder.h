/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a workspace off the main loop, and follows its changes. */
#pragma once

#include "check/remit-checker.h"
#include "plan/find/remit-find-index.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitFinder:
 *
 * Reads the workspace, and again after each change; searches in a thread. Only the answer to what
 * was asked last comes.
 *
 * Signal `found` (#GPtrArray of #RemitFound): the answer to remit_finder_search(), and another one
 * whenever there is something else to find.
 */
#define REMIT_TYPE_FINDER (remit_finder_get_type ())
G_DECLARE_FINAL_TYPE (RemitFinder, remit_finder, REMIT, FINDER, GObject)

/**
 * remit_finder_new:
 * @checker: (nullable): of the plan; its findings are found as well
 * @more: what else is found
 */
RemitFinder *remit_finder_new (RemitWorkspace *workspace,
                               gint64 plan,
                               RemitChecker *checker,
                               RemitFindIndex *more);

/** @most: how many of each group are wanted */
void remit_finder_search (RemitFinder *self,
                          const char *typed,
                          guint most);

/** Returns: (transfer none) (nullable): the finding with an id that was found */
RemitFinding *remit_finder_get_finding (RemitFinder *self,
                                        gint64 id);
