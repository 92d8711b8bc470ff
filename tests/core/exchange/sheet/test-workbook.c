/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as a whole: which sheet is read, and files that are damaged or no workbook. */
#include <string.h>

#include "remit-sheet-test.h"

#define ROWS(inner) "<sheetData>" inner "</sheetData>"
#define TEXT(text) "<c t='str'><v>" text "</v></c>"
#define ROW(cells) "<row>" cells "</row>"
#define PEOPLE ROWS (ROW (TEXT ("Name") TEXT ("E-mail")) ROW (TEXT ("Ida") TEXT ("i@example.org")))
#define NOTES ROWS (ROW (TEXT ("To do") TEXT ("Colour")) ROW (TEXT ("x") TEXT ("red")))
#define OTHER ROWS (ROW (TEXT ("Apples") TEXT ("Pears")) ROW (TEXT ("1") TEXT ("2")))
#define MATRIX                                                                 \
  ROWS (ROW (TEXT ("Step") TEXT ("Ann") TEXT ("Bob") TEXT ("Cleo"))            \
          ROW (TEXT ("Release") TEXT ("R") TEXT ("A") TEXT ("C"))              \
            ROW (TEXT ("Rollback") TEXT ("A") TEXT ("R") TEXT ("I")))
#define PEOPLE_READ "1: Name|E-mail\n2: Ida|i@example.org\n"
#define NOTES_READ "1: To do|Colour\n2: x|red\n"

/* ── Which sheet ──────────────────────────────────────────────────────────────────────────── */

static void
test_choice (void)
{
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Sheet1", PEOPLE, "Sheet2", ROWS (""), "Sheet3",
                                                  ROWS (ROW ("<c/>")), NULL),
                          NULL,
                          PEOPLE_READ "* The sheet “Sheet1” was read, out of: 1 “Sheet1”, 2 "
                                      "“Sheet2”, 3 “Sheet3”\n");
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Read me", NOTES, "Staff", PEOPLE, NULL), NULL,
                          PEOPLE_READ "* The sheet “Staff” was read, out of: 1 “Read me”, 2 "
                                      "“Staff”\n");
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Notes", NOTES, "RACI", MATRIX, NULL), NULL,
                          "1: Step|Ann|Bob|Cleo\n"
                          "2: Release|R|A|C\n"
                          "3: Rollback|A|R|I\n"
                          "* The sheet “RACI” was read, out of: 1 “Notes”, 2 “RACI”\n");
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Only", NOTES, NULL), NULL, NOTES_READ);
  sheet_test_assert_book_refused (
    sheet_test_xlsx_sheets ("Notes", NOTES, "Fruit", OTHER, NULL),
    "The workbook has several sheets. Choose one of: 1 “Notes”, 2 “Fruit”");
  sheet_test_assert_book_refused (sheet_test_xlsx_sheets ("A", PEOPLE, "B", PEOPLE, NULL),
                                  "1 “A”, 2 “B”");
  sheet_test_assert_book_refused (sheet_test_xlsx_sheets ("A", ROWS (""), "B", ROWS (""), NULL),
                                  "is empty");
  sheet_test_assert_book_refused (sheet_test_xlsx_sheets ("A", ROWS (""), NULL), "is empty");
}

static void
test_names (void)
{
  static const char *const found[] = { "Notes", "notes", " NOTES", "2" };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    sheet_test_assert_book (sheet_test_xlsx_sheets ("Staff", PEOPLE, "Notes", NOTES, NULL),
                            found[i], NOTES_READ);
  /* a name goes before a number, and an exact one before others */
  sheet_test_assert_book (sheet_test_xlsx_sheets ("2", NOTES, "1", PEOPLE, NULL), "2", NOTES_READ);
  sheet_test_assert_book (sheet_test_xlsx_sheets ("staff", PEOPLE, "Staff", NOTES, NULL), "Staff",
                          NOTES_READ);
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Zoe\314\210", NOTES, "b", PEOPLE, NULL),
                          "zo\303\253", NOTES_READ);
}

static void
assert_unknown (GBytes *book,
                const char *sheet,
                const char *words)
{
  g_autoptr (GBytes) bytes = book;

  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = bytes, .sheet = sheet }, words, NULL);
}

