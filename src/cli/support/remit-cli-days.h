/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options --from and --until. */
#pragma once

#include "remit-cli.h"

/** @text: (nullable): what the option was given, or %NULL for @initial. Returns: whether it is a
 * day */
gboolean remit_cli_parse_day (const char *option,
                              const char *text,
                              gint64 initial,
                              gint64 *day,
                              GError **error);

/** Returns: whether the last day is not before the first, and a chart can have all of them */
gboolean remit_cli_check_days (gint64 from,
                               gint64 until,
                               GError **error);
