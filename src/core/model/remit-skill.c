/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#include "remit-skill.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_SKILL_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE, .maximum = 200 },
  [REMIT_SKILL_CATEGORY] = { .name = "category", .label = N_ ("Category"),
    .kind = REMIT_FIELD_TEXT, .maximum = 200 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_SKILL_N_FIELDS);

const RemitEntityInfo remit_skill_info = {
  .kind = REMIT_KIND_SKILL,
  .name = "skill",
  .plural = "skills",
  .element = "skill",
  .section = "skills",
  .label = N_ ("Skill"),
  .counted = REMIT_PLURAL ("%'u skill", "%'u skills"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_skill_get_type,
  .has_form = TRUE,
};

REMIT_DEFINE_ENTITY (RemitSkill, remit_skill, remit_skill_info)
