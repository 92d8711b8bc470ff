/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day on which nobody works, for the clocks that count working hours. */
#include "remit-holiday.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_HOLIDAY_DAY] = { .name = "day", .label = N_ ("Day"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE },
  [REMIT_HOLIDAY_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_HOLIDAY_N_FIELDS);

const RemitEntityInfo remit_holiday_info = {
  .kind = REMIT_KIND_HOLIDAY,
  .name = "holiday",
  .plural = "holidays",
  .element = "holiday",
  .label = N_ ("Holiday"),
  .counted = REMIT_PLURAL ("%'u holiday", "%'u holidays"),
  .pattern = "{day}",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_holiday_get_type,
};

REMIT_DEFINE_ENTITY (RemitHoliday, remit_holiday, remit_holiday_info)
