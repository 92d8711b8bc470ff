/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace. */
#pragma once

#include "remit-cli.h"

/**
 * remit_cli_verify_history:
 * @against: (nullable): a plan file, of which the workspace should still have the state
 * @archives: (nullable) (array zero-terminated=1): archives of the workspace
 *
 * Says whether the history is as it was written, and the data what it led to.
 */
gboolean remit_cli_verify_history (RemitCli *cli,
                                   const char *against,
                                   const char *const *archives,
                                   GError **error);
