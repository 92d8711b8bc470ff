/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a workbook's file, which is an archive. */
#include "remit-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/remit-exchange.h"

/* What a workbook has at most: a part for each sheet and each picture; of each of these so many
 * bytes; and so many times as many as the file, where it is not small. */
#define MAX_PARTS 20000
#define MAX_BYTES (G_GINT64_CONSTANT (1) << 30)
#define MAX_RATIO 250
#define SMALL (G_GINT64_CONSTANT (16) << 20)

#define BLOCK (64 * 1024)

typedef struct archive Reader;
typedef struct archive_entry Entry;

struct _RemitPackage
{
  int fd;
  gint64 size;
  gint64 maximum; /* of each part */
  GPtrArray *names;
};

/* Where one of those is that read the file, at the same time. */
typedef struct {
  int fd;
  gint64 position;
  gint64 size;
  char *block;
} Cursor;

struct _RemitPackagePart
{
  Reader *reader;
  char *name;
  gint64 n_read;
  gint64 maximum;
};

static gboolean
refuse_damaged (Reader *reader,
                GError **error)
{
  const char *reason = archive_error_string (reader);

  return remit_exchange_refuse (error,
                                /* Translators: what a library says, in English */
                                _ ("The workbook is damaged or incomplete (%s). Save the workbook "
                                   "again."),
                                reason != NULL ? reason : "?");
}

static la_ssize_t
on_read (Reader *reader,
         void *data,
         const void **bytes)
{
  Cursor *self = data;
  gssize n;

  do
    n = pread (self->fd, self->block, BLOCK, self->position);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    archive_set_error (reader, errno, "%s", g_strerror (errno));
  self->position += MAX (n, 0);
  *bytes = self->block;
  return n;
}

static la_int64_t
on_seek (Reader *reader G_GNUC_UNUSED,
         void *data,
         la_int64_t offset,
         int whence)
{
  Cursor *self = data;
  gint64 from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->position : self->size;

  if (offset < -from || offset > self->size - from)
    return ARCHIVE_FATAL;
  self->position = from + offset;
  return self->position;
}

static int
on_close (Reader *reader G_GNUC_UNUSED,
          void *data)
{
  Cursor *self = data;

  g_free (self->block);
  g_free (self);
  return ARCHIVE_OK;
}

static Reader *
reader_new (RemitPackage *self,
            GError **error)
{
  Reader *reader = archive_read_new ();
  Cursor *cursor = g_new0 (Cursor, 1);

  *cursor = (Cursor){ .fd = self->fd, .size = self->size, .block = g_malloc (BLOCK) };
  /* by its list of parts, which is at its end: what is cut off has none */
  archive_read_support_format_zip_seekable (reader);
  archive_read_set_callback_data (reader, cursor);
  archive_read_set_read_callback (reader, on_read);
  archive_read_set_seek_callback (reader, on_seek);
  archive_read_set_close_callback (reader, on_close);
  if (archive_read_open1 (reader) == ARCHIVE_OK)
    return reader;
  refuse_damaged (reader, error);
  archive_read_free (reader);
  return NULL;
}

/* Some programs write Windows' slashes, or one at the start. */
static char *
dup_name (Entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  char *clean;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  clean = g_strdelimit (g_strdup (name != NULL ? name : ""), "\\", '/');
  return *clean == '/' ? memmove (clean, clean + 1, strlen (clean)) : clean;
}

static gboolean
list (RemitPackage *self,
      Reader *reader,
      GError **error)
{
  Entry *entry;
  int status;

  while ((status = archive_read_next_header (reader, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN)
    {
      if (self->names->len == MAX_PARTS)
        return remit_exchange_refuse (error, _ ("The workbook has more than %'u parts"), MAX_PARTS);
      g_ptr_array_add (self->names, dup_name (entry));
    }
  return status == ARCHIVE_EOF || refuse_damaged (reader, error);
}

RemitPackage *
remit_package_open (int fd,
                    GError **error)
{
  g_autoptr (RemitPackage) self = g_new0 (RemitPackage, 1);
  struct stat info = { 0 };
  Reader *reader;
  gboolean done;

  self->fd = fd;
  self->names = g_ptr_array_new_with_free_func (g_free);
  fstat (fd, &info);
  self->size = (gint64) info.st_size;
  self->maximum = MIN (MAX_BYTES, MAX (SMALL, self->size * MAX_RATIO));
  reader = reader_new (self, error);
  done = reader != NULL && list (self, reader, error);
  archive_read_free (reader);
  return done ? g_steal_pointer (&self) : NULL;
}

void
remit_package_free (RemitPackage *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static int
find (RemitPackage *self,
      const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->names, i), name) == 0)
      return (int) i;
  return -1;
}

gboolean
remit_package_has (RemitPackage *self,
                   const char *name)
{
  return find (self, name) >= 0;
}

gboolean
remit_package_has_folder (RemitPackage *self,
                          const char *prefix)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->names, i), prefix))
      return TRUE;
  return FALSE;
}

static gboolean
seek (RemitPackagePart *self,
      int index,
      GError **error)
{
  Entry *entry = NULL;

  for (int i = 0; i <= index; i++)
    if (archive_read_next_header (self->reader, &entry) < ARCHIVE_WARN)
      return refuse_damaged (self->reader, error);
  if (entry != NULL && archive_entry_is_encrypted (entry))
    return remit_exchange_refuse (error, _ ("The workbook is protected by a password. Save the "
                                            "workbook again without one."));
  return TRUE;
}

RemitPackagePart *
remit_package_begin (RemitPackage *self,
                     const char *name,
                     GError **error)
{
  g_autoptr (RemitPackagePart) part = NULL;
  int index = find (self, name);

  if (index < 0)
    {
      remit_exchange_refuse (error, _ ("The workbook has no part “%.200s”. Save the workbook "
                                       "again."),
                             name);
      return NULL;
    }
  part = g_new0 (RemitPackagePart, 1);
  part->name = g_strdup (name);
  part->maximum = self->maximum;
  part->reader = reader_new (self, error);
  if (part->reader == NULL || !seek (part, index, error))
    return NULL;
  return g_steal_pointer (&part);
}

gssize
remit_package_part_read (RemitPackagePart *self,
                         char *bytes,
                         gsize length,
                         GError **error)
{
  gssize n = archive_read_data (self->reader, bytes, length);

  if (n < 0)
    {
      refuse_damaged (self->reader, error);
      return -1;
    }
  self->n_read += n;
  if (self->n_read <= self->maximum)
    return n;
  remit_exchange_refuse (error,
                         /* Translators: a part of a workbook's file, and a number of MiB */
                         _ ("The part “%.200s” of the workbook exceeds %u MiB when unpacked, which "
                            "is too much for a table of this size"),
                         self->name, (guint) (self->maximum >> 20));
  return -1;
}

const char *
remit_package_part_get_name (RemitPackagePart *self)
{
  return self->name;
}

void
remit_package_part_free (RemitPackagePart *self)
{
  if (self == NULL)
    return;
  archive_read_free (self->reader);
  g_free (self->name);
  g_free (self);
}
