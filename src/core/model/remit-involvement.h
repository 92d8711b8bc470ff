/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another team that a conflict is in, beside its own. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_INVOLVEMENT_PLAN,
  REMIT_INVOLVEMENT_CONFLICT,
  REMIT_INVOLVEMENT_TEAM,
  REMIT_INVOLVEMENT_N_FIELDS
};
