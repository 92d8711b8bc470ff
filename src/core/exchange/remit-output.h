/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file, or a folder of files, that is written as a whole or not at all. */
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

/**
 * remit_output_open_folder:
 * @path: a folder: a new one, an empty one, or one that has nothing but files with @mark, which are
 *   replaced when all is written
 * @mark: what each of the files has within its first kilobyte
 *
 * remit_output_begin_part() begins each of its files.
 *
 * Errors: as above
 */
RemitOutput *remit_output_open_folder (const char *path,
                                       const char *mark,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * remit_output_begin_part:
 *
 * Begins the next file of a folder, with that name. In a single file, parts are separated by an
 * empty line.
 *
 * Returns: as remit_output_write()
 */
gboolean remit_output_begin_part (RemitOutput *self,
                                  const char *name);

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
