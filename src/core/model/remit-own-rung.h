/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rung of the ladder of a conflict, as the ladder was when the conflict was raised. */
#pragma once

#include "remit-rung.h"

G_BEGIN_DECLS

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
                 && (int) REMIT_OWN_RUNG_N_FIELDS == (int) REMIT_RUNG_N_FIELDS);

#define REMIT_TYPE_OWN_RUNG (remit_own_rung_get_type ())
G_DECLARE_FINAL_TYPE (RemitOwnRung, remit_own_rung, REMIT, OWN_RUNG, RemitEntity)

G_END_DECLS
