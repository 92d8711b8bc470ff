/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options --from and --until. */
#include "remit-cli-days.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/load/remit-load-chart.h"

gboolean
remit_cli_parse_day (const char *option,
                     const char *text,
                     gint64 initial,
                     gint64 *day,
                     GError **error)
{
  *day = text != NULL ? remit_day_parse (text) : initial;
  return *day != 0
         || remit_cli_refuse_option (option, text, _ ("a date such as 2026-03-31"), error);
}

gboolean
remit_cli_check_days (gint64 from,
                      gint64 until,
                      GError **error)
{
  if (until < from)
    return remit_cli_misuse (error, _ ("--until is before --from."));
  if (until - from >= REMIT_LOAD_CHART_MAX_DAYS)
    return remit_cli_misuse (error, _ ("A chart can have at most %d days."),
                             REMIT_LOAD_CHART_MAX_DAYS);
  return TRUE;
}
