/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a person has, with its level. */
#pragma once

#include "remit-field.h"

/** What the levels 0 to 4 mean. */
extern const RemitChoice remit_levels[];

#define REMIT_LEVEL_MAX 4

/** Who says that a person has the skill at that level. */
typedef enum {
  REMIT_ASSESSMENT_UNKNOWN,
  REMIT_ASSESSMENT_SELF,
  REMIT_ASSESSMENT_OTHER,
} RemitAssessment;

/** The fields, in the order of the table. */
enum
{
  REMIT_PERSON_SKILL_PERSON,
  REMIT_PERSON_SKILL_SKILL,
  REMIT_PERSON_SKILL_LEVEL,
  REMIT_PERSON_SKILL_ASSESSMENT,
  REMIT_PERSON_SKILL_ASSESSED_BY,
  REMIT_PERSON_SKILL_VERIFIED_BY,
  REMIT_PERSON_SKILL_VERIFIED_ON,
  REMIT_PERSON_SKILL_EXPIRES,
  REMIT_PERSON_SKILL_N_FIELDS
};