static void
test_names_refused (void)
{
  assert_unknown (sheet_test_xlsx_sheets ("Staff", PEOPLE, "Notes", NOTES, NULL), "Team",
                  "no sheet “Team”. Available sheets: 1 “Staff”, 2 “Notes”");
  assert_unknown (sheet_test_xlsx_sheets ("Staff", PEOPLE, NULL), "2", "no sheet “2”");
  assert_unknown (sheet_test_xlsx_sheets ("Staff", PEOPLE, NULL), "0", "no sheet “0”");
  assert_unknown (sheet_test_xlsx_sheets ("Staff", PEOPLE, NULL), "", "no sheet “”");
  assert_unknown (sheet_test_xlsx_sheets ("Same", PEOPLE, "Same", NOTES, NULL), "Same",
                  "Several sheets are named “Same”");
  assert_unknown (sheet_test_xlsx_sheets ("STAFF", PEOPLE, "Staff", NOTES, NULL), "staff",
                  "1 “STAFF”, 2 “Staff”");
  assert_unknown (sheet_test_xlsx_sheets ("A", PEOPLE, "B", ROWS (""), NULL), "B",
                  "The sheet “B” is empty");
  sheet_test_assert_book (sheet_test_xlsx_sheets ("Same", PEOPLE, "Same", NOTES, NULL), "2",
                          NOTES_READ);
}

/* ── What is wrong ────────────────────────────────────────────────────────────────────────── */

static const struct {
  const char *sheet;
  const char *words;
} damaged[] = {
  { ROWS ("<row r='2'/><row r='2'/>"), "Row 2" },
  { ROWS ("<row r='2'/><row r='1'/>"), "Row 2" },
  { ROWS ("<row r='1048577'><c><v>1</v></c></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='B1'/><c r='A1'/></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='A1'/><c r='A1'/></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='A2'/></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='XFE1'><v>1</v></c></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='AAAAAAAA1'><v>1</v></c></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='1'><v>1</v></c></row>"), "Row 1" },
  { ROWS ("<row r='1'><c r='C1' t='s'><v>0</v></c></row>"), "Cell C1: the text is missing" },
  { ROWS ("<row r='1'><c t='s'><v>-1</v></c></row>"), "Cell A1" },
  { ROWS ("<row r='1'><c t='s'><v>x</v></c></row>"), "Cell A1" },
  { "<sheetData><row><c><v>1</v></row></sheetData>", "is damaged in line 2" },
  { ROWS ("<row><c><v>&bomb;</v></c></row>"), "is damaged in line 2" },
};

static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    sheet_test_assert_book_refused (sheet_test_xlsx (damaged[i].sheet, NULL, NULL, NULL),
                                    damaged[i].words);
}

#define BOOK "<workbook xmlns='" SHEET_TEST_MAIN "' xmlns:r='" SHEET_TEST_OFFICE "'><sheets>" \
             "<sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
#define BOOK_RELATIONSHIPS \
  SHEET_TEST_RELATIONSHIPS (SHEET_TEST_RELATIONSHIP ("r1", "worksheet", "sheet.xml"))
#define RELATIONSHIPS "xl/_rels/workbook.xml.rels"

static void
test_parts (void)
{
  sheet_test_assert_book_refused (sheet_test_zip ("letter.txt", "Dear", NULL), "not a workbook");
  sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_RELATIONSHIPS (""),
                                                  NULL),
                                  "not a workbook");
  sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_TOP, NULL),
                                  "has no part “xl/_rels/workbook.xml.rels”");
  sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_TOP, RELATIONSHIPS,
                                                  BOOK_RELATIONSHIPS, NULL),
                                  "has no part “xl/workbook.xml”");
  sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_TOP, RELATIONSHIPS,
                                                  BOOK_RELATIONSHIPS, "xl/workbook.xml", BOOK,
                                                  NULL),
                                  "has no part “xl/sheet.xml”");
  sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_TOP, RELATIONSHIPS,
                                                  SHEET_TEST_RELATIONSHIPS (""), "xl/workbook.xml",
                                                  BOOK, NULL),
                                  "no sheet with cells");
  sheet_test_assert_book_refused (
    sheet_test_zip ("_rels/.rels",
                    SHEET_TEST_RELATIONSHIPS (
                      SHEET_TEST_RELATIONSHIP ("r1", "officeDocument", "xl/workbook.bin")),
                    NULL),
    "(.xlsb)");
  sheet_test_assert_book_refused (sheet_test_zip ("Index/Document.iwa", "x", NULL), "Numbers");
}

