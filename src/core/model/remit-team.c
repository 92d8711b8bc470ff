/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group with a purpose. */
#include "remit-team.h"

#include <glib/gi18n-lib.h>

/* Team Topologies (Skelton, Pais 2019) */
static const RemitChoice topologies[] = {
  { "unset", N_ ("Not set") },
  { "stream-aligned", N_ ("Stream-aligned") },
  { "platform", N_ ("Platform") },
  { "enabling", N_ ("Enabling") },
  { "complicated-subsystem", N_ ("Complicated subsystem") },
  { NULL, NULL },
};

/* after the classes of the EU AI Act */
static const RemitChoice risks[] = {
  { "unassessed", N_ ("Not assessed") },
  { "minimal", N_ ("Minimal") },
  { "limited", N_ ("Limited") },
  { "high", N_ ("High") },
  { NULL, NULL },
};

/* when somebody has to answer a call */
static const RemitChoice covers[] = {
  { "none", N_ ("None") },
  { "office-hours", N_ ("Office hours") },
  /* Translators: on-call cover at all hours */
  { "always", N_ ("24/7") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_TEAM_N_FIELDS] = {
  [REMIT_TEAM_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  [REMIT_TEAM_PARENT] = REMIT_FIELD_TO ("parent", N_ ("Parent team"), TEAM, REMIT_FIELD_NO_FLAGS),
  [REMIT_TEAM_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_TEAM_PURPOSE] = { .name = "purpose", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_TEAM_TOPOLOGY] = { .name = "topology", .label = N_ ("Topology"),
    .kind = REMIT_FIELD_ENUM, .choices = topologies },
  [REMIT_TEAM_AI_RISK] = { .name = "ai-risk", .label = N_ ("AI risk"), .kind = REMIT_FIELD_ENUM,
    .choices = risks },
  /* whether the rules for a minimum viable ML team apply */
  [REMIT_TEAM_ML] = { .name = "ml", .label = N_ ("Machine-learning team"),
    .kind = REMIT_FIELD_BOOLEAN },
  /* teams stand in rising order, equal ones by id */
  [REMIT_TEAM_POSITION] = REMIT_FIELD_PLACE ("position", N_ ("Position")),
  [REMIT_TEAM_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
  [REMIT_TEAM_ON_CALL] = { .name = "on-call", .label = N_ ("On-call cover"),
    .kind = REMIT_FIELD_ENUM, .choices = covers },
  /* how many places share the rota, so that nobody is called at night */
  [REMIT_TEAM_SITES] = { .name = "sites", .label = N_ ("On-call sites"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 100, .initial = 1 },
  /* the teams that do a part of its work: run its models, bring its data */
  [REMIT_TEAM_PLATFORM_TEAM] = REMIT_FIELD_TO ("platform-team", N_ ("Platform team"), TEAM,
                                               REMIT_FIELD_NO_FLAGS),
  [REMIT_TEAM_DATA_TEAM] = REMIT_FIELD_TO ("data-team", N_ ("Data team"), TEAM,
                                           REMIT_FIELD_NO_FLAGS),
};

const RemitEntityInfo remit_team_info = {
  REMIT_ENTITY_FIELDS (TEAM, fields),
  .name = "team",
  .plural = "teams",
  .element = "team",
  .section = "teams",
  .label = N_ ("Team"),
  .counted = REMIT_PLURAL ("%'u team", "%'u teams"),
  .has_form = TRUE,
  .has_conflicts = TRUE,
};
