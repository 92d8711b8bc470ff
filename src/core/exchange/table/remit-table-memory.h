/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workspace remembers of how the columns of tables were taken. */
#pragma once

#include "remit-table-import.h"

/**
 * remit_table_memory_recall:
 * @kept: (out) (optional): whether there was something
 *
 * Takes the columns as they were taken in the last table with the same headers. What is remembered
 * and does not fit any more, since a field has another name, is passed over.
 *
 * Errors: %REMIT_STORE_ERROR
 */
gboolean remit_table_memory_recall (RemitTableImport *import,
                                    RemitStore *store,
                                    gboolean *kept,
                                    GError **error);

/**
 * remit_table_memory_keep:
 *
 * Remembers how the columns are taken, as part of an edit.
 *
 * Errors: %REMIT_STORE_ERROR
 */
gboolean remit_table_memory_keep (RemitTableImport *import,
                                  RemitEdit *edit,
                                  GError **error);
