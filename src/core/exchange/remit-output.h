/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written as a whole or not at all. */
#pragma once

#include "remit-exchange.h"

typedef struct _RemitOutput RemitOutput;

/**
 * remit_output_open:
 * @path: a file, which is replaced when all is written, or "-" for the standard output
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE, %G_IO_ERROR_CANCELLED
 */
RemitOutput *remit_output_open (const char *path,
                                GCancellable *cancellable,
                                GError **error);

/** Returns: whether it was written; if not, remit_output_close() says why, and nothing else is */
gboolean remit_output_write (RemitOutput *self,
                             const char *bytes,
                             gsize length);

/** Keeps what went wrong while the content was made, unless something did before. */
void remit_output_take_error (RemitOutput *self,
                              GError *error);

/**
 * remit_output_close:
 * @self: (transfer full)
 * @done: whether all was written; else the file is as it was before
 *
 * Returns: whether the file is there, with @error set if not
 */
gboolean remit_output_close (RemitOutput *self,
                             gboolean done,
                             GError **error);
