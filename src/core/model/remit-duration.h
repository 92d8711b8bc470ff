/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time, in minutes: ISO 8601 texts to numbers and back. */
#pragma once

#include <glib.h>

/**
 * remit_duration_parse:
 * @text: as in ISO 8601, of days, hours and minutes: `PT48H`, `P2D`, `PT1H30M`; a day has 24 hours
 * @minutes: (out)
 *
 * Returns: whether it is one, of less than 100 years
 */
gboolean remit_duration_parse (const char *text,
                               gint64 *minutes);

/** Returns: (transfer full): hours where it is whole hours, `PT48H`; minutes else, `PT90M` */
char *remit_duration_format (gint64 minutes);

/** Returns: (transfer full): as people say it: "48 hours", "1 hour 30 minutes" */
char *remit_duration_display (gint64 minutes);
