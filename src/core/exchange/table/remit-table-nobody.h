/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table without a person: totals, footers, repeated headers, vacant slots. */
#pragma once

#include "remit-table-private.h"

/**
 * remit_table_nobody_note:
 * @name: who the row would be about
 *
 * Returns: whether the row is about nobody, which is noted; it is left out, unless the options take
 *   it
 */
gboolean remit_table_nobody_note (RemitTableJob *job,
                                  const RemitCsvRow *row,
                                  const char *name);
