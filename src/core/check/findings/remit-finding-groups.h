/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings in groups: by rule, by person, by team. */
#pragma once

#include "remit-finding-group.h"
#include "store/workspace/remit-workspace.h"

typedef enum {
  REMIT_GROUPING_RULE,
  REMIT_GROUPING_PERSON,
  REMIT_GROUPING_TEAM,
  REMIT_N_GROUPINGS,
} RemitGrouping;

/**
 * RemitFindingGroups:
 *
 * A #GListModel of #RemitFindingGroup. Rules come as severe ones first; people and teams by name,
 * and last what is about none. A finding about several teams is in the group of each. A group stays
 * the same object as long as there is something in it.
 */
#define REMIT_TYPE_FINDING_GROUPS (remit_finding_groups_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingGroups, remit_finding_groups, REMIT, FINDING_GROUPS, GObject)

RemitFindingGroups *remit_finding_groups_new (void);

/**
 * remit_finding_groups_take:
 * @workspace: (nullable): where names are looked up
 * @findings: (nullable): all that are to be grouped
 *
 * Brings the groups up to date. With another @grouping than before all groups are new.
 */
void remit_finding_groups_take (RemitFindingGroups *self,
                                RemitWorkspace *workspace,
                                RemitGrouping grouping,
                                GListModel *findings);
