/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the lines of a CSV file. */
#include "remit-csv-line.h"

#include <csv.h>
#include <langinfo.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _RemitCsvLine
{
  RemitOutput *output;
  char separator;
  gboolean has_no_mark;
  GString *text;
};

/* ── How it is written ────────────────────────────────────────────────────────────────────── */

const char *const remit_csv_separator_nicks[REMIT_N_CSV_SEPARATORS + 1] = {
  [REMIT_CSV_COMMA] = "comma",
  [REMIT_CSV_SEMICOLON] = "semicolon",
  [REMIT_CSV_TAB] = "tab",
  [REMIT_CSV_LOCAL] = "local",
};

static char
get_separator (RemitCsvSeparator separator)
{
  switch (separator)
    {
    case REMIT_CSV_SEMICOLON:
      return ';';
    case REMIT_CSV_TAB:
      return '\t';
    case REMIT_CSV_LOCAL:
      return strcmp (nl_langinfo (RADIXCHAR), ",") == 0 ? ';' : ',';
    case REMIT_CSV_COMMA:
    case REMIT_N_CSV_SEPARATORS:
    default:
      return ',';
    }
}

RemitCsvLine *
remit_csv_line_new (RemitOutput *output,
                    const RemitCsvForm *form)
{
  RemitCsvLine *self = g_new0 (RemitCsvLine, 1);

  self->output = output;
  self->separator = get_separator (form != NULL ? form->separator : REMIT_CSV_COMMA);
  self->has_no_mark = form != NULL && form->has_no_mark;
  self->text = g_string_new (NULL);
  return self;
}

void
remit_csv_line_free (RemitCsvLine *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* ── Formulas ─────────────────────────────────────────────────────────────────────────────── */

/* Some spreadsheets pass over what is white at the beginning, and some take the wide signs of East
 * Asian texts for the others. */
static gboolean
begins_formula (const char *text)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

gboolean
remit_csv_line_guards (const char *text)
{
  return begins_formula (text + strspn (text, "'"));
}

char *
remit_csv_line_unguard (char *cell)
{
  return *cell == '\'' && remit_csv_line_guards (cell + 1) ? cell + 1 : cell;
}

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_csv_line_begin (RemitCsvLine *self)
{
  return self->has_no_mark
         || remit_output_write (self->output, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK));
}

void
remit_csv_line_add (RemitCsvLine *self,
                    const char *text)
{
  g_autofree char *guarded = remit_csv_line_guards (text) ? g_strconcat ("'", text, NULL) : NULL;
  const char *cell = guarded != NULL ? guarded : text;
  gsize length = strlen (cell);
  gsize needed = csv_write (NULL, 0, cell, length);
  gsize start;

  if (self->text->len > 0)
    g_string_append_c (self->text, self->separator);
  start = self->text->len;
  g_string_set_size (self->text, start + needed);
  csv_write (self->text->str + start, needed, cell, length);
}

void
remit_csv_line_add_integer (RemitCsvLine *self,
                            gint64 integer)
{
  g_autofree char *text = integer != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, integer) : NULL;

  remit_csv_line_add (self, text != NULL ? text : "");
}

gboolean
remit_csv_line_end (RemitCsvLine *self)
{
  gboolean done;

  g_string_append (self->text, "\r\n");
  done = remit_output_write (self->output, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
  return done;
}
