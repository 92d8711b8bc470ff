/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a CSV file: its encoding, and its bytes as UTF-8, block by block. */
#include "remit-csv-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/remit-exchange.h"
#include "remit-csv-encoding.h"
#include "remit-csv-proposal.h"

#define BLOCK (64 * 1024)
#define MARK "\xef\xbb\xbf"

static const char utf_8[] = "UTF-8";
static const char latin_1[] = "ISO-8859-1";
static const char windows_1252[] = "WINDOWS-1252";

struct _RemitCsvText
{
  char *name;
  int fd;
  goffset size;
  goffset start;
  goffset position;
  const char *encoding; /* of what is read, which may have been recoded */
  const char *source;   /* of the file, if it was: interned */
  guint odd_line;
  /* of UTF-8: the bytes of a character that the last block began */
  char begun[4];
  gsize n_begun;
  gboolean at_end;
  char *block;
  GString *converted;
};

/* What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has nothing that could be seen. */
static const gunichar windows_characters[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static gboolean
set_unreadable (RemitCsvText *self,
                const char *reason,
                GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               /* Translators: a file name, and what the system says */
               _ ("Cannot read “%s”: %s"), self->name, reason);
  return FALSE;
}

/* Returns: how many bytes the block has, after those that were begun; 0 at the end */
static gssize
read_bytes (RemitCsvText *self,
            GError **error)
{
  gssize n;

  memcpy (self->block, self->begun, self->n_begun);
  do
    n = read (self->fd, self->block + self->n_begun, BLOCK);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    {
      set_unreadable (self, g_strerror (errno), error);
      return -1;
    }
  self->at_end = n == 0;
  self->position += n;
  n += (gssize) self->n_begun;
  self->n_begun = 0;
  return n;
}

static gboolean
seek (RemitCsvText *self,
      goffset position,
      GError **error)
{
  if (lseek (self->fd, position, SEEK_SET) < 0)
    return set_unreadable (self, g_strerror (errno), error);
  self->position = position;
  self->n_begun = 0;
  return TRUE;
}

