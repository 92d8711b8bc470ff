/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How bad a finding is. */
#include "remit-severity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *nick;
  const char *label;
} words[REMIT_N_SEVERITIES] = {
  [REMIT_SEVERITY_ERROR] = { "error", N_ ("Error") },
  [REMIT_SEVERITY_WARNING] = { "warning", N_ ("Warning") },
  [REMIT_SEVERITY_INFORMATION] = { "information", N_ ("Information") },
};

const char *
remit_severity_get_nick (RemitSeverity severity)
{
  g_return_val_if_fail (severity < REMIT_N_SEVERITIES, NULL);

  return words[severity].nick;
}

const char *
remit_severity_get_label (RemitSeverity severity)
{
  g_return_val_if_fail (severity < REMIT_N_SEVERITIES, NULL);

  return _ (words[severity].label);
}

int
remit_severity_find (const char *nick)
{
  for (int i = 0; i < REMIT_N_SEVERITIES; i++)
    if (g_strcmp0 (words[i].nick, nick) == 0)
      return i;
  return -1;
}
