/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a column of a table is read, with its first values. */
#pragma once

#include <adwaita.h>

#include "exchange/table/remit-table-import.h"

/**
 * RemitReadingRow:
 *
 * Is there only for columns of which it matters. Signal `chosen`: another way was chosen, after
 * which other columns may be read otherwise, too.
 */
#define REMIT_TYPE_READING_ROW (remit_reading_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitReadingRow, remit_reading_row, REMIT, READING_ROW, AdwComboRow)

/** @import: lives as long as the row is in use */
RemitReadingRow *remit_reading_row_new (RemitTableImport *import,
                                        guint target);

/** Shows how the column is read by now. @week: the workspace's */
void remit_reading_row_update (RemitReadingRow *self,
                               const RemitTableWeek *week);
