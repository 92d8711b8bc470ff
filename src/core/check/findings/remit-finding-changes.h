/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings one plan has and another has not. */
#pragma once

#include "plan/compare/remit-compare.h"
#include "remit-finding.h"

/**
 * RemitFindingChanges:
 * @added: (element-type RemitFinding): those of the second plan alone
 * @fixed: (element-type RemitFinding): those of the first plan alone
 * @same: (element-type RemitFinding): those of both, as they are in the second plan
 *
 * A finding is the same when its rule is, and what it is about. Accepted ones are in none of these.
 */
typedef struct {
  GPtrArray *added;
  GPtrArray *fixed;
  GPtrArray *same;
} RemitFindingChanges;

void remit_finding_changes_free (RemitFindingChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitFindingChanges, remit_finding_changes_free)

/**
 * remit_finding_changes_read:
 * @pairs: which rows of the two are the same thing
 *
 * Runs all rules on both, by the same day: today. In whatever thread has @store.
 *
 * Errors: those of remit_check_run() and remit_past_write()
 */
RemitFindingChanges *remit_finding_changes_read (RemitStore *store,
                                                 const RemitPlanMoment *a,
                                                 const RemitPlanMoment *b,
                                                 RemitPlanPairs *pairs,
                                                 GCancellable *cancellable,
                                                 GError **error);
