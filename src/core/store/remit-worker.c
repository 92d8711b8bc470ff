/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in a thread, with a connection of its own, progress and cancel. */
#include "remit-worker.h"

#include "remit-store-private.h"

/* How often progress is looked at, and in what steps it is told. */
#define LOOK_INTERVAL_MS 50
#define STEPS 1000

/* One run. Its task keeps it, and may be freed in the thread. */
typedef struct {
  RemitWorker *worker; /* not kept; NULL when nobody waits; for the main context alone */
  RemitWork work;
  char *path;
  RemitBareFile file; /* which it has to be */
  GError *error;      /* why it is not begun */
  GCancellable *cancellable;
  gint steps; /* written by the thread */
  GAsyncReadyCallback callback;
  gpointer callback_data;
} Run;

struct _RemitWorker
{
  GObject parent_instance;

  Run *run; /* that goes on, or NULL */
  double share;
  guint look_id;
};

G_DEFINE_FINAL_TYPE (RemitWorker, remit_worker, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_SHARE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
run_free (Run *run)
{
  g_object_unref (run->cancellable);
  g_free (run->path);
  g_clear_error (&run->error);
  g_free (run);
}

/* ── The thread ───────────────────────────────────────────────────────────────────────────── */

static void
on_progress (double share,
             gpointer data)
{
  Run *run = data;

  g_atomic_int_set (&run->steps, (gint) (CLAMP (share, 0, 1) * STEPS));
}

/* A part of the result may be missing because it could not be read; but what is saved is saved. */
static gboolean
is_complete (RemitStore *store,
             GError **error)
{
  return store == NULL || remit_store_is_saved (store)
         || remit_store_check_faults (store, error);
}

static void
run_in_thread (GTask *task,
               gpointer source G_GNUC_UNUSED,
               gpointer data,
               GCancellable *cancellable)
{
  Run *run = data;
  const RemitWorkControl control = {
    .cancellable = cancellable,
    .progress = on_progress,
    .progress_data = run,
  };
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = g_steal_pointer (&run->error);
  gpointer result = NULL;

  if (run->path != NULL && error == NULL)
    store = remit_store_open (run->path, run->work.flags, &error);
  if (store != NULL && !remit_store_check_is (store, &run->file, &error))
    g_clear_object (&store);
  if (error == NULL)
    result = run->work.func (store, &control, run->work.data, &error);
  if (result != NULL && !is_complete (store, &error))
    {
      if (run->work.free_result != NULL)
        run->work.free_result (result);
      result = NULL;
    }
  g_clear_object (&store);

  if (result != NULL)
    g_task_return_pointer (task, result, run->work.free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ── The main context ─────────────────────────────────────────────────────────────────────── */

static void
set_share (RemitWorker *self,
           double share)
{
  if (self->share == share)
    return;

  self->share = share;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
}

static gboolean
on_look (gpointer data)
{
  RemitWorker *self = data;

  set_share (self, g_atomic_int_get (&self->run->steps) / (double) STEPS);
  return G_SOURCE_CONTINUE;
}

static void
forget_run (RemitWorker *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->run->worker = NULL;
  self->run = NULL;
}

static void
discard_result (const Run *run,
                GAsyncResult *result)
{
  gpointer unwanted = g_task_propagate_pointer (G_TASK (result), NULL);

  if (unwanted != NULL && run->work.free_result != NULL)
    run->work.free_result (unwanted);
}

static void
on_ended (GObject *source G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer data)
{
  Run *run = data;
  g_autoptr (RemitWorker) self = NULL;

  if (run->worker != NULL)
    {
      self = g_object_ref (run->worker);
      forget_run (self);
      run->callback (G_OBJECT (self), result, run->callback_data);
    }
  else
    discard_result (run, result);
  if (run->work.free_data != NULL)
    run->work.free_data (run->work.data);
}

static void
remit_worker_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_SHARE)
    g_value_set_double (value, REMIT_WORKER (object)->share);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_worker_dispose (GObject *object)
{
  remit_worker_stop (REMIT_WORKER (object));

  G_OBJECT_CLASS (remit_worker_parent_class)->dispose (object);
}

static void
remit_worker_class_init (RemitWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_worker_get_property;
  object_class->dispose = remit_worker_dispose;

  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_worker_init (RemitWorker *self G_GNUC_UNUSED)
{
}

RemitWorker *
remit_worker_new (void)
{
  return g_object_new (REMIT_TYPE_WORKER, NULL);
}

void
remit_worker_run (RemitWorker *self,
                  const RemitWork *work,
                  GAsyncReadyCallback callback,
                  gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (REMIT_IS_WORKER (self));
  g_return_if_fail (work != NULL && work->func != NULL);
  g_return_if_fail (callback != NULL);

  remit_worker_stop (self);
  run = g_new0 (Run, 1);
  run->worker = self;
  run->work = *work;
  run->path = g_strdup (work->of != NULL ? remit_store_get_path (work->of) : work->path);
  if (work->of != NULL && remit_store_check_path (work->of, &run->error))
    remit_store_get_bare_file (work->of, &run->file);
  run->cancellable = g_cancellable_new ();
  run->callback = callback;
  run->callback_data = callback_data;
  self->run = run;
  set_share (self, 0);
  self->look_id = g_timeout_add (LOOK_INTERVAL_MS, on_look, self);

  /* without a source: the thread may be the last to let go of it */
  task = g_task_new (NULL, run->cancellable, on_ended, run);
  g_task_set_source_tag (task, remit_worker_run);
  /* work that was done when the cancel came is done */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, run_in_thread);
}

gpointer
remit_worker_finish (RemitWorker *self,
                     GAsyncResult *result,
                     GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKER (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, remit_worker_run), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
remit_worker_cancel (RemitWorker *self)
{
  g_return_if_fail (REMIT_IS_WORKER (self));

  if (self->run != NULL)
    g_cancellable_cancel (self->run->cancellable);
}

void
remit_worker_stop (RemitWorker *self)
{
  g_return_if_fail (REMIT_IS_WORKER (self));

  if (self->run == NULL)
    return;
  g_cancellable_cancel (self->run->cancellable);
  forget_run (self);
}

gboolean
remit_worker_is_running (RemitWorker *self)
{
  g_return_val_if_fail (REMIT_IS_WORKER (self), FALSE);

  return self->run != NULL;
}

double
remit_worker_get_share (RemitWorker *self)
{
  g_return_val_if_fail (REMIT_IS_WORKER (self), 0);

  return self->share;
}

gboolean
remit_worker_was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CANCELLED);
}
