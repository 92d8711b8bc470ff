/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a decision's log: appended, never changed. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_DECISION_EVENT_PLAN,
  REMIT_DECISION_EVENT_DECISION,
  REMIT_DECISION_EVENT_AT,
  REMIT_DECISION_EVENT_ACTOR,
  REMIT_DECISION_EVENT_PERSON,
  REMIT_DECISION_EVENT_KIND,
  REMIT_DECISION_EVENT_RESULT,
  REMIT_DECISION_EVENT_TEXT,
  REMIT_DECISION_EVENT_CONSEQUENCES,
  REMIT_DECISION_EVENT_EVIDENCE,
  REMIT_DECISION_EVENT_OVERRIDE,
  REMIT_DECISION_EVENT_CORRECTS,
  REMIT_DECISION_EVENT_N_FIELDS
};

/** The choices of the field `kind`. */
typedef enum {
  REMIT_DECISION_EVENT_INPUT,
  REMIT_DECISION_EVENT_OBJECTION,
  REMIT_DECISION_EVENT_OUTCOME,
  REMIT_DECISION_EVENT_REVIEW,
  REMIT_DECISION_EVENT_CORRECTION,
} RemitDecisionEventKind;

/** The choices of the field `result`. */
typedef enum {
  REMIT_RESULT_NONE,
  REMIT_RESULT_ACCEPTED,
  REMIT_RESULT_REJECTED,
  REMIT_RESULT_WITHDRAWN,
} RemitResult;

extern const RemitEntityInfo remit_decision_event_info;

#define REMIT_TYPE_DECISION_EVENT (remit_decision_event_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionEvent, remit_decision_event, REMIT, DECISION_EVENT, RemitEntity)

G_END_DECLS
