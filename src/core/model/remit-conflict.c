/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disagreement: what it is about, how far it has come, and how it ended. */
#include "remit-conflict.h"

#include <glib/gi18n-lib.h>

static const RemitChoice types[] = {
  { "technical", N_ ("Technical") },
  { "priority", N_ ("Priority") },
  { "resource", N_ ("Resource") },
  /* Translators: a conflict about data */
  { "data", N_ ("Data") },
  { "ethics", N_ ("Ethics") },
  { "compliance", N_ ("Compliance") },
  { "interpersonal", N_ ("Interpersonal") },
  { NULL, NULL },
};

static const RemitChoice severities[] = {
  { "0", N_ ("Not assessed") },
  { "1", N_ ("Low") },
  { "2", N_ ("Medium") },
  { "3", N_ ("High") },
  { "4", N_ ("Critical") },
  { NULL, NULL },
};

/* Translators: who may read of a conflict */
static const RemitChoice visibilities[] = {
  { "team", N_ ("Team") },
  { "parties", N_ ("Parties") },
  { "private", N_ ("Private") },
  { NULL, NULL },
};

static const RemitChoice statuses[] = {
  { "open", N_ ("Open") },
  { "mediating", N_ ("In mediation") },
  { "escalated", N_ ("Escalated") },
  { "resolved", N_ ("Resolved") },
  { "closed", N_ ("Closed") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

/* Thomas, Kilmann: Conflict Mode Instrument (1974) */
static const RemitChoice modes[] = {
  { "none", N_ ("Not specified") },
  { "competing", N_ ("Competing") },
  { "collaborating", N_ ("Collaborating") },
  { "compromising", N_ ("Compromising") },
  { "avoiding", N_ ("Avoiding") },
  { "accommodating", N_ ("Accommodating") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_CONFLICT_N_FIELDS] = {
  [REMIT_CONFLICT_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* none: it is of the whole plan; further teams are parts of it, see remit-involvement.h */
  [REMIT_CONFLICT_TEAM] = REMIT_FIELD_TO ("team", N_ ("Team"), TEAM, REMIT_FIELD_NO_FLAGS),
  [REMIT_CONFLICT_TITLE] = { .name = "title", .label = N_ ("Title"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_CONFLICT_DESCRIPTION] = { .name = "description", .label = N_ ("Description"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  [REMIT_CONFLICT_IMPACT] = { .name = "impact", .label = N_ ("Impact"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_CONFLICT_TYPE] = { .name = "type", .label = N_ ("Type"), .kind = REMIT_FIELD_ENUM,
    .choices = types },
  [REMIT_CONFLICT_SEVERITY] = { .name = "severity", .label = N_ ("Severity"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = REMIT_SEVERITY_HIGHEST, .initial = 2,
    .choices = severities },
  [REMIT_CONFLICT_VISIBILITY] = { .name = "visibility", .label = N_ ("Visible to"),
    .kind = REMIT_FIELD_ENUM, .choices = visibilities },
  [REMIT_CONFLICT_RAISED] = { .name = "raised", .label = N_ ("Raised"), .kind = REMIT_FIELD_TIME,
    .flags = REMIT_FIELD_REQUIRED },
  /* the name of who raised it; it stays when the person is deleted */
  [REMIT_CONFLICT_RAISER] = { .name = "raiser", .label = N_ ("Raised by"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME,
    .maximum = 200 },
  [REMIT_CONFLICT_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_NO_FLAGS),
  /* who sees to it that it is settled */
  [REMIT_CONFLICT_OWNER] = REMIT_FIELD_TO ("owner", N_ ("Owner"), PERSON, REMIT_FIELD_NO_FLAGS),
  [REMIT_CONFLICT_TARGET] = { .name = "target", .label = N_ ("Due date"),
    .kind = REMIT_FIELD_DATE },
  [REMIT_CONFLICT_STATUS] = { .name = "status", .label = N_ ("Status"), .kind = REMIT_FIELD_ENUM,
    .choices = statuses },
  /* where its rungs were copied from */
  [REMIT_CONFLICT_LADDER] = REMIT_FIELD_TO ("ladder", N_ ("Ladder"), LADDER, REMIT_FIELD_NO_FLAGS),
  /* how often the ladder still begins anew */
  [REMIT_CONFLICT_REPEAT] = { .name = "repeat", .label = N_ ("Repeat"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 9 },
  /* the position of the rung it stands on; 0 for none */
  [REMIT_CONFLICT_RUNG] = { .name = "rung", .label = N_ ("Level"), .kind = REMIT_FIELD_INTEGER,
    .maximum = 1000 },
  /* when it came onto the rung, and when the time there is up */
  [REMIT_CONFLICT_ENTERED] = { .name = "entered", .label = N_ ("On this level since"),
    .kind = REMIT_FIELD_TIME },
  [REMIT_CONFLICT_DUE] = { .name = "due", .label = N_ ("Due"), .kind = REMIT_FIELD_TIME },
  /* when the log was told that the time on this rung is up */
  [REMIT_CONFLICT_RAN_OUT] = { .name = "ran-out", .label = N_ ("Time limit passed"),
    .kind = REMIT_FIELD_TIME },
  /* the decision that it ended in */
  [REMIT_CONFLICT_DECISION] =
    REMIT_FIELD_TO ("decision", N_ ("Decision"), DECISION, REMIT_FIELD_NO_FLAGS),
  [REMIT_CONFLICT_MODE] = { .name = "mode", .label = N_ ("Approach"), .kind = REMIT_FIELD_ENUM,
    .choices = modes },
  [REMIT_CONFLICT_RESOLUTION] = { .name = "resolution", .label = N_ ("Resolution"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  /* when it was resolved, closed or withdrawn */
  [REMIT_CONFLICT_ENDED] = { .name = "ended", .label = N_ ("Ended"), .kind = REMIT_FIELD_TIME },
};

const RemitEntityInfo remit_conflict_info = {
  REMIT_ENTITY_FIELDS (CONFLICT, fields),
  .name = "conflict",
  .plural = "conflicts",
  .element = "conflict",
  .section = "conflicts",
  .label = N_ ("Conflict"),
  .counted = REMIT_PLURAL ("%'u conflict", "%'u conflicts"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Raise conflict {}"),
  },
  .on_demand = TRUE,
  .is_kept = TRUE,
  .stays_behind = TRUE,
  .has_form = TRUE,
};

gboolean
remit_conflict_status_is_running (RemitConflictStatus status)
{
  return status < REMIT_CONFLICT_RESOLVED;
}
