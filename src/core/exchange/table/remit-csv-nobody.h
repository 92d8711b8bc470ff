/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table that are about nobody: totals, footers, headers again, seats without a person. */
#pragma once

#include "remit-csv-private.h"

/**
 * remit_csv_nobody_note:
 * @name: who the row would be about
 *
 * Returns: whether the row is about nobody, which is noted; it is left out
 */
gboolean remit_csv_nobody_note (RemitCsvJob *job,
                                const RemitCsvRow *row,
                                const char *name);
