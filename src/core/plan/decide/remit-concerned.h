/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is concerned by something, and so is looked for first. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitConcern:
 * @REMIT_CONCERN_PLAN: is in the plan
 * @REMIT_CONCERN_TEAM: is in the team
 * @REMIT_CONCERN_PART: has a part in it: holds a right of a decision, is in a slot, is a party or
 *   the owner of a conflict
 */
typedef enum {
  REMIT_CONCERN_NONE,
  REMIT_CONCERN_PLAN,
  REMIT_CONCERN_TEAM,
  REMIT_CONCERN_PART,
} RemitConcern;

/**
 * remit_concerned_rank:
 * @subject: (nullable): a plan, a team, or what is of one; its plan is loaded
 *
 * Returns: (transfer full) (element-type gint64 RemitConcern): of those people who are concerned
 */
GHashTable *remit_concerned_rank (RemitWorkspace *workspace,
                                  RemitEntity *subject);

/**
 * remit_concerned_dup_words:
 *
 * Returns: (transfer full): who a person is: "Data scientist · Fraud, Churn": the title, and the
 *   teams that the person is in
 */
char *remit_concerned_dup_words (RemitWorkspace *workspace,
                                 RemitEntity *person);
