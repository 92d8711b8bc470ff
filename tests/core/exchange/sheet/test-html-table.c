/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of web pages, and of what spreadsheets put on the clipboard. */
#include <string.h>

#include "exchange/table/remit-table-import.h"
#include "remit-sheet-test.h"

static const struct {
  const char *html;
  const char *expected;
} tables[] = {
  { "<table><tr><th>Name</th><th>Unit</th></tr><tr><td>Ida</td><td>Risk</td></tr></table>",
    "1: Name|Unit\n2: Ida|Risk\n" },
  /* as a browser or a spreadsheet puts it on the clipboard */
  { "<meta charset='utf-8'><style>td { color: red }</style><google-sheets-html-origin>"
    "<table><colgroup><col></colgroup><tbody><tr><td>Name</td><td>FTE</td></tr>"
    "<tr><td style='x'>Jos\303\251</td><td>0,5</td></tr></tbody></table>",
    "1: Name|FTE\n2: José|0,5\n" },
  { "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style><!-- table --></style>"
    "</head><body><!--StartFragment--><table><tr><td>A</td><td>B</td>\n</tr>"
    "<tr><td x:num=\"0.5\">50&#37;</td><td>c,\"d\"&amp;e</td></tr><!--EndFragment--></table>",
    "1: A|B\n2: 50%|c,\"d\"&e\n" },
  /* lines in a cell, and rows that are counted all the same */
  { "<table><tr><th>Name<th>Skills</tr><tr><td>Ida<td>SQL<br>Go</tr><tr><td><p>Per</p><p>B</p>"
    "<td> a \n  b </tr></table>",
    "1: Name|Skills\n2: Ida|SQL\nGo\n3: Per\nB|a b\n" },
  /* what spans rows is in each of them; what spans columns, in the first */
  { "<table><tr><th>Team<th>Role<th>Name</tr>"
    "<tr><td rowspan=3>Fraud<td>Lead<td>Ida</tr><tr><td colspan=2>Open</tr><tr><td>ML<td>Per</tr>"
    "<tr><td>Churn<td>ML<td>Ute</tr></table>",
    "1: Team|Role|Name\n2: Fraud|Lead|Ida\n3: Fraud|Open|\n4: Fraud|ML|Per\n5: Churn|ML|Ute\n" },
  { "<table><tr><th>A<th>B<th>C</tr><tr><td>1<td>2<td rowspan='2'>3</tr><tr><td>4</tr></table>",
    "1: A|B|C\n2: 1|2|3\n3: 4||3\n" },
  /* the largest of several, without the ones within its cells, and without what is hidden */
  { "<table><tr><td>Menu</td></tr></table><table><tr><th>Name<th>Unit</tr><tr><td>Ida<td>"
    "<table><tr><td>Ri<td>sk</table></tr><tr style='display: none'><td>No<td>No</tr>"
    "<tr hidden><td>No<td>No</tr><tr><td>Per<script>no</script><td>Data<style>no</style></tr>"
    "</table>",
    "1: Name|Unit\n2: Ida|Ri sk\n3: Per|Data\n" },
  /* cells that are missing at the end, and rows that are wider than the header */
  { "<table><tr><th>A<th>B</tr><tr><td>1</tr><tr><td>1<td>2<td>3</tr></table>",
    "1: A|B|\n2: 1||\n3: 1|2|3\n" },
  { "<!DOCTYPE html>\n<html><body><h1>People</h1><table><thead><tr><th>Name</th><th>Mail</th></tr>"
    "</thead><tbody><tr><td><a href='mailto:i@x.org'>Ida</a></td><td>i@x.org</td></tr>"
    "</tbody></table>",
    "1: Name|Mail\n2: Ida|i@x.org\n" },
  /* nothing is taken for a number, a formula or a mark */
  { "<table><tr><th>\357\273\277Name<th>sep=;</tr><tr><td>=1+1<td>'x</tr></table>",
    "1: \357\273\277Name|sep=;\n2: =1+1|'x\n" },
  /* spans that make no sense */
  { "<table><tr><td colspan=0>A<td rowspan=x>B</tr><tr><td colspan=-1>1<td>2</tr></table>",
    "1: A|B\n2: 1|2\n" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    sheet_test_assert (tables[i].html, -1, tables[i].expected);
}

static void
test_encodings (void)
{
  g_autoptr (GBytes) latin = NULL;
  g_autoptr (RemitCsvFile) file = NULL;
  const char *html = "<table><tr><th>Name<th>Ort</tr><tr><td>Jürg<td>Köln</tr></table>";
  const char *expected = "1: Name|Ort\n2: Jürg|Köln\n";
  const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  g_autofree char *dump = NULL;
  gsize length;

  sheet_test_assert ("<meta charset=iso-8859-1><table><tr><th>A<th>B<tr><td>\374<td>b</table>", -1,
                     "1: A|B\n2: ü|b\n");
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *wide = g_convert (html, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      sheet_test_assert (wide, (gssize) length, expected);
    }
  latin = g_bytes_new_static ("<table><tr><th>A<th>B<tr><td>\261<td>b</table>", 42);
  file = remit_sheet_open (&(RemitSheetInput){ .bytes = latin, .encoding = "ISO-8859-2" }, NULL);
  dump = sheet_test_dump (file);
  g_assert_cmpstr (dump, ==, "1: A|B\n2: ą|b\n");
}

static void
assert_refused (GString *html,
                const char *words)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (html);

  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = bytes }, words, NULL);
}

