/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a text in which bars part the cells, as in Markdown. */
#pragma once

#include "remit-sheet-writer.h"

/**
 * remit_markdown_table_recognize:
 * @bytes: the first part of a text; of UTF-16, too
 *
 * Returns: whether it has a line with bars, and below one of dashes: "| --- | :-: |"
 */
gboolean remit_markdown_table_recognize (const char *bytes,
                                         gsize length);

/**
 * remit_markdown_table_write:
 * @fd: (transfer full): the file
 * @name: what it is called in messages
 * @encoding: (nullable): what it is in, see remit_csv_text_open()
 *
 * Writes the table of a text that has the most cells, whatever stands around it; rows have the
 * numbers of their lines. A bar behind a backslash is part of a cell, “<br>” a line break in it;
 * emphasis around a cell and the targets of links are left out. The tables of Org mode and of the
 * shells of databases, whose lines of dashes have “+” in them, are read as well.
 *
 * Errors: those of remit_csv_text_open(); %REMIT_EXCHANGE_ERROR_REFUSED: there is no table, or a
 *   line of more than 8 MiB; %G_IO_ERROR
 */
gboolean remit_markdown_table_write (int fd,
                                     const char *name,
                                     const char *encoding,
                                     RemitSheetWriter *writer,
                                     GError **error);
