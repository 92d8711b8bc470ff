/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An escalation ladder: who is asked next when a conflict is not settled in time. */
#include "remit-ladder.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_LADDER_N_FIELDS] = {
  [REMIT_LADDER_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* with the teams below it that have none of their own; none: it is for the whole plan */
  [REMIT_LADDER_TEAM] = REMIT_FIELD_TO ("team", N_ ("Team"), TEAM, REMIT_FIELD_BOUND),
  [REMIT_LADDER_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  /* how often it begins anew after its last rung */
  [REMIT_LADDER_REPEAT] = { .name = "repeat", .label = N_ ("Repeat"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 9 },
  /* ladders stand in rising order, equal ones by id; the first of a team is its usual one */
  [REMIT_LADDER_POSITION] = REMIT_FIELD_PLACE ("position", N_ ("Position")),
  [REMIT_LADDER_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
  [REMIT_LADDER_PURPOSE] = { .name = "purpose", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_LADDER_SOURCE] = { .name = "source", .label = N_ ("Source"), .kind = REMIT_FIELD_TEXT,
    .maximum = 500 },
};

const RemitEntityInfo remit_ladder_info = {
  REMIT_ENTITY_FIELDS (LADDER, fields),
  .name = "ladder",
  .plural = "ladders",
  .element = "ladder",
  .section = "ladders",
  .label = N_ ("Ladder"),
  .counted = REMIT_PLURAL ("%'u escalation ladder", "%'u escalation ladders"),
  .has_form = TRUE,
};
