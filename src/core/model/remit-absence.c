/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which a person has no capacity, both ends included. */
#include "remit-absence.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_ABSENCE_N_FIELDS] = {
  [REMIT_ABSENCE_PERSON] = REMIT_FIELD_PART_OF ("person", N_ ("Person"), PERSON),
  [REMIT_ABSENCE_FROM] = { .name = "from", .label = N_ ("From"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY },
  [REMIT_ABSENCE_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY },
  [REMIT_ABSENCE_REASON] = { .name = "reason", .label = N_ ("Reason"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 500 },
};

const RemitEntityInfo remit_absence_info = {
  REMIT_ENTITY_FIELDS (ABSENCE, fields),
  .name = "absence",
  .plural = "absences",
  .element = "absence",
  .label = N_ ("Absence"),
  .counted = REMIT_PLURAL ("%'u absence", "%'u absences"),
  .pattern = "{person}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add absence of {}"),
    [REMIT_VERB_DELETE] = N_ ("Delete absence of {}"),
  },
  .is_detail = TRUE,
  .may_repeat = TRUE,
  .has_no_doubles = TRUE,
};
