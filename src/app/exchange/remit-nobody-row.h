/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a file that look like totals or headings, which can be imported all the
 * same. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-notes.h"

/**
 * RemitNobodyRow:
 *
 * Signal `changed`: other rows are to be imported.
 */
#define REMIT_TYPE_NOBODY_ROW (remit_nobody_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitNobodyRow, remit_nobody_row, REMIT, NOBODY_ROW, AdwExpanderRow)

/**
 * remit_nobody_row_new:
 * @group: notes on rows, of the kind %REMIT_NOTE_NOBODY or %REMIT_NOTE_HEADING
 * @taken: (element-type guint): lines of rows that are to be imported; changed by what is chosen
 */
RemitNobodyRow *remit_nobody_row_new (const char *title,
                                      const RemitNoteGroup *group,
                                      GHashTable *taken);
