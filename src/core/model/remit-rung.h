/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One level of an escalation ladder: who is asked, for how long, and what they may do. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

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
  [PREFIX##_SLOT] = { .name = "slot", .label = N_ ("Slot"), .kind = REMIT_FIELD_REFERENCE, \
    .flags = REMIT_FIELD_ALTERNATIVE, .target = REMIT_KIND_SLOT }, \
  [PREFIX##_ROLE] = { .name = "role", .label = N_ ("Role"), .kind = REMIT_FIELD_REFERENCE, \
    .flags = REMIT_FIELD_ALTERNATIVE, .target = REMIT_KIND_ROLE }, \
  [PREFIX##_PERSON] = { .name = "person", .label = N_ ("Person"), \
    .kind = REMIT_FIELD_REFERENCE, .flags = REMIT_FIELD_ALTERNATIVE, \
    .target = REMIT_KIND_PERSON }, \
  /* how long it may stay there */ \
  [PREFIX##_LIMIT] = { .name = "limit", .label = N_ ("Time limit"), \
    .kind = REMIT_FIELD_DURATION, .minimum = 1, .maximum = REMIT_RUNG_MAX_LIMIT, \
    .initial = 48 * 60 }, \
  [PREFIX##_CLOCK] = { .name = "clock", .label = N_ ("Clock"), .kind = REMIT_FIELD_ENUM, \
    .choices = remit_clock_choices }, \
  [PREFIX##_ACTION] = { .name = "action", .label = N_ ("May"), .kind = REMIT_FIELD_ENUM, \
    .choices = remit_rung_action_choices }, \
  /* whether it escalates by itself when the time has run out */ \
  [PREFIX##_AUTOMATIC] = { .name = "automatic", .label = N_ ("Escalates by itself"), \
    .kind = REMIT_FIELD_BOOLEAN }, \
  /* whether it is passed over when nobody is behind it */ \
  [PREFIX##_SKIP] = { .name = "skip", .label = N_ ("Skipped if empty"), \
    .kind = REMIT_FIELD_BOOLEAN, .initial = TRUE },

#define REMIT_TYPE_RUNG (remit_rung_get_type ())
G_DECLARE_FINAL_TYPE (RemitRung, remit_rung, REMIT, RUNG, RemitEntity)

G_END_DECLS
