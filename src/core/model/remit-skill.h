/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that people have and slots need. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_SKILL_NAME,
  REMIT_SKILL_CATEGORY,
  REMIT_SKILL_N_FIELDS
};

#define REMIT_TYPE_SKILL (remit_skill_get_type ())
G_DECLARE_FINAL_TYPE (RemitSkill, remit_skill, REMIT, SKILL, RemitEntity)

G_END_DECLS
