/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in a thread of its own, with progress and cancel. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-worker.h"

/* How often the main thread looks how far the work is, and in what steps it is told. */
#define LOOK_INTERVAL_MS 50
#define STEPS 1000

struct _RemitWorker
{
  GObject parent_instance;

  GCancellable *cancellable;
  gint steps; /* written by the thread */
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

/* One run: what the thread needs. */
typedef struct
{
  char *path;
  RemitWorkerFunc func;
  gpointer data;
  GDestroyNotify free_result;
} Run;

static void
run_free (Run *run)
{
  g_free (run->path);
  g_free (run);
}

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

  set_share (self, g_atomic_int_get (&self->steps) / (double) STEPS);
  return G_SOURCE_CONTINUE;
}

static void
on_progress (double share,
             gpointer data)
{
  RemitWorker *self = data;

  g_atomic_int_set (&self->steps, (gint) (CLAMP (share, 0, 1) * STEPS));
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  const Run *run = data;
  const RemitImportOptions options = {
    .cancellable = cancellable,
    .progress = on_progress,
    .progress_data = source,
  };
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  if (run->path != NULL)
    store = remit_store_open (run->path, REMIT_STORE_NO_FLAGS, &error);
  if (run->path == NULL || store != NULL)
    result = run->func (store, &options, run->data, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, run->free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
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
remit_worker_finalize (GObject *object)
{
  RemitWorker *self = REMIT_WORKER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (remit_worker_parent_class)->finalize (object);
}

static void
remit_worker_class_init (RemitWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_worker_get_property;
  object_class->finalize = remit_worker_finalize;

  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_worker_init (RemitWorker *self)
{
}

RemitWorker *
remit_worker_new (void)
{
  return g_object_new (REMIT_TYPE_WORKER, NULL);
}

void
remit_worker_run (RemitWorker *self,
                  const char *path,
                  RemitWorkerFunc func,
                  gpointer data,
                  GDestroyNotify free_result,
                  GAsyncReadyCallback callback,
                  gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (REMIT_IS_WORKER (self));
  g_return_if_fail (self->look_id == 0);

  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->steps, 0);
  set_share (self, 0);
  self->look_id = g_timeout_add (LOOK_INTERVAL_MS, on_look, self);

  run = g_new0 (Run, 1);
  run->path = g_strdup (path);
  run->func = func;
  run->data = data;
  run->free_result = free_result;

  task = g_task_new (self, self->cancellable, callback, callback_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_clear_handle_id (&self->look_id, g_source_remove);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
remit_worker_cancel (RemitWorker *self)
{
  g_return_if_fail (REMIT_IS_WORKER (self));

  g_cancellable_cancel (self->cancellable);
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
