/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An escalation ladder: who is asked next when a conflict is not settled in time. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_LADDER_PLAN,
  REMIT_LADDER_TEAM,
  REMIT_LADDER_NAME,
  REMIT_LADDER_REPEAT,
  REMIT_LADDER_POSITION,
  REMIT_LADDER_ORIGIN,
  REMIT_LADDER_PURPOSE,
  REMIT_LADDER_SOURCE,
  REMIT_LADDER_N_FIELDS
};
