/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files with a workspace as it stood, for a window on them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-past-file.h"

#include <glib/gstdio.h>

#include "store/past/remit-past.h"
#include "store/remit-worker.h"

/* Seconds after which a file of the past that nobody removed is of no window any more. */
#define STALE (24 * 60 * 60)

typedef struct {
  gint64 seq;
  char *path;
} Writing;

static void
writing_free (Writing *self)
{
  g_free (self->path);
  g_free (self);
}

static void
remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, "past-") && g_stat (path, &info) == 0
          && now - info.st_mtime > STALE)
        g_unlink (path);
    }
}

static char *
dup_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "remit", NULL);
  g_autofree char *name = g_strdup_printf ("past-%08x%08x.remit", g_random_int (), g_random_int ());

  g_mkdir_with_parents (folder, 0700);
  remove_stale (folder);
  return g_build_filename (folder, name, NULL);
}

/* In a thread. */
static gpointer
write_past (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  Writing *self = data;

  return remit_past_write (store, self->seq, self->path, control->cancellable, error) ? self : NULL;
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (RemitWorker) worker = REMIT_WORKER (source);
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;

  if (remit_worker_finish (worker, result, &error) != NULL)
    g_task_return_pointer (task, g_strdup (writing->path), g_free);
  else
    g_task_return_error (task, error);
}

void
remit_past_file_write_async (RemitWorkspace *workspace,
                             gint64 seq,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  RemitWork work = { .func = write_past };
  GTask *task;
  Writing *writing;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, NULL, callback, data);
  writing = g_new0 (Writing, 1);
  writing->seq = seq;
  writing->path = dup_path ();
  g_task_set_source_tag (task, remit_past_file_write_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  work.path = remit_store_get_path (remit_workspace_get_store (workspace));
  work.data = writing;
  remit_worker_run (remit_worker_new (), &work, on_written, task);
}

char *
remit_past_file_write_finish (GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
