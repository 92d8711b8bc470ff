/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a CSV file on the command line: lists and sets their mapping. */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/table/remit-table-import.h"

/** Returns: (transfer none): "people" or "seats" */
const char *remit_cli_csv_get_kind (RemitTableImport *import);

/**
 * remit_cli_csv_map:
 * @mapping: "FIELD=HEADER", or "FIELD=" for a field that no column fills
 *
 * Errors: %G_OPTION_ERROR, %REMIT_EXCHANGE_ERROR_REFUSED
 */
gboolean remit_cli_csv_map (RemitTableImport *import,
                            const char *mapping,
                            GError **error);

/** Takes "FIELD=UNIT", as remit_cli_csv_map() does. */
gboolean remit_cli_csv_choose_unit (RemitTableImport *import,
                                    const char *choice,
                                    GError **error);

/** Takes "day" or "month". */
gboolean remit_cli_csv_choose_order (RemitTableImport *import,
                                     const char *first,
                                     GError **error);

/**
 * remit_cli_matrix_map:
 * @mapping: "MEANING=HEADER": the meaning is a field ("decision", "team", …), or who holds the
 *   rights of the column, as remit_matrix_import_find_holder() knows it; "=HEADER" leaves a column
 *   out
 *
 * Errors: as remit_cli_csv_map()
 */
gboolean remit_cli_matrix_map (RemitMatrixImport *import,
                               const char *mapping,
                               GError **error);

/** Takes the letter that an X stands for. */
gboolean remit_cli_matrix_choose_mark (RemitMatrixImport *import,
                                       const char *letter,
                                       GError **error);

/** Whether columns fill all fields that have to be filled. */
gboolean remit_cli_csv_check (RemitTableImport *import,
                              GError **error);

/** Writes to standard output how the file is read, and what each column fills. */
void remit_cli_csv_print (RemitTableImport *import);
void remit_cli_matrix_print (RemitMatrixImport *import);

/** Sets the same in an object: `encoding`, `separator`, `columns`. */
void remit_cli_csv_set (JsonObject *object,
                        RemitTableImport *import);
/** Sets `columns`. */
void remit_cli_matrix_set (JsonObject *object,
                           RemitMatrixImport *import);
