/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a store's path still leads to the file that it has open, and that file is what it was. */
#include "remit-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remit-bare-file.h"
#include "remit-raw-file.h"
#include "remit-raw-head.h"

/* The C library shows it to those who asked before the first header, which is precompiled here. */
#ifndef O_PATH
#define O_PATH __O_PATH
#endif

/* A file that SQLite keeps beside it, as it was found; none while its inode is 0. */
typedef struct {
  char *path;
  RemitBareFile file;
} Beside;

struct _RemitStoreFile
{
  RemitStore *store; /* not kept: this is a part of it */
  sqlite3 *db;       /* likewise */
  int fd;            /* names the file, and does not open it: so its locks are left alone */
  RemitBareFile file;
  Beside log;
  Beside index;
  RemitRawHeader header;
  gint64 head;             /* the newest entry that is in the file itself */
  RemitFileState is_spoilt; /* REMIT_FILE_INTACT until then */
  gboolean is_home;         /* all of the log is in the file, which was moved */
};

static const char *
get_path (const RemitStoreFile *self)
{
  return remit_store_get_path (self->store);
}

static void
beside_init (Beside *self,
             const char *path,
             const char *suffix)
{
  self->path = g_strconcat (path, suffix, NULL);
  remit_bare_file_look (&self->file, self->path);
}

RemitStoreFile *
remit_store_file_new (RemitStore *store)
{
  const char *path = remit_store_get_path (store);
  sqlite3_file *file = remit_raw_file_get (remit_store_get_handle (store));
  g_autofree RemitStoreFile *self = g_new0 (RemitStoreFile, 1);

  if (*path == '\0' || g_str_equal (path, ":memory:") || file == NULL
      || !remit_bare_file_look (&self->file, path))
    return NULL;
  self->store = store;
  self->db = remit_store_get_handle (store);
  self->fd = open (path, O_PATH | O_CLOEXEC);
  beside_init (&self->log, path, "-wal");
  beside_init (&self->index, path, "-shm");
  remit_raw_file_read_header (file, &self->header);
  return g_steal_pointer (&self);
}

/* ── What became of it ────────────────────────────────────────────────────────────────────── */

static gboolean
is_deleted (const RemitStoreFile *self)
{
  struct stat info;

  return self->fd >= 0 && fstat (self->fd, &info) == 0 && info.st_nlink == 0;
}

/* Returns: whether a file beside it is still the one that it was */
static gboolean
is_still (const Beside *self,
          RemitBareFile *now)
{
  return self->file.inode == 0
         || (remit_bare_file_look (now, self->path)
             && remit_bare_file_is_same (now, &self->file));
}

static gboolean
has_log (const RemitStoreFile *self)
{
  return self->log.file.inode != 0 && self->index.file.inode != 0;
}

/* The file itself may have been written: by whoever copied the log into it, or by a stranger. When
 * all that was to be copied is, the file has some state of its own history, and never an earlier
 * one than before. */
static RemitFileState
judge (RemitStoreFile *self,
       RemitRawHeader *header,
       gint64 *head)
{
  sqlite3_file *file = remit_raw_file_get (self->db);
  gint64 size = remit_raw_file_get_size (file);
  gboolean is_known;

  if (!remit_raw_file_read_header (file, header))
    return size < self->file.size ? REMIT_FILE_CUT_OFF : REMIT_FILE_OVERWRITTEN;
  if (header->counter < self->header.counter)
    return REMIT_FILE_OVERWRITTEN;
  if (!remit_raw_file_is_settled (file))
    return REMIT_FILE_INTACT;
  if (size < (gint64) header->n_pages * header->page_size)
    return REMIT_FILE_CUT_OFF;
  *head = remit_raw_head_read (self->store, &is_known);
  if (*head < 0)
    return REMIT_FILE_INTACT;
  return is_known && *head >= self->head ? REMIT_FILE_INTACT : REMIT_FILE_OVERWRITTEN;
}

/* Nothing more is copied from the log, which is that of something else. */
static void
spoil (RemitStoreFile *self,
       RemitFileState state)
{
  self->is_spoilt = state;
  sqlite3_wal_autocheckpoint (self->db, 0);
}

