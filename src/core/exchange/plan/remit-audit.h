/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace, and holding it against a plan that was exported from it once. */
#pragma once

#include "store/history/remit-history-verify.h"

/**
 * RemitAudit:
 * @verdict: what verifying found
 * @against: (nullable): the file of the plan
 * @length: how many entries the history had when the plan was exported
 * @contained: whether the workspace still contains that state; %TRUE without a plan
 *
 * A chain cannot show that the whole of it was rewritten, with the data: only what is kept
 * elsewhere can, such as a plan that was exported, which bears the head of the history.
 */
typedef struct {
  RemitVerdict *verdict;
  char *against;
  gint64 length;
  gboolean contained;
} RemitAudit;

void remit_audit_free (RemitAudit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAudit, remit_audit_free)

/**
 * remit_audit_run:
 * @against: (nullable): the file of a plan, a string: a #RemitWorkFunc
 *
 * Errors: those of remit_history_verify() and remit_plan_read_history()
 *
 * Returns: (transfer full): a #RemitAudit
 */
gpointer remit_audit_run (RemitStore *store,
                          const RemitWorkControl *control,
                          gpointer against,
                          GError **error);

/** Returns: whether nothing was found */
gboolean remit_audit_is_whole (const RemitAudit *self);

/** Returns: (transfer full) (nullable): what comparing with the plan came to, in one sentence */
char *remit_audit_dup_comparison (const RemitAudit *self);
