/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a person has, with its level. */
#include "remit-person-skill.h"

#include <glib/gi18n-lib.h>

const RemitChoice remit_levels[] = {
  { "0", N_ ("None") },
  { "1", N_ ("Supervised") },
  { "2", N_ ("Independent") },
  { "3", N_ ("Full") },
  { "4", N_ ("Teaching") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_PERSON_SKILL_N_FIELDS] = {
  [REMIT_PERSON_SKILL_PERSON] = REMIT_FIELD_PART_OF ("person", N_ ("Person"), PERSON),
  [REMIT_PERSON_SKILL_SKILL] =
    REMIT_FIELD_TO ("skill", N_ ("Skill"), SKILL, REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY),
  [REMIT_PERSON_SKILL_LEVEL] = { .name = "level", .label = N_ ("Level"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 4, .initial = 2, .choices = remit_levels },
};

const RemitEntityInfo remit_person_skill_info = {
  REMIT_ENTITY_FIELDS (PERSON_SKILL, fields),
  .name = "person-skill",
  .plural = "person-skills",
  .element = "has",
  .label = N_ ("Skill of a person"),
  .counted = REMIT_PLURAL ("%'u skill record", "%'u skill records"),
  .pattern = N_ ("{skill} of {person}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add skill {}"),
    [REMIT_VERB_DELETE] = N_ ("Remove skill {}"),
  },
  .is_detail = TRUE,
};
