/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot: a position for one role in a team. */
#include "remit-slot.h"

#include <glib/gi18n-lib.h>

static const RemitChoice hiring[] = {
  { "open", N_ ("Open") },
  { "requested", N_ ("Requested") },
  { "offered", N_ ("Offered") },
  { "frozen", N_ ("Frozen") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_SLOT_N_FIELDS] = {
  [REMIT_SLOT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_SLOT_TEAM] = REMIT_FIELD_PART_OF ("team", N_ ("Team"), TEAM),
  [REMIT_SLOT_ROLE] =
    REMIT_FIELD_TO ("role", N_ ("Role"), ROLE, REMIT_FIELD_REQUIRED | REMIT_FIELD_HOLDS),
  /* empty: the name of the role */
  [REMIT_SLOT_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
  [REMIT_SLOT_WHY] = { .name = "why", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  /* the capacity it needs, percent of a full-time equivalent */
  [REMIT_SLOT_FTE] = { .name = "fte", .label = N_ ("Demand"), .kind = REMIT_FIELD_PERCENT,
    .maximum = 1000, .initial = 100 },
  [REMIT_SLOT_FROM] = { .name = "from", .label = N_ ("From"), .kind = REMIT_FIELD_DATE },
  [REMIT_SLOT_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE },
  [REMIT_SLOT_REQUIRED] = { .name = "required", .label = N_ ("Required"),
    .kind = REMIT_FIELD_BOOLEAN, .initial = 1 },
  /* slots of a team stand in rising order, equal ones by id */
  [REMIT_SLOT_POSITION] = REMIT_FIELD_PLACE ("position", N_ ("Position")),
  [REMIT_SLOT_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
  /* whom it waits for until they are known: a name, an address or a number, as a table had it */
  [REMIT_SLOT_AWAITS] = { .name = "awaits", .label = N_ ("Reserved for"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 320 },
  /* what they are allocated then; 0 for what the slot needs */
  [REMIT_SLOT_AWAITS_PERCENT] = { .name = "awaits-percent", .label = N_ ("Default allocation"),
    .kind = REMIT_FIELD_PERCENT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 1000 },
  /* the same over time, which goes before */
  [REMIT_SLOT_AWAITS_PERIODS] = { .name = "awaits-periods", .label = N_ ("Default allocations"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_CONFIDENTIAL | REMIT_FIELD_PERIODS,
    .maximum = 8000 },
  /* how far it has come to find somebody for what is vacant */
  [REMIT_SLOT_HIRING] = { .name = "hiring", .label = N_ ("Hiring"), .kind = REMIT_FIELD_ENUM,
    .choices = hiring },
  /* whether who is in it takes turns in being called */
  [REMIT_SLOT_ROTA] = { .name = "rota", .label = N_ ("On-call rota"),
    .kind = REMIT_FIELD_BOOLEAN },
};

const RemitEntityInfo remit_slot_info = {
  REMIT_ENTITY_FIELDS (SLOT, fields),
  .name = "slot",
  .plural = "slots",
  .element = "slot",
  .label = N_ ("Slot"),
  .counted = REMIT_PLURAL ("%'u slot", "%'u slots"),
  .pattern = "{role}",
  .labels = {
    [REMIT_VERB_MOVE] = N_ ("Move slot {} within {team}"),
  },
  .has_form = TRUE,
  .has_conflicts = TRUE,
};
