/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace and its archives, and holding it against a plan that was exported once. */
#pragma once

#include "store/archive/remit-archive.h"

/**
 * RemitAuditOrder:
 * @against: (nullable): the file of a plan
 * @archives: (nullable) (array zero-terminated=1): archives, in any order; those of which they tell
 *   in turn are looked for beside them
 *
 * What is to be held against a workspace.
 */
typedef struct {
  char *against;
  GStrv archives;
} RemitAuditOrder;

/** Copies what it is given. */
RemitAuditOrder *remit_audit_order_new (const char *against,
                                        const char *const *archives);
void remit_audit_order_free (RemitAuditOrder *self);

/**
 * RemitAudit:
 * @verdict: what verifying found
 * @against: (nullable): the file of the plan
 * @length: how many entries the history had when the plan was exported
 * @contained: whether the workspace, or an archive of it, still contains that state; %TRUE without
 *   a plan
 * @missing: (nullable): when that state is older than the history in the workspace, and its archive
 *   was not found: what that is called
 * @archives: (element-type RemitArchiveVerdict): what verifying archives found, the newest first
 *
 * A chain cannot show that the whole of it was rewritten, with the data: only what is kept
 * elsewhere can, such as a plan that was exported, which bears the head of the history.
 */
typedef struct {
  RemitVerification *verdict;
  char *against;
  gint64 length;
  gboolean contained;
  char *missing;
  GPtrArray *archives;
} RemitAudit;

void remit_audit_free (RemitAudit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAudit, remit_audit_free)

/**
 * remit_audit_run:
 * @order: (nullable): a #RemitAuditOrder
 *
 * A #RemitWorkFunc. A plan of before the history in the workspace is looked for in the archive that
 * is beside it, if no other is named.
 *
 * Errors: those of remit_history_verify() and remit_plan_read_history()
 *
 * Returns: (transfer full): a #RemitAudit
 */
gpointer remit_audit_run (RemitStore *store,
                          const RemitWorkControl *control,
                          gpointer order,
                          GError **error);

/** Returns: whether nothing was found */
gboolean remit_audit_is_whole (const RemitAudit *self);

/** Returns: (transfer full) (nullable): what comparing with the plan came to, in one sentence */
char *remit_audit_dup_comparison (const RemitAudit *self);
