/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how two plans differ, as a workbook or as CSV. */
#pragma once

#include "check/findings/remit-finding-changes.h"
#include "exchange/remit-exporter.h"

/**
 * RemitBookComparison:
 * @findings: (nullable): which findings are new and which are fixed
 *
 * What is written.
 */
typedef struct {
  const RemitComparison *comparison;
  const RemitFindingChanges *findings;
} RemitBookComparison;

/**
 * remit_book_write_comparison:
 * @path: a file whose name ends in `.xlsx` or `.csv`, or "-" for CSV
 *
 * Writes a workbook with sheets for the differences, the findings and the figures; or the
 * differences as CSV. A line for each field that differs.
 *
 * Errors: those of remit_book_file_write()
 */
gboolean remit_book_write_comparison (const RemitBookComparison *self,
                                      const RemitExport *export,
                                      const char *path,
                                      GError **error);
