/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of work, in the role library of the workspace. */
#include "remit-role.h"

#include <glib/gi18n-lib.h>

#include "remit-role-group.h"

static const RemitField fields[REMIT_ROLE_N_FIELDS] = {
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
  /* what a day of somebody in it costs, at full time, for whom no rate of their own is known */
  [REMIT_ROLE_DAY_RATE] = { .name = "day-rate", .label = N_ ("Day rate"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MONEY | REMIT_FIELD_CONFIDENTIAL,
    .maximum = 40 },
  /* what kind of work it is, which rules ask for; not set: see remit_role_guess_group() */
  [REMIT_ROLE_GROUP] = { .name = "group", .label = N_ ("Group"), .kind = REMIT_FIELD_ENUM,
    .choices = remit_role_groups },
  /* one a line */
  [REMIT_ROLE_EXPECTATIONS] = { .name = "expectations", .label = N_ ("What others may expect"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  [REMIT_ROLE_SOURCE] = { .name = "source", .label = N_ ("Source"), .kind = REMIT_FIELD_TEXT,
    .maximum = 500 },
};

const RemitEntityInfo remit_role_info = {
  REMIT_ENTITY_FIELDS (ROLE, fields),
  .name = "role",
  .plural = "roles",
  .element = "role",
  .section = "roles",
  .label = N_ ("Role"),
  .counted = REMIT_PLURAL ("%'u role", "%'u roles"),
  .has_form = TRUE,
  .is_mergeable = TRUE,
};

char *
remit_role_dup_key (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, NULL);
  GString *key = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (key, g_ascii_tolower (*c));
      else if (key->len > 0 && key->str[key->len - 1] != '-' && *c != '\'')
        g_string_append_c (key, '-');
      if (key->len == 80)
        break;
    }
  if (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_append (key, "role");
  return g_string_free (key, FALSE);
}
