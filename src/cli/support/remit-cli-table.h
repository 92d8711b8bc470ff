/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of text with aligned columns. */
#pragma once

#include <glib.h>

/**
 * RemitCliTable:
 *
 * Rows of cells, printed with every column as wide as its widest cell. A column whose header ends
 * with a tab is set to the right, for numbers.
 */
typedef struct _RemitCliTable RemitCliTable;

/** The arguments are the headers, ending with %NULL; empty ones make a table without a head. */
RemitCliTable *remit_cli_table_new (const char *header,
                                    ...) G_GNUC_NULL_TERMINATED;
/** The same with an array of headers. @headers: (element-type utf8) */
RemitCliTable *remit_cli_table_newv (GPtrArray *headers);
void remit_cli_table_free (RemitCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCliTable, remit_cli_table_free)

/** Adds one cell to the right of the last one, or to a new row. */
void remit_cli_table_add (RemitCliTable *self,
                          const char *cell);
void remit_cli_table_add_number (RemitCliTable *self,
                                 gint64 number);

/** Leaves out columns without a cell that says anything. */
void remit_cli_table_hide_unused (RemitCliTable *self);

/** Returns: (transfer full): the lines of the table, each with a line break */
char *remit_cli_table_dup_text (RemitCliTable *self);

/** Writes the table to standard output. */
void remit_cli_table_print (RemitCliTable *self);
