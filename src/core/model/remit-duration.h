/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time, in minutes: as in ISO 8601, and as people write them. */
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

/**
 * remit_duration_understand:
 * @text: what remit_duration_display() says, in the user's language or in English: "2 days",
 *   "1 hour 30 minutes"; or short: "16h", "30 min."; or as in ISO 8601, whatever the letter case
 * @minutes: (out)
 *
 * Reads what people write. A number without a unit is none; "16 working hours" are 16 hours, since
 * what hours count is said by the clock of whatever has the span.
 *
 * Returns: whether it is a span of time, of less than 100 years
 */
gboolean remit_duration_understand (const char *text,
                                    gint64 *minutes);

/** Returns: (transfer full): what people write, as in files; @text itself if that is no span */
char *remit_duration_dup_file_text (const char *text);

/** Returns: (transfer full): hours where it is whole hours, `PT48H`; minutes else, `PT90M` */
char *remit_duration_format (gint64 minutes);

/** Returns: (transfer full): as people say it: "48 hours", "1 hour 30 minutes" */
char *remit_duration_display (gint64 minutes);
