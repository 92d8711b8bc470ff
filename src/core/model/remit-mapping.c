/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of the last table with certain headers were taken, for the next one like it. */
#include "remit-mapping.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_MAPPING_N_FIELDS] = {
  /* the name of the file */
  [REMIT_MAPPING_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  /* a sum over the headers, see remit_table_saved_dup_key() */
  [REMIT_MAPPING_HEADERS] = { .name = "headers", .label = N_ ("Headers"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_UNIQUE, .maximum = 64 },
  /* see remit_table_saved_dup_text() */
  [REMIT_MAPPING_CONTENT] = { .name = "content", .label = N_ ("Columns"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_MULTILINE },
};

const RemitEntityInfo remit_mapping_info = {
  REMIT_ENTITY_FIELDS (MAPPING, fields),
  .name = "mapping",
  .plural = "mappings",
  .element = "mapping",
  .label = N_ ("Mapping"),
  .counted = REMIT_PLURAL ("%'u mapping", "%'u mappings"),
};
