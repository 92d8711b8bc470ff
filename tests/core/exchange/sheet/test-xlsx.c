/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Office Open XML: the types of cells, their order, what is merged and hidden. */
#include <string.h>

#include "remit-sheet-test.h"

#define ROWS(inner) "<sheetData>" inner "</sheetData>"
/* A row that says where it is, and cells that do not: of a text, and of a number with a style. */
#define ROW(number, inner) "<row r='" number "'>" inner "</row>"
#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(style, value) "<c s='" style "'><v>" value "</v></c>"

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

static void
test_texts (void)
{
  sheet_test_assert_book (
    sheet_test_xlsx (
      ROWS (ROW ("1", "<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                      "<c r='C1' t='str'><v>Note</v></c><c r='D1' t='s'><v>5</v></c>")
              ROW ("2", "<c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c>"
                        "<c r='C2' t='s'><v>4</v></c>")
                ROW ("3", "<c r='A3' t='str'><f>A1&amp;1</f><v>Ada &amp; Bo</v></c>"
                          "<c r='B3' t='inlineStr'><is><r><rPr><b/></rPr><t>a</t></r><r><t "
                          "xml:space='preserve'> b</t></r><rPh sb='0' eb='1'><t>no</t></rPh></is>"
                          "</c><c r='C3' t='b'><v>1</v></c><c r='D3' t='b'><v>0</v></c>")),
      "<si><t>Name</t></si><si><t>Unit</t></si>"
      "<si><r><t>Zo</t></r><r><rPr><sz val='9'/></rPr><t>ë</t></r></si>"
      "<si><t>山田</t><rPh sb='0' eb='2'><t>ヤマダ</t></rPh><phoneticPr fontId='1'/></si>"
      "<si><t>one_x000D_\ntwo, \"x\" _x005F_x000D_ _xyz_</t></si><si><t/></si>",
      NULL, NULL),
    NULL,
    "1: Name|Unit|Note|\n2: Zoë|山田|one\r\ntwo, \"x\" _x000D_ _xyz_|\n3: Ada & Bo|a b|TRUE|FALSE\n");
}

static const struct {
  const char *code;
  const char *value;
  const char *expected;
} formats[] = {
  { "General", "0.10000000000000001", "0.1" },
  { "General", "80", "80" },
  { "General", "1E-3", "0.001" },
  { "General", "12345678901234", "12345678901234" },
  { "#,##0.00", "1234.5", "1234.5" },
  { "\"d\"0", "5", "5" },
  { "0.00E+00", "1500", "1500" },
  { "[Red]0;[Blue]-0", "7", "7" },
  { "# ?/?", "0.5", "0.5" },
  { "0%", "0.8", "80 %" },
  { "0.0%", "0.28999999999999998", "29 %" },
  { "0.0 %", "1.125", "112.5 %" },
  { "00000", "421", "00421" },
  { "0000", "12345", "12345" },
  { "dd.mm.yyyy", "46112", "2026-03-31" },
  { "[$-407]d. mmmm yyyy;@", "46112.5", "2026-03-31" },
  { "[$-407]mmm yy", "46082", "2026-03-01" },
  { "yyyy\\-mm\\-dd", "61", "1900-03-01" },
  { "m/d/yy", "59", "1900-02-28" },
  { "d\"th of\"mmmm", "1", "1900-01-01" },
  { "dd/mm/yyyy", "0", "" },
  { "dd/mm/yyyy", "60", "60" },
  { "dd/mm/yyyy", "-4", "-4" },
  { "dd/mm/yyyy", "2958466", "2958466" },
  { "yyyy/m/d h:mm", "46112.354166666664", "2026-03-31 08:30" },
  { "yyyy/m/d h:mm", "46112", "2026-03-31" },
  { "yyyy-mm-dd hh:mm:ss", "46112.999994", "2026-03-31 23:59:59" },
  { "h:mm AM/PM", "0.77083333333333337", "18:30" },
  { "mm:ss", "0.00034722222222222224", "00:00:30" },
  { "[h]:mm", "1.5625", "37:30" },
  { "[hh]:mm:ss", "2", "48:00" },
  { "@", "42", "42" },
  { "[$-411]ggge\"年\"m\"月\"d\"日\"", "46112", "2026-03-31" },
  { "0.0_);(0.0)", "2.5", "2.5" },
  { "\"unclosed", "3", "3" },
  { "[unclosed", "3", "3" },
  { "0\\", "3", "3" },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *code = g_markup_escape_text (formats[i].code, -1);
      g_autofree char *styles = g_strdup_printf (
        "<numFmts><numFmt numFmtId='170' formatCode=\"%s\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId='9'/><xf numFmtId='14'/></cellStyleXfs>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs>",
        code);
      g_autofree char *rows = g_strdup_printf (
        ROWS (ROW ("1", TEXT ("A") TEXT ("B")) ROW ("2", NUMBER ("1", "%s") TEXT ("x"))),
        formats[i].value);
      g_autofree char *expected = g_strdup_printf ("1: A|B\n2: %s|x\n", formats[i].expected);

      sheet_test_assert_book (sheet_test_xlsx (rows, NULL, styles, NULL), NULL, expected);
    }
}

