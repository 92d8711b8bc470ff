/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a slot needs, with the level. */
#include "remit-slot-need.h"

#include <glib/gi18n-lib.h>

#include "remit-person-skill.h"

static const RemitField fields[] = {
  [REMIT_SLOT_NEED_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_SLOT_NEED_SLOT] = REMIT_FIELD_PART_OF ("slot", N_ ("Slot"), SLOT),
  [REMIT_SLOT_NEED_SKILL] = { .name = "skill", .label = N_ ("Skill"),
    .kind = REMIT_FIELD_REFERENCE, .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY,
    .target = REMIT_KIND_SKILL },
  [REMIT_SLOT_NEED_LEVEL] = { .name = "level", .label = N_ ("Level"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 4, .initial = 2, .choices = remit_levels },
  [REMIT_SLOT_NEED_CRITICAL] = { .name = "critical", .label = N_ ("Critical"),
    .kind = REMIT_FIELD_BOOLEAN },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_SLOT_NEED_N_FIELDS);

const RemitEntityInfo remit_slot_need_info = {
  .kind = REMIT_KIND_SLOT_NEED,
  .name = "slot-need",
  .plural = "slot-needs",
  .element = "needs",
  .label = N_ ("Needed skill"),
  .counted = REMIT_PLURAL ("%'u needed skill", "%'u needed skills"),
  .pattern = N_ ("{skill} for {slot}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add needed skill {}"),
    [REMIT_VERB_DELETE] = N_ ("Remove needed skill {}"),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_slot_need_get_type,
  .is_detail = TRUE,
};

REMIT_DEFINE_ENTITY (RemitSlotNeed, remit_slot_need, remit_slot_need_info)
