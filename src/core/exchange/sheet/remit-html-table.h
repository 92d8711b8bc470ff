/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a web page, or of what a spreadsheet puts on the clipboard. */
#pragma once

#include "remit-sheet-writer.h"

/**
 * remit_html_table_write:
 * @encoding: (nullable): what the page is in; else what it says, or UTF-8
 *
 * Writes the table of a page that has the most cells: one row after the other. A cell that spans
 * rows is in each of them, one that spans columns in the first. What is not to be seen, scripts
 * and styles are left out.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there is no table, or too large a one; %G_IO_ERROR
 */
gboolean remit_html_table_write (const char *html,
                                 gsize length,
                                 const char *encoding,
                                 RemitSheetWriter *writer,
                                 GError **error);