/* Neither files nor the network are reached, and nothing grows. */
static void
test_entities (void)
{
  static const char *const types[] = {
    "<!DOCTYPE workbook SYSTEM 'file:///etc/passwd'>",
    "<!DOCTYPE workbook [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
    "<!DOCTYPE workbook [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *book = g_strconcat (types[i], BOOK, NULL);

      sheet_test_assert_book_refused (sheet_test_zip ("_rels/.rels", SHEET_TEST_TOP, RELATIONSHIPS,
                                                      BOOK_RELATIONSHIPS, "xl/workbook.xml", book,
                                                      "xl/sheet.xml", "<x/>", NULL),
                                      "document type declaration");
    }
}

static GBytes *
make_large (const char *cell,
            guint n)
{
  GString *rows = g_string_new ("<sheetData>");
  GBytes *book;

  for (guint i = 0; i < n; i++)
    g_string_append (rows, cell);
  g_string_append (rows, "</sheetData>");
  book = sheet_test_xlsx (rows->str, NULL, NULL, NULL);
  g_string_free (rows, TRUE);
  return book;
}

/* What unpacks to much more than the file is refused, and so are cells that nobody can read. */
static void
test_bombs (void)
{
  g_autofree char *spaces = g_strnfill (1024 * 1024 + 100, ' ');
  g_autofree char *digits = g_strnfill (1024 * 1024 + 100, '7');
  g_autofree char *cell = g_strdup_printf (ROW (TEXT ("%s")), digits);

  sheet_test_assert_book_refused (make_large (spaces, 40), "exceeds");
  sheet_test_assert_book_refused (make_large (cell, 1), "1 MiB");
}

/* The last cell that a sheet can have, below a cell that spans all rows. */
static void
test_far (void)
{
  g_autoptr (GBytes) book = sheet_test_xlsx (
    ROWS (ROW ("<c r='A1' t='str'><v>Name</v></c>")
            "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")
      "<mergeCells><mergeCell ref='A1:A1048576'/></mergeCells>",
    NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = book }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->n_columns, ==, 16384);
  g_assert_cmpstr (file->headers[0], ==, "Name");
}

/* Cut off anywhere, or with any byte changed, it is read or refused in words. */
static void
try (const char *bytes,
     gsize length)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = input }, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) book = sheet_test_xlsx_sheets ("Staff", PEOPLE, "RACI", MATRIX, NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (book, &length);
  g_autofree char *changed = g_memdup2 (bytes, length);

  sheet_test_assert_book_refused (g_bytes_new (bytes, length - 30), "damaged");
  sheet_test_assert_book_refused (g_bytes_new (bytes, length / 2), "damaged");
  for (gsize i = 0; i < length; i += 7)
    {
      try (bytes, i);
      changed[i] = (char) (changed[i] ^ 0x55);
      try (changed, length);
      changed[i] = bytes[i];
    }
}

static void
test_old (void)
{
  static const char old[] = "\320\317\021\340\241\261\032\341 W\0o\0r\0k\0b\0o\0o\0k";
  static const char project[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" "0123456789"
                                "T\0B\0k\0n\0d\0T\0a\0s\0k\0";
  static const char locked[] = "\320\317\021\340\241\261\032\341 "
                               "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  sheet_test_assert_book_refused (g_bytes_new (old, sizeof old), "(.xls)");
  sheet_test_assert_book_refused (g_bytes_new (project, sizeof project), "(.mpp)");
  sheet_test_assert_book_refused (g_bytes_new (locked, sizeof locked), "password");
  sheet_test_assert_book_refused (
    g_bytes_new_static ("<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", 64),
    "single XML file");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/workbook/choice", test_choice);
  g_test_add_func ("/exchange/workbook/names", test_names);
  g_test_add_func ("/exchange/workbook/names-refused", test_names_refused);
  g_test_add_func ("/exchange/workbook/damaged", test_damaged);
  g_test_add_func ("/exchange/workbook/parts", test_parts);
  g_test_add_func ("/exchange/workbook/entities", test_entities);
  g_test_add_func ("/exchange/workbook/bombs", test_bombs);
  g_test_add_func ("/exchange/workbook/far", test_far);
  g_test_add_func ("/exchange/workbook/cut-off", test_cut_off);
  g_test_add_func ("/exchange/workbook/old", test_old);
  return g_test_run ();
}
