/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a workspace file: is it ours, whole, of our format; brings it up to date. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "remit-migrations.h"
#include "remit-private-file.h"
#include "remit-store-check.h"
#include "remit-store-fields.h"
#include "store/file/remit-log-check.h"

/* Milliseconds that an edit waits for another program. */
#define PATIENCE 5000

/* Somebody is making the file at this moment, or was stopped while doing so: there is a head, but
 * nothing in it yet. */
static gboolean
is_unfinished (RemitStore *self)
{
  g_autoptr (GError) error = NULL;

  return remit_store_get_format (self) == 0
         && remit_store_query_integer (self, "PRAGMA application_id", 0, 0, &error) == 0
         && remit_store_query_integer (self, "SELECT count (*) FROM main.sqlite_schema", 0, 0,
                                       &error) == 0
         && error == NULL;
}

static gboolean
check_contents (RemitStore *self,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 application = remit_store_query_integer (self, "PRAGMA application_id", 0, 0,
                                                  &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (application == REMIT_STORE_APPLICATION_ID)
    return remit_store_check_schema (self, error);
  remit_store_set_error (self, SQLITE_NOTADB, NULL, error);
  return FALSE;
}

/* Another program may be updating the file, so all is of one moment. */
static gboolean
check_file (RemitStore *self,
            GError **error)
{
  return remit_store_begin_read_unchecked (self, NULL, error)
         && remit_store_end_read (self, check_contents (self, error), error);
}

/* A file that was cut off is known by its own header, before any page is missed. */
static gboolean
check_length (RemitStore *self,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 length = remit_store_query_integer (self, "SELECT page_count * page_size "
                                                   "FROM pragma_page_count, pragma_page_size",
                                             0, 0, &local_error);
  GStatBuf info;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_stat (self->path, &info) == 0 && length <= (gint64) info.st_size)
    return TRUE;

  /* In WAL mode the newest pages may still stand in the log. */
  {
    g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

    if (g_stat (wal, &info) == 0 && info.st_size > 0)
      return TRUE;
  }
  remit_store_set_error (self, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

static gboolean
configure (RemitStore *self,
           RemitStoreFlags flags,
           GError **error)
{
  sqlite3_extended_result_codes (self->db, FALSE);
  remit_store_set_limits (self);
  remit_store_set_patience (self, flags & REMIT_STORE_NO_WAIT ? 0 : PATIENCE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return remit_store_exec (self, "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA cache_size = -32768;"
                                 "PRAGMA temp_store = MEMORY;", NULL, error);
}

/* SQLite does not wait its turn to change the mode of a file that others open at the same time. */
static gboolean
use_log (RemitStore *self,
         RemitStoreFlags flags,
         gboolean is_new,
         GError **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;
  g_autoptr (GError) local_error = NULL;

  if (!remit_store_exec (self, "PRAGMA synchronous = FULL", NULL, error))
    return FALSE;
  if (is_new && (flags & REMIT_STORE_NO_LOG))
    return TRUE;
  while (!remit_store_exec (self, "PRAGMA journal_mode = WAL", NULL, &local_error))
    {
      if (!g_error_matches (local_error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED)
          || (flags & REMIT_STORE_NO_WAIT) || g_get_monotonic_time () > end)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_error (&local_error);
      g_usleep (10 * 1000);
    }
  return TRUE;
}

/* A new file has nothing that would take long to migrate; one that may only be read cannot be. */
static gboolean
check_age (RemitStore *self,
           RemitStoreFlags flags,
           gboolean is_new,
           GError **error)
{
  g_autofree char *name = NULL;

  if (is_new || (!self->read_only && !(flags & REMIT_STORE_NO_WAIT))
      || remit_store_get_format (self) >= remit_migrations_get_newest ())
    return TRUE;
  name = g_filename_display_name (self->path);
  if (self->read_only)
    {
      g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY,
                   /* Translators: a file name */
                   _ ("“%s” was written by an older Remit and must be updated first, but the file "
                      "is read-only. Open a copy."), name);
      return FALSE;
    }
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OLDER,
               /* Translators: a file name */
               _ ("“%s” was written by an older Remit and must be updated first."), name);
  return FALSE;
}

static gboolean
prepare_writing (RemitStore *self,
                 RemitStoreFlags flags,
                 gboolean is_new,
                 GError **error)
{
  return check_age (self, flags, is_new, error)
         && (self->read_only
             || (use_log (self, flags, is_new, error) && remit_migrations_run (self, NULL, error)));
}

/* An archive is brought up to date as any file, and then only read: its history has to end where
 * that of the workspace goes on. */
static void
note_archive (RemitStore *self)
{
  if (remit_store_query_integer (self, "SELECT EXISTS (SELECT 1 FROM history_end)", 0, 0, NULL)
      == 0)
    return;
  self->read_only = TRUE;
  remit_store_set_refusal (self, _ ("Archives are read-only"));
}

/* SQLite's own count of its memory takes a lock at each allocation, and nobody reads it. */
static void
configure_sqlite (void)
{
  static gsize configured;

  if (g_once_init_enter (&configured))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&configured, 1);
    }
}

