/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace as it stood, as a file of its own. */
#include "remit-past.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/remit-private-file.h"
#include "store/remit-search.h"
#include "store/remit-store-fields.h"
#include "store/undo/remit-rewind.h"

static gboolean
copy_kind (RemitStore *from,
           RemitStore *to,
           RemitKind kind,
           GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (
    from, remit_store_get_select (kind, NULL), 0, 0, error);
  sqlite3_stmt *insert = NULL;

  while (remit_store_step (from, rows))
    {
      insert = remit_store_prepare (to, remit_rows_get_insert (kind), error);
      if (insert == NULL)
        return FALSE;
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        sqlite3_bind_value (insert, i + 1, sqlite3_column_value (rows, i));
      if (!remit_store_run (to, insert, error))
        return FALSE;
    }
  return remit_store_finish (from, rows, error);
}

static gboolean
copy_all (RemitStore *from,
          RemitStore *to,
          GCancellable *cancellable,
          GError **error)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !copy_kind (from, to, kind, error))
      return FALSE;
  return TRUE;
}

static gboolean
step_back (RemitInverse *inverse,
           gpointer to,
           GError **error)
{
  return remit_inverse_apply (inverse, to, _ ("Earlier version"), error);
}

/* What else goes into the file. */
typedef struct {
  RemitPastFunc func;
  gpointer data;
} More;

/* A file that is only read needs none beside it. */
static gboolean
leave_log (RemitStore *store,
           GError **error)
{
  if (store->file != NULL)
    remit_store_file_forget_log (store->file);
  return remit_store_exec (store, "PRAGMA journal_mode = DELETE", NULL, error);
}

/* What follows from the rows, and is not needed to copy them: no trigger, no key is asked. */
static gboolean
fill (RemitStore *from,
      RemitStore *to,
      gint64 seq,
      const More *more,
      GCancellable *cancellable,
      GError **error)
{
  gboolean done;

  if (!remit_store_exec (to, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF", NULL, error)
      || !remit_store_begin_unchecked (to, error))
    return FALSE;
  sqlite3_db_config (remit_store_get_handle (to), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  done = remit_store_exec (to, "DELETE FROM settings", NULL, error)
         && copy_all (from, to, cancellable, error)
         && remit_rewind (from, seq, cancellable, step_back, to, error)
         && remit_search_fill (to, error)
         && (more->func == NULL || more->func (from, to, more->data, error));
  sqlite3_db_config (remit_store_get_handle (to), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  if (done)
    return remit_store_commit (to, error)
           && leave_log (to, error);
  remit_store_rollback (to);
  return FALSE;
}

/* Nobody else may look into it, not for a moment. */
static gboolean
create_file (const char *path,
             GError **error)
{
  int failure = remit_private_file_create (path, NULL);
  g_autofree char *name = NULL;

  if (failure == 0)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY,
               /* Translators: a file name, and the system's reason */
               _ ("Cannot write “%s”: %s"), name, g_strerror (failure));
  return FALSE;
}

gboolean
remit_past_write_with (RemitStore *store,
                       gint64 seq,
                       const char *path,
                       RemitPastFunc func,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  const More more = { func, data };
  g_autoptr (RemitStore) past = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!create_file (path, error))
    return FALSE;
  past = remit_store_open (path, REMIT_STORE_CREATE, error);
  /* the rows and the history of one moment, whoever else is writing */
  if (past != NULL && remit_store_begin_read (store, NULL, error))
    {
      done = fill (store, past, seq, &more, cancellable, error);
      done = remit_store_end_read (store, done, error);
    }
  g_clear_object (&past);
  if (!done)
    g_unlink (path);
  return done;
}

gboolean
remit_past_write (RemitStore *store,
                  gint64 seq,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  return remit_past_write_with (store, seq, path, NULL, NULL, cancellable, error);
}
