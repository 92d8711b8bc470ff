/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the history, or a part of it, for other programs. */
#pragma once

#include "exchange/remit-exchange.h"
#include "store/history/remit-history-search.h"

G_BEGIN_DECLS

/**
 * RemitHistoryFormat:
 * @REMIT_HISTORY_CSV: a table, with what each entry changed in words
 * @REMIT_HISTORY_JSON: one JSON object a line, with the values before and after of every field that
 *   changed, as they are in plan files
 */
typedef enum {
  REMIT_HISTORY_CSV,
  REMIT_HISTORY_JSON,
} RemitHistoryFormat;

/** Returns: the format that a file's name ends in: `.jsonl` or `.json` for JSON, else CSV */
RemitHistoryFormat remit_history_format_of_path (const char *path);

/**
 * remit_history_write:
 * @filter: (nullable): which entries
 * @path: the file to write, replaced as a whole when all is written; "-" for standard output
 *
 * Writes entries, the oldest first, each with the hash that covers it and all before it.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE, %REMIT_STORE_ERROR, %G_IO_ERROR_CANCELLED
 */
gboolean remit_history_write (RemitStore *store,
                              const RemitHistoryFilter *filter,
                              RemitHistoryFormat format,
                              const char *path,
                              GCancellable *cancellable,
                              RemitProgress progress,
                              gpointer progress_data,
                              GError **error);

G_END_DECLS
