/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which encoding a text is that is not UTF-8. */
#include "remit-csv-encoding.h"

#include <errno.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/remit-exchange.h"
#include "model/remit-file.h"

/* ── UTF-16 ───────────────────────────────────────────────────────────────────────────────── */

/* So many bytes tell where zeroes stand. */
#define N_LOOKED_AT 1024

const char *
remit_csv_encoding_find_utf_16 (const char *bytes,
                                gsize length)
{
  gsize n_pairs = MIN (length, N_LOOKED_AT) / 2;
  gsize n_zeroes[2] = { 0, 0 };

  if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  for (gsize i = 0; i < n_pairs * 2; i++)
    n_zeroes[i % 2] += bytes[i] == '\0';
  /* letters of Latin, separators and line breaks are pairs with a zero, always on the same side */
  if ((n_zeroes[0] == 0) == (n_zeroes[1] == 0)
      || MAX (n_zeroes[0], n_zeroes[1]) * 4 < n_pairs)
    return NULL;
  return n_zeroes[0] > 0 ? "UTF-16BE" : "UTF-16LE";
}

/* ── Western European ─────────────────────────────────────────────────────────────────────── */

/* What stands beside letters in no language: currency, arithmetic, accents alone, controls. */
static gboolean
is_odd_sign (guchar byte)
{
  static const guchar signs[] = { 0x81, 0x83, 0x88, 0x8d, 0x8f, 0x90, 0x98, 0x9d, 0xa2, 0xa3, 0xa4,
                                  0xa5, 0xa6, 0xa8, 0xac, 0xaf, 0xb1, 0xb6, 0xb8, 0xb9, 0xbc, 0xbd,
                                  0xbe, 0xd7, 0xf7 };

  return memchr (signs, byte, sizeof signs) != NULL;
}

/* Letters of Windows-1252 below 0xa0: Š Œ Ž š œ ž Ÿ */
static gboolean
is_letter (guchar byte)
{
  return g_ascii_isalpha (byte) || (byte >= 0xc0 && byte != 0xd7 && byte != 0xf7)
         || (byte != 0 && strchr ("\x8a\x8c\x8e\x9a\x9c\x9e\x9f", byte) != NULL);
}

static gboolean
is_small (guchar byte)
{
  return g_ascii_islower (byte) || (byte >= 0xdf && byte != 0xf7) || byte == 0x9a || byte == 0x9c
         || byte == 0x9e;
}

static void
end_word (RemitCsvWestern *self)
{
  if (self->n_letters >= 3 && self->n_high_letters == self->n_letters)
    self->n_odd += self->n_letters;
  self->n_letters = self->n_high_letters = 0;
  self->after_small = FALSE;
}

static void
add_letter (RemitCsvWestern *self,
            guchar byte)
{
  self->n_odd += self->after_sign || (byte >= 0x80 && self->after_small && !is_small (byte));
  self->after_sign = FALSE;
  self->n_letters++;
  self->n_high_letters += byte >= 0x80;
  self->after_small = is_small (byte);
}

void
remit_csv_western_add (RemitCsvWestern *self,
                       const char *bytes,
                       gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];

      self->n_high += byte >= 0x80;
      if (is_letter (byte))
        {
          add_letter (self, byte);
          continue;
        }
      self->after_sign = is_odd_sign (byte);
      self->n_odd += self->after_sign && self->n_letters > 0;
      end_word (self);
    }
}

gboolean
remit_csv_western_is_likely (const RemitCsvWestern *self)
{
  return self->n_odd * 20 <= self->n_high;
}

/* ── Another encoding ─────────────────────────────────────────────────────────────────────── */

static gboolean
refuse (const char *encoding,
        const GError *cause,
        GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return remit_exchange_refuse_encoding (error,
                                           _ ("Unknown encoding “%.80s”. Examples: WINDOWS-1250, "
                                              "SHIFT_JIS, UTF-16LE."),
                                           encoding);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return remit_exchange_refuse_encoding (
      error,
      _ ("The file is not in the encoding %s. Choose another encoding, or save the file as “CSV "
         "UTF-8”."),
      encoding);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               _ ("Cannot read the file: %s"), cause->message);
  return FALSE;
}

static gboolean
write_recoded (int from,
               int to,
               const char *encoding,
               GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", encoding, error);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (from, FALSE);
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (to, FALSE);
  g_autoptr (GInputStream) recoded = NULL;

  if (converter == NULL)
    return FALSE;
  recoded = g_converter_input_stream_new (input, G_CONVERTER (converter));
  return g_output_stream_splice (output, recoded, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) >= 0;
}

int
remit_csv_encoding_recode (int fd,
                           const char *encoding,
                           GError **error)
{
  g_autoptr (GError) cause = NULL;
  int recoded = remit_file_open_nameless (&cause);

  if (recoded >= 0 && lseek (fd, 0, SEEK_SET) == 0
      && write_recoded (fd, recoded, encoding, &cause))
    return recoded;
  if (cause == NULL)
    g_set_error_literal (&cause, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  refuse (encoding, cause, error);
  if (recoded >= 0)
    close (recoded);
  return -1;
}
