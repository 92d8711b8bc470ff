/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time zones by their names. */
#include "remit-zone.h"

#include <string.h>

#define LETTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_+-/:"

/* Longer than any name there is. */
#define LONGEST 64

/* Not those that lead up, or begin at the root. */
static gboolean
is_name (const char *text)
{
  gsize length = strlen (text);

  return length <= LONGEST && strspn (text, LETTERS) == length && *text != '/' && *text != ':';
}

GTimeZone *
remit_zone_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return is_name (name) ? g_time_zone_new_identifier (name) : NULL;
}
