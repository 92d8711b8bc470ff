/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings are shown: by severity, team and kind, and whether they are accepted. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_FINDING_FILTER (remit_finding_filter_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingFilter, remit_finding_filter, REMIT, FINDING_FILTER, GtkFilter)

/** Where teams are looked up; it is the findings of all teams then. */
void remit_finding_filter_set_workspace (RemitFindingFilter *self,
                                         RemitWorkspace *workspace);

/**
 * remit_finding_filter_set:
 * @severity: or %REMIT_N_SEVERITIES for all
 * @team: or 0 for all
 * @kind: what they are about, or %REMIT_KIND_NONE for all
 * @waived: whether those that somebody accepts are shown, too
 */
void remit_finding_filter_set (
  RemitFindingFilter *self, RemitSeverity severity, gint64 team, RemitKind kind, gboolean waived);
