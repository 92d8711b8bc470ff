/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a CSV file: its encoding, and its bytes as UTF-8, block by block. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-csv-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/remit-exchange.h"

#define BLOCK (64 * 1024)
#define MARK "\xef\xbb\xbf"

typedef enum {
  ENCODING_UTF_8,
  ENCODING_LATIN_1,
  ENCODING_WINDOWS_1252,
} Encoding;

/* What a look at the bytes, block by block, has found so far. */
typedef struct {
  gboolean has_mark;
  gboolean high_controls;
  goffset odd;
  char carried[8];
  gsize n_carried;
} Look;

struct _RemitCsvText
{
  char *path;
  int fd;
  goffset size;
  goffset start;
  goffset position;
  Encoding encoding;
  guint odd_line;
  Look reading;
  char *block;
  GString *converted;
};

/* What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has nothing that could be seen. */
static const gunichar windows_1252[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static gboolean
set_unreadable (RemitCsvText *self,
                int code,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               /* Translators: a file name, and what the system says */
               _ ("“%s” cannot be read: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
open_file (RemitCsvText *self,
           GError **error)
{
  GStatBuf info;

  self->fd = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    return set_unreadable (self, errno, error);
  if (S_ISDIR (info.st_mode))
    return set_unreadable (self, EISDIR, error);
  /* It is read more than once. */
  if (!S_ISREG (info.st_mode))
    return set_unreadable (self, ESPIPE, error);
  self->size = info.st_size;
  return TRUE;
}

static gssize
read_bytes (RemitCsvText *self,
            GError **error)
{
  gssize n;

  do
    n = read (self->fd, self->block, BLOCK);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    set_unreadable (self, errno, error);
  else
    self->position += n;
  return n;
}

static gboolean
seek (RemitCsvText *self,
      goffset position,
      GError **error)
{
  if (lseek (self->fd, position, SEEK_SET) < 0)
    return set_unreadable (self, errno, error);
  self->position = position;
  return TRUE;
}

static guint
count_lines (const char *bytes,
             gsize length,
             char *previous)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '\r' || (bytes[i] == '\n' && *previous != '\r'))
        n++;
      *previous = bytes[i];
    }
  return n;
}

/* Returns: the line, from 1, in which the byte at @offset stands */
static guint
find_line (RemitCsvText *self,
           goffset offset)
{
  guint line = 1;
  char previous = '\0';
  gssize n;

  if (!seek (self, 0, NULL))
    return 0;
  while (self->position < offset && (n = read_bytes (self, NULL)) > 0)
    {
      goffset past = MAX (self->position - offset, 0);

      line += count_lines (self->block, (gsize) (n - past), &previous);
    }
  return line;
}

static gboolean
refuse_nul (RemitCsvText *self,
            goffset offset,
            GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
               _ ("Line %u has a NUL byte. A CSV file holds text; save it again as “CSV UTF-8”."),
               find_line (self, offset));
  return FALSE;
}

static gboolean
refuse_utf_16 (GError **error)
{
  g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                       _ ("Line 1 begins like UTF-16. Save the file as “CSV UTF-8”."));
  return FALSE;
}

static gboolean
refuse_mark (RemitCsvText *self,
             GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
               _ ("Line %u is not UTF-8, though the file says at its start that it is. Save it "
                  "again as “CSV UTF-8”."),
               self->odd_line);
  return FALSE;
}

static gboolean
check_nul (RemitCsvText *self,
           gsize length,
           GError **error)
{
  const char *nul = memchr (self->block, '\0', length);

  if (nul == NULL)
    return TRUE;
  return refuse_nul (self, self->position - (goffset) length + (nul - self->block), error);
}

/* Returns: how many of the last bytes begin a character that the next block may end */
static gsize
count_begun (const char *bytes,
             gsize length)
{
  for (gsize n = 1; n <= MIN (length, 3); n++)
    {
      guchar byte = (guchar) bytes[length - n];

      if ((byte & 0xc0) == 0x80)
        continue;
      if (byte >= 0xf0)
        return n < 4 ? n : 0;
      if (byte >= 0xe0)
        return n < 3 ? n : 0;
      return byte >= 0xc0 && n < 2 ? n : 0;
    }
  return 0;
}

/* Puts the character that the last block began before those of this one, and looks at it. */
static gsize
check_carried (Look *look,
               const char *bytes,
               gsize length,
               goffset offset)
{
  gsize n_carried = look->n_carried;
  gunichar c;
  gsize taken;

  if (n_carried == 0)
    return 0;
  taken = MIN (length, sizeof look->carried - n_carried);
  memcpy (look->carried + n_carried, bytes, taken);
  c = g_utf8_get_char_validated (look->carried, (gssize) (n_carried + taken));
  look->n_carried = 0;
  if (c >= (gunichar) -2)
    {
      look->odd = offset - (goffset) n_carried;
      return 0;
    }
  return (gsize) (g_utf8_next_char (look->carried) - look->carried) - n_carried;
}

static void
check_utf_8 (Look *look,
             const char *bytes,
             gsize length,
             goffset offset)
{
  gsize taken = check_carried (look, bytes, length, offset);
  gsize n_begun = count_begun (bytes + taken, length - taken);
  const char *end;

  if (look->odd >= 0)
    return;
  if (!g_utf8_validate_len (bytes + taken, length - taken - n_begun, &end))
    {
      look->odd = offset + (end - bytes);
      return;
    }
  memcpy (look->carried, bytes + length - n_begun, n_begun);
  look->n_carried = n_begun;
}

