/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to a workspace in a thread, with a connection of its own, and then taken over. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-workspace-private.h"

typedef struct {
  char *path;
  RemitWorkspaceFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gint64 result;
} Work;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work->path);
  g_free (work);
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (work->path, REMIT_STORE_NO_FLAGS, &error);

  work->result = store != NULL ? work->func (store, work->data, &error) : 0;
  if (work->result != 0)
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
on_run (GObject *source,
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
remit_workspace_run_async (RemitWorkspace *self,
                           RemitWorkspaceFunc func,
                           gpointer func_data,
                           GDestroyNotify free_func_data,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) running = NULL;
  GTask *task;
  Work *work;

  g_return_if_fail (REMIT_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  work = g_new0 (Work, 1);
  work->path = g_strdup (remit_store_get_path (self->store));
  work->func = func;
  work->data = func_data;
  work->free_data = free_func_data;

  task = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  /* without a source: the thread may be the last to let go of it */
  running = g_task_new (NULL, NULL, on_run, task);
  g_task_set_task_data (running, work, NULL);
  g_task_run_in_thread (running, run_in_thread);
}

gint64
remit_workspace_run_finish (RemitWorkspace *self,
                            GAsyncResult *result,
                            GError **error)
{
  const Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  work = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? work->result : 0;
}
