/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the lines of a CSV file. */
#pragma once

#include "exchange/remit-output.h"

/**
 * RemitCsvSeparator:
 * @REMIT_CSV_LOCAL: what spreadsheets expect where numbers are written as the locale has them: a
 *   semicolon where these have a decimal comma
 */
typedef enum {
  REMIT_CSV_COMMA,
  REMIT_CSV_SEMICOLON,
  REMIT_CSV_TAB,
  REMIT_CSV_LOCAL,
  REMIT_N_CSV_SEPARATORS
} RemitCsvSeparator;

/** Their names on the command line, ending with %NULL. */
extern const char *const remit_csv_separator_nicks[REMIT_N_CSV_SEPARATORS + 1];

/**
 * RemitCsvForm:
 * @has_no_mark: whether the mark is left out by which programs know that a file is UTF-8
 */
typedef struct {
  RemitCsvSeparator separator;
  gboolean has_no_mark;
} RemitCsvForm;

/**
 * RemitCsvLine:
 *
 * A line that is written cell by cell; between two lines it is empty. Cells are in quotes, as RFC
 * 4180 has them; what a spreadsheet would take for a formula has an apostrophe before it.
 */
typedef struct _RemitCsvLine RemitCsvLine;

/** @form: (nullable): commas, and with a mark */
RemitCsvLine *remit_csv_line_new (RemitOutput *output,
                                  const RemitCsvForm *form);
void remit_csv_line_free (RemitCsvLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvLine, remit_csv_line_free)

/**
 * remit_csv_line_guards:
 *
 * Returns: whether a text is written with an apostrophe before it: it would be taken for a formula,
 *   or a reader would take its own apostrophe for that
 */
gboolean remit_csv_line_guards (const char *text);

/** Returns: (transfer none): what was meant by a cell that may have such an apostrophe */
char *remit_csv_line_unguard (char *cell);

/** Writes the mark, if there is one. */
gboolean remit_csv_line_begin (RemitCsvLine *self);

/** Adds a cell. */
void remit_csv_line_add (RemitCsvLine *self,
                         const char *text);

/** Adds a cell with a number; an empty one for 0. */
void remit_csv_line_add_integer (RemitCsvLine *self,
                                 gint64 integer);

/** Writes the line, and begins the next. Returns: whether it was written */
gboolean remit_csv_line_end (RemitCsvLine *self);
