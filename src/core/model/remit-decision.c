/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be decided, under a framework of rights. */
#include "remit-decision.h"

#include <glib/gi18n-lib.h>

static const RemitChoice kinds[] = {
  { "design", N_ ("Design") },
  { "data", N_ ("Data") },
  { "deploy", N_ ("Deployment") },
  { "accept-risk", N_ ("Risk acceptance") },
  { "deactivate", N_ ("Deactivation") },
  { "budget", N_ ("Budget") },
  { "scope", N_ ("Scope") },
  /* Translators: kinds of decisions about a model that runs */
  { "stop", N_ ("Emergency stop") },
  { "suspend", N_ ("Suspension") },
  { "rollback", N_ ("Rollback") },
  { "monitor", N_ ("Monitoring") },
  { "retire", N_ ("Retirement") },
  /* Translators: the kind of a decision that is none of the others */
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const RemitChoice statuses[] = {
  { "proposed", N_ ("Proposed") },
  { "accepted", N_ ("Accepted") },
  { "rejected", N_ ("Rejected") },
  { "withdrawn", N_ ("Withdrawn") },
  { "superseded", N_ ("Superseded") },
  { NULL, NULL },
};

static const RemitChoice stages[] = {
  { "unset", N_ ("Not set") },
  /* Translators: stages in the life of a model */
  { "before-building", N_ ("Before building") },
  { "data", N_ ("Data") },
  { "building", N_ ("Building") },
  { "testing", N_ ("Testing") },
  { "running", N_ ("Running") },
  { "above-team", N_ ("Above the team") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_DECISION_N_FIELDS] = {
  [REMIT_DECISION_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* none: it is of the whole plan */
  [REMIT_DECISION_TEAM] = REMIT_FIELD_TO ("team", N_ ("Team"), TEAM, REMIT_FIELD_FOLLOWS),
  [REMIT_DECISION_TITLE] = { .name = "title", .label = N_ ("Title"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_DECISION_DESCRIPTION] = { .name = "description", .label = N_ ("Description"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  [REMIT_DECISION_KIND] = { .name = "kind", .label = N_ ("Kind"), .kind = REMIT_FIELD_ENUM,
    .choices = kinds, .initial = REMIT_DECISION_KIND_OTHER },
  [REMIT_DECISION_FRAMEWORK] = { .name = "framework", .label = N_ ("Framework"),
    .kind = REMIT_FIELD_ENUM, .choices = remit_framework_choices },
  /* of JOINT: how many approvers have to agree */
  [REMIT_DECISION_QUORUM] = { .name = "quorum", .label = N_ ("Quorum"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 1000, .initial = 1 },
  [REMIT_DECISION_DECIDE_BY] = { .name = "decide-by", .label = N_ ("Decide by"),
    .kind = REMIT_FIELD_DATE },
  [REMIT_DECISION_STATUS] = { .name = "status", .label = N_ ("Status"), .kind = REMIT_FIELD_ENUM,
    .choices = statuses },
  /* the decision that this one takes the place of */
  [REMIT_DECISION_SUPERSEDES] =
    REMIT_FIELD_TO ("supersedes", N_ ("Supersedes"), DECISION, REMIT_FIELD_NO_FLAGS),
  /* when it was proposed; no outcome is before it */
  [REMIT_DECISION_RAISED] = { .name = "raised", .label = N_ ("Proposed"),
    .kind = REMIT_FIELD_TIME },
  /* of the library of decisions, from which it was taken; empty for one's own */
  [REMIT_DECISION_KEY] = { .name = "key", .label = N_ ("Key"), .kind = REMIT_FIELD_TEXT,
    .maximum = 100 },
  /* decisions stand in rising order, equal ones by id */
  [REMIT_DECISION_POSITION] = REMIT_FIELD_PLACE ("position", N_ ("Position")),
  [REMIT_DECISION_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
  [REMIT_DECISION_STAGE] = { .name = "stage", .label = N_ ("Stage"), .kind = REMIT_FIELD_ENUM,
    .choices = stages },
  [REMIT_DECISION_SOURCE] = { .name = "source", .label = N_ ("Source"), .kind = REMIT_FIELD_TEXT,
    .maximum = 500 },
};

const RemitEntityInfo remit_decision_info = {
  REMIT_ENTITY_FIELDS (DECISION, fields),
  .name = "decision",
  .plural = "decisions",
  .element = "decision",
  .section = "decisions",
  .label = N_ ("Decision"),
  .counted = REMIT_PLURAL ("%'u decision", "%'u decisions"),
  .has_form = TRUE,
  .has_conflicts = TRUE,
};
