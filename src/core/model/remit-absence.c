/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which a person has no capacity, both ends included. */
#include "remit-absence.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_ABSENCE_PERSON] = REMIT_FIELD_PART_OF ("person", N_ ("Person"), PERSON),
  [REMIT_ABSENCE_FROM] = { .name = "from", .label = N_ ("From"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY },
  [REMIT_ABSENCE_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_KEY },
  [REMIT_ABSENCE_REASON] = { .name = "reason", .label = N_ ("Reason"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 500 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_ABSENCE_N_FIELDS);

const RemitEntityInfo remit_absence_info = {
  .kind = REMIT_KIND_ABSENCE,
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
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_absence_get_type,
  .is_detail = TRUE,
  .may_repeat = TRUE,
};

REMIT_DEFINE_ENTITY (RemitAbsence, remit_absence, remit_absence_info)