static RemitFileState
look_inside (RemitStoreFile *self)
{
  sqlite3_file *file = remit_raw_file_get (self->db);
  RemitFileState state = REMIT_FILE_INTACT;
  RemitRawHeader header;
  RemitBareFile now;
  gint64 head = -1;

  /* somebody copies at this moment: the next time is early enough */
  if (!has_log (self) || !remit_raw_file_stop_checkpoints (file))
    return REMIT_FILE_INTACT;
  if (remit_bare_file_look (&now, get_path (self)))
    state = judge (self, &header, &head);
  if (state != REMIT_FILE_INTACT)
    spoil (self, state);
  else if (head >= 0)
    {
      self->file = now;
      self->header = header;
      self->head = head;
    }
  remit_raw_file_allow_checkpoints (file);
  return state;
}

/* Looked at twice, since others may be adding to it, or begin it anew. */
static gboolean
is_log_cut_off (const RemitStoreFile *self,
                RemitBareFile *log)
{
  sqlite3_file *file = remit_raw_file_get (self->db);
  gboolean is_short = has_log (self) && log->size < remit_raw_file_get_log_size (file);

  return is_short && remit_bare_file_look (log, self->log.path)
         && log->size < remit_raw_file_get_log_size (file);
}

static gboolean
has_lost_log (const RemitStoreFile *self)
{
  RemitBareFile log;
  RemitBareFile index;

  return !is_still (&self->log, &log) || !is_still (&self->index, &index)
         || is_log_cut_off (self, &log);
}

/* A file that was moved has left its log behind. While nobody else has it open, all of the log goes
 * into it, wherever it is. */
static void
bring_home (RemitStoreFile *self)
{
  sqlite3_file *file = remit_raw_file_get (self->db);
  RemitBareFile now;
  int n_frames = 0;
  int n_copied = -1;

  if (self->is_home || !has_log (self) || !remit_bare_file_look_at (&now, self->fd)
      || now.written != self->file.written)
    return;
  if (file->pMethods->xLock (file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK)
    sqlite3_wal_checkpoint_v2 (self->db, "main", SQLITE_CHECKPOINT_PASSIVE, &n_frames,
                               &n_copied);
  file->pMethods->xUnlock (file, SQLITE_LOCK_SHARED);
  self->is_home = n_copied == n_frames && remit_bare_file_look_at (&self->file, self->fd);
}

RemitFileState
remit_store_file_look (RemitStoreFile *self)
{
  RemitBareFile now;

  if (self->is_spoilt != REMIT_FILE_INTACT)
    return self->is_spoilt;
  if (!remit_bare_file_look (&now, get_path (self)))
    {
      if (is_deleted (self))
        return REMIT_FILE_DELETED;
      bring_home (self);
      return REMIT_FILE_MOVED;
    }
  self->is_home = FALSE;
  if (!remit_bare_file_is_same (&now, &self->file))
    return REMIT_FILE_REPLACED;
  if (has_lost_log (self))
    return REMIT_FILE_LOG_LOST;
  if (now.size == self->file.size && now.written == self->file.written)
    return REMIT_FILE_INTACT;
  return look_inside (self);
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

char *
remit_store_file_dup_new_path (RemitStoreFile *self)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  g_autofree char *path = self->fd >= 0 ? g_file_read_link (link, NULL) : NULL;
  RemitBareFile now;

  if (path != NULL && remit_bare_file_look (&now, path)
      && remit_bare_file_is_same (&now, &self->file) && !g_str_equal (path, get_path (self)))
    return g_steal_pointer (&path);
  return NULL;
}

static void
set_moved (RemitStoreFile *self,
           const char *name,
           GError **error)
{
  g_autofree char *path = remit_store_file_dup_new_path (self);
  g_autofree char *new_name = path != NULL ? g_filename_display_name (path) : NULL;

  if (path != NULL)
    g_set_error (
      error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_GONE,
      /* Translators: a file name, and the one that it has now */
      _ ("“%s” was moved to “%s” while it was open. Changes can no longer be saved; open "
         "the file there."),
      name, new_name);
  else
    g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_GONE,
                 /* Translators: a file name */
                 _ ("“%s” is missing. Changes cannot be saved; restore the file, or save the open "
                    "workspace as a new file."), name);
}

