/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a workspace: at once, or in a thread when much is to be taken back. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-history-chain.h"
#include "remit-history-parts.h"
#include "remit-workspace-private.h"

gboolean
remit_workspace_undo (RemitWorkspace *self,
                      GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_undo (self->store, error);
}

gboolean
remit_workspace_redo (RemitWorkspace *self,
                      GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_redo (self->store, error);
}

gboolean
remit_workspace_is_undo_large (RemitWorkspace *self,
                               RemitHistoryOp op)
{
  RemitHistoryHead head;
  gint64 size;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_read_head (self->store, &head, NULL)
         && remit_history_measure (self->store,
                                   op == REMIT_HISTORY_UNDO ? head.undo_top : head.redo_top, &size,
                                   NULL)
         && size > REMIT_WORKSPACE_LARGE;
}

/* What the thread does, and what of. */
typedef struct {
  char *path;
  RemitHistoryOp op;
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_free (work);
}

static void
take_back_in_thread (GTask *task,
                     gpointer source,
                     gpointer data,
                     GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (work->path, REMIT_STORE_NO_FLAGS, &error);
  gboolean done = store != NULL
                  && (work->op == REMIT_HISTORY_UNDO ? remit_history_undo (store, &error)
                                                     : remit_history_redo (store, &error));

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (remit_workspace_refresh_finish (REMIT_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_taken_back (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    remit_workspace_refresh_async (g_task_get_source_object (task), on_refreshed,
                                   g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
remit_workspace_undo_async (RemitWorkspace *self,
                            RemitHistoryOp op,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) work_task = NULL;
  GTask *task;
  Work *work;

  g_return_if_fail (REMIT_IS_WORKSPACE (self));

  task = g_task_new (self, NULL, callback, data);
  work = g_new0 (Work, 1);
  work->path = g_strdup (remit_store_get_path (self->store));
  work->op = op;
  /* without a source: the thread may be the last to let go of it */
  work_task = g_task_new (NULL, NULL, on_taken_back, task);
  g_task_set_task_data (work_task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (work_task, take_back_in_thread);
}

gboolean
remit_workspace_undo_finish (RemitWorkspace *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
