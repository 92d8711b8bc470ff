/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook: its sheets, and the cells of one of them. */
#pragma once

#include "remit-package.h"
#include "remit-sheet-writer.h"

/**
 * RemitWorkbookSheet:
 * @is_hidden: whether whoever opens the workbook does not see it
 */
typedef struct {
  char *name;
  gboolean is_hidden;
  char *part;
} RemitWorkbookSheet;

/** A workbook of Office Open XML (`.xlsx`) or OpenDocument (`.ods`). */
typedef struct _RemitWorkbook RemitWorkbook;

/**
 * remit_workbook_open:
 * @fd: (transfer full): the file
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it is damaged, protected, or something else
 */
RemitWorkbook *remit_workbook_open (int fd,
                                    GError **error);
void remit_workbook_free (RemitWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitWorkbook, remit_workbook_free)

/** Returns: (transfer none) (element-type RemitWorkbookSheet): one at least */
GPtrArray *remit_workbook_get_sheets (RemitWorkbook *self);

/**
 * RemitSheetReading:
 * @writer: what is written to
 * @max_rows: how many rows are read at most; 0 for all
 * @remarks: (element-type utf8): what there is to say: cells without a value, hidden rows, …
 *
 * How a sheet is read, and what was found.
 */
typedef struct {
  RemitSheetWriter *writer;
  guint max_rows;
  GPtrArray *remarks;
} RemitSheetReading;

/**
 * remit_workbook_read:
 *
 * Writes a sheet's cells, as they say it without a format: days as `2026-03-31`, percents as
 * `80 %`. A cell that spans rows is in each of them. Formulas say what they came to when the
 * workbook was saved. Rows and columns that are hidden are there as well, which is remarked.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED, with the place; %G_IO_ERROR
 */
gboolean remit_workbook_read (RemitWorkbook *self,
                              guint sheet,
                              RemitSheetReading *reading,
                              GError **error);
