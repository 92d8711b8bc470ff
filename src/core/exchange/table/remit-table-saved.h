/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a table are taken, to be kept for the next file from the same system. */
#pragma once

#include "remit-table-import.h"

/**
 * remit_table_saved_dup_text:
 *
 * Returns: (transfer full): a text in lines, as of a desktop file: the kind, the header of the
 *   column for each field, and in which way those are read of which it matters; but not where that
 *   was a guess of which nobody was sure
 */
char *remit_table_saved_dup_text (RemitTableImport *import);

/**
 * remit_table_saved_apply:
 *
 * Takes the columns as such a text says. Fields of which it says nothing are not in the file.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED for what is no such text, has a field or a way to read it
 * that there is not, or a header that the file has not
 */
gboolean remit_table_saved_apply (RemitTableImport *import,
                                  const char *text,
                                  GError **error);

/** Returns: (transfer full): the same for all files with these headers, in whatever order; "" when
 *   no header says anything */
char *remit_table_saved_dup_key (RemitTableImport *import);

/** Writes the text to a file. Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE */
gboolean remit_table_saved_write (RemitTableImport *import,
                                  const char *path,
                                  GError **error);

/** Reads it from there. Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, and as
 * remit_table_saved_apply() */
gboolean remit_table_saved_read (RemitTableImport *import,
                                 const char *path,
                                 GError **error);
