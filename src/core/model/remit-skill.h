/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_SKILL_NAME,
  REMIT_SKILL_CATEGORY,
  REMIT_SKILL_N_FIELDS
};
