/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams a finding is about. */
#pragma once

#include "remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_finding_find_teams:
 *
 * Returns: (transfer full) (element-type gint64): the team that a finding is about; that of its
 *   slot, decision, ladder or conflict; or else those of the person; by rising id, each once
 */
GArray *remit_finding_find_teams (RemitFinding *finding,
                                  RemitWorkspace *workspace);
