/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An escalation ladder: who is asked next when a conflict is not settled in time. */
#include "remit-ladder.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_LADDER_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* with the teams below it that have none of their own; none: it is for the whole plan */
  [REMIT_LADDER_TEAM] = { .name = "team", .label = N_ ("Team"), .kind = REMIT_FIELD_REFERENCE,
    .flags = REMIT_FIELD_BOUND, .target = REMIT_KIND_TEAM },
  [REMIT_LADDER_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  /* how often it begins anew after its last rung */
  [REMIT_LADDER_REPEAT] = { .name = "repeat", .label = N_ ("Repeat"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 9 },
  /* ladders stand in rising order, equal ones by id; the first of a team is its usual one */
  [REMIT_LADDER_POSITION] = { .name = "position", .label = N_ ("Position"),
    .kind = REMIT_FIELD_INTEGER, .flags = REMIT_FIELD_ORDER, .maximum = 2147483647 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_LADDER_N_FIELDS);

const RemitEntityInfo remit_ladder_info = {
  .kind = REMIT_KIND_LADDER,
  .name = "ladder",
  .plural = "ladders",
  .element = "ladder",
  .section = "ladders",
  .label = N_ ("Ladder"),
  .counted = REMIT_PLURAL ("%'u escalation ladder", "%'u escalation ladders"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_ladder_get_type,
  .has_form = TRUE,
};

REMIT_DEFINE_ENTITY (RemitLadder, remit_ladder, remit_ladder_info)
