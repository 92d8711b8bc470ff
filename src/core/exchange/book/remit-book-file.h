/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is a workbook or CSV, as its name says. */
#pragma once

#include "remit-book-sink.h"

/** Writes all tables of a file; of CSV one. Returns: whether it was done */
typedef gboolean (*RemitBookFileFunc) (RemitBookSink *sink,
                                       gboolean is_workbook,
                                       gconstpointer data,
                                       GError **error);

/**
 * remit_book_file_write:
 * @path: a file whose name ends in `.xlsx` or `.csv`, or "-" for CSV
 * @title: of a workbook
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: another ending; %REMIT_EXCHANGE_ERROR_UNWRITABLE;
 *   %G_IO_ERROR_CANCELLED
 */
gboolean remit_book_file_write (const RemitExport *export,
                                const char *path,
                                const char *title,
                                RemitBookFileFunc write,
                                gconstpointer data,
                                GError **error);
