/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_SKILL_NAME,
  REMIT_SKILL_CATEGORY,
  REMIT_SKILL_SCHEME,
  REMIT_SKILL_URI,
  REMIT_SKILL_LEVEL_0, /* to REMIT_SKILL_LEVEL_4: one for each level, in their order */
  REMIT_SKILL_LEVEL_1,
  REMIT_SKILL_LEVEL_2,
  REMIT_SKILL_LEVEL_3,
  REMIT_SKILL_LEVEL_4,
  REMIT_SKILL_N_FIELDS
};
