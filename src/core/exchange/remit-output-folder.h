/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files that is written as a whole or not at all. */
#pragma once

#include <gio/gio.h>

typedef struct _RemitOutputFolder RemitOutputFolder;

/**
 * remit_output_folder_new:
 * @path: a folder that is not there yet, is empty, or has nothing but files with @mark
 * @mark: what such files have within their first kilobyte
 *
 * The files are made in a folder beside it, which takes its place when all are written.
 *
 * Errors: %G_IO_ERROR
 */
RemitOutputFolder *remit_output_folder_new (const char *path,
                                            const char *mark,
                                            GError **error);

/** Removes what was not installed. */
void remit_output_folder_free (RemitOutputFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitOutputFolder, remit_output_folder_free)

/** Returns: (transfer full): a new file in it, or %NULL with %G_IO_ERROR set */
GOutputStream *remit_output_folder_create (RemitOutputFolder *self,
                                           const char *name,
                                           GCancellable *cancellable,
                                           GError **error);

/** Puts it where it belongs, instead of what is there. */
gboolean remit_output_folder_install (RemitOutputFolder *self,
                                      GError **error);
