/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of MSPDI: numbers, shares and days. */
#pragma once

#include <glib.h>

/** Each returns whether the text is such a value; white space around it is nothing. */
gboolean remit_mspdi_value_read_integer (const char *text,
                                         gint64 *value);
/** "1" and "true" */
gboolean remit_mspdi_value_is_true (const char *text);
/** A number other than 0, such as a cost */
gboolean remit_mspdi_value_is_something (const char *text);
/** A share, 0.63, as percent: 63; what is negative, or more than can be, is none. */
gboolean remit_mspdi_value_read_percent (const char *text,
                                         gint64 *percent);

/**
 * remit_mspdi_value_read_day:
 * @is_end: whether midnight ends the day before
 * @day: (out): 0 for none: an empty text, “NA”, and the first and the last days of the format,
 *   1984-01-01, 2049-12-31 and 2149-12-31, which stand for it
 *
 * Reads the day of a moment, 2026-03-31T17:00:00.
 */
gboolean remit_mspdi_value_read_day (const char *text,
                                     gboolean is_end,
                                     gint64 *day);
