/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rung of the ladder of a conflict, as the ladder was when the conflict was raised. */
#pragma once

#include "remit-rung.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_OWN_RUNG_PLAN,
  REMIT_OWN_RUNG_CONFLICT,
  REMIT_OWN_RUNG_POSITION,
  REMIT_OWN_RUNG_SLOT,
  REMIT_OWN_RUNG_ROLE,
  REMIT_OWN_RUNG_PERSON,
  REMIT_OWN_RUNG_LIMIT,
  REMIT_OWN_RUNG_CLOCK,
  REMIT_OWN_RUNG_ACTION,
  REMIT_OWN_RUNG_AUTOMATIC,
  REMIT_OWN_RUNG_SKIP,
  REMIT_OWN_RUNG_N_FIELDS
};

G_STATIC_ASSERT ((int) REMIT_OWN_RUNG_POSITION == (int) REMIT_RUNG_POSITION
                 && (int) REMIT_OWN_RUNG_SLOT == (int) REMIT_RUNG_SLOT
                 && (int) REMIT_OWN_RUNG_SKIP == (int) REMIT_RUNG_SKIP);