/* Beside a file in WAL mode SQLite needs files of its own. Where it cannot make them, and no log
 * waits to be read, nobody is writing either, and the file can be read just as it is. */
static gboolean
is_sealed (RemitStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  return g_file_test (self->path, G_FILE_TEST_IS_REGULAR) && g_access (folder, W_OK) != 0
         && !g_file_test (wal, G_FILE_TEST_EXISTS);
}

static int
open_sealed (RemitStore *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);

  return sqlite3_open_v2 (name, &self->db,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

/* SQLite waits at a pipe, and opens the files beside a workspace, too. */
static int
check_names (RemitStore *self)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  if (!remit_file_check (self->path, NULL))
    return SQLITE_NOTADB;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (self->path, suffixes[i], NULL);

      if (!remit_file_check (name, NULL))
        return SQLITE_CANTOPEN;
    }
  return SQLITE_OK;
}

/* What cannot be made, SQLite says better. */
static int
make_file (RemitStore *self,
           RemitStoreFlags flags)
{
  int code = check_names (self);

  if (code == SQLITE_OK && (flags & REMIT_STORE_CREATE) && !g_str_equal (self->path, ":memory:"))
    remit_private_file_create (self->path, NULL);
  return code;
}

static int
open_file (RemitStore *self,
           RemitStoreFlags flags)
{
  int mode = flags & REMIT_STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  self->is_sealed = is_sealed (self);
  if (self->is_sealed)
    return open_sealed (self);
  if (flags & REMIT_STORE_CREATE)
    mode |= SQLITE_OPEN_CREATE;
  return sqlite3_open_v2 (self->path, &self->db, mode | SQLITE_OPEN_NOMUTEX, NULL);
}

