/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of work, in the role library of the workspace. */
#define G_LOG_DOMAIN "remit-model"

#include "config.h"

#include "remit-role.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  /* a short name for files, such as ml-engineer */
  [REMIT_ROLE_KEY] = { .name = "key", .label = N_ ("Key"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE, .maximum = 100 },
  [REMIT_ROLE_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_ROLE_PURPOSE] = { .name = "purpose", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  /* one a line */
  [REMIT_ROLE_ACCOUNTABILITIES] = { .name = "accountabilities", .label = N_ ("Accountabilities"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_ROLE_N_FIELDS);

const RemitEntityInfo remit_role_info = {
  .kind = REMIT_KIND_ROLE,
  .name = "role",
  .element = "role",
  .label = N_ ("Role"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_role_get_type,
};

REMIT_DEFINE_ENTITY (RemitRole, remit_role, remit_role_info)
