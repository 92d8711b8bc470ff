/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings that have something in common. */
#pragma once

#include "remit-finding.h"

/**
 * RemitFindingGroup:
 *
 * A #GListModel of #RemitFinding that have something in common, in the order of the checker.
 *
 * Signal `changed`: the title, or what is counted, may be another.
 */
#define REMIT_TYPE_FINDING_GROUP (remit_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingGroup, remit_finding_group, REMIT, FINDING_GROUP, GObject)

/** Returns: the title of the rule, or the name of the person or team */
const char *remit_finding_group_get_title (RemitFindingGroup *self);

/** Returns: (nullable): the rule that all are of, when they are grouped by rules */
RemitRule *remit_finding_group_get_rule (RemitFindingGroup *self);

/** Returns: the severity of the worst that is not accepted; %REMIT_N_SEVERITIES when all are */
RemitSeverity remit_finding_group_get_severity (RemitFindingGroup *self);

/** How many there are of each severity, and how many that are waived and not counted there. */
void remit_finding_group_count (RemitFindingGroup *self,
                                guint counts[REMIT_N_SEVERITIES],
                                guint *n_waived);

/**
 * remit_finding_group_new:
 * @key: what tells it from other groups: an id, or 0 for what is about none
 * @rule: (nullable): that all are of
 */
RemitFindingGroup *remit_finding_group_new (gint64 key,
                                            RemitRule *rule,
                                            const char *title);

void remit_finding_group_add (RemitFindingGroup *self,
                              RemitFinding *finding);

/** Returns: (transfer none): the key, as it is wanted by a hash table */
const gint64 *remit_finding_group_peek_key (RemitFindingGroup *self);

/** Orders groups by what does not change from one check to the next: what is looked at stays in its
 * place. Severe rules come first; then by title; and last what is about none. */
int remit_finding_group_compare (RemitFindingGroup *first,
                                 RemitFindingGroup *second);

/** Takes over what is in @new, which has the same key, and nothing afterwards. */
void remit_finding_group_take (RemitFindingGroup *self,
                               RemitFindingGroup *new);
