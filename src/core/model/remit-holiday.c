/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day on which nobody works, for the clocks that count working hours. */
#include "remit-holiday.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_HOLIDAY_N_FIELDS] = {
  [REMIT_HOLIDAY_DAY] = { .name = "day", .label = N_ ("Day"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE },
  [REMIT_HOLIDAY_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
};

const RemitEntityInfo remit_holiday_info = {
  REMIT_ENTITY_FIELDS (HOLIDAY, fields),
  .name = "holiday",
  .plural = "holidays",
  .element = "holiday",
  .label = N_ ("Holiday"),
  .counted = REMIT_PLURAL ("%'u holiday", "%'u holidays"),
  .pattern = "{day}",
};
