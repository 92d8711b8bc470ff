/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in a thread of its own, with progress and cancel. */
#pragma once

#include "exchange/remit-exchange.h"

G_BEGIN_DECLS

/**
 * RemitWorker:
 *
 * Runs one piece of work at a time. Property `share` (0 to 1): how much of it is done, notified in
 * the main thread.
 */
#define REMIT_TYPE_WORKER (remit_worker_get_type ())
G_DECLARE_FINAL_TYPE (RemitWorker, remit_worker, REMIT, WORKER, GObject)

/**
 * RemitWorkerFunc:
 * @store: (nullable): a connection of the thread's own
 * @options: where the work looks whether it was cancelled, and says how far it is
 *
 * What is done in the thread.
 *
 * Returns: (transfer full): what came of it, or %NULL with @error set
 */
typedef gpointer (*RemitWorkerFunc) (RemitStore *store,
                                     const RemitImportOptions *options,
                                     gpointer data,
                                     GError **error);

RemitWorker *remit_worker_new (void);

/**
 * remit_worker_run:
 * @path: (nullable): the workspace that the work is on
 * @data: for @func; must live until the work has ended, which it also does after a cancel
 * @free_result: for a result that nobody takes
 */
void remit_worker_run (RemitWorker *self,
                       const char *path,
                       RemitWorkerFunc func,
                       gpointer data,
                       GDestroyNotify free_result,
                       GAsyncReadyCallback callback,
                       gpointer callback_data);

/** Returns: (transfer full): what @func returned */
gpointer remit_worker_finish (RemitWorker *self,
                              GAsyncResult *result,
                              GError **error);

/** Asks the work to end; it does so with %REMIT_STORE_ERROR_CANCELLED or %G_IO_ERROR_CANCELLED. */
void remit_worker_cancel (RemitWorker *self);

double remit_worker_get_share (RemitWorker *self);

/** Returns: whether @error says that the work was cancelled */
gboolean remit_worker_was_cancelled (const GError *error);

G_END_DECLS
