/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#include "remit-skill.h"

#include <glib/gi18n-lib.h>

#define LEVEL(N, LABEL) \
  [REMIT_SKILL_LEVEL_##N] = { .name = "level-" #N, .label = LABEL, \
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE, .maximum = 2000 }

static const RemitField fields[REMIT_SKILL_N_FIELDS] = {
  [REMIT_SKILL_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE, .maximum = 200 },
  [REMIT_SKILL_CATEGORY] = { .name = "category", .label = N_ ("Category"),
    .kind = REMIT_FIELD_TEXT, .maximum = 200 },
  /* the taxonomy that it is taken from, such as ESCO, and its address there */
  [REMIT_SKILL_SCHEME] = { .name = "scheme", .label = N_ ("Taxonomy"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
  [REMIT_SKILL_URI] = { .name = "uri", .label = N_ ("Address in the taxonomy"),
    .kind = REMIT_FIELD_TEXT, .maximum = 1000 },
  /* what somebody does who has the skill at that level */
  LEVEL (0, N_ ("Level 0")),
  LEVEL (1, N_ ("Level 1")),
  LEVEL (2, N_ ("Level 2")),
  LEVEL (3, N_ ("Level 3")),
  LEVEL (4, N_ ("Level 4")),
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
