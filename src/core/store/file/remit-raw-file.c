/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database file as it stands on the disk, without its log, through the file that SQLite has open:
 * a program that opens and closes the file by itself gives up the locks of all its connections. */
#include "remit-raw-file.h"

#include <string.h>

/* https://www.sqlite.org/fileformat2.html, 1.3 */
#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"
#define AT_PAGE_SIZE 16
#define AT_COUNTER 24
#define AT_N_PAGES 28
#define AT_APPLICATION 68

/* https://www.sqlite.org/walformat.html, 2.3.1: WAL_CKPT_LOCK */
#define CHECKPOINT_LOCK 1

/* Of the same, 2.1: where the index of the log says how large a page is, how many there are, and
 * how many of them are in the file already, or may be. */
#define INDEX_SIZE 32768
#define AT_INDEX_PAGE_SIZE 14
#define AT_INDEX_N_FRAMES 16
#define AT_INDEX_N_COPIED 96
#define AT_INDEX_N_ATTEMPTED 128

/* Of the log's own head, and what is before each page. */
#define LOG_HEADER_SIZE 32
#define FRAME_HEADER_SIZE 24

/* Bytes that are read at once. */
#define PIECE (1024 * 1024)

static guint32
read_32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

sqlite3_file *
remit_raw_file_get (sqlite3 *db)
{
  sqlite3_file *file = NULL;

  if (db == NULL
      || sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
      || file == NULL || file->pMethods == NULL)
    return NULL;
  return file;
}

gint64
remit_raw_file_get_size (sqlite3_file *self)
{
  sqlite3_int64 size;

  return self->pMethods->xFileSize (self, &size) == SQLITE_OK ? size : -1;
}

gboolean
remit_raw_file_read_header (sqlite3_file *self,
                            RemitRawHeader *header)
{
  guint8 bytes[HEADER_SIZE];

  *header = (RemitRawHeader){ 0 };
  if (self->pMethods->xRead (self, bytes, HEADER_SIZE, 0) != SQLITE_OK
      || memcmp (bytes, MAGIC, sizeof MAGIC) != 0)
    return FALSE;
  header->page_size = (guint32) bytes[AT_PAGE_SIZE] << 8 | bytes[AT_PAGE_SIZE + 1];
  if (header->page_size == 1) /* it has but two bytes */
    header->page_size = 65536;
  header->counter = read_32 (bytes + AT_COUNTER);
  header->n_pages = read_32 (bytes + AT_N_PAGES);
  header->application = read_32 (bytes + AT_APPLICATION);
  return TRUE;
}

GByteArray *
remit_raw_file_read (sqlite3_file *self)
{
  gint64 size = remit_raw_file_get_size (self);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (size < 0 || size > G_MAXINT32)
    return NULL;
  g_byte_array_set_size (bytes, (guint) size);
  for (gint64 at = 0; at < size; at += PIECE)
    if (self->pMethods->xRead (self, bytes->data + at, (int) MIN (PIECE, size - at), at)
        != SQLITE_OK)
      return NULL;
  return g_steal_pointer (&bytes);
}

int
remit_raw_file_try_lock (sqlite3_file *self,
                         int level)
{
  int code = self->pMethods->xLock (self, SQLITE_LOCK_SHARED);

  return code == SQLITE_OK && level > SQLITE_LOCK_SHARED ? self->pMethods->xLock (self, level)
                                                         : code;
}

void
remit_raw_file_unlock (sqlite3_file *self)
{
  self->pMethods->xUnlock (self, SQLITE_LOCK_NONE);
}

gboolean
remit_raw_file_stop_checkpoints (sqlite3_file *self)
{
  return self->pMethods->iVersion >= 2
         && self->pMethods->xShmLock (self, CHECKPOINT_LOCK, 1,
                                      SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK;
}

void
remit_raw_file_allow_checkpoints (sqlite3_file *self)
{
  self->pMethods->xShmLock (self, CHECKPOINT_LOCK, 1, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
}

/* What the index of the log says. */
typedef struct {
  guint16 page_size;
  guint32 n_frames;
  guint32 n_copied;    /* and are in the file */
  guint32 n_attempted; /* somebody began to copy */
} Index;

static gboolean
read_index (sqlite3_file *self,
            Index *index)
{
  volatile void *mapped = NULL;
  const guint8 *bytes;

  if (self->pMethods->iVersion < 2
      || self->pMethods->xShmMap (self, 0, INDEX_SIZE, 0, &mapped) != SQLITE_OK || mapped == NULL)
    return FALSE;
  bytes = (const guint8 *) mapped;
  memcpy (&index->page_size, bytes + AT_INDEX_PAGE_SIZE, sizeof index->page_size);
  memcpy (&index->n_frames, bytes + AT_INDEX_N_FRAMES, sizeof index->n_frames);
  memcpy (&index->n_copied, bytes + AT_INDEX_N_COPIED, sizeof index->n_copied);
  memcpy (&index->n_attempted, bytes + AT_INDEX_N_ATTEMPTED, sizeof index->n_attempted);
  return TRUE;
}

gint64
remit_raw_file_get_log_size (sqlite3_file *self)
{
  Index index;

  if (!read_index (self, &index) || index.n_copied >= index.n_frames)
    return 0;
  return LOG_HEADER_SIZE
         + (gint64) index.n_frames
             * (FRAME_HEADER_SIZE + (index.page_size == 1 ? 65536 : index.page_size));
}

gboolean
remit_raw_file_is_settled (sqlite3_file *self)
{
  Index index;

  return read_index (self, &index)
         && (index.n_attempted == 0 || index.n_copied >= index.n_frames);
}