/* Formats that are known by their numbers, days from 1904 on, and days in words. */
static void
test_days (void)
{
  const char *styles = "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='22'/>"
                       "<xf numFmtId='20'/><xf numFmtId='46'/><xf numFmtId='31'/></cellXfs>";
  const char *rows =
    ROWS (ROW ("1", TEXT ("A") TEXT ("B") TEXT ("C") TEXT ("D") TEXT ("E") TEXT ("F"))
            ROW ("2", NUMBER ("1", "44650") NUMBER ("2", "0.5") NUMBER ("3", "44650.25")
                        NUMBER ("4", "0.25") NUMBER ("5", "1.25") NUMBER ("6", "44650"))
              ROW ("3", "<c t='d'><v>2026-03-31T00:00:00</v></c><c t='d'><v>2026-03-31T08:30:00"
                        "</v></c><c s='99'><v>5</v></c><c s='1'><v>soon</v></c>"));

  sheet_test_assert_book (
    sheet_test_xlsx (rows, NULL, styles, NULL), NULL,
    "1: A|B|C|D|E|F\n2: 2022-03-30|50 %|2022-03-30 06:00|06:00|30:00|2022-03-30\n"
    "3: 2026-03-31|2026-03-31T08:30:00|5|soon||\n");
  sheet_test_assert_book (
    sheet_test_xlsx (rows, NULL, styles, "<workbookPr date1904='1'/>"), NULL,
    "1: A|B|C|D|E|F\n2: 2026-03-31|50 %|2026-03-31 06:00|06:00|30:00|2026-03-31\n"
    "3: 2026-03-31|2026-03-31T08:30:00|5|soon||\n");
}

static void
test_faults (void)
{
  sheet_test_assert_book (
    sheet_test_xlsx (
      ROWS (ROW ("1", TEXT ("Name") TEXT ("FTE"))
              ROW ("2", TEXT ("Ida") "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>")
                ROW ("3", TEXT ("Per") "<c><f>B2</f></c>")
                  ROW ("4", TEXT ("Ute") "<c><f>B3</f><v></v></c>")
                    ROW ("5", TEXT ("Ole") "<c t='e'><v>#N/A</v></c>")
                      ROW ("6", TEXT ("Eva") "<c t='str'><f>\"\"</f><v></v></c>")),
      NULL, NULL, NULL),
    NULL,
    "1: Name|FTE\n"
    "2: Ida|\n"
    "3: Per|\n"
    "4: Ute|\n"
    "5: Ole|\n"
    "6: Eva|\n"
    "* 2 cells have an error instead of a value and were read as empty; the first is B2 "
    "(#DIV/0!)\n"
    "* 1 cell has a formula without a calculated value and was read as empty: B3. Open the "
    "workbook in a spreadsheet application and save it again.\n");
}

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

static void
test_gaps (void)
{
  sheet_test_assert_book (
    sheet_test_xlsx (ROWS (ROW ("3", "<c r='B3' t='str'><v>Name</v></c>"
                                     "<c r='D3' t='str'><v>Unit</v></c>")
                             ROW ("4", "<c r='B4' s='1'/><c r='D4' s='1'/>")
                               ROW ("7", "<c r='B7' t='str'><v>Ida\nLund</v></c>"
                                         "<c r='AB7' t='str'><v>far</v></c>")
                                 "<row><c t='str'><v>next</v></c></row>"),
                     NULL, NULL, NULL),
    NULL,
    "3: |Name||Unit||||||||||||||||||||||||\n7: |Ida\nLund||||||||||||||||||||||||||far\n"
    "8: next|||||||||||||||||||||||||||\n");
}

