/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of work, in the role library of the workspace. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_ROLE_KEY,
  REMIT_ROLE_NAME,
  REMIT_ROLE_PURPOSE,
  REMIT_ROLE_ACCOUNTABILITIES,
  REMIT_ROLE_DAY_RATE,
  REMIT_ROLE_GROUP,
  REMIT_ROLE_EXPECTATIONS,
  REMIT_ROLE_SOURCE,
  REMIT_ROLE_N_FIELDS
};

/** Returns: (transfer full): the key that a role gets from its name: "ML engineer (GPU)" to
 *   "ml-engineer-gpu" */
char *remit_role_dup_key (const char *name);
