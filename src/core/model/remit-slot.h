/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot: a position for one role in a team. */
#pragma once

#include "remit-field.h"

/** How far it has come to find somebody. */
typedef enum {
  REMIT_HIRING_OPEN,
  REMIT_HIRING_REQUESTED,
  REMIT_HIRING_OFFERED,
  REMIT_HIRING_FROZEN,
} RemitHiring;

/** The fields, in the order of the table. */
enum
{
  REMIT_SLOT_PLAN,
  REMIT_SLOT_TEAM,
  REMIT_SLOT_ROLE,
  REMIT_SLOT_NAME,
  REMIT_SLOT_WHY,
  REMIT_SLOT_FTE,
  REMIT_SLOT_FROM,
  REMIT_SLOT_UNTIL,
  REMIT_SLOT_REQUIRED,
  REMIT_SLOT_POSITION,
  REMIT_SLOT_ORIGIN,
  REMIT_SLOT_AWAITS,
  REMIT_SLOT_AWAITS_PERCENT,
  REMIT_SLOT_AWAITS_PERIODS,
  REMIT_SLOT_HIRING,
  REMIT_SLOT_ROTA,
  REMIT_SLOT_N_FIELDS
};
