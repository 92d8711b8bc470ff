/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a table, whatever it comes in: CSV, a workbook, a web page, Markdown, the clipboard. */
#pragma once

#include "exchange/csv/remit-csv-file.h"

/**
 * RemitSheetInput:
 * @path: (nullable): the file
 * @bytes: (nullable): what is read instead when there is no file, such as the clipboard's content
 * @name: (nullable): what messages and the history call it; else the file's name, or “Clipboard”
 * @encoding: (nullable): of a text, see remit_csv_text_open()
 * @sheet: (nullable): which sheet of a workbook is read: its name, or its number from 1
 */
typedef struct {
  const char *path;
  GBytes *bytes;
  const char *name;
  const char *encoding;
  const char *sheet;
} RemitSheetInput;

/**
 * RemitSheetFormat:
 * @REMIT_SHEET_TEXT: CSV and its like, or anything that is not known
 * @REMIT_SHEET_HTML: a web page, or a part of one
 * @REMIT_SHEET_MARKDOWN: a text with a table whose cells bars part
 * @REMIT_SHEET_ZIP: an archive, as which .xlsx and .ods are stored
 * @REMIT_SHEET_OLE: a workbook of Excel 97 to 2003, or one that is protected by a password
 * @REMIT_SHEET_XML: a workbook that is one XML file
 */
typedef enum {
  REMIT_SHEET_TEXT,
  REMIT_SHEET_HTML,
  REMIT_SHEET_MARKDOWN,
  REMIT_SHEET_ZIP,
  REMIT_SHEET_OLE,
  REMIT_SHEET_XML,
} RemitSheetFormat;

/** Returns: what begins with these bytes; a plan's file is a text */
RemitSheetFormat remit_sheet_probe (const char *bytes,
                                    gsize length);

/**
 * remit_sheet_open:
 *
 * Opens a table by its content, whatever the file is called. Of a web page, and of Markdown, it is
 * the largest table. Of a workbook it is the sheet that was asked for, or the only one in sight
 * with something in it, or the one whose header has columns that are known; see @sheets, @sheet and
 * @remarks of #RemitCsvFile.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED;
 *   %REMIT_EXCHANGE_ERROR_SHEET when nobody has said which sheet is meant, and it cannot be told
 */
RemitCsvFile *remit_sheet_open (const RemitSheetInput *input,
                                GError **error);

/** Returns: (transfer full) (nullable): the names of a workbook's sheets, in their order; %NULL
 * with @error set, also for what is no workbook */
GStrv remit_sheet_list (const RemitSheetInput *input,
                        GError **error);

/** Returns: (transfer none) (nullable): the encoding in which a text may be that is refused with
 * %REMIT_EXCHANGE_ERROR_ENCODING */
const char *remit_sheet_propose_encoding (const RemitSheetInput *input);

/** How files are called that tables are in, without the dot; ends with %NULL. */
extern const char *const remit_sheet_suffixes[];
/** Returns: whether a file is called like one of these, letter case apart */
gboolean remit_sheet_has_suffix (const char *path);
