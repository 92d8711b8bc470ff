/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of a plan, such as its people, slots and decision rights. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * remit_book_write_csv:
 *
 * Writes one table as UTF-8, see #RemitCsvForm and #RemitExporter. A text that a spreadsheet would
 * take for a formula begins with an apostrophe, which is taken off when the file is read.
 */
gboolean remit_book_write_csv (const RemitExport *export,
                               RemitOutput *output,
                               GError **error);

/**
 * remit_book_write_xlsx:
 *
 * Writes a workbook with a sheet for each table: days and percents are such, texts are never
 * formulas, and heads stay in sight. The same state of a plan makes the same file.
 */
gboolean remit_book_write_xlsx (const RemitExport *export,
                                RemitOutput *output,
                                GError **error);
