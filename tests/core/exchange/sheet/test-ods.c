/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of OpenDocument: the types of cells, what is repeated, merged and hidden. */
#include <string.h>

#include "remit-sheet-test.h"

#define TABLE(name, rows) "<table:table table:name='" name "'>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define CELL(attributes, text) \
  "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"
#define TEXT(text) CELL ("office:value-type='string'", text)
#define EMPTY "<table:table-cell/>"

static void
assert_ods (const char *tables,
            const char *expected)
{
  sheet_test_assert_book (sheet_test_ods (tables, NULL), NULL, expected);
}

static const struct {
  const char *cell;
  const char *expected;
} values[] = {
  { TEXT ("Ida &amp; Per"), "Ida & Per" },
  { "<table:table-cell office:value-type='string'><text:p>a<text:s text:c='2'/>b<text:tab/>c"
    "<text:line-break/>d</text:p><text:p><text:span>e</text:span> <text:a>f</text:a></text:p>"
    "</table:table-cell>",
    "a  b\tc\nd\ne f" },
  { CELL ("office:value-type='float' office:value='0.5'", "0,50 FTE"), "0.5" },
  { CELL ("office:value-type='float' office:value='0.30000000000000004'", "0,3"), "0.3" },
  { CELL ("office:value-type='float' office:value='1234567890123456'", "1,2E15"),
    "1234567890123456" },
  { CELL ("office:value-type='percentage' office:value='0.29'", "29,0 %"), "29 %" },
  { CELL ("office:value-type='currency' office:currency='EUR' office:value='12.5'", "12,50 €"),
    "12.5" },
  { CELL ("office:value-type='date' office:date-value='2026-03-31'", "31.03.26"), "2026-03-31" },
  { CELL ("office:value-type='date' office:date-value='2026-03-31T00:00:00'", "31.03.26"),
    "2026-03-31" },
  { CELL ("office:value-type='date' office:date-value='2026-03-31T08:30:00'", "31.03.26 08:30"),
    "2026-03-31 08:30:00" },
  { CELL ("office:value-type='time' office:time-value='PT08H30M00S'", "08:30"), "08:30" },
  { CELL ("office:value-type='time' office:time-value='PT37H30M'", "37:30"), "37:30" },
  { CELL ("office:value-type='time' office:time-value='soon'", "soon"), "soon" },
  { CELL ("office:value-type='boolean' office:boolean-value='true'", "WAHR"), "TRUE" },
  { CELL ("office:value-type='string' office:string-value='said'", "shown"), "said" },
  { CELL ("office:value-type='float' office:value='many'", "many"), "many" },
  { CELL ("table:formula='of:=[.A1]' office:value-type='float' office:value='3'", "3"), "3" },
  { "<table:table-cell office:value-type='string'><office:annotation><dc:creator>Bo</dc:creator>"
    "<text:p>no</text:p></office:annotation><text:p>yes</text:p></table:table-cell>",
    "yes" },
  { "<table:table-cell><table:table table:name='inner'><table:table-row><table:table-cell "
    "office:value-type='string'><text:p>no</text:p></table:table-cell></table:table-row>"
    "</table:table></table:table-cell>",
    "" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *rows = g_strconcat ("<table:table table:name='S'>",
                                           ROW (TEXT ("A") TEXT ("B")), "<table:table-row>",
                                           values[i].cell, TEXT ("x"),
                                           "</table:table-row></table:table>", NULL);
      g_autofree char *expected = g_strdup_printf ("1: A|B\n2: %s|x\n", values[i].expected);

      assert_ods (rows, expected);
    }
}

/* A sheet is as large as it can be, and its end is one empty row that is repeated. */
static void
test_repeated (void)
{
  assert_ods (
    TABLE ("S",
           "<table:table-header-rows>" ROW (TEXT ("A") TEXT ("B") TEXT ("C"))
             "</table:table-header-rows>"
             "<table:table-row-group><table:table-row table:number-rows-repeated='2'>" CELL (
               "office:value-type='string' table:number-columns-repeated='2'",
               "x") "<table:table-cell table:number-columns-repeated='16382'/></table:table-row>"
                    "</table:table-row-group>"
                    "<table:table-row table:number-rows-repeated='5'>" EMPTY
                    "</table:table-row>" ROW ("<table:table-cell table:number-columns-repeated='2'"
                                              "/>" TEXT ("y"))
                      "<table:table-row table:number-rows-repeated='1048567'>"
                      "<table:table-cell table:number-columns-repeated='16384'/>"
                      "</table:table-row>"),
    "1: A|B|C\n2: x|x|\n3: x|x|\n9: ||y\n");
}

static void
test_merged (void)
{
  assert_ods (
    TABLE ("S", ROW (TEXT ("Team") TEXT ("Role") TEXT ("Name")) ROW (
                  CELL ("office:value-type='string' table:number-rows-spanned='3'", "Fraud")
                    CELL ("office:value-type='string' table:number-columns-spanned='2'", "Lead")
                      "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>")
                  ROW ("<table:covered-table-cell/>" TEXT ("ML") TEXT ("Ida")) ROW (
                    "<table:covered-table-cell/>" EMPTY TEXT ("Per"))
                    ROW (TEXT ("Churn") TEXT ("ML") TEXT ("Ute"))),
    "1: Team|Role|Name\n2: Fraud|Lead|\n3: Fraud|ML|Ida\n4: Fraud||Per\n5: Churn|ML|Ute\n");
}

