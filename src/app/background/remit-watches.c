/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workspaces that are watched for due conflicts while no window is open. */
#include "remit-watches.h"

#include "conflicts/due/remit-due-watch.h"
#include "settings/remit-state.h"
#include "store/remit-worker.h"

/* How often one looks whether there are others, in seconds. */
#define PAUSE 5

struct _RemitWatches
{
  GObject parent_instance;

  GApplication *application; /* not kept */
  RemitPathIsOpen is_open;
  GHashTable *watches;       /* by path */
  GQueue *pending;           /* paths; the first is being opened */
  RemitWorker *worker;
  GHashTable *failed;        /* paths of which it has been said */
  guint timer;
};

G_DEFINE_FINAL_TYPE (RemitWatches, remit_watches, G_TYPE_OBJECT)

/* ── Opening, one after the other ─────────────────────────────────────────────────────────── */

static void open_next (RemitWatches *self);

static gpointer
open_in_thread (RemitStore *store G_GNUC_UNUSED,
                const RemitWorkControl *control G_GNUC_UNUSED,
                gpointer path,
                GError **error)
{
  return remit_workspace_open (path, REMIT_STORE_NO_FLAGS, error);
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitWatches *self = data;
  g_autofree char *path = g_queue_pop_head (self->pending);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_worker_finish (REMIT_WORKER (source), result,
                                                              &error);

  if (workspace != NULL)
    {
      g_hash_table_remove (self->failed, path);
      remit_workspace_never_wait (workspace);
      remit_workspace_watch (workspace);
      g_hash_table_insert (self->watches, g_steal_pointer (&path),
                           remit_due_watch_new (workspace, self->application));
    }
  else if (g_hash_table_add (self->failed, g_strdup (path)))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_message ("The clocks of %s cannot be watched: %s", name, error->message);
    }
  open_next (self);
}

static void
open_next (RemitWatches *self)
{
  RemitWork work = { .func = open_in_thread, .free_data = g_free, .free_result = g_object_unref };

  if (g_queue_is_empty (self->pending))
    return;
  work.data = g_strdup (g_queue_peek_head (self->pending));
  remit_worker_run (self->worker, &work, on_opened, self);
}

/* ── Which ────────────────────────────────────────────────────────────────────────────────── */

/* A window watches its workspace itself. */
static gboolean
is_wanted (RemitWatches *self,
           const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS)
         && (self->application == NULL || !self->is_open (self->application, path));
}

static gboolean
is_unwanted (gpointer path,
             gpointer watch G_GNUC_UNUSED,
             gpointer self)
{
  return !is_wanted (self, path);
}

static void
want (RemitWatches *self,
      const char *path)
{
  if (!g_hash_table_contains (self->watches, path) && is_wanted (self, path)
      && g_queue_find_custom (self->pending, path, (GCompareFunc) g_strcmp0) == NULL)
    g_queue_push_tail (self->pending, g_strdup (path));
}

void
remit_watches_look (RemitWatches *self)
{
  g_autofree char *own = remit_state_dup_own_path ();
  g_auto (GStrv) paths = remit_state_dup_paths ();

  g_return_if_fail (REMIT_IS_WATCHES (self));

  g_hash_table_foreach_remove (self->watches, is_unwanted, self);
  if (remit_worker_is_running (self->worker))
    return;
  want (self, own);
  for (guint i = 0; paths[i] != NULL; i++)
    want (self, paths[i]);
  open_next (self);
}

static gboolean
on_timer (gpointer data)
{
  remit_watches_look (data);
  return G_SOURCE_CONTINUE;
}

static void
remit_watches_dispose (GObject *object)
{
  RemitWatches *self = REMIT_WATCHES (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_weak_pointer (&self->application);
  g_clear_pointer (&self->watches, g_hash_table_unref);
  g_clear_pointer (&self->failed, g_hash_table_unref);
  if (self->pending != NULL)
    g_queue_free_full (g_steal_pointer (&self->pending), g_free);

  G_OBJECT_CLASS (remit_watches_parent_class)->dispose (object);
}

static void
remit_watches_class_init (RemitWatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_watches_dispose;
}

/* The first look waits, so that it delays neither the first window nor the session. */
static void
remit_watches_init (RemitWatches *self)
{
  self->watches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pending = g_queue_new ();
  self->worker = remit_worker_new ();
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->timer = g_timeout_add_seconds (PAUSE, on_timer, self);
}

RemitWatches *
remit_watches_new (GApplication *application,
                   RemitPathIsOpen is_open)
{
  RemitWatches *self = g_object_new (REMIT_TYPE_WATCHES, NULL);

  g_set_weak_pointer (&self->application, application);
  self->is_open = is_open;
  return self;
}

guint
remit_watches_count (RemitWatches *self)
{
  g_return_val_if_fail (REMIT_IS_WATCHES (self), 0);

  return g_hash_table_size (self->watches);
}

gboolean
remit_watches_is_busy (RemitWatches *self)
{
  g_return_val_if_fail (REMIT_IS_WATCHES (self), FALSE);

  return remit_worker_is_running (self->worker);
}
