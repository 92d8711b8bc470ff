/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a workspace: one row, with the id 1. */
#include "remit-settings.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_SETTINGS_N_FIELDS] = {
  [REMIT_SETTINGS_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
  /* how far the allocations in a slot may be from what it needs */
  [REMIT_SETTINGS_FILL_TOLERANCE] = { .name = "fill-tolerance",
    .label = N_ ("Tolerance for filling a slot"), .kind = REMIT_FIELD_PERCENT, .maximum = 100,
    .initial = 10 },
  [REMIT_SETTINGS_TEAM_LIMIT] = { .name = "team-limit",
    .label = N_ ("Maximum teams per person at a time"), .kind = REMIT_FIELD_INTEGER, .minimum = 1,
    .maximum = 100, .initial = 3 },
  /* The rules of data/rules know these by their names. */
  [REMIT_SETTINGS_RESPONSIBLE_LIMIT] = { .name = "responsible-limit",
    .label = N_ ("Maximum responsible per decision"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 100, .initial = 3 },
  [REMIT_SETTINGS_CONSULTED_LIMIT] = { .name = "consulted-limit",
    .label = N_ ("Maximum consulted per decision"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 100, .initial = 5 },
  /* both were asked for by rules up to format 11; what stands for them is below, since a default
   * cannot change */
  [REMIT_SETTINGS_ACCOUNTABLE_FROM] = { .name = "accountable-from",
    .label = N_ ("Check the share of one person from this number of decisions"),
                                       .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 1000, .initial = 4 },
  [REMIT_SETTINGS_ACCOUNTABLE_SHARE] = { .name = "accountable-share",
    .label = N_ ("Maximum share of decisions per person"),
    .kind = REMIT_FIELD_PERCENT, .maximum = 100, .initial = 30 },
  [REMIT_SETTINGS_EVERYWHERE_FROM] = { .name = "everywhere-from",
    .label = N_ ("Warn when one slot takes part in more decisions than"),
                                      .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 1000, .initial = 5 },
  [REMIT_SETTINGS_LEAST_SHARE] = { .name = "least-share",
    .label = N_ ("Minimum allocation of an accountable person in the team"),
    .kind = REMIT_FIELD_PERCENT, .maximum = 100, .initial = 10 },
  [REMIT_SETTINGS_AGREE_LIMIT] = { .name = "agree-limit",
    .label = N_ ("Maximum who must agree per decision"), .kind = REMIT_FIELD_INTEGER, .minimum = 1,
    .maximum = 100, .initial = 2 },
  [REMIT_SETTINGS_KEY_PERSON_FROM] = { .name = "key-person-from",
    .label = N_ ("Warn of a key person when one person alone has this many skills"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 100, .initial = 3 },
  /* The working hours, for the clocks that count them. Empty: the time zone of this computer. */
  [REMIT_SETTINGS_TIME_ZONE] = { .name = "time-zone", .label = N_ ("Time zone"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_ZONE, .maximum = 100 },
  /* minutes of the day */
  [REMIT_SETTINGS_WORK_FROM] = { .name = "work-from", .label = N_ ("Start of work"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 1439, .initial = 540 },
  [REMIT_SETTINGS_WORK_UNTIL] = { .name = "work-until", .label = N_ ("End of work"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 1440, .initial = 1020 },
  /* a bit for each day of the week, Monday the lowest */
  [REMIT_SETTINGS_WORK_DAYS] = { .name = "work-days", .label = N_ ("Working days"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 127, .initial = 31 },
  /* utilisation, percent of capacity: somebody has time below the first, and too much to do above
   * the second; a person's own target stands for the first */
  [REMIT_SETTINGS_FULL_FROM] = { .name = "full-from",
    .label = N_ ("Fully planned from this utilisation"), .kind = REMIT_FIELD_PERCENT,
    .minimum = 1, .maximum = 200, .initial = 90 },
  [REMIT_SETTINGS_OVER_FROM] = { .name = "over-from",
    .label = N_ ("Overloaded above this utilisation"), .kind = REMIT_FIELD_PERCENT,
    .minimum = 1, .maximum = 200, .initial = 100 },
  /* how many days ahead it is told that a verified skill runs out */
  [REMIT_SETTINGS_EXPIRY_NOTICE] = { .name = "expiry-notice",
    .label = N_ ("Warn this many days before a verified skill expires"),
    .kind = REMIT_FIELD_INTEGER, .maximum = 366, .initial = 60 },
  /* those who build have long stretches of work, those who advise do not; others: team-limit */
  [REMIT_SETTINGS_BUILDER_LIMIT] = { .name = "builder-limit",
    .label = N_ ("Maximum teams per builder at a time"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 100, .initial = 2 },
  [REMIT_SETTINGS_ADVISER_LIMIT] = { .name = "adviser-limit",
    .label = N_ ("Maximum teams per adviser at a time"), .kind = REMIT_FIELD_INTEGER,
    .minimum = 1, .maximum = 100, .initial = 5 },
  /* of those with a fifth of their time or more */
  [REMIT_SETTINGS_SIZE_LIMIT] = { .name = "size-limit", .label = N_ ("Maximum people per team"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 1000, .initial = 9 },
  /* what a machine-learning team needs of the time of each, percent of a full-time position */
  [REMIT_SETTINGS_BUILDER_TIME] = { .name = "builder-time",
    .label = N_ ("Minimum time of builders in a machine-learning team"),
    .kind = REMIT_FIELD_PERCENT, .minimum = 1, .maximum = 1000, .initial = 80 },
  [REMIT_SETTINGS_DATA_TIME] = { .name = "data-time",
    .label = N_ ("Minimum time of data engineers in a machine-learning team"),
    .kind = REMIT_FIELD_PERCENT, .minimum = 1, .maximum = 1000, .initial = 60 },
  [REMIT_SETTINGS_PRODUCT_TIME] = { .name = "product-time",
    .label = N_ ("Minimum time of product managers in a machine-learning team"),
    .kind = REMIT_FIELD_PERCENT, .minimum = 1, .maximum = 1000, .initial = 50 },
  /* how long who leaves a slot and who comes may both be in it */
  [REMIT_SETTINGS_HANDOVER_DAYS] = { .name = "handover-days",
    .label = N_ ("Days that a handover may take"), .kind = REMIT_FIELD_INTEGER, .maximum = 366,
    .initial = 42 },
  /* both together: so many decisions, and so much of what each had if all had as many */
  [REMIT_SETTINGS_DECIDER_FROM] = { .name = "decider-from",
    .label = N_ ("Check what one person decides from this number of decisions"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = 1000, .initial = 6 },
  [REMIT_SETTINGS_FAIR_SHARE] = { .name = "fair-share",
    .label = N_ ("Maximum decisions of one person, in percent of an equal share"),
    .kind = REMIT_FIELD_PERCENT, .minimum = 100, .maximum = 1000, .initial = 200 },
};

const RemitEntityInfo remit_settings_info = {
  REMIT_ENTITY_FIELDS (SETTINGS, fields),
  .name = "settings",
  .plural = "settings",
  .element = "settings",
  .label = N_ ("Settings"),
  .counted = REMIT_PLURAL ("%'u setting", "%'u settings"),
  .pattern = N_ ("the workspace"),
  .undeletable = N_ ("The settings of a workspace cannot be deleted"),
};