static void
check_high_controls (Look *look,
                     const char *bytes,
                     gsize length)
{
  for (gsize i = 0; i < length && !look->high_controls; i++)
    look->high_controls = ((guchar) bytes[i] & 0xe0) == 0x80;
}

/* In UTF-8 such bytes are within characters, so a file is looked through again that is not. */
static gboolean
look_for_high_controls (RemitCsvText *self,
                        Look *look,
                        GError **error)
{
  gssize n = 0;

  if (!seek (self, 0, error))
    return FALSE;
  while (!look->high_controls && (n = read_bytes (self, error)) > 0)
    check_high_controls (look, self->block, (gsize) n);
  return n >= 0;
}

static gboolean
look_at_start (RemitCsvText *self,
               Look *look,
               gsize length,
               GError **error)
{
  if (length >= 2
      && (memcmp (self->block, "\xff\xfe", 2) == 0 || memcmp (self->block, "\xfe\xff", 2) == 0))
    return refuse_utf_16 (error);

  look->has_mark = length >= strlen (MARK) && memcmp (self->block, MARK, strlen (MARK)) == 0;
  self->start = look->has_mark ? (goffset) strlen (MARK) : 0;
  return TRUE;
}

static gboolean
look_at_bytes (RemitCsvText *self,
               Look *look,
               GError **error)
{
  gssize n;

  while ((n = read_bytes (self, error)) > 0)
    {
      goffset offset = self->position - n;

      if (offset == 0 && !look_at_start (self, look, (gsize) n, error))
        return FALSE;
      if (!check_nul (self, (gsize) n, error))
        return FALSE;
      if (look->odd < 0)
        check_utf_8 (look, self->block, (gsize) n, offset);
    }
  if (look->odd < 0 && look->n_carried > 0)
    look->odd = self->position - (goffset) look->n_carried;
  return n == 0;
}

static gboolean
look_at_file (RemitCsvText *self,
              GError **error)
{
  Look look = { .odd = -1 };

  if (!look_at_bytes (self, &look, error))
    return FALSE;
  if (look.odd < 0)
    return TRUE;

  self->odd_line = find_line (self, look.odd);
  if (look.has_mark)
    return refuse_mark (self, error);
  if (!look_for_high_controls (self, &look, error))
    return FALSE;
  self->encoding = look.high_controls ? ENCODING_WINDOWS_1252 : ENCODING_LATIN_1;
  return TRUE;
}

RemitCsvText *
remit_csv_text_open (const char *path,
                     GError **error)
{
  g_autoptr (RemitCsvText) self = g_new0 (RemitCsvText, 1);

  self->path = g_strdup (path);
  self->fd = -1;
  self->block = g_malloc (BLOCK);
  self->converted = g_string_new (NULL);

  if (!open_file (self, error) || !look_at_file (self, error)
      || !remit_csv_text_rewind (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_csv_text_free (RemitCsvText *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_string_free (self->converted, TRUE);
  g_free (self->block);
  g_free (self->path);
  g_free (self);
}

const char *
remit_csv_text_get_encoding (RemitCsvText *self)
{
  switch (self->encoding)
    {
    case ENCODING_LATIN_1:
      return "ISO-8859-1";
    case ENCODING_WINDOWS_1252:
      return "WINDOWS-1252";
    case ENCODING_UTF_8:
    default:
      return "UTF-8";
    }
}

guint
remit_csv_text_get_odd_line (RemitCsvText *self)
{
  return self->odd_line;
}

gboolean
remit_csv_text_rewind (RemitCsvText *self,
                       GError **error)
{
  self->reading = (Look){ .odd = -1 };
  return seek (self, self->start, error);
}

/* The file may have been written to since the first look, and nobody can live with half a
 * character. */
static gboolean
check_again (RemitCsvText *self,
             gsize length,
             GError **error)
{
  if (!check_nul (self, length, error))
    return FALSE;
  if (self->encoding != ENCODING_UTF_8)
    return TRUE;

  if (length > 0)
    check_utf_8 (&self->reading, self->block, length, self->position - (goffset) length);
  if (self->reading.odd < 0 && (length > 0 || self->reading.n_carried == 0))
    return TRUE;
  g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                       _ ("The file was changed while it was read. Import it once more."));
  return FALSE;
}

static void
convert (RemitCsvText *self,
         gsize length)
{
  g_string_truncate (self->converted, 0);
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) self->block[i];

      if (byte < 0x80)
        g_string_append_c (self->converted, (char) byte);
      else if (byte < 0xa0)
        g_string_append_unichar (self->converted, windows_1252[byte - 0x80]);
      else
        g_string_append_unichar (self->converted, byte);
    }
}

gboolean
remit_csv_text_read (RemitCsvText *self,
                     const char **block,
                     gsize *length,
                     GError **error)
{
  gssize n = read_bytes (self, error);

  if (n < 0 || !check_again (self, (gsize) n, error))
    return FALSE;

  *block = self->block;
  *length = (gsize) n;
  if (self->encoding != ENCODING_UTF_8)
    {
      convert (self, (gsize) n);
      *block = self->converted->str;
      *length = self->converted->len;
    }
  return TRUE;
}

double
remit_csv_text_get_share (RemitCsvText *self)
{
  return self->size > 0 ? MIN (1.0, (double) self->position / (double) self->size) : 1.0;
}
