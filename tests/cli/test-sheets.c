/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, seats and decision rights from workbooks and web pages on the command line. */
#include <string.h>

#include "../core/exchange/sheet/remit-sheet-test.h"
#include "remit-cli-test.h"

#define CELL(text) "<c t='str'><v>" text "</v></c>"
#define ROW(...) "<row>" __VA_ARGS__ "</row>"
#define PEOPLE                                                                    \
  "<sheetData>" ROW (CELL ("Name") CELL ("E-mail") CELL ("FTE"))                  \
    ROW (CELL ("Ada Lovelace") CELL ("ada@example.org") CELL ("50 %"))            \
      ROW (CELL ("Zoe Ito") CELL ("zoe@example.org") "<c><f>A1</f></c>")          \
        "</sheetData>"
#define SEATS                                                                         \
  "<sheetData>" ROW (CELL ("Team") CELL ("Role") CELL ("Name"))                       \
    ROW (CELL ("Fraud") CELL ("Lead") CELL ("Ada Lovelace")) "</sheetData>"
#define MATRIX                                                                        \
  "<sheetData>" ROW (CELL ("Decision") CELL ("Data engineer") CELL ("ML engineer"))   \
    ROW (CELL ("Release") CELL ("A") CELL ("R"))                                      \
      ROW (CELL ("Rollback") CELL ("R") CELL ("A")) "</sheetData>"
#define NOTES "<sheetData>" ROW (CELL ("Colour") CELL ("Shape")) ROW (CELL ("red") CELL ("round")) \
  "</sheetData>"

static const char *
write_book (CliTest *self,
            GBytes *book)
{
  const char *path = cli_test_file (self, "book.xlsx");
  gsize length;
  const char *bytes = g_bytes_get_data (book, &length);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_bytes_unref (book);
  return path;
}

static void
test_people (CliTest *self,
             gconstpointer data)
{
  const char *file = write_book (self, sheet_test_xlsx_sheets ("Notes", NOTES, "Staff", PEOPLE,
                                                               NULL));
  JsonObject *object;

  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 0);
  cli_test_assert_output (self, "Read as people, from the sheet “Staff”");
  cli_test_assert_output (self, "The sheet “Staff” was read, out of: 1 “Notes”, 2 “Staff”");
  cli_test_assert_output (self,
                          "1 cell has a formula without a calculated value and was read as empty: "
                          "C3");
  cli_test_assert_output (self, "Added: 2 people");
  cli_test_run (self, "show", "person", "Ada Lovelace", NULL);
  cli_test_assert_output (self, "50 %");
  cli_test_run (self, "history", NULL);
  cli_test_assert_output (self, "book.xlsx");

  object = cli_test_run_json (self, "import", file, "--sheet", "2", NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "sheet"), ==, "Staff");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "same"),
                                               "person"),
                   ==, 2);
}

static void
test_which (CliTest *self,
            gconstpointer data)
{
  const char *file = write_book (self, sheet_test_xlsx_sheets ("Notes", NOTES, "More", NOTES,
                                                               "Slots", SEATS, "Staff", PEOPLE,
                                                               NULL));

  cli_test_run (self, "import", file, NULL);
  cli_test_assert_refused (self, 3, "3 “Slots”, 4 “Staff”");
  cli_test_assert_refused (self, 3, "--sheet NAME");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  cli_test_run (self, "import", file, "--sheet", "People", NULL);
  cli_test_assert_refused (self, 3, "no sheet “People”");
  g_assert_cmpint (cli_test_run (self, "import", file, "--sheet", "staff", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "import", file, "--sheet", "Slots", NULL), ==, 0);
  cli_test_assert_output (self, "Read as seats");
  cli_test_run (self, "import", cli_test_write (self, "people.csv", "Name\nIda\n"), "--sheet", "1",
                NULL);
  cli_test_assert_refused (self, 3, "is not a workbook");
}

static void
test_matrix (CliTest *self,
             gconstpointer data)
{
  const char *file = write_book (self, sheet_test_xlsx_sheets ("Notes", NOTES, "RACI", MATRIX,
                                                               NULL));

  cli_test_fill (self);
  cli_test_run (self, "import", file, NULL);
  cli_test_assert_refused (self, 2, "--as raci");
  g_assert_cmpint (cli_test_run (self, "import", file, "--as", "raci", "--plan", "Fraud", "--map",
                                 "Role: ML engineer=ML engineer", NULL),
                   ==, 0);
  cli_test_assert_output (self, "The sheet “RACI” was read");
  cli_test_assert_output (self, "2 decisions");
}

/* What many systems call .xls is a web page. */
static void
test_page (CliTest *self,
           gconstpointer data)
{
  const char *file = cli_test_write (self, "report.xls",
                                     "<html><body><h1>Staff</h1><table><tr><th>Name<th>E-mail"
                                     "<tr><td>Ida Lund<td>ida@example.org</table></body></html>");

  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 0);
  cli_test_assert_output (self, "Added: 1 person");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/sheets/people", test_people);
  cli_test_add ("/cli/sheets/which", test_which);
  cli_test_add ("/cli/sheets/matrix", test_matrix);
  cli_test_add ("/cli/sheets/page", test_page);
  return g_test_run ();
}
