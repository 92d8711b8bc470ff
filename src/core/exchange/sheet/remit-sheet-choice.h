/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet of a workbook is read. */
#pragma once

#include "remit-sheet-open.h"

/**
 * remit_sheet_choice_open:
 * @fd: (transfer full): a workbook
 * @name: what it is called in messages
 * @sheet: (nullable): see #RemitSheetInput
 *
 * Errors: those of remit_workbook_open() and remit_workbook_read(); %REMIT_EXCHANGE_ERROR_REFUSED:
 *   there is no such sheet, or it cannot be told which one is meant, with the list of them
 */
RemitCsvFile *remit_sheet_choice_open (int fd,
                                       const char *name,
                                       const char *sheet,
                                       GError **error);