static void
set_error (RemitStoreFile *self,
           RemitFileState state,
           GError **error)
{
  static const struct
  {
    RemitStoreError code;
    const char *sentence;
  } errors[] = {
    /* Translators: in all of these, a file name */
    [REMIT_FILE_DELETED] = { REMIT_STORE_ERROR_GONE,
                             N_ ("“%s” was deleted while it was open. Changes can no longer be "
                                 "saved; save the open workspace as a new file.") },
    [REMIT_FILE_REPLACED] = { REMIT_STORE_ERROR_REPLACED,
                              N_ ("“%s” was replaced by another file while it was open. Changes "
                                  "can no longer be saved; save the open workspace as a new file, "
                                  "or open the other file.") },
    [REMIT_FILE_OVERWRITTEN] = { REMIT_STORE_ERROR_REPLACED,
                                 N_ ("“%s” was overwritten by another program while it was open. "
                                     "Changes can no longer be saved; open the file again.") },
    [REMIT_FILE_CUT_OFF] = { REMIT_STORE_ERROR_REPLACED,
                             N_ ("“%s” was truncated by another program while it was open. Changes "
                                 "can no longer be saved; restore a backup of the file.") },
    [REMIT_FILE_LOG_LOST] = { REMIT_STORE_ERROR_LOG_LOST,
                              N_ ("Files with the newest changes to “%s” were removed while the "
                                  "workspace was open. Changes can no longer be saved; save the "
                                  "open workspace as a new file.") },
  };
  g_autofree char *name = g_filename_display_basename (get_path (self));

  if (state == REMIT_FILE_MOVED)
    set_moved (self, name, error);
  else
    g_set_error (error, REMIT_STORE_ERROR, (int) errors[state].code, _ (errors[state].sentence),
                 name);
}

gboolean
remit_store_file_check (RemitStoreFile *self,
                        GError **error)
{
  RemitFileState state = self != NULL ? remit_store_file_look (self) : REMIT_FILE_INTACT;

  if (state != REMIT_FILE_INTACT)
    set_error (self, state, error);
  return state == REMIT_FILE_INTACT;
}

const RemitBareFile *
remit_store_file_get (RemitStoreFile *self)
{
  return &self->file;
}

gboolean
remit_store_file_check_is (RemitStoreFile *self,
                           const RemitBareFile *file,
                           GError **error)
{
  if (remit_bare_file_is_same (&self->file, file))
    return TRUE;
  set_error (self, REMIT_FILE_REPLACED, error);
  return FALSE;
}

/* ── For a reader ─────────────────────────────────────────────────────────────────────────── */

gboolean
remit_store_file_is_stale (RemitStoreFile *self)
{
  RemitBareFile now;
  RemitBareFile log;

  if (!remit_bare_file_look (&now, get_path (self)))
    return FALSE;
  return !remit_bare_file_is_same (&now, &self->file) || now.size != self->file.size
         || now.written != self->file.written
         || remit_bare_file_look (&log, self->log.path);
}

void
remit_store_file_forget_log (RemitStoreFile *self)
{
  self->log.file = (RemitBareFile){ 0 };
  self->index.file = (RemitBareFile){ 0 };
}

/* ── The end ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether it is there no longer, or is still the one that it was */
static gboolean
is_nobody_elses (const Beside *self)
{
  RemitBareFile now;

  return !remit_bare_file_look (&now, self->path) || remit_bare_file_is_same (&now, &self->file);
}

/* Whose log was taken away has all of it open still: while nobody else wrote, it goes into the
 * file. */
static gboolean
may_close (RemitStoreFile *self)
{
  RemitFileState state = remit_store_file_look (self);
  RemitBareFile now;
  RemitBareFile log;

  if (state != REMIT_FILE_LOG_LOST)
    return state == REMIT_FILE_INTACT;
  return remit_bare_file_look (&now, get_path (self)) && now.written == self->file.written
         && is_nobody_elses (&self->log) && is_nobody_elses (&self->index)
         && !(remit_bare_file_look (&log, self->log.path) && is_log_cut_off (self, &log));
}

static void
remove_beside (const Beside *self)
{
  RemitBareFile now;

  if (is_still (self, &now))
    g_unlink (self->path);
}

void
remit_store_file_free (RemitStoreFile *self)
{
  if (!may_close (self))
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (self->is_home)
    {
      remove_beside (&self->log);
      remove_beside (&self->index);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->log.path);
  g_free (self->index.path);
  g_free (self);
}
