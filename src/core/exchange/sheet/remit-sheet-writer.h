/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a sheet on their way to be read as those of a CSV file are. */
#pragma once

#include <gio/gio.h>

#define REMIT_SHEET_MAX_COLUMNS 16384
#define REMIT_SHEET_MAX_ROWS 1048576
/** More than this is not written, in bytes: whatever is repeated has an end. */
#define REMIT_SHEET_MAX_BYTES (G_GINT64_CONSTANT (1) << 30)

/** Returns: (transfer full): what a spreadsheet calls a cell, both counted from 0: "C12" */
char *remit_sheet_dup_place (guint column,
                             guint row);

/**
 * RemitSheetWriter:
 *
 * Writes the cells of a table into a file without a name: a line for each row of the sheet, so
 * that rows are counted as the sheet counts them; what is empty at the end of a row or of the sheet
 * is not written.
 */
typedef struct _RemitSheetWriter RemitSheetWriter;

/** Errors: %G_IO_ERROR */
RemitSheetWriter *remit_sheet_writer_new (GError **error);
void remit_sheet_writer_free (RemitSheetWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSheetWriter, remit_sheet_writer_free)

/**
 * remit_sheet_writer_begin_row:
 * @row: from 0; more than that of the row before: rows between them are empty
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there are too many; %G_IO_ERROR
 */
gboolean remit_sheet_writer_begin_row (RemitSheetWriter *self,
                                       guint row,
                                       GError **error);

/**
 * remit_sheet_writer_add:
 * @column: from 0; more than that of the cell before
 *
 * Adds a cell to the row; what is empty need not be added.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there are too many
 */
gboolean remit_sheet_writer_add (RemitSheetWriter *self,
                                 guint column,
                                 const char *text,
                                 GError **error);

/**
 * remit_sheet_writer_span:
 * @last_row: the last one that has it
 *
 * Says that the rows below have a text in a column, too, unless they have one of their own there.
 */
void remit_sheet_writer_span (RemitSheetWriter *self,
                              guint column,
                              guint last_row,
                              const char *text);

/** Returns: whether the row has something in it */
gboolean remit_sheet_writer_has_cells (RemitSheetWriter *self);

/** Begins anew. */
gboolean remit_sheet_writer_reset (RemitSheetWriter *self,
                                   GError **error);

/** Returns: how many rows have something in them, and how many columns the widest one has */
guint remit_sheet_writer_count_rows (RemitSheetWriter *self);
guint remit_sheet_writer_count_columns (RemitSheetWriter *self);

/** Returns: the file, to be closed, with all that was written; or -1 with @error set */
int remit_sheet_writer_end (RemitSheetWriter *self,
                            GError **error);
