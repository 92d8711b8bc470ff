/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies the chain of the history in a thread, and shows the result. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_HISTORY_VERIFIER (remit_history_verifier_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryVerifier, remit_history_verifier, REMIT, HISTORY_VERIFIER, AdwBin)

/**
 * remit_history_verifier_run:
 * @against: (nullable): the file of a plan that was exported once, to compare with
 *
 * Begins to verify; does nothing while it is at it.
 */
void remit_history_verifier_run (RemitHistoryVerifier *self,
                                 RemitWorkspace *workspace,
                                 const char *against);

/** Hides what came of it, and ends what is still going on. */
void remit_history_verifier_close (RemitHistoryVerifier *self);

gboolean remit_history_verifier_is_busy (RemitHistoryVerifier *self);
