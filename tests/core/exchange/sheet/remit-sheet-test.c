/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of sheets share. */
#include "remit-sheet-test.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* ── What is read ─────────────────────────────────────────────────────────────────────────── */

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
  for (guint i = 0; file->remarks != NULL && i < file->remarks->len; i++)
    g_string_append_printf (dump, "* %s\n", (const char *) g_ptr_array_index (file->remarks, i));
  return g_string_free (dump, FALSE);
}

void
sheet_test_assert_book (GBytes *book,
                        const char *sheet,
                        const char *expected)
{
  g_autoptr (GBytes) bytes = book;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file =
    remit_sheet_open (&(RemitSheetInput){ .bytes = bytes, .sheet = sheet }, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = sheet_test_dump (file);
  g_assert_cmpstr (dump, ==, expected);
}

void
sheet_test_assert (const char *bytes,
                   gssize length,
                   const char *expected)
{
  gsize n = length < 0 ? strlen (bytes) : (gsize) length;

  sheet_test_assert_book (g_bytes_new (bytes, n), NULL, expected);
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
  g_assert_true (error->domain == REMIT_EXCHANGE_ERROR);
  g_test_message ("%s", error->message);
  va_start (list, input);
  while ((words = va_arg (list, const char *)) != NULL)
    if (strstr (error->message, words) == NULL)
      g_error ("“%s” lacks “%s”", error->message, words);
  va_end (list);
}

void
sheet_test_assert_book_refused (GBytes *book,
                                const char *words)
{
  g_autoptr (GBytes) bytes = book;

  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = bytes }, words, NULL);
}

/* ── Archives ─────────────────────────────────────────────────────────────────────────────── */

static la_ssize_t
write_bytes (struct archive *writer G_GNUC_UNUSED,
             void *data,
             const void *bytes,
             size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static struct archive *
begin_zip (GByteArray *bytes)
{
  struct archive *writer = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (writer), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_set_bytes_in_last_block (writer, 1), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open (writer, bytes, NULL, write_bytes, NULL), ==, ARCHIVE_OK);
  return writer;
}

static void
add_part (struct archive *writer,
          const char *name,
          const char *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (content);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (writer, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (writer, content, length), ==, (gssize) length);
  archive_entry_free (entry);
}

static GBytes *
end_zip (struct archive *writer,
         GByteArray *bytes)
{
  g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
  archive_write_free (writer);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sheet_test_zip (const char *name,
                ...)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *writer = begin_zip (bytes);
  va_list list;

  va_start (list, name);
  for (; name != NULL; name = va_arg (list, const char *))
    {
      const char *content = va_arg (list, const char *);

      if (content != NULL)
        add_part (writer, name, content);
    }
  va_end (list);
  return end_zip (writer, bytes);
}

/* ── Workbooks ────────────────────────────────────────────────────────────────────────────── */

static char *
wrap (const char *element,
      const char *inner)
{
  if (inner == NULL)
    return NULL;
  return g_strdup_printf ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
                          "<%1$s xmlns='" SHEET_TEST_MAIN "' xmlns:r='" SHEET_TEST_OFFICE
                          "'>%2$s</%1$s>",
                          element, inner);
}

GBytes *
sheet_test_xlsx (const char *inner,
                 const char *strings,
                 const char *styles,
                 const char *properties)
{
  g_autofree char *sheet = wrap ("worksheet", inner);
  g_autofree char *texts = wrap ("sst", strings);
  g_autofree char *style = wrap ("styleSheet", styles);
  g_autofree char *list = g_strconcat (properties != NULL ? properties : "",
                                       "<sheets><sheet name='People' sheetId='1' r:id='r1'/>"
                                       "</sheets>",
                                       NULL);
  g_autofree char *book = wrap ("workbook", list);

  return sheet_test_zip (
    "_rels/.rels", SHEET_TEST_TOP, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels",
    SHEET_TEST_RELATIONSHIPS (SHEET_TEST_RELATIONSHIP ("r1", "worksheet", "worksheets/sheet1.xml")
                                SHEET_TEST_RELATIONSHIP ("r2", "sharedStrings", "strings.xml")
                                  SHEET_TEST_RELATIONSHIP ("r3", "styles", "/xl/styles.xml")),
    "xl/worksheets/sheet1.xml", sheet, "xl/strings.xml", texts != NULL ? texts : "<sst/>",
    "xl/styles.xml", style != NULL ? style : "<styleSheet/>", NULL);
}

GBytes *
sheet_test_xlsx_sheets (const char *name,
                        ...)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *writer = begin_zip (bytes);
  g_autoptr (GString) sheets = g_string_new ("<sheets>");
  g_autoptr (GString) relationships = g_string_new (NULL);
  g_autofree char *book = NULL;
  g_autofree char *all = NULL;
  va_list list;

  va_start (list, name);
  for (guint i = 1; name != NULL; name = va_arg (list, const char *), i++)
    {
      g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
      g_autofree char *sheet = wrap ("worksheet", va_arg (list, const char *));

      add_part (writer, part, sheet);
      g_string_append_printf (sheets, "<sheet name='%s' sheetId='%u' r:id='r%u'/>", name, i, i);
      g_string_append_printf (relationships,
                              "<Relationship Id='r%u' Type='" SHEET_TEST_OFFICE
                              "/worksheet' Target='/%s'/>",
                              i, part);
    }
  va_end (list);
  g_string_append (sheets, "</sheets>");
  book = wrap ("workbook", sheets->str);
  all = g_strconcat (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>",
    relationships->str, "</Relationships>", NULL);
  add_part (writer, "_rels/.rels", SHEET_TEST_TOP);
  add_part (writer, "xl/workbook.xml", book);
  add_part (writer, "xl/_rels/workbook.xml.rels", all);
  return end_zip (writer, bytes);
}

GBytes *
sheet_test_ods (const char *tables,
                const char *styles)
{
  g_autofree char *content = g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
    "<office:automatic-styles>%s</office:automatic-styles>"
    "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
    "</office:document-content>",
    styles != NULL ? styles : "", tables);

  return sheet_test_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                         "content.xml", content, NULL);
}
