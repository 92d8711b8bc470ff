/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log beside a database: the pages that SQLite has yet to copy into it. */
#include "remit-log.h"

#include <string.h>

/* https://www.sqlite.org/fileformat2.html, 4.1 */
#define HEADER_SIZE 32
#define FRAME_HEADER_SIZE 24
#define MAGIC 0x377f0682
#define MAX_PAGE_SIZE 65536

/* One page; the same page may come again. */
typedef struct {
  guint32 page; /* from 1 */
  const guint8 *bytes;
} Frame;

struct _RemitLog
{
  char *bytes;
  guint32 page_size;
  guint32 n_pages; /* of the database after the last commit */
  GArray *frames;  /* of Frame, in their order */
};

/* The sum accumulates from frame to frame. */
typedef struct {
  guint32 sums[2];
  gboolean is_big_endian;
} Sum;

static guint32
read_32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
add_sum (Sum *sum,
         const guint8 *bytes,
         gsize length)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      guint32 first = read_32 (bytes + i);
      guint32 second = read_32 (bytes + i + 4);

      sum->sums[0] += (sum->is_big_endian ? first : GUINT32_SWAP_LE_BE (first)) + sum->sums[1];
      sum->sums[1] += (sum->is_big_endian ? second : GUINT32_SWAP_LE_BE (second)) + sum->sums[0];
    }
}

static gboolean
has_sum (const Sum *sum,
         const guint8 *bytes)
{
  return read_32 (bytes) == sum->sums[0] && read_32 (bytes + 4) == sum->sums[1];
}

static gboolean
read_header (RemitLog *self,
             const guint8 *bytes,
             gsize length,
             Sum *sum)
{
  guint32 size;

  if (length < HEADER_SIZE || (read_32 (bytes) & ~1u) != MAGIC)
    return FALSE;
  size = read_32 (bytes + 8);
  if (size < 512 || size > MAX_PAGE_SIZE || (size & (size - 1)) != 0)
    return FALSE;
  self->page_size = size;
  sum->is_big_endian = (read_32 (bytes) & 1) != 0;
  add_sum (sum, bytes, 24);
  return has_sum (sum, bytes + 24);
}

/* Up to the last commit: what comes after it was never done. */
static void
read_frames (RemitLog *self,
             const guint8 *bytes,
             gsize length,
             Sum *sum)
{
  const gsize size = FRAME_HEADER_SIZE + self->page_size;
  guint n_committed = 0;

  for (gsize at = HEADER_SIZE; at + size <= length; at += size)
    {
      const guint8 *head = bytes + at;
      Frame frame = { read_32 (head), head + FRAME_HEADER_SIZE };

      add_sum (sum, head, 8);
      add_sum (sum, frame.bytes, self->page_size);
      if (frame.page == 0 || memcmp (head + 8, bytes + 16, 8) != 0 || !has_sum (sum, head + 16))
        break;
      g_array_append_val (self->frames, frame);
      if (read_32 (head + 4) == 0)
        continue;
      self->n_pages = read_32 (head + 4);
      n_committed = self->frames->len;
    }
  g_array_set_size (self->frames, n_committed);
}

gboolean
remit_log_read (const char *path,
                RemitLog **log,
                GError **error)
{
  g_autoptr (RemitLog) self = g_new0 (RemitLog, 1);
  Sum sum = { 0 };
  const guint8 *bytes;
  gsize length;

  *log = NULL;
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  /* not mapped: whoever cuts it off would end the program */
  if (!g_file_get_contents (path, &self->bytes, &length, error))
    return FALSE;
  bytes = (const guint8 *) self->bytes;
  if (read_header (self, bytes, length, &sum))
    read_frames (self, bytes, length, &sum);
  if (self->frames->len > 0)
    *log = g_steal_pointer (&self);
  return TRUE;
}

void
remit_log_free (RemitLog *self)
{
  g_free (self->bytes);
  g_array_unref (self->frames);
  g_free (self);
}

guint32
remit_log_get_page_size (const RemitLog *self)
{
  return self->page_size;
}

gint64
remit_log_get_size (const RemitLog *self)
{
  return (gint64) self->n_pages * self->page_size;
}

/* Returns: whether the database has the page just so */
static gboolean
is_in (const RemitLog *self,
       const Frame *frame,
       const GByteArray *database)
{
  gsize end = (gsize) frame->page * self->page_size;

  return end <= database->len
         && memcmp (database->data + end - self->page_size, frame->bytes, self->page_size) == 0;
}

gboolean
remit_log_adds (const RemitLog *self,
                const GByteArray *database)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = self->frames->len; i > 0; i--)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, i - 1);

      if (frame->page <= self->n_pages
          && g_hash_table_add (seen, GUINT_TO_POINTER (frame->page))
          && !is_in (self, frame, database))
        return TRUE;
    }
  return FALSE;
}

gboolean
remit_log_is_begun (const RemitLog *self,
                    const GByteArray *database)
{
  for (guint i = 0; i < self->frames->len; i++)
    if (is_in (self, &g_array_index (self->frames, Frame, i), database))
      return TRUE;
  return FALSE;
}

void
remit_log_apply (const RemitLog *self,
                 GByteArray *database)
{
  guint before = database->len;
  guint length = self->n_pages * self->page_size;

  g_byte_array_set_size (database, length);
  if (length > before)
    memset (database->data + before, 0, length - before);
  for (guint i = 0; i < self->frames->len; i++)
    {
      const Frame *frame = &g_array_index (self->frames, Frame, i);

      if (frame->page <= self->n_pages)
        memcpy (database->data + (gsize) (frame->page - 1) * self->page_size, frame->bytes,
                self->page_size);
    }
}
