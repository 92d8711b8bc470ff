/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to a workspace in a thread, with a connection of its own, and then taken over; and
 * undo, which is done so when much is to be taken back. */
#include "remit-workspace-private.h"
#include "store/history/remit-history-changesets.h"
#include "store/remit-worker.h"

typedef struct {
  RemitWorker *worker;
  RemitWorkspaceFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gint64 result;
  GError *error;
} Job;

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_object_unref (job->worker);
  g_clear_error (&job->error);
  g_free (job);
}

static gpointer
run (RemitStore *store,
     const RemitWorkControl *control G_GNUC_UNUSED,
     gpointer data,
     GError **error)
{
  Job *job = data;

  job->result = job->func (store, job->data, error);
  return job->result != 0 ? job : NULL;
}

/* What was done is done, even if it cannot be taken over yet: the next refresh does that. */
static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  remit_workspace_refresh_finish (REMIT_WORKSPACE (source), result, NULL);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* What failed may have failed because of what others wrote, so that is to be seen in any case. */
static void
on_run (GObject *source,
        GAsyncResult *result,
        gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  remit_worker_finish (REMIT_WORKER (source), result, &job->error);
  remit_workspace_refresh_async (g_task_get_source_object (task), on_refreshed, task);
}

void
remit_workspace_run_async (RemitWorkspace *self,
                           RemitWorkspaceFunc func,
                           gpointer func_data,
                           GDestroyNotify free_func_data,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  RemitWork work = {
    .flags = self->never_waits ? REMIT_STORE_NO_WAIT : REMIT_STORE_NO_FLAGS,
    .func = run,
  };
  GTask *task;
  Job *job;

  g_return_if_fail (REMIT_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->worker = remit_worker_new ();
  job->func = func;
  job->data = func_data;
  job->free_data = free_func_data;

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, remit_workspace_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  work.of = self->store;
  work.data = job;
  remit_worker_run (job->worker, &work, on_run, task);
}

gint64
remit_workspace_run_finish (RemitWorkspace *self,
                            GAsyncResult *result,
                            GError **error)
{
  const Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  job = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? job->result : 0;
}

/* ── Undo and redo ────────────────────────────────────────────────────────────────────────── */

/* Whoever reaches for undo as somebody else's edit comes means the one that was on top so far. */
#define REACTION G_USEC_PER_SEC

static gboolean
is_overtaken (RemitWorkspace *self)
{
  return self->overtaken_at != 0 && g_get_monotonic_time () < self->overtaken_at + REACTION;
}

/* Returns: the entry that undo or redo has said that it takes; a number that none has for none */
static gint64
get_expected (RemitWorkspace *self,
              RemitHistoryOp op)
{
  gint64 seq = remit_workspace_get_top (self, op)->seq;
  gboolean is_known = seq != 0 && !is_overtaken (self);

  self->overtaken_at = 0;
  return is_known ? seq : -1;
}

/* From now on, changes made in between are shown. */
static gboolean
take_back (RemitWorkspace *self,
           RemitHistoryOp op,
           GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (remit_history_undo (self->store, op, get_expected (self, op), &refusal))
    return TRUE;
  if (g_error_matches (refusal, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN)
      || g_error_matches (refusal, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING))
    remit_workspace_follow (self, NULL);
  self->overtaken_at = 0; /* it is told, too */
  remit_workspace_look_at_file (self, NULL);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

gboolean
remit_workspace_undo (RemitWorkspace *self,
                      RemitHistoryOp op,
                      GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return take_back (self, op, error);
}

gboolean
remit_workspace_is_undo_large (RemitWorkspace *self,
                               RemitHistoryOp op)
{
  gint64 size;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return remit_history_measure (self->store, remit_workspace_get_top (self, op)->seq, &size, NULL)
         && size > REMIT_WORKSPACE_LARGE;
}

/* What is to be taken back in a thread. */
typedef struct {
  RemitHistoryOp op;
  gint64 expected;
} Order;

static gint64
take_back_in_thread (RemitStore *store,
                     gpointer data,
                     GError **error)
{
  const Order *order = data;

  return remit_history_undo (store, order->op, order->expected, error);
}

void
remit_workspace_undo_async (RemitWorkspace *self,
                            RemitHistoryOp op,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  Order order = { op, get_expected (self, op) };

  remit_workspace_run_async (self, take_back_in_thread, g_memdup2 (&order, sizeof order), g_free,
                             callback, data);
}
