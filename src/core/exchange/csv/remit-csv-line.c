/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the lines of a CSV file. */
#include "remit-csv-line.h"

#include <csv.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

gboolean
remit_csv_line_is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL;
}

gboolean
remit_csv_line_begin (RemitOutput *output)
{
  return remit_output_write (output, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK));
}

void
remit_csv_line_add (GString *line,
                    const char *text)
{
  g_autofree char *guarded = remit_csv_line_is_formula (text) ? g_strconcat ("'", text, NULL)
                                                              : NULL;
  const char *cell = guarded != NULL ? guarded : text;
  gsize length = strlen (cell);
  gsize needed = csv_write (NULL, 0, cell, length);
  gsize start;

  if (line->len > 0)
    g_string_append_c (line, ',');
  start = line->len;
  g_string_set_size (line, start + needed);
  csv_write (line->str + start, needed, cell, length);
}

void
remit_csv_line_add_integer (GString *line,
                            gint64 integer)
{
  g_autofree char *text = integer != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, integer) : NULL;

  remit_csv_line_add (line, text != NULL ? text : "");
}

gboolean
remit_csv_line_end (GString *line,
                    RemitOutput *output)
{
  gboolean done;

  g_string_append (line, "\r\n");
  done = remit_output_write (output, line->str, line->len);
  g_string_truncate (line, 0);
  return done;
}
