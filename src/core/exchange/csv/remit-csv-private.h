/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a CSV file's reader share. */
#pragma once

#include "remit-csv-file.h"

/**
 * remit_csv_parse:
 * @max_cells: how many cells of a row are kept; the others are counted
 *
 * Parses the whole file, from its start, the header and what stands above it included.
 *
 * Errors: see remit_csv_file_read()
 */
gboolean remit_csv_parse (RemitCsvFile *self,
                          guint max_cells,
                          RemitCsvRowFunc func,
                          gpointer data,
                          GError **error);

/**
 * Parses the first part of a text; a row that it cuts off is left out, unless there is no other.
 *
 * Returns: whether quotes stand where they should
 */
gboolean remit_csv_parse_block (const char *block,
                                gsize length,
                                char separator,
                                RemitCsvRowFunc func,
                                gpointer data);

/** Sets the separator, and how many bytes of the file only name it. */
gboolean remit_csv_find_separator (RemitCsvFile *self,
                                   GError **error);

/** Sets the header, and where it is. */
gboolean remit_csv_find_header (RemitCsvFile *self,
                                GError **error);
