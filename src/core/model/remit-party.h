/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a conflict, with which position and interest. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_PARTY_PLAN,
  REMIT_PARTY_CONFLICT,
  REMIT_PARTY_PERSON,
  REMIT_PARTY_NAME,
  REMIT_PARTY_POSITION,
  REMIT_PARTY_INTEREST,
  REMIT_PARTY_N_FIELDS
};
