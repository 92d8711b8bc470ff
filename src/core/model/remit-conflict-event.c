/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a conflict's log: appended, never changed. */
#include "remit-conflict-event.h"

#include <glib/gi18n-lib.h>

static const RemitChoice kinds[] = {
  /* Translators: what an entry in the log of a conflict says */
  { "raised", N_ ("Raised") },
  { "statement", N_ ("Statement") },
  { "mediation", N_ ("Mediation started") },
  { "escalated", N_ ("Escalated") },
  { "de-escalated", N_ ("De-escalated") },
  { "ran-out", N_ ("Time limit passed") },
  { "resolved", N_ ("Resolved") },
  { "closed", N_ ("Closed") },
  { "withdrawn", N_ ("Withdrawn") },
  { "reopened", N_ ("Reopened") },
  { "correction", N_ ("Correction") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_CONFLICT_EVENT_N_FIELDS] = {
  [REMIT_CONFLICT_EVENT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_CONFLICT_EVENT_CONFLICT] = REMIT_FIELD_PART_OF ("conflict", N_ ("Conflict"), CONFLICT),
  [REMIT_CONFLICT_EVENT_AT] = { .name = "at", .label = N_ ("Time"), .kind = REMIT_FIELD_TIME,
    .flags = REMIT_FIELD_REQUIRED },
  /* the name of who said or did it; it stays when the person is deleted */
  [REMIT_CONFLICT_EVENT_ACTOR] = { .name = "actor", .label = N_ ("Author"),
                                  .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  /* who that is; none for somebody whom the workspace does not know */
  [REMIT_CONFLICT_EVENT_PERSON] =
    REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_NO_FLAGS),
  [REMIT_CONFLICT_EVENT_KIND] = { .name = "kind", .label = N_ ("Kind"), .kind = REMIT_FIELD_ENUM,
    .choices = kinds, .initial = REMIT_CONFLICT_EVENT_STATEMENT },
  /* the position of the rung that the conflict was on afterwards; 0 for none */
  [REMIT_CONFLICT_EVENT_RUNG] = { .name = "rung", .label = N_ ("Level"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 1000 },
  /* the decision that it led to */
  [REMIT_CONFLICT_EVENT_DECISION] =
    REMIT_FIELD_TO ("decision", N_ ("Decision"), DECISION, REMIT_FIELD_NO_FLAGS),
  /* what was said stays among those who were there; the conflict has its resolution */
  [REMIT_CONFLICT_EVENT_TEXT] = { .name = "text", .label = N_ ("Text"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE | REMIT_FIELD_CONFIDENTIAL },
  /* the entry that this one takes back */
  [REMIT_CONFLICT_EVENT_CORRECTS] =
    REMIT_FIELD_TO ("corrects", N_ ("Corrects"), CONFLICT_EVENT, REMIT_FIELD_BOUND),
};

const RemitEntityInfo remit_conflict_event_info = {
  REMIT_ENTITY_FIELDS (CONFLICT_EVENT, fields),
  .name = "conflict-event",
  .plural = "conflict-events",
  .element = "event",
  .label = N_ ("Log entry of a conflict"),
  .counted = REMIT_PLURAL ("%'u log entry of a conflict", "%'u log entries of conflicts"),
  .pattern = N_ ("{kind} – {conflict}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add to the log of {conflict}"),
  },
  .is_log = TRUE,
  .on_demand = TRUE,
  .stays_behind = TRUE,
};
