/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others have changed in a workspace: a worker, or another process. */
#include "remit-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "store/archive/remit-anchor.h"
#include "store/history/remit-history-changesets.h"
#include "store/remit-store-private.h"
#include "store/remit-worker.h"

/* How often the file is looked at when nothing tells of a change, in milliseconds. */
#define POLL_INTERVAL 2000

/* A refresh that goes on, and the entry that its thread reads. */
typedef struct {
  RemitWorker *worker;
  gint64 seq;
} Refresh;

static void
refresh_free (Refresh *refresh)
{
  g_object_unref (refresh->worker);
  g_free (refresh);
}

gint64
remit_workspace_read_version (RemitWorkspace *self)
{
  return remit_store_query_integer (self->store, "PRAGMA data_version", 0, 0, NULL);
}

/* ── What others wrote ────────────────────────────────────────────────────────────────────── */

/* Returns: whether all could be read, as of one moment: how large the next entry is, 0 for none,
 * the version of the file, and whether the next entry is in an archive already */
static gboolean
look_ahead (RemitWorkspace *self,
            gint64 *size,
            gint64 *version,
            gboolean *is_sealed,
            GError **error)
{
  gboolean done;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  *is_sealed = self->last_seq < remit_anchor_get_seq (self->store);
  done = remit_history_measure (self->store, self->last_seq + 1, size, error);
  *version = remit_workspace_read_version (self);
  return remit_store_end_read (self->store, done, error);
}

/* Takes over entry by entry, until there is none, or together they would have more than @limit
 * bytes: then @size tells of the one that is left. Only when there is none the version is
 * remembered, the one of that very moment: an older one would have everything read again when the
 * same entries show up as a change without an entry, and a newer one would hide what was committed
 * in between. */
static gboolean
catch_up (RemitWorkspace *self,
          gint64 limit,
          gint64 *size,
          GError **error)
{
  gint64 version;
  gboolean is_taken;
  gboolean is_sealed;

  do
    {
      if (!look_ahead (self, size, &version, &is_sealed, error))
        return FALSE;
      if (is_sealed)
        return remit_workspace_reload (self, error);
      is_taken = *size > 0 && *size <= limit;
      if (is_taken && !remit_workspace_take_over_next (self, error))
        return FALSE;
      limit -= *size;
    }
  while (is_taken);

  if (*size > 0)
    return TRUE;
  if (version != self->data_version && !self->has_foreign)
    return remit_workspace_reload (self, error);
  self->data_version = version;
  self->has_foreign = FALSE;
  g_clear_pointer (&self->unread, g_free);
  return TRUE;
}

static void go_on (GTask *task);

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control G_GNUC_UNUSED,
                gpointer data,
                GError **error)
{
  const Refresh *refresh = data;

  return remit_history_get_changes (store, refresh->seq, error);
}

static void
end (GTask *task,
     GError *error)
{
  RemitWorkspace *self = g_task_get_source_object (task);

  self->n_refreshes--;
  if (error != NULL)
    {
      remit_workspace_tell_unread (self, error);
      g_task_return_error (task, error);
    }
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GTask *task = data;
  RemitWorkspace *self = g_task_get_source_object (task);
  const Refresh *refresh = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) changes = remit_worker_finish (REMIT_WORKER (source), result, &error);

  g_clear_error (&self->read_error);
  if (changes == NULL)
    {
      self->read_error = g_error_copy (error);
      end (task, error);
      return;
    }
  /* an edit of our own, or another refresh, may have come first */
  if (self->last_seq + 1 == refresh->seq)
    remit_workspace_take_over (self, changes);
  go_on (task);
}

static void
read_next (GTask *task)
{
  RemitWorkspace *self = g_task_get_source_object (task);
  Refresh *refresh = g_task_get_task_data (task);
  const RemitWork work = {
    .of = self->store,
    .flags = REMIT_STORE_READ_ONLY,
    .func = read_in_thread,
    .data = refresh,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };

  refresh->seq = self->last_seq + 1;
  remit_worker_run (refresh->worker, &work, on_read, task);
}

