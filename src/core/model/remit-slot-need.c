/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a slot needs, with the level. */
#include "remit-slot-need.h"

#include <glib/gi18n-lib.h>

#include "remit-person-skill.h"

static const RemitChoice targets[] = {
  { "0", N_ ("As needed") },
  { "1", N_ ("Supervised") },
  { "2", N_ ("Independent") },
  { "3", N_ ("Full") },
  { "4", N_ ("Teaching") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_SLOT_NEED_N_FIELDS] = {
  [REMIT_SLOT_NEED_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_SLOT_NEED_SLOT] = REMIT_FIELD_PART_OF ("slot", N_ ("Slot"), SLOT),
  [REMIT_SLOT_NEED_SKILL] =
    REMIT_FIELD_TO ("skill", N_ ("Skill"), SKILL, REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY),
  [REMIT_SLOT_NEED_LEVEL] = { .name = "level", .label = N_ ("Level"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 4, .initial = 2, .choices = remit_levels },
  [REMIT_SLOT_NEED_CRITICAL] = { .name = "critical", .label = N_ ("Critical"),
    .kind = REMIT_FIELD_BOOLEAN },
  /* the level that is aimed at; 0: no more than is needed */
  [REMIT_SLOT_NEED_TARGET] = { .name = "target", .label = N_ ("Target level"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 4, .choices = targets },
  [REMIT_SLOT_NEED_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_slot_need_info = {
  REMIT_ENTITY_FIELDS (SLOT_NEED, fields),
  .name = "slot-need",
  .plural = "slot-needs",
  .element = "needs",
  .label = N_ ("Required skill"),
  .counted = REMIT_PLURAL ("%'u required skill", "%'u required skills"),
  .pattern = N_ ("{skill} for {slot}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add required skill {}"),
    [REMIT_VERB_DELETE] = N_ ("Remove required skill {}"),
  },
  .is_detail = TRUE,
};
