/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which encoding a text may be that is neither UTF-8 nor UTF-16, by libuchardet. */
#include "remit-csv-proposal.h"

#include <string.h>
#include <uchardet/uchardet.h>

/* So much is looked at; and so much of it decoded, to see whether it makes a difference. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_SAMPLE (256 * 1024)

/* With fewer bytes that are not ASCII, texts in Western European languages are often taken for
 * others; with so many it was 1 of 100, of lists of people from several countries. */
#define N_SURE 6

#define WESTERN "WINDOWS-1252"

struct _RemitCsvProposal
{
  uchardet_t detector;
  gsize length;
  gsize n_high;
  GString *sample; /* lines with something in them that is not ASCII */
  GString *line;   /* that is read */
  gboolean is_high;
};

RemitCsvProposal *
remit_csv_proposal_new (void)
{
  RemitCsvProposal *self = g_new0 (RemitCsvProposal, 1);

  self->detector = uchardet_new ();
  self->sample = g_string_new (NULL);
  self->line = g_string_new (NULL);
  return self;
}

void
remit_csv_proposal_free (RemitCsvProposal *self)
{
  if (self == NULL)
    return;
  uchardet_delete (self->detector);
  g_string_free (self->sample, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static void
end_line (RemitCsvProposal *self)
{
  if (self->is_high && self->sample->len < MAX_SAMPLE)
    g_string_append_len (self->sample, self->line->str, (gssize) self->line->len);
  g_string_truncate (self->line, 0);
  self->is_high = FALSE;
}

void
remit_csv_proposal_add (RemitCsvProposal *self,
                        const char *bytes,
                        gsize length)
{
  length = MIN (length, MAX_BYTES - self->length);
  self->length += length;
  uchardet_handle_data (self->detector, bytes, length);
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_high = (guchar) bytes[i] >= 0x80;

      self->n_high += is_high;
      self->is_high |= is_high;
      if (self->line->len < MAX_SAMPLE)
        g_string_append_c (self->line, bytes[i]);
      if (bytes[i] == '\n')
        end_line (self);
    }
}

/* ── The end ──────────────────────────────────────────────────────────────────────────────── */

/* Those that are the same, are tried before, or are not seen in tables of today. */
static gboolean
is_unlikely (const char *name)
{
  static const char *const names[] = { "", "ASCII", "UTF-8", "ISO-8859-1", "ISO-8859-15",
                                       "WINDOWS-1252", "ISO-8859-3", "ISO-8859-4", "ISO-8859-10",
                                       "WINDOWS-1258", "IBM852", "IBM865", "VISCII", NULL };

  return g_strv_contains (names, name);
}

static const struct
{
  const char *name;
  const char *other;
} names_of_windows[] = {
  { "ISO-8859-2", "WINDOWS-1250" },
  { "ISO-8859-16", "WINDOWS-1250" },
  { "MAC-CENTRALEUROPE", "WINDOWS-1250" },
  { "ISO-8859-7", "WINDOWS-1253" },
  { "ISO-8859-9", "WINDOWS-1254" },
  { "ISO-8859-8", "WINDOWS-1255" },
  { "ISO-8859-13", "WINDOWS-1257" },
  { "UHC", "CP949" },
};

/* Returns: (transfer full) (nullable): the sample, if it can be in the encoding */
static char *
dup_decoded (RemitCsvProposal *self,
             const char *name)
{
  return g_convert (self->sample->str, (gssize) self->sample->len, "UTF-8", name, NULL, NULL, NULL);
}

/* Whether a text has no letters where there are none: controls, and signs within words. */
static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= 0x80 && g_unichar_iscntrl (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
has_sign_in_word (const char *text)
{
  static const char marks[] = "’‘´·–‐";
  gboolean after_letter = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gunichar next = g_utf8_get_char (g_utf8_next_char (text));

      if (c >= 0x80 && !g_unichar_isalpha (c) && g_utf8_strchr (marks, -1, c) == NULL
          && after_letter && g_unichar_isalpha (next))
        return TRUE;
      after_letter = g_unichar_isalpha (c);
    }
  return FALSE;
}

static gboolean
makes_sense (RemitCsvProposal *self,
             const char *name)
{
  g_autofree char *text = dup_decoded (self, name);

  return text != NULL && !has_control (text) && !has_sign_in_word (text);
}

/* Tables come from Windows more often than from elsewhere; what is nearly the same is told apart by
 * whether there are signs within words. */
static const char *
prefer (RemitCsvProposal *self,
        const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names_of_windows); i++)
    {
      const char *windows = names_of_windows[i].other;
      const char *other = names_of_windows[i].name;

      if (g_str_equal (other, name) || g_str_equal (windows, name))
        return !makes_sense (self, windows) && makes_sense (self, other) ? other : windows;
    }
  return name;
}

