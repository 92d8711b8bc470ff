/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what a store has open as a new file, also when its own file is gone. */
#pragma once

#include <gio/gio.h>

#include "store/remit-store.h"

/**
 * remit_store_save_async:
 * @path: where nothing is yet
 *
 * Copies all that the store reads into a new workspace: data and history. A file that was deleted,
 * moved or replaced, or has lost its log, is still there for whoever has it open; no other
 * connection could read it, so it is copied in this one, piece by piece, while the main loop runs.
 * What has become of the data is verified when they may have been overwritten.
 *
 * Errors: %G_IO_ERROR_EXISTS: there is something at @path; other errors of #GIOErrorEnum and of
 *   #RemitStoreError: it cannot be made; %REMIT_STORE_ERROR_DAMAGED: what was open cannot be read
 *   any more. Then nothing is at @path.
 */
void remit_store_save_async (RemitStore *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean remit_store_save_finish (RemitStore *self,
                                  GAsyncResult *result,
                                  GError **error);
