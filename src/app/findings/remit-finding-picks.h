/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings are selected, to be accepted at once. */
#pragma once

#include <gio/gio.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitFindingPicks:
 *
 * A set of findings. Only those are taken that can be accepted: of a rule, and not accepted yet.
 *
 * Signal `changed`: others are selected.
 */
#define REMIT_TYPE_FINDING_PICKS (remit_finding_picks_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingPicks, remit_finding_picks, REMIT, FINDING_PICKS, GObject)

RemitFindingPicks *remit_finding_picks_new (void);

/** Where @workspace (nullable) cannot be changed, nothing is selected. */
void remit_finding_picks_set_workspace (RemitFindingPicks *self,
                                        RemitWorkspace *workspace);
/** Returns: (transfer none) (nullable) */
RemitWorkspace *remit_finding_picks_get_workspace (RemitFindingPicks *self);

/** Returns: whether a finding can be selected */
gboolean remit_finding_picks_takes (RemitFinding *finding);

gboolean remit_finding_picks_has (RemitFindingPicks *self,
                                  RemitFinding *finding);

/** Returns: how many of @findings (nullable: of all) are selected */
guint remit_finding_picks_count (RemitFindingPicks *self,
                                 GListModel *findings);

/** Returns: how many of @findings can be selected */
guint remit_finding_picks_count_free (GListModel *findings);

void remit_finding_picks_set (RemitFindingPicks *self,
                              RemitFinding *finding,
                              gboolean picked);

/** The same with all of @findings. */
void remit_finding_picks_set_all (RemitFindingPicks *self,
                                  GListModel *findings,
                                  gboolean picked);

/** Drops what is not among @findings (nullable: drops all). */
void remit_finding_picks_retain (RemitFindingPicks *self,
                                 GListModel *findings);

/** Returns: (transfer container) (element-type RemitFinding): those that are selected, in the order
 *   of @findings */
GPtrArray *remit_finding_picks_list (RemitFindingPicks *self,
                                     GListModel *findings);
