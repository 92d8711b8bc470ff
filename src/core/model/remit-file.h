/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that people name, which are opened only when they are files. */
#pragma once

#include <gio/gio.h>

/**
 * remit_file_check:
 *
 * Whether what has a name is a file, or a link to one: at a pipe a program would wait, from a
 * device it could read for ever. What is not there, or cannot be looked at, is left to whoever
 * opens it.
 *
 * Errors: %G_IO_ERROR, in words that follow "“NAME” cannot be read: "
 */
gboolean remit_file_check (const char *path,
                           GError **error);

/**
 * remit_file_open:
 *
 * Opens a file for reading, without waiting for anybody.
 *
 * Returns: its descriptor, to be closed; or -1 with @error set as above
 */
int remit_file_open (const char *path,
                     GError **error);

/** Returns: a file that has no name any longer, to read and to write; or -1 with @error set */
int remit_file_open_nameless (GError **error);

/** Writes all of the bytes. Errors: %G_IO_ERROR */
gboolean remit_file_write_all (int fd,
                               const char *bytes,
                               gsize length,
                               GError **error);

/**
 * remit_file_load:
 * @maximum: how many bytes are read at most
 * @length: (out): how many there are
 *
 * Returns: (transfer full) (nullable): the start of a file, with a zero after it; or %NULL with
 *   @error set as above
 */
char *remit_file_load (const char *path,
                       gsize maximum,
                       gsize *length,
                       GError **error);

/**
 * remit_file_dup_text:
 * @path: absolute, when it is not in UTF-8
 *
 * Returns: (transfer full): the path for where only a text can be kept or passed on: as it is, or,
 *   when it is not in UTF-8, as an address; remit_file_dup_path() leads back
 */
char *remit_file_dup_text (const char *path);
char *remit_file_dup_path (const char *text);

/**
 * remit_file_dup_name:
 * @text: what somebody has called something
 *
 * Returns: (transfer full): a name for a file of that, on any system, without an ending
 */
char *remit_file_dup_name (const char *text);
