/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a workspace for a window: at once, or asynchronously once that is possible. */
#include "remit-opener.h"

#include "store/remit-worker.h"

/* Milliseconds between two attempts. */
#define PAUSE 100

struct _RemitOpener
{
  GObject parent_instance;

  char *path;
  RemitStoreFlags flags;
  RemitWorker *worker;
  char *old_log;
  guint retry_id;
};

G_DEFINE_FINAL_TYPE (RemitOpener, remit_opener, G_TYPE_OBJECT)

enum
{
  WAITS,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void try (RemitOpener *self);

static void
on_retry (gpointer data)
{
  RemitOpener *self = data;

  self->retry_id = 0;
  try (self);
}

/* ── What takes long ──────────────────────────────────────────────────────────────────────── */

static void
keep_old_log (RemitOpener *self,
              const char *path)
{
  if (path == NULL || *path == '\0')
    return;
  g_free (self->old_log);
  self->old_log = g_strdup (path);
}

/* Opening it brings it up to date, and finds out about its log. The thread closes it as well.
 * Returns: (transfer full): the old log, or nothing in a text */
static gpointer
update_in_thread (RemitStore *store,
                  const RemitWorkControl *control G_GNUC_UNUSED,
                  gpointer data G_GNUC_UNUSED,
                  GError **error G_GNUC_UNUSED)
{
  const char *path = remit_store_get_old_log (store);

  return g_strdup (path != NULL ? path : "");
}

static void
on_updated (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  RemitOpener *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *old_log = remit_worker_finish (REMIT_WORKER (source), result, &error);
  gboolean done = old_log != NULL;

  keep_old_log (self, old_log);
  if (done || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED))
    self->retry_id = g_timeout_add_once (done ? 0 : PAUSE, on_retry, self);
  else
    g_signal_emit (self, signals[ENDED], 0, NULL, error);
}

static void
update (RemitOpener *self)
{
  const RemitWork work = {
    .path = self->path,
    .flags = self->flags,
    .func = update_in_thread,
    .free_result = g_free,
  };

  remit_worker_run (self->worker, &work, on_updated, self);
}

/* ── Opening ──────────────────────────────────────────────────────────────────────────────── */

static void
try (RemitOpener *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (
    self->path, self->flags | REMIT_STORE_NO_WAIT, &error);

  if (g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED))
    {
      self->retry_id = g_timeout_add_once (PAUSE, on_retry, self);
      g_signal_emit (self, signals[WAITS], 0, error);
      return;
    }
  if (g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OLDER)
      || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_UNCLEAR))
    {
      update (self);
      g_signal_emit (self, signals[WAITS], 0, error);
      return;
    }
  if (workspace != NULL)
    {
      keep_old_log (self, remit_store_get_old_log (remit_workspace_get_store (workspace)));
      remit_workspace_never_wait (workspace);
    }
  g_signal_emit (self, signals[ENDED], 0, workspace, error);
}

void
remit_opener_open (RemitOpener *self,
                   const char *path,
                   RemitStoreFlags flags)
{
  g_return_if_fail (REMIT_IS_OPENER (self));
  g_return_if_fail (path != NULL);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  remit_worker_stop (self->worker);
  g_clear_pointer (&self->old_log, g_free);
  g_free (self->path);
  self->path = g_strdup (path);
  self->flags = flags;
  try (self);
}

const char *
remit_opener_get_old_log (RemitOpener *self)
{
  g_return_val_if_fail (REMIT_IS_OPENER (self), NULL);

  return self->old_log;
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_opener_dispose (GObject *object)
{
  RemitOpener *self = REMIT_OPENER (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->old_log, g_free);

  G_OBJECT_CLASS (remit_opener_parent_class)->dispose (object);
}

static void
remit_opener_class_init (RemitOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_opener_dispose;

  signals[WAITS] = g_signal_new ("waits", REMIT_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[ENDED] = g_signal_new ("ended", REMIT_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, REMIT_TYPE_WORKSPACE, G_TYPE_ERROR);
}

static void
remit_opener_init (RemitOpener *self)
{
  self->worker = remit_worker_new ();
}

RemitOpener *
remit_opener_new (void)
{
  return g_object_new (REMIT_TYPE_OPENER, NULL);
}
