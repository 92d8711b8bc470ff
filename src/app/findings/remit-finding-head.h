/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a group of findings: its title and counts. */
#pragma once

#include <adwaita.h>

#include "check/findings/remit-finding-group.h"
#include "remit-finding-picks.h"

#define REMIT_TYPE_FINDING_HEAD (remit_finding_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingHead, remit_finding_head, REMIT, FINDING_HEAD, GtkBox)

/** @group: (nullable): or %NULL to let go of what was shown */
void remit_finding_head_bind (RemitFindingHead *self,
                              RemitFindingGroup *group,
                              RemitFindingPicks *picks);

/** Selects all of the group, or none if all are. */
void remit_finding_head_toggle (RemitFindingHead *self);

/**
 * remit_finding_counts_dup_words:
 *
 * Returns: (transfer full): "2 errors · 1 warning · 3 accepted"; none of which there are no
 *   findings
 */
char *remit_finding_counts_dup_words (const guint counts[REMIT_N_SEVERITIES],
                                      guint n_waived);
