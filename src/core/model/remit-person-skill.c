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

static const RemitChoice assessments[] = {
  { "unknown", N_ ("Not stated") },
  { "self", N_ ("Self-assessed") },
  { "other", N_ ("Assessed by somebody else") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_PERSON_SKILL_N_FIELDS] = {
  [REMIT_PERSON_SKILL_PERSON] = REMIT_FIELD_PART_OF ("person", N_ ("Person"), PERSON),
  [REMIT_PERSON_SKILL_SKILL] =
    REMIT_FIELD_TO ("skill", N_ ("Skill"), SKILL, REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY),
  [REMIT_PERSON_SKILL_LEVEL] = { .name = "level", .label = N_ ("Level"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 4, .initial = 2, .choices = remit_levels },
  [REMIT_PERSON_SKILL_ASSESSMENT] = { .name = "assessment", .label = N_ ("Assessment"),
    .kind = REMIT_FIELD_ENUM, .flags = REMIT_FIELD_CONFIDENTIAL, .choices = assessments },
  [REMIT_PERSON_SKILL_ASSESSED_BY] = { .name = "assessed-by", .label = N_ ("Assessed by"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 200 },
  /* somebody who tested it, or a certificate; empty, with no day: nobody did */
  [REMIT_PERSON_SKILL_VERIFIED_BY] = { .name = "verified-by", .label = N_ ("Verified by"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 200 },
  [REMIT_PERSON_SKILL_VERIFIED_ON] = { .name = "verified-on", .label = N_ ("Verified on"),
    .kind = REMIT_FIELD_DATE, .flags = REMIT_FIELD_CONFIDENTIAL },
  /* the last day on which it counts as verified */
  [REMIT_PERSON_SKILL_EXPIRES] = { .name = "expires", .label = N_ ("Valid until"),
    .kind = REMIT_FIELD_DATE, .flags = REMIT_FIELD_CONFIDENTIAL },
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
