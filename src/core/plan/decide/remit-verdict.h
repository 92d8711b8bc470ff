/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the outcomes in a decision's log come to: whose count, and the status that follows. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_verdict_derive:
 * @added: (nullable): an outcome that is about to be logged
 * @without: an entry to leave out, or 0
 *
 * Derives the status of a decision from the outcomes in its log that have not been corrected.
 *
 * The last outcome decides. JOINT is different: the approvers vote, and the vote is taken on the
 * day of the latest outcome. It counts the last outcome of each person who is an approver on that
 * day, acceptances and rejections alike. Whoever has left by then no longer counts, so that a
 * successor in the same slot has the only vote of that slot; and since the day is that of an
 * outcome, not today, a decision stays decided whoever leaves afterwards. The decision is accepted
 * when the quorum has accepted it, and rejected when so many have rejected it that the others
 * cannot make up the quorum. A withdrawal and an override need no quorum.
 */
RemitDecisionStatus remit_verdict_derive (RemitWorkspace *workspace,
                                          RemitEntity *decision,
                                          const RemitRecord *added,
                                          gint64 without);
