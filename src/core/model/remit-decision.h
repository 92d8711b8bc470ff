/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be decided, under a framework of rights. */
#pragma once

#include "remit-entity.h"
#include "remit-framework.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_DECISION_PLAN,
  REMIT_DECISION_TEAM,
  REMIT_DECISION_TITLE,
  REMIT_DECISION_DESCRIPTION,
  REMIT_DECISION_KIND,
  REMIT_DECISION_FRAMEWORK,
  REMIT_DECISION_QUORUM,
  REMIT_DECISION_DECIDE_BY,
  REMIT_DECISION_STATUS,
  REMIT_DECISION_SUPERSEDES,
  REMIT_DECISION_RAISED,
  REMIT_DECISION_KEY,
  REMIT_DECISION_POSITION,
  REMIT_DECISION_N_FIELDS
};

/** The choices of the field `kind`. */
typedef enum {
  REMIT_DECISION_KIND_DESIGN,
  REMIT_DECISION_KIND_DATA,
  REMIT_DECISION_KIND_DEPLOY,
  REMIT_DECISION_KIND_ACCEPT_RISK,
  REMIT_DECISION_KIND_DEACTIVATE,
  REMIT_DECISION_KIND_BUDGET,
  REMIT_DECISION_KIND_SCOPE,
  REMIT_DECISION_KIND_OTHER,
} RemitDecisionKind;

/** The choices of the field `status`. */
typedef enum {
  REMIT_DECISION_STATUS_PROPOSED,
  REMIT_DECISION_STATUS_ACCEPTED,
  REMIT_DECISION_STATUS_REJECTED,
  REMIT_DECISION_STATUS_WITHDRAWN,
  REMIT_DECISION_STATUS_SUPERSEDED,
} RemitDecisionStatus;

extern const RemitEntityInfo remit_decision_info;

#define REMIT_TYPE_DECISION (remit_decision_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecision, remit_decision, REMIT, DECISION, RemitEntity)

G_END_DECLS
