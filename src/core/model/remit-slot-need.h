/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill that a slot needs, with the level. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_SLOT_NEED_PLAN,
  REMIT_SLOT_NEED_SLOT,
  REMIT_SLOT_NEED_SKILL,
  REMIT_SLOT_NEED_LEVEL,
  REMIT_SLOT_NEED_CRITICAL,
  REMIT_SLOT_NEED_ORIGIN,
  REMIT_SLOT_NEED_TARGET,
  REMIT_SLOT_NEED_N_FIELDS
};