static void
go_on (GTask *task)
{
  RemitWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 size = 0;

  if (catch_up (self, REMIT_WORKSPACE_LARGE, &size, &error) && size > 0)
    read_next (task);
  else
    end (task, error);
}

static GTask *
begin (RemitWorkspace *self,
       GAsyncReadyCallback callback,
       gpointer data)
{
  Refresh *refresh = g_new0 (Refresh, 1);
  GTask *task = g_task_new (self, NULL, callback, data);

  refresh->worker = remit_worker_new ();
  g_task_set_source_tag (task, remit_workspace_refresh_async);
  g_task_set_task_data (task, refresh, (GDestroyNotify) refresh_free);
  self->n_refreshes++;
  return task;
}

void
remit_workspace_refresh_async (RemitWorkspace *self,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (REMIT_IS_WORKSPACE (self));

  self->is_followed = FALSE;
  self->overtaken_at = 0; /* the file may have told of it before whoever asks now could */
  go_on (begin (self, callback, data));
}

gboolean
remit_workspace_refresh_finish (RemitWorkspace *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ── By itself ────────────────────────────────────────────────────────────────────────────── */

static void
on_refreshed (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  /* what went wrong was told */
  remit_workspace_refresh_finish (REMIT_WORKSPACE (source), result, NULL);
}

/* What a view could not read, it has left out. */
static void
tell_faults (RemitWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  if (!remit_store_check_faults (self->store, &error))
    remit_workspace_tell_unread (self, error);
}

/* A reader's file is opened again when others wrote it: it may be another one by then. Returns:
 * whether it can be read */
static gboolean
renew (RemitWorkspace *self)
{
  GError *error = NULL;
  gboolean is_renewed;

  if (!remit_store_renew (self->store, &is_renewed, &error)
      || (is_renewed && !remit_workspace_reload (self, &error)))
    {
      /* Translators: then comes why, in a sentence */
      g_prefix_error_literal (&error, _ ("Cannot show changes by other users: "));
      remit_workspace_take_loss (self, error);
    }
  return error == NULL;
}

static void
refresh_now (RemitWorkspace *self)
{
  tell_faults (self);
  if (self->n_refreshes == 0 && renew (self) && remit_workspace_look_at_file (self, NULL)
      && remit_workspace_read_version (self) != self->data_version)
    {
      self->is_followed = TRUE;
      go_on (begin (self, on_refreshed, NULL));
    }
}

gboolean
remit_workspace_follow (RemitWorkspace *self,
                        GError **error)
{
  gint64 size = 0;

  if (remit_workspace_read_version (self) == self->data_version)
    return TRUE;
  if (!remit_workspace_look_at_file (self, error))
    return FALSE;
  self->is_followed = TRUE;
  if (!catch_up (self, self->never_waits ? REMIT_WORKSPACE_LARGE : G_MAXINT64, &size, error))
    return FALSE;
  if (size == 0)
    return TRUE;
  if (self->read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->read_error));
      return FALSE;
    }
  if (self->n_refreshes == 0)
    read_next (begin (self, on_refreshed, NULL));
  remit_store_set_error (self->store, SQLITE_BUSY, NULL, error);
  return FALSE;
}

static gboolean
on_poll (gpointer data)
{
  refresh_now (data);
  return G_SOURCE_CONTINUE;
}

void
remit_workspace_watch (RemitWorkspace *self)
{
  g_autofree char *wal = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (REMIT_IS_WORKSPACE (self));

  if (self->poll_id != 0)
    return;

  wal = g_strconcat (remit_store_get_path (self->store), "-wal", NULL);
  file = g_file_new_for_path (wal);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, 100);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (refresh_now), self,
                               G_CONNECT_SWAPPED);
    }
  self->poll_id = g_timeout_add (POLL_INTERVAL, on_poll, self);
}
