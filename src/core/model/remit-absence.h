/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which a person has no capacity, both ends included. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_ABSENCE_PERSON,
  REMIT_ABSENCE_FROM,
  REMIT_ABSENCE_UNTIL,
  REMIT_ABSENCE_REASON,
  REMIT_ABSENCE_N_FIELDS
};
