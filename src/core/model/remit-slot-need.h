/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a slot needs, with the level. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_SLOT_NEED_PLAN,
  REMIT_SLOT_NEED_SLOT,
  REMIT_SLOT_NEED_SKILL,
  REMIT_SLOT_NEED_LEVEL,
  REMIT_SLOT_NEED_CRITICAL,
  REMIT_SLOT_NEED_N_FIELDS
};

#define REMIT_TYPE_SLOT_NEED (remit_slot_need_get_type ())
G_DECLARE_FINAL_TYPE (RemitSlotNeed, remit_slot_need, REMIT, SLOT_NEED, RemitEntity)

G_END_DECLS
