/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying what a file still holds, damaged or altered, into a new one. */
#pragma once

#include <gio/gio.h>

#include "remit-store.h"

/**
 * RemitRepair:
 * @n_rows: how many rows were taken
 * @left_out: (element-type utf8): what could not be taken, or was not to be, a sentence each
 */
typedef struct {
  gint64 n_rows;
  GPtrArray *left_out;
} RemitRepair;

void remit_repair_free (RemitRepair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRepair, remit_repair_free)

/**
 * remit_repair:
 * @from: a workspace that cannot be opened
 * @to: where nothing is yet
 *
 * Makes a workspace at @to, with the schema of its format, and copies into it the rows of the
 * tables that a workspace has. Nothing else of @from is read, and nothing in it runs; it is not
 * changed. What it says of itself is believed: whether its history is whole is to be verified
 * afterwards.
 *
 * Errors: %REMIT_STORE_ERROR_NOT_A_WORKSPACE, %REMIT_STORE_ERROR_NEWER,
 *   %REMIT_STORE_ERROR_DAMAGED: no row can be read; %G_IO_ERROR_EXISTS: there is something at @to;
 *   other errors of #GIOErrorEnum: it cannot be made, or the work was cancelled
 *
 * Returns: (transfer full): what was done; %NULL with @error set, and then nothing is at @to
 */
RemitRepair *remit_repair (const char *from,
                           const char *to,
                           GCancellable *cancellable,
                           GError **error);