static gboolean
set_open_error (RemitStore *self,
                int code,
                RemitStoreFlags flags,
                GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if ((flags & REMIT_STORE_CREATE) && g_file_test (folder, G_FILE_TEST_IS_DIR)
      && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    code = SQLITE_READONLY;
  remit_store_set_error (self, code, NULL, error);
  return FALSE;
}

static gboolean
open_store (RemitStore *self,
            RemitStoreFlags flags,
            GError **error)
{
  gboolean in_memory = g_str_equal (self->path, ":memory:");
  gboolean is_new = in_memory;
  GStatBuf info;
  int code;

  if (!in_memory && g_stat (self->path, &info) == 0)
    {
      if (info.st_size == 0 && !(flags & REMIT_STORE_CREATE))
        return set_open_error (self, SQLITE_NOTADB, flags, error);
      is_new = info.st_size == 0;
    }
  else if (!in_memory)
    is_new = TRUE;

  code = make_file (self, flags);
  if (code == SQLITE_OK
      && !remit_log_settle (self->path, flags, &self->old_log, error))
    return FALSE;
  if (code == SQLITE_OK)
    code = open_file (self, flags);
  if (code != SQLITE_OK)
    return set_open_error (self, code, flags, error);

  self->read_only = sqlite3_db_readonly (self->db, "main") == 1;
  if (self->is_sealed) /* as it is before the first page is read */
    self->file = remit_store_file_new (self);
  if (!configure (self, flags, error))
    return FALSE;
  is_new = is_new || ((flags & REMIT_STORE_CREATE) && is_unfinished (self));
  if ((!is_new && (!check_file (self, error) || !check_length (self, error)))
      || !prepare_writing (self, flags, is_new, error))
    return FALSE;
  note_archive (self);
  if (self->file == NULL)
    self->file = remit_store_file_new (self);
  return remit_store_check_faults (self, error);
}

static RemitStore *
create_store (const char *path)
{
  RemitStore *self;

  configure_sqlite ();
  self = g_object_new (REMIT_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  return self;
}

RemitStore *
remit_store_open (const char *path,
                  RemitStoreFlags flags,
                  GError **error)
{
  g_autoptr (RemitStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = create_store (path);
  return open_store (self, flags, error) ? g_steal_pointer (&self) : NULL;
}

RemitStore *
remit_store_open_raw (const char *path,
                      RemitStoreFlags flags,
                      GError **error)
{
  g_autoptr (RemitStore) self = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self = create_store (path);
  code = make_file (self, flags);
  if (code == SQLITE_OK)
    code = open_file (self, flags);
  if (code != SQLITE_OK)
    {
      set_open_error (self, code, flags, error);
      return NULL;
    }
  return configure (self, flags, error) ? g_steal_pointer (&self) : NULL;
}

/* ── A file that can only be read ─────────────────────────────────────────────────────────── */

static gboolean
is_reading (RemitStore *self)
{
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (self->db, statement)) != NULL)
    if (sqlite3_stmt_busy (statement))
      return TRUE;
  return FALSE;
}

/* What belongs to a connection. */
typedef struct {
  sqlite3 *db;
  RemitStoreFile *file;
  GHashTable *statements;
  gboolean is_sealed;
} Connection;

static Connection
take_connection (RemitStore *self)
{
  return (Connection){ g_steal_pointer (&self->db), g_steal_pointer (&self->file),
                       g_steal_pointer (&self->statements), self->is_sealed };
}

static void
connection_close (Connection *connection)
{
  g_clear_pointer (&connection->file, remit_store_file_free);
  g_clear_pointer (&connection->statements, g_hash_table_unref);
  g_clear_pointer (&connection->db, sqlite3_close);
}

static gboolean
open_again (RemitStore *self,
            GError **error)
{
  int code = open_file (self, REMIT_STORE_READ_ONLY);

  if (code != SQLITE_OK)
    return set_open_error (self, code, REMIT_STORE_READ_ONLY, error);
  self->file = remit_store_file_new (self);
  return configure (self, REMIT_STORE_NO_WAIT, error) && check_file (self, error);
}

gboolean
remit_store_renew (RemitStore *self,
                   gboolean *is_renewed,
                   GError **error)
{
  Connection before;
  Connection failed;

  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  *is_renewed = FALSE;
  if (!self->is_sealed || self->file == NULL || !remit_store_file_is_stale (self->file)
      || self->n_reads > 0 || is_reading (self))
    return TRUE;
  before = take_connection (self);
  self->statements = remit_store_create_statements ();
  self->schema_version = -1;
  *is_renewed = open_again (self, error);
  if (*is_renewed)
    {
      connection_close (&before);
      return TRUE;
    }
  failed = take_connection (self);
  connection_close (&failed);
  self->db = before.db;
  self->file = before.file;
  self->statements = before.statements;
  self->is_sealed = before.is_sealed;
  return FALSE;
}
