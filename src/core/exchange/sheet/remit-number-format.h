/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a workbook shows numbers, and the text for them that says the same without a format. */
#pragma once

#include <glib.h>

typedef enum {
  REMIT_NUMBER_PLAIN,
  REMIT_NUMBER_PERCENT,
  REMIT_NUMBER_DAY,
  REMIT_NUMBER_TIME,
  REMIT_NUMBER_MOMENT,
  REMIT_NUMBER_DURATION, /* may have more than 24 hours */
  REMIT_NUMBER_DIGITS,   /* with zeroes before it */
} RemitNumberKind;

/**
 * RemitNumberFormat:
 * @n_digits: of %REMIT_NUMBER_DIGITS, how many there are at least
 */
typedef struct {
  RemitNumberKind kind;
  guint n_digits;
} RemitNumberFormat;

/** Returns: the format that a code such as `dd.mm.yyyy`, `[$-407]mmm yy` or `0.0%` is */
RemitNumberFormat remit_number_format_parse (const char *code);

/** Returns: the format of which workbooks only write the number */
RemitNumberFormat remit_number_format_get_known (guint id);

/**
 * remit_number_format_add:
 * @from_1904: whether days are counted from 1904, as old workbooks of a Mac do
 *
 * Adds a number to a text: days as `2026-03-31`, with a time if there is one and it is shown;
 * percents as `80 %`, times as `08:30`, others with at most 15 digits, which is all that a
 * spreadsheet knows. A day 0 is nothing, and what is no day stays a number.
 */
void remit_number_format_add (const RemitNumberFormat *self,
                              double number,
                              gboolean from_1904,
                              GString *text);
