/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is imported from standard input, or from a pipe that a shell made. */
#pragma once

#include <glib.h>

/**
 * RemitCliInput:
 * @path: what to read
 * @name: (nullable): what to call it, where the path says nothing
 */
typedef struct {
  char *path;
  char *name;
  int fd;
} RemitCliInput;

/**
 * remit_cli_input_open:
 * @argument: a file; "-", or a descriptor that the program was started with: `/dev/stdin`, or
 *   `/dev/fd/63` as for `<(…)`
 *
 * Files are read more than once; so what comes through a descriptor is put into one without a name
 * first, as far as there is room for it. Nobody waits for a pipe that has a name: who writes into
 * it can write to standard input.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE
 */
gboolean remit_cli_input_open (RemitCliInput *self,
                               const char *argument,
                               GError **error);
void remit_cli_input_clear (RemitCliInput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitCliInput, remit_cli_input_clear)
