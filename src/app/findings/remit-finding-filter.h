/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings are shown: by severity, team and kind, and whether they are accepted. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_FINDING_FILTER (remit_finding_filter_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingFilter, remit_finding_filter, REMIT, FINDING_FILTER, GtkFilter)

RemitFindingFilter *remit_finding_filter_new (void);

/** Where teams are looked up. */
void remit_finding_filter_set_plan (RemitFindingFilter *self,
                                    RemitWorkspace *workspace,
                                    gint64 plan);

/** @severity: or %REMIT_N_SEVERITIES for all */
void remit_finding_filter_set_severity (RemitFindingFilter *self,
                                        RemitSeverity severity);
/** @team: or 0 for all */
void remit_finding_filter_set_team (RemitFindingFilter *self,
                                    gint64 team);
/** @kind: what they are about, or %REMIT_KIND_NONE for all */
void remit_finding_filter_set_kind (RemitFindingFilter *self,
                                    RemitKind kind);
/** Whether those that somebody accepts are shown, too. */
void remit_finding_filter_set_waived (RemitFindingFilter *self,
                                      gboolean waived);

G_END_DECLS