static void
test_remarks (void)
{
  assert_ods (
    TABLE ("S", "<table:table-column/><table:table-column table:number-columns-repeated='2' "
                "table:visibility='collapse'/><table:table-column "
                "table:number-columns-repeated='16381' table:visibility='collapse'/>" ROW (
                  TEXT ("Name") TEXT ("FTE") TEXT ("Mail"))
                  "<table:table-row table:visibility='collapse'>" TEXT ("Ida") CELL (
                    "table:formula='of:=1/0' office:value-type='string' office:string-value='' "
                    "calcext:value-type='error'",
                    "#DIV/0!") "</table:table-row>"
                               "<table:table-row table:visibility='filter'>" TEXT ("Per") CELL (
                                 "table:formula='of:=X(' office:value-type='float' "
                                 "office:value='0'",
                                 "Err:508") "</table:table-row>"
                                            "<table:table-row table:visibility='collapse' "
                                            "table:number-rows-repeated='9'>" EMPTY
                                            "</table:table-row>" ROW (
                                              TEXT ("Ute") "<table:table-cell "
                                                           "table:formula='of:=[.B2]'/>")),
    "1: Name|FTE|Mail\n"
    "2: Ida||\n"
    "3: Per||\n"
    "13: Ute||\n"
    "* 2 cells have an error instead of a value and were read as empty; the first is B2 "
    "(#DIV/0!)\n"
    "* 1 cell has a formula without a calculated value and was read as empty: B13. Open the "
    "workbook in a spreadsheet application and save it again.\n"
    "* 2 hidden rows were included; the first is row 2\n"
    "* 2 hidden columns were included; the first is column B\n");
}

/* The second sheet is not shown, as its style says. */
static void
test_sheets (void)
{
  const char *styles = "<style:style style:name='ta1' style:family='table'>"
                       "<style:table-properties table:display='true'/></style:style>"
                       "<style:style style:name='ta2' style:family='table'>"
                       "<style:table-properties table:display='false'/></style:style>";
  const char *tables =
    "<table:table table:name='Shown' table:style-name='ta1'>" ROW (TEXT ("Name") TEXT ("Unit"))
      ROW (TEXT ("Ida") TEXT ("Risk")) "</table:table>"
    "<table:table table:name='Kept' table:style-name='ta2'>" ROW (TEXT ("Name") TEXT ("Unit"))
      ROW (TEXT ("Per") TEXT ("Data")) "</table:table>";

  sheet_test_assert_book (sheet_test_ods (tables, styles), NULL,
                          "1: Name|Unit\n2: Ida|Risk\n* The sheet “Shown” was read, out of: 1 "
                          "“Shown”, 2 “Kept”\n");
  sheet_test_assert_book (sheet_test_ods (tables, styles), "kept", "1: Name|Unit\n2: Per|Data\n");
}

static void
test_refused (void)
{
  sheet_test_assert_book_refused (
    sheet_test_ods (TABLE ("S", ROW (CELL ("office:value-type='string' "
                                           "table:number-columns-repeated='16385'",
                                           "x"))),
                    NULL),
    "Row 1 has more than");
  sheet_test_assert_book_refused (
    sheet_test_ods (TABLE ("S", ROW (TEXT ("A"))
                                  "<table:table-row table:number-rows-repeated='9999999'>" TEXT (
                                    "x") "</table:table-row>"),
                    NULL),
    "Row 1048577");
  sheet_test_assert_book_refused (
    sheet_test_ods (TABLE ("S", ROW (EMPTY) "<table:table-row "
                                            "table:number-rows-repeated='99999999999999999999'>"
                                            "<table:table-cell "
                                            "table:number-columns-repeated='4294967296'/>"
                                            "</table:table-row>"),
                    NULL),
    "The sheet “S” is empty");
  sheet_test_assert_book_refused (
    sheet_test_zip ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
                    "<office:document-content "
                    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>",
                    NULL),
    "no sheet with cells");
  sheet_test_assert_book_refused (
    sheet_test_zip ("content.xml", "garbled", "META-INF/manifest.xml",
                    "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                    "<m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry>"
                    "</m:manifest>",
                    NULL),
    "protected by a password");
}

/* A sheet may have no name; those behind it keep theirs, and their numbers. */
static void
test_unnamed (void)
{
  static const char tables[] = "<table:table>" ROW (TEXT ("A") TEXT ("B")) "</table:table>" TABLE (
    "Second", ROW (TEXT ("C") TEXT ("D")));
  g_autoptr (GBytes) book = sheet_test_ods (tables, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = remit_sheet_list (&(RemitSheetInput){ .bytes = book }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sheets), ==, 2);
  g_assert_cmpstr (sheets[0], ==, "");
  g_assert_cmpstr (sheets[1], ==, "Second");
  sheet_test_assert_book (g_bytes_ref (book), "1", "1: A|B\n");
  sheet_test_assert_book (g_bytes_ref (book), "2", "1: C|D\n");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ods/values", test_values);
  g_test_add_func ("/exchange/ods/repeated", test_repeated);
  g_test_add_func ("/exchange/ods/merged", test_merged);
  g_test_add_func ("/exchange/ods/remarks", test_remarks);
  g_test_add_func ("/exchange/ods/sheets", test_sheets);
  g_test_add_func ("/exchange/ods/refused", test_refused);
  g_test_add_func ("/exchange/ods/unnamed", test_unnamed);
  return g_test_run ();
}
