/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a log that lies beside a workspace is of that file; an old one is set aside. */
#include "remit-log-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "remit-bare-file.h"
#include "remit-log.h"
#include "remit-raw-file.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-store-private.h"

/* Bytes of file and log together that are looked at on a main loop, and at all. */
#define MAX_AT_ONCE (512 * 1024)
#define MAX_SIZE (1024 * 1024 * 1024)

/* Milliseconds to wait for another program that looks, and between two attempts. */
#define PATIENCE 5000
#define PAUSE 10

/* The newest name that is tried for what is set aside. */
#define MAX_NAMES 1000

typedef struct {
  const char *path;
  char *log_path;
  char *index_path;
  sqlite3 *db; /* for its file and its locks alone */
  sqlite3_file *file;
} Settling;

static void
settling_clear (Settling *self)
{
  g_free (self->log_path);
  g_free (self->index_path);
  sqlite3_close (self->db);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settling, settling_clear)

/* ── What the file is, with the log and without ───────────────────────────────────────────── */

/* Bytes 18 and 19 say that there is a log: in memory there is none. */
#define AT_VERSIONS 18

/* What is not known, since memory or the disk failed, is never taken for something: then the log is
 * believed, as SQLite does. */
typedef enum
{
  NOT_KNOWN,
  BROKEN,
  WHOLE,
} Condition;

/* A workspace in memory, as it would be read. */
typedef struct {
  RemitStore *store;
  Condition condition;
  gint64 length;
  char *hash;
} State;

static void
state_clear (State *self)
{
  g_clear_object (&self->store);
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* Returns: what an error says of the file that was read */
static Condition
judge_error (const GError *error)
{
  return g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED)
             || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED)
             || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE)
             || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NEWER)
             || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FAILED)
           ? BROKEN
           : NOT_KNOWN;
}

static Condition
verify (State *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitVerification) verdict =
    remit_history_verify (self->store, REMIT_VERIFY_ALL, NULL, NULL, NULL, &error);

  if (verdict == NULL)
    return judge_error (error);
  if (!remit_verification_is_whole (verdict))
    return BROKEN;
  return remit_history_get_head (self->store, &self->length, &self->hash, NULL) ? WHOLE : NOT_KNOWN;
}

/* @bytes have to stay as long as @self. */
static void
state_init (State *self,
            GByteArray *bytes)
{
  int code;

  self->store = remit_store_open_raw (":memory:", REMIT_STORE_CREATE, NULL);
  self->condition = NOT_KNOWN;
  if (self->store == NULL)
    return;
  if (bytes->len <= AT_VERSIONS + 1)
    {
      self->condition = BROKEN;
      return;
    }
  bytes->data[AT_VERSIONS] = bytes->data[AT_VERSIONS + 1] = 1;
  code = sqlite3_deserialize (remit_store_get_handle (self->store), "main", bytes->data, bytes->len,
                              bytes->len, 0);
  if (code == SQLITE_OK)
    self->condition = verify (self);
  else if (code != SQLITE_NOMEM)
    self->condition = BROKEN;
}

/* Whether SQLite itself finds nothing wrong with the pages. */
static Condition
state_get_order (const State *self)
{
  g_autoptr (GError) error = NULL;
  RemitStatement *row = remit_store_prepare (self->store, "PRAGMA integrity_check (1)", &error);
  gboolean is_ok = remit_store_step (self->store, row)
                   && g_strcmp0 (remit_statement_get_text (row, 0), "ok") == 0;

  if (remit_store_finish (self->store, row, &error))
    return is_ok ? WHOLE : BROKEN;
  return judge_error (error);
}

/* Returns: whether @other has all that @self has */
static gboolean
state_is_in (const State *self,
             const State *other)
{
  g_autoptr (GError) error = NULL;

  return remit_history_contains (other->store, self->length, self->hash, &error) || error != NULL;
}

static gboolean
is_newer_than_log (Settling *self)
{
  RemitBareFile file_now;
  RemitBareFile log_now;

  return remit_bare_file_look (&file_now, self->path)
         && remit_bare_file_look (&log_now, self->log_path) && file_now.changed > log_now.changed;
}

static gboolean
judge_states (Settling *self,
              const RemitLog *log,
              GByteArray *database)
{
  gboolean is_begun = remit_log_is_begun (log, database);
  g_autoptr (GByteArray) with_log = g_byte_array_sized_new (database->len);
  g_auto (State) alone = { 0 };
  g_auto (State) both = { 0 };

  g_byte_array_append (with_log, database->data, database->len);
  remit_log_apply (log, with_log);
  state_init (&alone, database);
  state_init (&both, with_log);
  if (alone.condition == NOT_KNOWN || both.condition == NOT_KNOWN)
    return TRUE;
  if (alone.condition == BROKEN)
    return both.condition == WHOLE || state_get_order (&alone) != WHOLE
           || state_get_order (&both) != BROKEN;
  if (both.condition == BROKEN || !state_is_in (&alone, &both))
    return FALSE;
  if (alone.length == both.length || !is_newer_than_log (self))
    return TRUE;
  /* new workspaces have pages in common, whoever made them */
  return alone.length > 0 && is_begun;
}

/* ── What becomes of the log ──────────────────────────────────────────────────────────────── */

