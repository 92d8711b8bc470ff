/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the lines of a CSV file. */
#pragma once

#include "exchange/remit-output.h"

/* A line is a string; between two lines it is empty. Cells are written as RFC 4180 has them; what a
 * spreadsheet would take for a formula has an apostrophe before it. */

/** Returns: whether a text would be taken for a formula */
gboolean remit_csv_line_is_formula (const char *text);

/** Writes the mark by which programs know that the file is UTF-8. */
gboolean remit_csv_line_begin (RemitOutput *output);

/** Adds a cell. */
void remit_csv_line_add (GString *line,
                         const char *text);

/** Adds a cell with a number; an empty one for 0. */
void remit_csv_line_add_integer (GString *line,
                                 gint64 integer);

/** Writes the line, and begins the next. Returns: whether it was written */
gboolean remit_csv_line_end (GString *line,
                             RemitOutput *output);
