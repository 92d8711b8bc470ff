/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One level of an escalation ladder: who is asked, for how long, and what they may do. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_RUNG_PLAN,
  REMIT_RUNG_LADDER,
  REMIT_RUNG_POSITION,
  REMIT_RUNG_SLOT,
  REMIT_RUNG_ROLE,
  REMIT_RUNG_PERSON,
  REMIT_RUNG_LIMIT,
  REMIT_RUNG_CLOCK,
  REMIT_RUNG_ACTION,
  REMIT_RUNG_AUTOMATIC,
  REMIT_RUNG_SKIP,
  REMIT_RUNG_ORIGIN,
  REMIT_RUNG_N_FIELDS
};

/** The choices of the field `clock`. */
typedef enum {
  REMIT_CLOCK_CALENDAR,
  REMIT_CLOCK_WORKING,
} RemitClockKind;

/** The choices of the field `action`. */
typedef enum {
  REMIT_RUNG_MEDIATE,
  REMIT_RUNG_DECIDE,
} RemitRungAction;

/** How many rungs a ladder can have. */
#define REMIT_MAX_RUNGS 1000

/** From one minute to a year. */
#define REMIT_RUNG_MAX_LIMIT (366 * 24 * 60)

extern const RemitChoice remit_clock_choices[];
extern const RemitChoice remit_rung_action_choices[];

/* What a rung of a ladder, and one of a conflict, which is a copy, have in common. The fields are
 * at the same places in both: see remit-own-rung.h. */
#define REMIT_RUNG_FIELDS(PREFIX) \
  /* of these three at most one is there: the holder */ \
  [PREFIX##_SLOT] = REMIT_FIELD_TO ("slot", N_ ("Slot"), SLOT, REMIT_FIELD_ALTERNATIVE), \
  [PREFIX##_ROLE] = REMIT_FIELD_TO ("role", N_ ("Role"), ROLE, REMIT_FIELD_ALTERNATIVE), \
  [PREFIX##_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_ALTERNATIVE), \
  /* how long it may stay there */ \
  [PREFIX##_LIMIT] = { .name = "limit", .label = N_ ("Time limit"), \
    .kind = REMIT_FIELD_DURATION, .minimum = 1, .maximum = REMIT_RUNG_MAX_LIMIT, \
    .initial = 48 * 60 }, \
  [PREFIX##_CLOCK] = { .name = "clock", .label = N_ ("Hours counted"), .kind = REMIT_FIELD_ENUM, \
    .choices = remit_clock_choices }, \
  [PREFIX##_ACTION] = { .name = "action", .label = N_ ("Authority"), .kind = REMIT_FIELD_ENUM, \
    .choices = remit_rung_action_choices }, \
  /* whether it escalates by itself when the time has run out */ \
  [PREFIX##_AUTOMATIC] = { .name = "automatic", .label = N_ ("Escalate automatically"), \
    .kind = REMIT_FIELD_BOOLEAN }, \
  /* whether it is passed over when nobody is behind it, or all are absent until its time is up */ \
  [PREFIX##_SKIP] = { .name = "skip", .label = N_ ("Skip if vacant"), \
    .kind = REMIT_FIELD_BOOLEAN, .initial = TRUE },
