/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a workspace: one row, with the id 1. */
#define G_LOG_DOMAIN "remit-model"

#include "config.h"

#include "remit-settings.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_SETTINGS_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .maximum = 200 },
  /* how far the allocations in a slot may be from what it needs */
  [REMIT_SETTINGS_FILL_TOLERANCE] = { .name = "fill-tolerance",
    .label = N_ ("Tolerance when filling a slot"), .kind = REMIT_FIELD_PERCENT, .maximum = 100,
    .initial = 10 },
  [REMIT_SETTINGS_TEAM_LIMIT] = { .name = "team-limit",
    .label = N_ ("Teams a person can be in at once"), .kind = REMIT_FIELD_INTEGER, .minimum = 1,
    .maximum = 100, .initial = 3 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_SETTINGS_N_FIELDS);

const RemitEntityInfo remit_settings_info = {
  .kind = REMIT_KIND_SETTINGS,
  .name = "settings",
  .element = "settings",
  .label = N_ ("Settings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_settings_get_type,
};

REMIT_DEFINE_ENTITY (RemitSettings, remit_settings, remit_settings_info)