/* A cell that spans rows is in each of them; one that spans columns, in the first. */
static void
test_merged (void)
{
  sheet_test_assert_book (
    sheet_test_xlsx (
      ROWS (ROW ("1", TEXT ("Team") TEXT ("Role") TEXT ("Name"))
              ROW ("2", TEXT ("Fraud") TEXT ("ML") TEXT ("Ida"))
                ROW ("3", "<c r='A3'/><c r='B3' t='str'><v>Lead</v></c><c r='C3'/>")
                  ROW ("5", "<c r='C5' t='str'><v>Per</v></c>")
                    ROW ("6", TEXT ("Churn") TEXT ("ML") TEXT ("Ute")))
        "<mergeCells><mergeCell ref='A2:A5'/><mergeCell ref='B3:C3'/><mergeCell ref='C6:C9'/>"
        "<mergeCell ref='A1'/><mergeCell ref='ZZZZ1:B2'/><mergeCell/></mergeCells>",
      NULL, NULL, NULL),
    NULL,
    "1: Team|Role|Name\n2: Fraud|ML|Ida\n3: Fraud|Lead|\n4: Fraud||\n5: Fraud||Per\n"
    "6: Churn|ML|Ute\n");
}

static void
test_hidden (void)
{
  sheet_test_assert_book (
    sheet_test_xlsx (
      "<cols><col min='1' max='1'/><col min='2' max='3' hidden='1'/>"
      "<col min='9' max='16384' hidden='true'/></cols>" ROWS (
        ROW ("1", TEXT ("Name") TEXT ("Unit") TEXT ("Mail") TEXT ("Note"))
          "<row r='2' hidden='1'><c t='str'><v>Ida</v></c></row>"
          "<row r='3' hidden='0'><c t='str'><v>Per</v></c></row>"
          "<row r='4' hidden='1'><c s='2'/></row><row r='5' hidden='true'><c t='str'><v>Ute</v>"
          "</c></row>"),
      NULL, NULL, NULL),
    NULL,
    "1: Name|Unit|Mail|Note\n"
    "2: Ida|||\n"
    "3: Per|||\n"
    "5: Ute|||\n"
    "* 2 hidden rows were included; the first is row 2\n"
    "* 2 hidden columns were included; the first is column B\n");
}

/* ── Spellings ────────────────────────────────────────────────────────────────────────────── */

/* As the standard has it when it is taken strictly, with other names of parts, prefixes,
 * extensions, and slashes of Windows. */
static void
test_strict (void)
{
  sheet_test_assert_book (
    sheet_test_zip (
      "_rels/.rels",
      SHEET_TEST_RELATIONSHIPS (
        "<Relationship Id='a' Type='http://schemas.openxmlformats.org/package/2006/relationships/"
        "metadata/core-properties' Target='docProps/core.xml'/>"
        "<Relationship Id='x' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
        "officeDocument' Target='/book/Main.XML'/>"),
      "book\\main.xml",
      "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
      "xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships' conformance='strict'>"
      "<x:sheets><x:sheet name='Chart' sheetId='1' q:id='c'/>"
      "<x:sheet name='A&amp;B' sheetId='2' q:id='s'/></x:sheets></x:workbook>",
      "book/_rels/main.xml.rels",
      SHEET_TEST_RELATIONSHIPS (
        "<Relationship Id='s' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
        "worksheet' Target='../data/one.xml'/><Relationship Id='c' Type='http://purl.oclc.org/"
        "ooxml/officeDocument/relationships/chartsheet' Target='chart.xml'/>"
        "<Relationship Id='e' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
        "worksheet' Target='https://example.org/x' TargetMode='External'/>"),
      "data/one.xml",
      "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
      "xmlns:y='urn:other'><x:sheetData><x:row><x:c t='str'><x:v>Name</x:v></x:c><y:c><y:v>no"
      "</y:v></y:c><x:c t='str'><x:v>Unit</x:v></x:c></x:row><x:row><x:c t='str'><x:v><![CDATA["
      "I&]]></x:v></x:c></x:row></x:sheetData></x:worksheet>",
      NULL),
    NULL, "1: Name|Unit\n2: I&|\n");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx/texts", test_texts);
  g_test_add_func ("/exchange/xlsx/formats", test_formats);
  g_test_add_func ("/exchange/xlsx/days", test_days);
  g_test_add_func ("/exchange/xlsx/faults", test_faults);
  g_test_add_func ("/exchange/xlsx/gaps", test_gaps);
  g_test_add_func ("/exchange/xlsx/merged", test_merged);
  g_test_add_func ("/exchange/xlsx/hidden", test_hidden);
  g_test_add_func ("/exchange/xlsx/strict", test_strict);
  return g_test_run ();
}