static gboolean
begin (RemitCsvText *self,
       GError **error)
{
  struct stat info;

  if (fstat (self->fd, &info) != 0)
    return set_unreadable (self, g_strerror (errno), error);
  self->size = info.st_size;
  return seek (self, 0, error);
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
check_nul (RemitCsvText *self,
           gsize length,
           GError **error)
{
  const char *nul = memchr (self->block, '\0', length);
  goffset offset;

  if (nul == NULL)
    return TRUE;
  offset = self->position - (goffset) length + (nul - self->block);
  return remit_exchange_refuse_encoding (error,
                                _ ("Line %u has a NUL byte, which text cannot contain. Save the "
                                   "file again as “CSV UTF-8”."), find_line (self, offset));
}

/* Returns: how many bytes of the block are whole characters. A character that the next block may
 * end is kept for that; @odd: (out): where one is that is not UTF-8, else left as it is */
static gsize
check_utf_8 (RemitCsvText *self,
             gsize length,
             goffset *odd)
{
  const char *end;
  gsize rest;

  if (g_utf8_validate_len (self->block, length, &end))
    return length;
  rest = length - (gsize) (end - self->block);
  if (self->at_end || rest > sizeof self->begun
      || g_utf8_get_char_validated (end, (gssize) rest) != (gunichar) -2)
    {
      *odd = self->position - (goffset) rest;
      return length;
    }
  memcpy (self->begun, end, rest);
  self->n_begun = rest;
  return length - rest;
}

static gboolean
has_high_control (const char *bytes,
                  gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (((guchar) bytes[i] & 0xe0) == 0x80)
      return TRUE;
  return FALSE;
}

static gboolean
refuse_encoding (RemitCsvText *self,
                 const char *proposal,
                 GError **error)
{
  if (proposal != NULL)
    return remit_exchange_refuse_encoding (
      error,
      /* Translators: a line, and the name of an encoding */
      _ ("Line %u is not UTF-8; the file may be in %s. Choose the encoding, or save the file as "
         "“CSV UTF-8”."),
      self->odd_line, proposal);
  return remit_exchange_refuse_encoding (error,
                                _ ("Line %u is not UTF-8, and the encoding cannot be detected. "
                                   "Choose the encoding, or save the file as “CSV UTF-8”."),
                                self->odd_line);
}

/* In UTF-8 such bytes are within characters, so a file is looked through again that is not. */
static gboolean
find_encoding (RemitCsvText *self,
               GError **error)
{
  RemitCsvWestern western = { 0 };
  g_autoptr (RemitCsvProposal) proposal = remit_csv_proposal_new ();
  const char *proposed;
  gboolean is_sure;
  gssize n;

  if (!seek (self, 0, error))
    return FALSE;
  self->encoding = latin_1;
  while ((n = read_bytes (self, error)) > 0)
    {
      remit_csv_western_add (&western, self->block, (gsize) n);
      remit_csv_proposal_add (proposal, self->block, (gsize) n);
      if (has_high_control (self->block, (gsize) n))
        self->encoding = windows_1252;
    }
  if (n < 0)
    return FALSE;
  proposed = remit_csv_proposal_end (proposal, &is_sure);
  if (remit_csv_western_is_likely (&western) && !is_sure)
    return TRUE;
  return refuse_encoding (self, proposed, error);
}

/* From here on it is UTF-8 that is read. */
static gboolean
recode (RemitCsvText *self,
        const char *encoding,
        GError **error)
{
  int fd = remit_csv_encoding_recode (self->fd, encoding, error);

  if (fd < 0)
    return FALSE;
  close (self->fd);
  self->fd = fd;
  self->source = g_intern_string (encoding);
  self->size = lseek (fd, 0, SEEK_END);
  return seek (self, 0, error);
}

/* Returns: whether the file is UTF-16 no longer, if it was */
static gboolean
settle_utf_16 (RemitCsvText *self,
               GError **error)
{
  const char *encoding;
  gssize n = read_bytes (self, error);

  if (n < 0 || !seek (self, 0, error))
    return FALSE;
  encoding = remit_csv_encoding_find_utf_16 (self->block, (gsize) n);
  return encoding == NULL || recode (self, encoding, error);
}

static void
look_at_start (RemitCsvText *self,
               gsize length)
{
  if (length >= strlen (MARK) && memcmp (self->block, MARK, strlen (MARK)) == 0)
    self->start = (goffset) strlen (MARK);
}

/* @odd: (out): where the first character is that is not UTF-8, or -1 */
static gboolean
look_at_bytes (RemitCsvText *self,
               goffset *odd,
               GError **error)
{
  gssize n;

  *odd = -1;
  while ((n = read_bytes (self, error)) > 0)
    {
      if (self->position == (goffset) n)
        look_at_start (self, (gsize) n);
      if (!check_nul (self, (gsize) n, error))
        return FALSE;
      if (*odd < 0)
        check_utf_8 (self, (gsize) n, odd);
    }
  return n == 0;
}

static gboolean
look_at_file (RemitCsvText *self,
              GError **error)
{
  goffset odd;

  if (!look_at_bytes (self, &odd, error))
    return FALSE;
  if (odd < 0)
    return TRUE;

  self->odd_line = find_line (self, odd);
  if (self->start == 0)
    return find_encoding (self, error);
  return remit_exchange_refuse_encoding (error,
                                _ ("Line %u is not UTF-8, although the file is marked as UTF-8. "
                                   "Save the file again as “CSV UTF-8”."), self->odd_line);
}

RemitCsvText *
remit_csv_text_open (int fd,
                     const char *name,
                     const char *chosen,
                     const char **encoding,
                     guint *odd_line,
                     GError **error)
{
  g_autoptr (RemitCsvText) self = g_new0 (RemitCsvText, 1);

  self->name = g_strdup (name);
  self->fd = fd;
  self->encoding = utf_8;
  self->block = g_malloc (BLOCK + sizeof self->begun);
  self->converted = g_string_new (NULL);

  if (!begin (self, error)
      || !(chosen != NULL ? recode (self, chosen, error) : settle_utf_16 (self, error))
      || !look_at_file (self, error) || !remit_csv_text_rewind (self, error))
    return NULL;
  *encoding = self->source != NULL ? self->source : self->encoding;
  *odd_line = self->odd_line;
  return g_steal_pointer (&self);
}

const char *
remit_csv_text_propose (int fd)
{
  g_autoptr (RemitCsvProposal) proposal = remit_csv_proposal_new ();
  char block[4096];
  gboolean is_sure;
  gssize n;

  while ((n = read (fd, block, sizeof block)) > 0)
    remit_csv_proposal_add (proposal, block, (gsize) n);
  return remit_csv_proposal_end (proposal, &is_sure);
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
  g_free (self->name);
  g_free (self);
}

gboolean
remit_csv_text_rewind (RemitCsvText *self,
                       GError **error)
{
  return seek (self, self->start, error);
}

/* The file may have been written to since the first look, and nobody can live with half a
 * character. @length: (inout): is made that of the whole characters */
static gboolean
check_again (RemitCsvText *self,
             gsize *length,
             GError **error)
{
  goffset odd = -1;

  if (!check_nul (self, *length, error))
    return FALSE;
  if (self->encoding == utf_8)
    *length = check_utf_8 (self, *length, &odd);
  if (odd < 0)
    return TRUE;
  return remit_exchange_refuse (error,
                                _ ("The file was changed during the import. Import the file "
                                   "again."));
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
        g_string_append_unichar (self->converted, windows_characters[byte - 0x80]);
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
  do
    {
      gssize n = read_bytes (self, error);

      *length = (gsize) MAX (n, 0);
      if (n < 0 || !check_again (self, length, error))
        return FALSE;
    }
  while (*length == 0 && !self->at_end);

  *block = self->block;
  if (self->encoding != utf_8)
    {
      convert (self, *length);
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
