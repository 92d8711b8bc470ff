/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the readers of workbooks and web pages. In an archive that is damaged anywhere, sums no
 * longer fit, and nothing of it is read; so it may also be given as its parts, each after a line
 * with its name, and is put together here. */
#define _GNU_SOURCE /* for memmem() */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "exchange/sheet/remit-sheet-open.h"
#include "fuzz-input.h"

/* How a line begins that names a part. */
#define HEAD "\n== "
#define MAX_ARCHIVE (1024 * 1024)

static void
add_part (struct archive *archive,
          const char *name,
          const char *bytes,
          gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, bytes, length);
  archive_entry_free (entry);
}

static void
add_parts (struct archive *archive,
           const char *text,
           gsize length)
{
  const char *end = text + length;

  while (text != NULL)
    {
      const char *name = text + strlen (HEAD);
      const char *line = memchr (name, '\n', (gsize) (end - name));
      const char *next = line != NULL ? memmem (line, (gsize) (end - line), HEAD, strlen (HEAD))
                                      : NULL;
      g_autofree char *called = NULL;

      if (line == NULL)
        return;
      called = g_strndup (name, (gsize) (line - name));
      add_part (archive, called, line + 1,
                next != NULL ? (gsize) (MAX (next, line + 1) - line - 1)
                             : (gsize) (end - line - 1));
      text = next;
    }
}

/* Returns: (transfer full): the input, as an archive if it is given as parts */
static GBytes *
get_input (const guint8 *data,
           gsize length)
{
  g_autofree char *bytes = NULL;
  struct archive *archive;
  size_t used = 0;

  if (length < strlen (HEAD) || memcmp (data, HEAD, strlen (HEAD)) != 0)
    return g_bytes_new (data, length);
  bytes = g_malloc (MAX_ARCHIVE);
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, bytes, MAX_ARCHIVE, &used);
  add_parts (archive, (const char *) data, length);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (bytes, used);
}

static gboolean
take_row (const RemitCsvRow *row,
          gpointer data,
          GError **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
  return TRUE;
}

static void
read_sheet (GBytes *bytes,
            const char *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file =
    remit_sheet_open (&(RemitSheetInput){ .bytes = bytes, .sheet = sheet }, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file != NULL)
    remit_csv_file_read (file, NULL, 0, 0, take_row, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  g_autoptr (GBytes) bytes = get_input (data, length);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = remit_sheet_list (&(RemitSheetInput){ .bytes = bytes }, &error);

  g_assert_true ((sheets == NULL) == (error != NULL));
  read_sheet (bytes, NULL);
  for (guint i = 0; sheets != NULL && sheets[i] != NULL && i < 4; i++)
    read_sheet (bytes, sheets[i]);
  return 0;
}
