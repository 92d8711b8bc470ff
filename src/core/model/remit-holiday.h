/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day on which nobody works, for the clocks that count working hours. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_HOLIDAY_DAY,
  REMIT_HOLIDAY_NAME,
  REMIT_HOLIDAY_N_FIELDS
};

#define REMIT_TYPE_HOLIDAY (remit_holiday_get_type ())
G_DECLARE_FINAL_TYPE (RemitHoliday, remit_holiday, REMIT, HOLIDAY, RemitEntity)

G_END_DECLS
