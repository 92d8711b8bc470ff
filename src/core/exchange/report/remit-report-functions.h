/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the style sheet of a report may ask Remit for. */
#pragma once

#include <glib.h>
#include <libxslt/xsltInternals.h>

/**
 * remit_report_functions_add:
 *
 * Adds the functions of the report's namespace:
 *
 * - `day (TEXT)`: a day (2026-03-31) as the reader's locale writes it
 * - `time (TEXT)`: a time in UTC (2026-03-31T08:00:00.000Z) likewise, in the local time zone
 * - `number (NUMBER)`: with the decimal point of the reader's locale
 * - `percent (TEXT)`: a number with its sign
 * - `label (ATTRIBUTE)`: what the choice in an attribute of the plan is called
 * - `letter (FRAMEWORK, LETTER)`: what a letter of decision rights means
 *
 * What is none of these is given back as it stands.
 */
void remit_report_functions_add (xsltTransformContext *context);
