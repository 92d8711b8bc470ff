/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time as people type them. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli-duration.h"

char *
remit_cli_duration_dup (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  if (!g_ascii_isdigit (*upper))
    return g_steal_pointer (&upper);
  return g_strconcat (g_str_has_suffix (upper, "D") ? "P" : "PT", upper, NULL);
}