/* What was read of the log is in memory; the file is held. */
static gboolean
rename_log (Settling *self,
            char **set_aside,
            GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = NULL;

  for (guint i = 0; i < MAX_NAMES && *set_aside == NULL; i++)
    {
      g_autofree char *path = i == 0 ? g_strdup_printf ("%s.old-log-%s", self->path, time)
                                     : g_strdup_printf ("%s.old-log-%s-%u", self->path, time, i);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (self->log_path, path) == 0)
        *set_aside = g_steal_pointer (&path);
      else if (!g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }
  if (*set_aside != NULL)
    return TRUE;
  name = g_filename_display_name (self->log_path);
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY,
               /* Translators: a file name */
               _ ("“%s” belongs to another file and must be renamed, but the folder is read-only. "
                  "Open a copy of the workspace."), name);
  return FALSE;
}

static gboolean
refuse_unclear (Settling *self,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_UNCLEAR,
               /* Translators: a file name */
               _ ("“%s” was not closed properly and must be checked first."), name);
  return FALSE;
}

/* Nobody else has the file, nor can have it meanwhile. */
static gboolean
judge (Settling *self,
       RemitStoreFlags flags,
       gboolean *is_its_own,
       GError **error)
{
  gint64 size = remit_raw_file_get_size (self->file);
  g_autoptr (RemitLog) log = NULL;
  g_autoptr (GByteArray) database = NULL;
  RemitRawHeader header;
  RemitBareFile log_now;

  *is_its_own = TRUE;
  if (!remit_bare_file_look (&log_now, self->log_path) || log_now.size == 0)
    return TRUE;
  *is_its_own = size != 0;
  if (size <= 0)
    return TRUE;
  if ((flags & REMIT_STORE_NO_WAIT) && size + log_now.size > MAX_AT_ONCE)
    return refuse_unclear (self, error);
  if (!remit_raw_file_read_header (self->file, &header) || size + log_now.size > MAX_SIZE
      || !remit_log_read (self->log_path, &log, NULL) || log == NULL
      || remit_log_get_size (log) > MAX_SIZE)
    return TRUE;
  *is_its_own = remit_log_get_page_size (log) == header.page_size;
  if (!*is_its_own)
    return TRUE;
  database = remit_raw_file_read (self->file);
  if (database != NULL && remit_log_adds (log, database))
    *is_its_own = judge_states (self, log, database);
  return TRUE;
}

/* ── Whose the file is ────────────────────────────────────────────────────────────────────── */

/* Whoever has the file open holds a shared lock on it, and has settled this; whoever settles it
 * holds it alone. Returns: an SQLite code; SQLITE_DONE when others have it open */
static int
hold (Settling *self)
{
  int code = remit_raw_file_try_lock (self->file, SQLITE_LOCK_SHARED);
  int is_reserved = 0;

  if (code != SQLITE_OK)
    return code;
  self->file->pMethods->xCheckReservedLock (self->file, &is_reserved);
  code =
    is_reserved ? SQLITE_BUSY : self->file->pMethods->xLock (self->file, SQLITE_LOCK_EXCLUSIVE);
  if (code != SQLITE_OK)
    remit_raw_file_unlock (self->file);
  return code == SQLITE_BUSY && !is_reserved ? SQLITE_DONE : code;
}

static int
hold_patiently (Settling *self,
                RemitStoreFlags flags)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;
  int code;

  while ((code = hold (self)) == SQLITE_BUSY && !(flags & REMIT_STORE_NO_WAIT)
         && g_get_monotonic_time () < end)
    g_usleep (PAUSE * 1000);
  return code;
}

/* What belongs to other programs is left as it is: SQLite would copy from the log, or delete it. */
static gboolean
check_is_ours (Settling *self,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  RemitRawHeader header;

  if (remit_raw_file_get_size (self->file) == 0
      || (remit_raw_file_read_header (self->file, &header)
          && (header.application == 0 || header.application == REMIT_STORE_APPLICATION_ID)))
    return TRUE;
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE,
               _ ("“%s” is not a Remit workspace. Choose another file."), name);
  return FALSE;
}

static gboolean
settle (Settling *self,
        RemitStoreFlags flags,
        char **set_aside,
        GError **error)
{
  gboolean is_its_own = TRUE;
  gboolean done = check_is_ours (self, error) && judge (self, flags, &is_its_own, error);

  if (done && !is_its_own)
    done = rename_log (self, set_aside, error);
  /* whoever has the index of the log open has another file */
  if (done)
    g_unlink (self->index_path);
  remit_raw_file_unlock (self->file);
  return done;
}

static gboolean
refuse_held (Settling *self,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED,
               _ ("“%s” is in use by another program. Nothing was changed; try again later."),
               name);
  return FALSE;
}

gboolean
remit_log_settle (const char *path,
                  RemitStoreFlags flags,
                  char **set_aside,
                  GError **error)
{
  g_auto (Settling) self = { .path = path };
  RemitBareFile beside;

  g_return_val_if_fail (path != NULL && set_aside != NULL, FALSE);

  *set_aside = NULL;
  if (*path == '\0' || g_str_equal (path, ":memory:"))
    return TRUE;
  self.log_path = g_strconcat (path, "-wal", NULL);
  self.index_path = g_strconcat (path, "-shm", NULL);
  if (!remit_bare_file_look (&beside, self.log_path)
      && !remit_bare_file_look (&beside, self.index_path))
    return TRUE;
  /* what cannot be opened so, or locked, is left to whoever opens it */
  if (sqlite3_open_v2 (path, &self.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)
        != SQLITE_OK
      || sqlite3_db_readonly (self.db, "main") == 1)
    return TRUE;
  self.file = remit_raw_file_get (self.db);
  if (self.file == NULL)
    return TRUE;
  switch (hold_patiently (&self, flags))
    {
    case SQLITE_OK:
      return settle (&self, flags, set_aside, error);
    case SQLITE_BUSY:
      return refuse_held (&self, error);
    default:
      return TRUE;
    }
}
