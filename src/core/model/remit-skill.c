/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#include "remit-skill.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_SKILL_N_FIELDS] = {
  [REMIT_SKILL_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE, .maximum = 200 },
  [REMIT_SKILL_CATEGORY] = { .name = "category", .label = N_ ("Category"),
    .kind = REMIT_FIELD_TEXT, .maximum = 200 },
};

const RemitEntityInfo remit_skill_info = {
  REMIT_ENTITY_FIELDS (SKILL, fields),
  .name = "skill",
  .plural = "skills",
  .element = "skill",
  .section = "skills",
  .label = N_ ("Skill"),
  .counted = REMIT_PLURAL ("%'u skill", "%'u skills"),
  .has_form = TRUE,
  .is_mergeable = TRUE,
};
