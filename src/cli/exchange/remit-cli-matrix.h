/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a matrix's file on the command line: what each stands for, and to say so. */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/matrix/remit-matrix-import.h"

G_BEGIN_DECLS

/**
 * remit_cli_matrix_map:
 * @mapping: "MEANING=HEADER": the meaning is a field ("decision", "team", …), or who holds the
 *   rights of the column, as remit_matrix_holders_find() knows it
 *
 * Errors: %G_OPTION_ERROR, %REMIT_EXCHANGE_ERROR_REFUSED
 */
gboolean remit_cli_matrix_map (RemitMatrixImport *import,
                               const char *mapping,
                               GError **error);

/** Writes to standard output what each column stands for. */
void remit_cli_matrix_print (RemitMatrixImport *import);

/** Adds the same to the object that is open: `columns`. */
void remit_cli_matrix_add (JsonBuilder *builder,
                           RemitMatrixImport *import);

G_END_DECLS
