/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the history, or a part of it, for other programs. */
#pragma once

#include "exchange/remit-exporter.h"

/* Entries are written the oldest first, each with the hash that covers it and all before it. See
 * #RemitExporter. */

/** Writes a table, with what each entry changed in words. */
gboolean remit_history_write_csv (const RemitExport *export,
                                  RemitOutput *output,
                                  GError **error);

/** Writes a workbook, with what each entry changed in words; identifiers and hashes if keys are
 * asked for. */
gboolean remit_history_write_xlsx (const RemitExport *export,
                                   RemitOutput *output,
                                   GError **error);

/** Writes one JSON object a line, with the values before and after of every field that changed, as
 * they are in plan files. */
gboolean remit_history_write_json (const RemitExport *export,
                                   RemitOutput *output,
                                   GError **error);
