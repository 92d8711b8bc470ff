/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about a finding at once: one edit each, which can be undone. */
#pragma once

#include "remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_repair_dup_label:
 * @plan: the plan in which @finding was found, loaded
 *
 * Returns: (transfer full) (nullable): what the button says: "Keep R/A", or %NULL when there is
 *   nothing that the repair could do, or could do any longer
 */
char *remit_repair_dup_label (RemitWorkspace *workspace,
                              gint64 plan,
                              RemitFinding *finding,
                              RemitRepair repair);

/**
 * remit_repair_do:
 *
 * Mends what @finding is about.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED when there is nothing to mend any longer; %REMIT_STORE_ERROR
 */
gboolean remit_repair_do (RemitWorkspace *workspace,
                          gint64 plan,
                          RemitFinding *finding,
                          RemitRepair repair,
                          GError **error);
