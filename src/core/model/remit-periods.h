/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations over time as one text, for fields that have %REMIT_FIELD_PERIODS:
 * “2026-01-01/2026-03-31 50%; 2026-04-01/.. 80%”. Days are intervals as in ISO 8601-2, 4.4: two
 * dots stand for an open end. */
#pragma once

#include <glib.h>

/** As many as a text may have. */
#define REMIT_PERIODS_MAX 200

/**
 * RemitPeriod:
 * @from: its first day, a Julian day number as in #GDate; 0 for an open beginning
 * @until: its last day; 0 for an open end
 * @percent: the allocation, from 1 to 1000 % of a full-time equivalent
 */
typedef struct {
  gint64 from;
  gint64 until;
  gint64 percent;
} RemitPeriod;

/**
 * remit_periods_parse:
 *
 * Returns: (transfer full) (nullable) (element-type RemitPeriod): in the order of the text, none
 *   for an empty one; %NULL when @text is no such text
 */
GArray *remit_periods_parse (const char *text);

/** Returns: (transfer full) (element-type RemitPeriod): the same; none of what is no such text, as
 * another program may have written it */
GArray *remit_periods_read (const char *text);

/**
 * remit_periods_write:
 * @periods: (element-type RemitPeriod): the first %REMIT_PERIODS_MAX of them are written
 *
 * Returns: (transfer full): what remit_periods_parse() reads
 */
char *remit_periods_write (const GArray *periods);
