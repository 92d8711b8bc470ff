/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day on which nobody works, for the clocks that count working hours. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_HOLIDAY_DAY,
  REMIT_HOLIDAY_NAME,
  REMIT_HOLIDAY_N_FIELDS
};