/* ── Western Europe ───────────────────────────────────────────────────────────────────────── */

/* Letters of Western Europe where the other encoding has some that hardly stand there in any
 * language: å is ĺ in Windows-1250, “João” would be “Joăo”, and “Muñoz” “Muńoz”. */
static const struct
{
  const char *encoding;
  const char *letters;
  const char *before; /* those of one of them that follow; empty: whatever does */
} traces[] = {
  { "WINDOWS-1250", "åÅàÀïÏÑÃ", "" },
  { "WINDOWS-1250", "ñ", "aeiouáéíóú" },
  { "WINDOWS-1250", "ãõ", "oe" },
  { "WINDOWS-1250", "ê", "tmncls" },
  { "WINDOWS-1257", "áíñã", "" },
};

static gboolean
is_trace (const char *letter,
          const char *encoding)
{
  gunichar c = g_utf8_get_char (letter);
  gunichar next = g_utf8_get_char (g_utf8_next_char (letter));

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (g_str_equal (traces[i].encoding, encoding)
        && g_utf8_strchr (traces[i].letters, -1, c) != NULL
        && (*traces[i].before == '\0'
            || (next != 0 && g_utf8_strchr (traces[i].before, -1, next) != NULL)))
      return TRUE;
  return FALSE;
}

/* Returns: whether a text has so many such letters that it is of Western Europe: a third of those
 * that are others in the encoding, since companies have people from everywhere */
static gboolean
is_western (const char *text,
            const char *western,
            const char *encoding)
{
  gsize n_other = 0;
  gsize n_traces = 0;

  for (; *western != '\0' && *text != '\0';
       western = g_utf8_next_char (western), text = g_utf8_next_char (text))
    {
      n_other += g_utf8_get_char (text) != g_utf8_get_char (western);
      n_traces += is_trace (western, encoding);
    }
  return n_traces * 3 >= n_other;
}

/* Returns: whether a text is not in Western Europe, as far as that makes a difference */
static gboolean
is_elsewhere (RemitCsvProposal *self,
              const char *name)
{
  g_autofree char *text = dup_decoded (self, name);
  g_autofree char *western = dup_decoded (self, WESTERN);

  if (text == NULL || g_strcmp0 (text, western) == 0)
    return FALSE;
  /* in these letters, the two are the same */
  if (g_str_equal (name, "ISO-8859-2"))
    name = "WINDOWS-1250";
  return western == NULL || !is_western (text, western, name);
}

const char *
remit_csv_proposal_end (RemitCsvProposal *self,
                        gboolean *is_sure)
{
  const char *name;

  end_line (self);
  uchardet_data_end (self->detector);
  name = uchardet_get_charset (self->detector);
  *is_sure = FALSE;
  if (is_unlikely (name))
    return NULL;
  name = prefer (self, name);
  if (!is_elsewhere (self, name))
    return NULL;
  *is_sure = self->n_high >= N_SURE;
  return g_intern_string (name);
}
