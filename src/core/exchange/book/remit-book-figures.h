/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what several plans amount to, side by side, as a workbook or as CSV. */
#pragma once

#include "exchange/remit-exporter.h"
#include "plan/compare/remit-plan-figures.h"
#include "remit-book-sink.h"

/**
 * RemitBookFigures:
 * @titles: what the plans are called
 * @figures: (array length=n): what they amount to
 * @n_findings: (array length=n) (nullable): how many findings each has
 */
typedef struct {
  guint n;
  const char *const *titles;
  const RemitPlanFigures *const *figures;
  const guint *n_findings;
} RemitBookFigures;

/** Adds them as a table. */
gboolean remit_book_figures_add (const RemitBookFigures *self,
                                 RemitBookSink *sink,
                                 GError **error);

/**
 * remit_book_write_figures:
 * @path: a file whose name ends in `.xlsx` or `.csv`, or "-" for CSV
 *
 * A row for each figure, a column for each plan.
 *
 * Errors: those of remit_book_file_write()
 */
gboolean remit_book_write_figures (const RemitBookFigures *self,
                                   const RemitExport *export,
                                   const char *path,
                                   GError **error);
