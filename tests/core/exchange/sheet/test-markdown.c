/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of Markdown and its like, with text around them. */
#include <string.h>

#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/table/remit-table-import.h"
#include "remit-sheet-test.h"

static const struct {
  const char *text;
  const char *expected;
} tables[] = {
  { "| Name | Unit |\n|------|------|\n| Ida  | Risk |\n", "1: Name|Unit\n3: Ida|Risk\n" },
  /* alignment, without bars at the ends, rows that end early, cells without anything */
  { "Name | FTE | Notes\n:--- | ---: | :-:\nIda | 0,5 |\nPer\n| | 1 | x\n",
    "1: Name|FTE|Notes\n3: Ida|0,5|\n" },
  { "|A|B|C|\r\n|-|-|-|\r\n|1||3|\r\n||2|\r\n", "1: A|B|C\n3: 1||3\n4: |2|\n" },
  /* text around; rows have the numbers of their lines */
  { "# Team\n\nWho is who, as of today: a, b, c.\n\n  | Name | Unit |\n  | --- | --- |\n"
    "  | Ida | Risk |\n\nThat is all; or is it?\n",
    "5: Name|Unit\n7: Ida|Risk\n" },
  /* bars that are part of a cell, signs that stand for others, emphasis, links */
  { "| Name | Notes |\n|---|---|\n| Ida \\| Per | R&amp;D \\*1 a&#124;b |\n"
    "| **Ute** | one<br>two |\n| [Kim](mailto:k@x.org) | `code` _it_ |\n| __Jo__ | *a* and *b* |\n",
    "1: Name|Notes\n3: Ida | Per|R&D *1 a|b\n4: Ute|one\ntwo\n5: Kim|`code` _it_\n"
    "6: Jo|*a* and *b*\n" },
  /* the largest of several; quoted */
  { "| Menu | Price |\n|---|---|\n| Soup | 3 |\n\nPeople:\n\n> | Name | Unit |\n> |---|---|\n"
    "> | Ida | Risk |\n> | Per | Data |\n",
    "7: Name|Unit\n9: Ida|Risk\n10: Per|Data\n" },
  /* Org mode, and the shells of databases */
  { "| Name | Unit |\n|------+------|\n| Ida | Risk |\n|------+------|\n| Per | Data |\n",
    "1: Name|Unit\n3: Ida|Risk\n5: Per|Data\n" },
  { " name | unit \n------+------\n Ida  | Risk\n(1 row)\n", "1: name|unit\n3: Ida|Risk\n" },
  { "+------+------+\n| name | unit |\n+------+------+\n| Ida  | Risk |\n+------+------+\n",
    "2: name|unit\n4: Ida|Risk\n" },
  /* wide characters, and a mark at the start */
  { "\357\273\277| 氏名 | 部署 |\n| --- | --- |\n| 山田 太郎 | 営業 |\n",
    "1: 氏名|部署\n3: 山田 太郎|営業\n" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_test_message ("%s", tables[i].text);
      sheet_test_assert (tables[i].text, -1, tables[i].expected);
    }
}

/* What has bars, or dashes, and is none. */
static void
test_others (void)
{
  static const char *const others[] = {
    "Name|Unit\nIda|Risk\nPer|Data\n",
    "Name,Unit\n---,---\nIda,Risk\n",
    "Name,Notes\nIda,\"a | b\n|---|---|\n| 1 | 2 |\"\n",
    "|---|---|\nName,Unit\nIda,Risk\n",
    "Name,Unit\nIda,Risk\n-----\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_cmpint (remit_sheet_probe (others[i], strlen (others[i])), ==, REMIT_SHEET_TEXT);
    }
}

static void
test_encodings (void)
{
  static const char latin[] = "| Name | Unit |\n|---|---|\n| J\xf6rg | B\xfcro |\n";
  static const char text[] = "| Name | Unit |\n|---|---|\n| Zoë | Büro |\n";
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);

  sheet_test_assert (latin, -1, "1: Name|Unit\n3: Jörg|Büro\n");
  sheet_test_assert (wide, (gssize) length, "1: Name|Unit\n3: Zoë|Büro\n");
}

/* A table that begins late, and one that is larger than a block. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("# People\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RemitCsvFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "What there is to say before.\n");
  g_string_append (text, "\n| Name | Unit |\n|---|---|\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "| Person %05u | Unit of many |\n", i);
  bytes = g_bytes_new (text->str, text->len);
  file = remit_sheet_open (&(RemitSheetInput){ .bytes = bytes }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->header_line, ==, 504);
  dump = sheet_test_dump (file);
  g_assert_nonnull (strstr (dump, "506: Person 00000|Unit of many\n"));
  g_assert_nonnull (strstr (dump, "20505: Person 19999|Unit of many\n"));
}

static void
test_refused (void)
{
  static const char table[] = "| A | B |\n|---|---|\n| 1 | 2 |\n";
  static const char nul[] = "| A | B |\n|---|---|\n| 1\0 | 2 |\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GBytes) with_nul = g_bytes_new_static (nul, sizeof nul - 1);
  g_autoptr (GString) text = g_string_new (table);
  g_autofree char *row = g_strnfill (9 * 1024 * 1024, 'x');
  g_autoptr (GBytes) large = NULL;

  g_string_append_printf (text, "| 3 | %s", row);
  large = g_bytes_new (text->str, text->len);
  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = bytes, .sheet = "1" }, "has no sheets",
                             NULL);
  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = with_nul }, "NUL", NULL);
  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = large }, "Line 4", "8 MiB", NULL);
  sheet_test_assert_refused (&(RemitSheetInput){ .bytes = bytes, .encoding = "NO-SUCH" },
                             "NO-SUCH", NULL);
}

/* It is read for what it says: people, seats, decision rights. */
static void
test_contents (void)
{
  static const char people[] = "Hi!\n\n| First name | Last name | FTE |\n|:--|:--|--:|\n"
                               "| Ida | Ek | 0.5 |\n";
  static const char rights[] = "| Decision | Lead | Owner |\n|---|:-:|:-:|\n| Menu | **R** | A |\n"
                               "| Wine | R/A | I |\n";
  g_autoptr (GBytes) some = g_bytes_new_static (people, strlen (people));
  g_autoptr (GBytes) others = g_bytes_new_static (rights, strlen (rights));
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&(RemitSheetInput){ .bytes = others }, &error);
  RemitCsvFile *table = remit_sheet_open (&(RemitSheetInput){ .bytes = some }, &error);
  g_autoptr (RemitTableImport) import = remit_table_import_new (table, &error);

  g_assert_no_error (error);
  g_assert_true (remit_matrix_recognize (file));
  g_assert_cmpint (import->kind, ==, REMIT_TABLE_PEOPLE);
  g_assert_null (remit_table_import_find_missing (import));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/markdown/tables", test_tables);
  g_test_add_func ("/exchange/markdown/others", test_others);
  g_test_add_func ("/exchange/markdown/encodings", test_encodings);
  g_test_add_func ("/exchange/markdown/large", test_large);
  g_test_add_func ("/exchange/markdown/refused", test_refused);
  g_test_add_func ("/exchange/markdown/contents", test_contents);
  return g_test_run ();
}
