/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did, and has to say, on the command line. */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/remit-exchange.h"

/** Prints what there is to note, each kind in a line, or with @verbose every note, and an empty
 * line behind. */
void remit_cli_import_print_notes (RemitImportResult *result,
                                   gboolean verbose);

/** Adds counts, notes, and the other lists of a result to an object. */
void remit_cli_import_set_result (JsonObject *object,
                                  RemitImportResult *result);
