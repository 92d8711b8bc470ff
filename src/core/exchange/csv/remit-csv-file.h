/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file: its separator, its header, and its rows, read one by one. */
#pragma once

#include "exchange/remit-exchange.h"
#include "remit-csv-text.h"

/** More than this no spreadsheet has. */
#define REMIT_CSV_MAX_COLUMNS 16384
/** The largest cell, in bytes; and the largest row. */
#define REMIT_CSV_MAX_CELL (1024 * 1024)
#define REMIT_CSV_MAX_ROW (8 * 1024 * 1024)

/**
 * RemitCsvFile:
 * @encoding: see remit_csv_text_open()
 * @odd_line: the first line that is not UTF-8; 0 when the whole file is
 * @headers: (array zero-terminated=1): the cells of the header
 * @n_columns: how many these are
 * @header_line: the line in which the header stands
 * @n_before: how many lines stand above it that have something in them
 * @n_skipped: the bytes of a first line that only names the separator
 * @counts_rows: whether a row is one line of the table, however many its cells have; and cells that
 *   are missing at its end are empty ones
 * @name: (nullable): what the history calls the file
 * @sheets: (nullable) (array zero-terminated=1): the sheets of a workbook, in their order
 * @sheet: the one of them that is read, or -1
 * @remarks: (nullable) (element-type utf8): what there is to say of how it was read
 */
typedef struct {
  RemitCsvText *text;
  const char *encoding;
  guint odd_line;
  char separator;
  const char *const *headers;
  guint n_columns;
  guint header_line;
  guint n_before;
  gsize n_skipped;
  gboolean counts_rows;
  char *name;
  GStrv sheets;
  int sheet;
  GPtrArray *remarks;
} RemitCsvFile;

/**
 * RemitCsvRow:
 * @cells: (array length=n_cells): UTF-8 texts that may be changed in place; at most as many as the
 *   header has
 * @n_more: how many cells there are beyond those of the header
 * @more: whether one of these is not empty
 * @line: the line of the file, from 1, in which the row begins
 * @last_line: the one in which it ends
 */
typedef struct {
  char **cells;
  guint n_cells;
  guint n_more;
  gboolean more;
  guint line;
  guint last_line;
} RemitCsvRow;

/** Returns: whether there is nothing in any cell */
gboolean remit_csv_row_is_empty (const RemitCsvRow *row);

/** Returns: whether to read on; %FALSE with @error set fails, without ends the reading */
typedef gboolean (*RemitCsvRowFunc) (const RemitCsvRow *row,
                                     gpointer data,
                                     GError **error);

/**
 * remit_csv_file_open:
 * @fd: (transfer full): the file
 * @name: what it is called in messages
 * @encoding: (nullable): see remit_csv_text_open()
 *
 * Looks at a file: how it is encoded, which of comma, semicolon, tab and bar separates its cells
 * (the one that makes the first rows as wide as the header; a first line such as `sep=;` decides),
 * and which of its first rows is the header.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE; %REMIT_EXCHANGE_ERROR_REFUSED, with the line
 */
RemitCsvFile *remit_csv_file_open (int fd,
                                   const char *name,
                                   const char *encoding,
                                   GError **error);

/**
 * remit_csv_file_open_rows:
 * @fd: (transfer full): UTF-8, with commas, and a line for each row of a table
 * @n_columns: how many columns the widest row has
 *
 * The same for a table of which all is known but where its header is.
 */
RemitCsvFile *remit_csv_file_open_rows (int fd,
                                        const char *name,
                                        guint n_columns,
                                        GError **error);

void remit_csv_file_free (RemitCsvFile *self);
/** Adds the remarks to the notes of an import. */
void remit_csv_file_note_remarks (const RemitCsvFile *self,
                                  RemitImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvFile, remit_csv_file_free)

/**
 * remit_csv_file_find_column:
 * @header: as it stands in the file, or folded, or the place: `#3`
 *
 * Returns: the column, or -1
 */
int remit_csv_file_find_column (const RemitCsvFile *self,
                                const char *header);

/**
 * remit_csv_file_dup_above:
 *
 * Errors: those of remit_csv_file_read()
 *
 * Returns: (transfer full) (nullable): the cells of the last row above the header that has
 *   something in it; none without one
 */
GStrv remit_csv_file_dup_above (RemitCsvFile *self,
                                GError **error);

/**
 * remit_csv_file_read:
 * @options: (nullable): for its cancellable and its progress
 * @from: the share of the whole work at which this reading begins, for the progress
 * @until: the share at which it ends
 * @func: (scope call): called for each row after the header; lines without anything are passed over
 *
 * Reads the file from its start, in blocks, by a thread of its own that is a little ahead; @func
 * and the progress are called by the caller's.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for NUL bytes, quotes that are not closed and cells that
 * are too large, with the line; %G_IO_ERROR_CANCELLED; those of @func
 */
gboolean remit_csv_file_read (RemitCsvFile *self,
                              const RemitImportOptions *options,
                              double from,
                              double until,
                              RemitCsvRowFunc func,
                              gpointer data,
                              GError **error);
