/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what a store has open as a new file, also when its own file is gone. */
#include "remit-store-save.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/history/remit-history-verify.h"
#include "store/remit-private-file.h"
#include "store/remit-store-private.h"

/* Pages that are copied at once: a part of a frame. */
#define PAGES 64

/* One copy that is being made. */
typedef struct {
  char *path;
  RemitStore *to;
  sqlite3_backup *backup;
  gboolean is_doubtful; /* whether what is read is what it was */
  RemitWorker *worker;
} Save;

/* The backup goes before its connection. */
static void
end_backup (Save *save)
{
  g_clear_pointer (&save->backup, sqlite3_backup_finish);
  g_clear_object (&save->to);
}

static void
save_free (Save *save)
{
  end_backup (save);
  g_clear_object (&save->worker);
  g_free (save->path);
  g_free (save);
}

static void
fail (GTask *task,
      GError *error)
{
  Save *save = g_task_get_task_data (task);

  end_backup (save);
  g_unlink (save->path);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
refuse_unreadable (GTask *task)
{
  RemitStore *self = g_task_get_source_object (task);
  g_autofree char *name = g_filename_display_basename (remit_store_get_path (self));

  fail (task, g_error_new (REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED,
                           /* Translators: a file name */
                           _ ("The open data of “%s” can no longer be read and was not saved. Open "
                              "the file again, or restore a backup."), name));
}

static void
end (GTask *task)
{
  Save *save = g_task_get_task_data (task);

  /* it can be read, whatever the disk says of it */
  remit_private_file_sync (save->path);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_verified (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  GTask *task = data;
  g_autoptr (RemitVerification) verdict = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  if (verdict != NULL && remit_verification_is_whole (verdict))
    end (task);
  else
    refuse_unreadable (task);
}

static void
verify (GTask *task)
{
  Save *save = g_task_get_task_data (task);
  const RemitWork work = {
    .path = save->path,
    .func = remit_history_verify_all,
    .free_result = (GDestroyNotify) remit_verification_free,
  };

  save->worker = remit_worker_new ();
  remit_worker_run (save->worker, &work, on_verified, task);
}

static void
end_copying (GTask *task)
{
  Save *save = g_task_get_task_data (task);
  int code = sqlite3_backup_finish (g_steal_pointer (&save->backup));
  g_autoptr (GError) error = NULL;

  if (code != SQLITE_OK)
    remit_store_set_error (save->to, code, NULL, &error);
  g_clear_object (&save->to);
  if (error != NULL)
    fail (task, g_steal_pointer (&error));
  else if (save->is_doubtful)
    verify (task);
  else
    end (task);
}

static gboolean
on_idle (gpointer data)
{
  GTask *task = data;
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;
  int code;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return G_SOURCE_REMOVE;
    }
  code = sqlite3_backup_step (save->backup, PAGES);
  if (code == SQLITE_OK)
    return G_SOURCE_CONTINUE;
  if (code == SQLITE_DONE)
    end_copying (task);
  else if (code == SQLITE_FULL || code == SQLITE_READONLY)
    {
      remit_store_set_error (save->to, code, NULL, &error);
      fail (task, error);
    }
  else
    refuse_unreadable (task);
  return G_SOURCE_REMOVE;
}

static gboolean
begin (RemitStore *self,
       Save *save,
       GError **error)
{
  g_autoptr (GError) loss = NULL;

  if (!remit_private_file_make (save->path, error))
    return FALSE;
  remit_store_check_path (self, &loss);
  save->is_doubtful = g_error_matches (loss, REMIT_STORE_ERROR, REMIT_STORE_ERROR_REPLACED);
  save->to = remit_store_open_raw (save->path, REMIT_STORE_NO_FLAGS, error);
  if (save->to == NULL)
    return FALSE;
  save->backup = sqlite3_backup_init (remit_store_get_handle (save->to), "main",
                                      remit_store_get_handle (self), "main");
  if (save->backup == NULL)
    remit_store_set_error (save->to, sqlite3_errcode (remit_store_get_handle (save->to)), NULL,
                           error);
  return save->backup != NULL;
}

void
remit_store_save_async (RemitStore *self,
                        const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task;
  Save *save;
  GError *error = NULL;

  g_return_if_fail (REMIT_IS_STORE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, data);
  save = g_new0 (Save, 1);
  save->path = g_strdup (path);
  g_task_set_source_tag (task, remit_store_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  if (begin (self, save, &error))
    g_idle_add (on_idle, task);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else
    fail (task, error);
}

gboolean
remit_store_save_finish (RemitStore *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
