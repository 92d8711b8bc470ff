/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, at an allocation, over dates. */
#include "remit-assignment.h"

#include <glib/gi18n-lib.h>

static const RemitChoice states[] = {
  { "confirmed", N_ ("Confirmed") },
  { "proposed", N_ ("Proposed") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_ASSIGNMENT_N_FIELDS] = {
  [REMIT_ASSIGNMENT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_ASSIGNMENT_SLOT] = REMIT_FIELD_PART_OF ("slot", N_ ("Slot"), SLOT),
  [REMIT_ASSIGNMENT_PERSON] =
    REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_REQUIRED),
  /* percent of full time */
  [REMIT_ASSIGNMENT_ALLOCATION] = { .name = "allocation", .label = N_ ("Allocation"),
    .kind = REMIT_FIELD_PERCENT, .minimum = 1, .maximum = 1000, .initial = 100 },
  [REMIT_ASSIGNMENT_FROM] = { .name = "from", .label = N_ ("From"), .kind = REMIT_FIELD_DATE },
  [REMIT_ASSIGNMENT_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE },
  [REMIT_ASSIGNMENT_STATE] = { .name = "state", .label = N_ ("State"), .kind = REMIT_FIELD_ENUM,
    .choices = states },
  [REMIT_ASSIGNMENT_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_assignment_info = {
  REMIT_ENTITY_FIELDS (ASSIGNMENT, fields),
  .name = "assignment",
  .plural = "assignments",
  .element = "assignment",
  .label = N_ ("Assignment"),
  .counted = REMIT_PLURAL ("%'u assignment", "%'u assignments"),
  .pattern = N_ ("{person} in {slot}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Assign {person} to {slot}"),
    [REMIT_VERB_DELETE] = N_ ("Remove {person} from {slot}"),
  },
  .has_no_doubles = TRUE,
};
