/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who can fill slots. */
#include "remit-person.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_PERSON_N_FIELDS] = {
  [REMIT_PERSON_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  [REMIT_PERSON_EMAIL] = { .name = "email", .label = N_ ("E-mail"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 320 },
  [REMIT_PERSON_TITLE] = { .name = "title", .label = N_ ("Job title"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_PERSONAL, .maximum = 500 },
  /* the parts of the organisation the person belongs to */
  [REMIT_PERSON_UNIT] = { .name = "unit", .label = N_ ("Unit"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_PERSONAL, .maximum = 2000 },
  [REMIT_PERSON_LOCATION] = { .name = "location", .label = N_ ("Location"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_PERSONAL, .maximum = 200 },
  /* the id the person has in the system they came from */
  [REMIT_PERSON_EXTERNAL_ID] = { .name = "external-id", .label = N_ ("Number"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 200 },
  [REMIT_PERSON_MANAGER] = REMIT_FIELD_TO ("manager", N_ ("Manager"), PERSON, REMIT_FIELD_PERSONAL),
  /* 100 is full time */
  [REMIT_PERSON_CAPACITY] = { .name = "capacity", .label = N_ ("Capacity"),
    .kind = REMIT_FIELD_PERCENT, .maximum = 200, .initial = 100 },
  [REMIT_PERSON_FROM] = { .name = "from", .label = N_ ("From"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_PERSONAL },
  [REMIT_PERSON_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_PERSONAL },
  [REMIT_PERSON_NOTES] = { .name = "notes", .label = N_ ("Notes"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE | REMIT_FIELD_CONFIDENTIAL },
  /* where their clock is; empty: where that of the workspace is */
  [REMIT_PERSON_TIME_ZONE] = { .name = "time-zone", .label = N_ ("Time zone"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_ZONE | REMIT_FIELD_PERSONAL, .maximum = 100 },
  /* what a day of theirs costs, at full time */
  [REMIT_PERSON_DAY_RATE] = { .name = "day-rate", .label = N_ ("Day rate"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MONEY | REMIT_FIELD_CONFIDENTIAL,
    .maximum = 40 },
  /* how much of their capacity is to be planned; 0: as the workspace says */
  [REMIT_PERSON_TARGET] = { .name = "target", .label = N_ ("Target utilisation"),
    .kind = REMIT_FIELD_PERCENT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 200 },
};

const RemitEntityInfo remit_person_info = {
  REMIT_ENTITY_FIELDS (PERSON, fields),
  .name = "person",
  .plural = "people",
  .element = "person",
  .section = "people",
  .label = N_ ("Person"),
  .counted = REMIT_PLURAL ("%'u person", "%'u people"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add {}"),
    [REMIT_VERB_DELETE] = N_ ("Delete {}"),
    [REMIT_VERB_DUPLICATE] = N_ ("Duplicate {}"),
  },
  .has_form = TRUE,
  .has_conflicts = TRUE,
  .is_mergeable = TRUE,
};
