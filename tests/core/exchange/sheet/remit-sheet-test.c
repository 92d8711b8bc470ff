/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of sheets share. */
#include "remit-sheet-test.h"

#include <string.h>

static gboolean
dump_row (const RemitCsvRow *row,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  GString *dump = data;

  g_string_append_printf (dump, "%u: ", row->line);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "", row->cells[i]);
  g_string_append_c (dump, '\n');
  return TRUE;
}

char *
sheet_test_dump (RemitCsvFile *file)
{
  GString *dump = g_string_new (NULL);
  g_autofree char *headers = g_strjoinv ("|", (GStrv) file->headers);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (dump, "%u: %s\n", file->header_line, headers);
  g_assert_true (remit_csv_file_read (file, NULL, 0, 0, dump_row, dump, &error));
  g_assert_no_error (error);
  return g_string_free (dump, FALSE);
}

void
sheet_test_assert (const char *bytes,
                   gssize length,
                   const char *expected)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = input }, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = sheet_test_dump (file);
  g_assert_cmpstr (dump, ==, expected);
}

void
sheet_test_assert_refused (const RemitSheetInput *input,
                           ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (input, &error);
  const char *words;
  va_list list;

  g_assert_null (file);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  va_start (list, input);
  while ((words = va_arg (list, const char *)) != NULL)
    if (strstr (error->message, words) == NULL)
      g_error ("“%s” lacks “%s”", error->message, words);
  va_end (list);
}
