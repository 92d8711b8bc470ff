/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is intact, apart from the content of its history. */
#pragma once

#include <gio/gio.h>

#include "remit-store.h"

/**
 * remit_integrity_check:
 * @flaw: (out) (transfer full) (nullable): the first thing that is wrong, in one sentence
 *
 * Checks what SQLite can say of its pages and indexes, the rules of the tables, the index of words,
 * and that no edit was left half done. Takes as long as reading the whole file. The schema is
 * checked at each read already, see remit-schema.h.
 *
 * Errors: %REMIT_STORE_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set when the file cannot be read
 */
gboolean remit_integrity_check (RemitStore *store,
                                GCancellable *cancellable,
                                char **flaw,
                                GError **error);
