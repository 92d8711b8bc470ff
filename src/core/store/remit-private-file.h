/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made for their owner alone. */
#pragma once

#include <glib.h>

/**
 * remit_private_file_create:
 * @path: where nothing is yet, nor a link that leads nowhere
 * @like: (nullable): a file whose owner may not do less with it than with the new one
 *
 * Makes an empty file that only its owner may read and write, whatever the umask, from the first
 * moment on.
 *
 * Returns: 0, or what errno says; EEXIST when there is something already
 */
int remit_private_file_create (const char *path,
                               const char *like);

/**
 * remit_private_file_make:
 *
 * The same, for a name that somebody has chosen.
 *
 * Errors: %G_IO_ERROR_EXISTS, or others of #GIOErrorEnum, in words that say what to do
 */
gboolean remit_private_file_make (const char *path,
                                  GError **error);

/**
 * remit_private_file_sync:
 *
 * Waits until a file, and its name in its folder, are on the disk.
 *
 * Returns: 0, or what errno says
 */
int remit_private_file_sync (const char *path);
