/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in a thread, with a connection of its own, progress and cancel. */
#pragma once

#include "remit-store.h"

/** Called now and then, from the thread that works, with the share done (0 to 1). */
typedef void (*RemitProgress) (double share,
                               gpointer data);

/**
 * RemitWorker:
 *
 * Runs one piece of work at a time in a thread, for an owner in the main context. Whoever drops
 * the worker cancels its work and is not called back, so an owner needs no reference from its
 * callback. Property `share` (0 to 1): how much is done, notified in the main context.
 */
#define REMIT_TYPE_WORKER (remit_worker_get_type ())
G_DECLARE_FINAL_TYPE (RemitWorker, remit_worker, REMIT, WORKER, GObject)

/**
 * RemitWorkControl:
 * @cancellable: whether the work should end
 * @progress, @progress_data: what it calls to say how far it is
 *
 * What a thread has from its worker.
 */
typedef struct {
  GCancellable *cancellable;
  RemitProgress progress;
  gpointer progress_data;
} RemitWorkControl;

/**
 * RemitWorkFunc:
 * @store: (nullable): a connection of the thread's own
 *
 * What is done in the thread.
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
typedef gpointer (*RemitWorkFunc) (RemitStore *store,
                                   const RemitWorkControl *control,
                                   gpointer data,
                                   GError **error);

/**
 * RemitWork:
 * @of: (nullable): the store on whose file the thread opens a connection; what became of that file
 *   is an error of remit_store_check_path()
 * @path: (nullable): without @of, the file on which it opens one
 * @flags: for that connection
 * @free_data: (nullable): called in the main context, after the work and its callback have ended
 * @free_result: (nullable): for a result that nobody takes
 */
typedef struct {
  RemitStore *of;
  const char *path;
  RemitStoreFlags flags;
  RemitWorkFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} RemitWork;

RemitWorker *remit_worker_new (void);

/**
 * remit_worker_run:
 * @callback: called in the thread-default main context, unless the worker is stopped, runs other
 *   work, or is gone
 *
 * Begins to run @work. Work that is still running is stopped.
 */
void remit_worker_run (RemitWorker *self,
                       const RemitWork *work,
                       GAsyncReadyCallback callback,
                       gpointer callback_data);

/** Returns: (transfer full): what the function returned, or %NULL with @error set */
gpointer remit_worker_finish (RemitWorker *self,
                              GAsyncResult *result,
                              GError **error);

/** Asks the work to end; it does so with %REMIT_STORE_ERROR_CANCELLED or %G_IO_ERROR_CANCELLED. */
void remit_worker_cancel (RemitWorker *self);

/** Cancels the work, if any; nobody is called back. */
void remit_worker_stop (RemitWorker *self);

gboolean remit_worker_is_running (RemitWorker *self);
double remit_worker_get_share (RemitWorker *self);

/** Returns: whether @error says that the work was cancelled */
gboolean remit_worker_was_cancelled (const GError *error);