static void
test_refused (void)
{
  GString *many = g_string_new ("<table><tr>");
  GString *tall = g_string_new ("<table><tr><td rowspan=1000000>");

  assert_refused (g_string_new ("<html><body>Nothing here"), "no table");
  assert_refused (g_string_new ("<table></table>"), "no table");
  assert_refused (g_string_new ("<table><tr><td>  </table>"), "the file is empty");
  for (guint i = 0; i <= REMIT_CSV_MAX_COLUMNS; i++)
    g_string_append (many, "<td>x");
  assert_refused (many, "Row 1 has more than");
  /* what is repeated has an end */
  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (tall, "0123456789abcdef");
  g_string_append (tall, "<tr><td>x");
  assert_refused (tall, "Cell A1");
}

/* A page that is nested deeply, or cut off anywhere, is read as far as it goes. */
static void
test_damaged (void)
{
  GString *deep = g_string_new ("<table><tr><th>A<th>B</tr><tr><td>");

  for (guint i = 0; i < 50000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "x<td>y</table>");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize length = 0; length < strlen (tables[i].html); length += 3)
      {
        g_autoptr (GBytes) bytes = g_bytes_new (tables[i].html, length);
        g_autoptr (GError) error = NULL;
        g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = bytes },
                                                          &error);

        g_assert_true ((file == NULL) == (error != NULL));
      }
  {
    g_autoptr (GBytes) bytes = g_string_free_to_bytes (deep);
    g_autoptr (GError) error = NULL;
    g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = bytes }, &error);

    g_assert_true ((file == NULL) == (error != NULL));
  }
}

/* Copied cells come as text, too; what they are called is in the history. */
static void
test_clipboard (void)
{
  static const char text[] = "Name\tE-mail\tFTE\nIda Lund\tida@example.org\t0.5\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitTableImport) import =
    remit_table_import_open_as (&(RemitSheetInput){ .bytes = bytes }, &error);
  g_autoptr (RemitTableImport) named =
    remit_table_import_open_as (&(RemitSheetInput){ .bytes = bytes, .name = "Roster" }, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (import->name, ==, "Clipboard");
  g_assert_cmpstr (named->name, ==, "Roster");
  g_assert_cmpint (remit_table_import_get_mapping (import, "email"), ==, 1);
  g_assert_cmpint (import->file->sheet, ==, -1);
}

static void
test_probe (void)
{
  static const struct {
    const char *bytes;
    RemitSheetFormat format;
  } files[] = {
    { "", REMIT_SHEET_TEXT },
    { "Name,Unit\n", REMIT_SHEET_TEXT },
    { "<plan xmlns=\"urn:remit:plan:1\"/>", REMIT_SHEET_TEXT },
    { "<?xml version='1.0'?><plan xmlns=\"urn:remit:plan:1\" purpose='&lt;table'/>",
      REMIT_SHEET_TEXT },
    { "<b>Name</b>,Unit\n", REMIT_SHEET_TEXT },
    { "\357\273\277 \n<HTML><Body>", REMIT_SHEET_HTML },
    { "<?xml version='1.0'?><!DOCTYPE html PUBLIC", REMIT_SHEET_HTML },
    { "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
      "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
      REMIT_SHEET_XML },
    { "<?xml version='1.0'?><office:document xmlns:office="
      "'urn:oasis:names:tc:opendocument:xmlns:office:1.0'>",
      REMIT_SHEET_XML },
    { "PK\3\4 ", REMIT_SHEET_ZIP },
    { "PK,Name,Unit\n", REMIT_SHEET_TEXT },
    { "\320\317\021\340\241\261\032\341 ", REMIT_SHEET_OLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpint (remit_sheet_probe (files[i].bytes, strlen (files[i].bytes)), ==,
                     files[i].format);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/html/tables", test_tables);
  g_test_add_func ("/exchange/html/encodings", test_encodings);
  g_test_add_func ("/exchange/html/refused", test_refused);
  g_test_add_func ("/exchange/html/damaged", test_damaged);
  g_test_add_func ("/exchange/html/clipboard", test_clipboard);
  g_test_add_func ("/exchange/html/probe", test_probe);
  return g_test_run ();
}
