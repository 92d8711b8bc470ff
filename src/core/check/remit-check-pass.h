/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass of the checker: some rules over a plan, on a connection of its own. */
#pragma once

#include "remit-check.h"

/** What a pass goes by. For one thread at a time. */
typedef struct _RemitCheckPass RemitCheckPass;

/**
 * remit_check_pass_new:
 * @store: nothing else may use it
 * @options: has to live as long as the pass
 *
 * Begins a read transaction on @store; what the pass reads is of one moment.
 */
RemitCheckPass *remit_check_pass_new (RemitStore *store,
                                      const RemitCheckOptions *options,
                                      GError **error);
void remit_check_pass_free (RemitCheckPass *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCheckPass, remit_check_pass_free)

/**
 * remit_check_pass_run:
 *
 * Runs rules, once in a pass.
 *
 * Returns: (transfer full) (element-type RemitFinding): what was found, in the order of the rules;
 *   %NULL when it was cancelled, or the workspace cannot be read
 */
GPtrArray *remit_check_pass_run (RemitCheckPass *self,
                                 GPtrArray *rules,
                                 GError **error);

/** See remit_check_rule(). */
gboolean remit_check_pass_try (RemitCheckPass *self,
                               RemitRule *rule,
                               GError **error);
