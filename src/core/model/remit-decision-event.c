/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a decision's log: appended, never changed. */
#include "remit-decision-event.h"

#include <glib/gi18n-lib.h>

static const RemitChoice kinds[] = {
  { "input", N_ ("Input") },
  { "objection", N_ ("Objection") },
  { "outcome", N_ ("Outcome") },
  { "review", N_ ("Review") },
  { "correction", N_ ("Correction") },
  { NULL, NULL },
};

static const RemitChoice results[] = {
  { "none", N_ ("None") },
  { "accepted", N_ ("Accepted") },
  { "rejected", N_ ("Rejected") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_DECISION_EVENT_N_FIELDS] = {
  [REMIT_DECISION_EVENT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_DECISION_EVENT_DECISION] = REMIT_FIELD_PART_OF ("decision", N_ ("Decision"), DECISION),
  [REMIT_DECISION_EVENT_AT] = { .name = "at", .label = N_ ("Time"), .kind = REMIT_FIELD_TIME,
    .flags = REMIT_FIELD_REQUIRED },
  /* the name of who said or decided it; it stays when the person is deleted */
  [REMIT_DECISION_EVENT_ACTOR] = { .name = "actor", .label = N_ ("Author"),
                                  .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  /* who that is; none for somebody whom the workspace does not know */
  [REMIT_DECISION_EVENT_PERSON] =
    REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_NO_FLAGS),
  [REMIT_DECISION_EVENT_KIND] = { .name = "kind", .label = N_ ("Kind"), .kind = REMIT_FIELD_ENUM,
    .choices = kinds },
  /* of an outcome */
  [REMIT_DECISION_EVENT_RESULT] = { .name = "result", .label = N_ ("Result"),
    .kind = REMIT_FIELD_ENUM, .choices = results },
  /* what was said; of an outcome, the rationale */
  [REMIT_DECISION_EVENT_TEXT] = { .name = "text", .label = N_ ("Text"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_DECISION_EVENT_CONSEQUENCES] = { .name = "consequences", .label = N_ ("Consequences"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  /* where the evidence is, such as a link */
  [REMIT_DECISION_EVENT_EVIDENCE] = { .name = "evidence", .label = N_ ("Evidence"),
    .kind = REMIT_FIELD_TEXT, .maximum = 2000 },
  /* why somebody decided who has no right to */
  [REMIT_DECISION_EVENT_OVERRIDE] = { .name = "override", .label = N_ ("Reason for the override"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE | REMIT_FIELD_CONFIDENTIAL },
  /* the entry that this one takes back */
  [REMIT_DECISION_EVENT_CORRECTS] =
    REMIT_FIELD_TO ("corrects", N_ ("Corrects"), DECISION_EVENT, REMIT_FIELD_BOUND),
  [REMIT_DECISION_EVENT_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_decision_event_info = {
  REMIT_ENTITY_FIELDS (DECISION_EVENT, fields),
  .name = "decision-event",
  .plural = "decision-events",
  .element = "event",
  .label = N_ ("Log entry"),
  .counted = REMIT_PLURAL ("%'u log entry", "%'u log entries"),
  .pattern = N_ ("{kind} – {decision}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add to the log of {decision}"),
  },
  .is_log = TRUE,
};
