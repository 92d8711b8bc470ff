/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV files as they come: encodings, separators, line ends, and what no table is. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remit-table-test.h"
#include "store/history/remit-history.h"

/* Texts of a string with NUL bytes in it. */
#define BYTES(text) text, sizeof text - 1

static void
test_no_table (CsvFixture *self,
               gconstpointer data)
{
  remit_test_add_person (self->store, "Ada");
  csv_fixture_assert_refused (self, "", 0, "Line 1", "empty", "name the columns", NULL);
  csv_fixture_assert_refused (self, "\n\r\n\n", -1, "empty", NULL);
  csv_fixture_assert_refused (self, "\xef\xbb\xbf", -1, "empty", NULL);
  csv_fixture_assert_refused (self, "P1,Ada,ada@example.org\nP2,Bela,b@example.org\n", -1, "Line 1",
                              "ada@example.org", "header", NULL);
  csv_fixture_assert_refused (self, "\n\nAda,2026-01-01\n", -1, "Line 3", "2026-01-01", NULL);
  csv_fixture_assert_refused (self, "Colour,Size\nred,1\n", -1, "Line 1", "Colour, Size", NULL);
  csv_fixture_assert_refused (self, "E-mail,Title\na@example.org,x\n", -1, "Line 1", "Name",
                              NULL);
}

static void
test_bytes (CsvFixture *self,
            gconstpointer data)
{
  csv_fixture_assert_garbled (self, BYTES ("Name\nAda\nBe\0la\n"), "Line 3", "NUL", "CSV UTF-8",
                              NULL);
  /* half a character at the end, and half of a pair */
  csv_fixture_assert_garbled (self, BYTES ("\xff\xfeN\0a\0m\0e\0\n\0A"), "UTF-16LE", NULL);
  csv_fixture_assert_garbled (self, BYTES ("\xfe\xff\0N\0a\0m\0e\0\n\xd8\0\0x"), "UTF-16BE", NULL);
  csv_fixture_assert_garbled (self, BYTES ("\xef\xbb\xbfName\nAda\nJos\xe9\n"), "Line 3", "UTF-8",
                              NULL);
}

/* Files of one person that are in no UTF-8. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *chosen;
  const char *encoding;
  const char *name;
} encodings[] = {
  { BYTES ("\xff\xfeN\0a\0m\0e\0\n\0Z\0o\0\xeb\0\n\0"), NULL, "UTF-16LE", "Zoë" },
  { BYTES ("\xfe\xff\0N\0a\0m\0e\0\n\0Z\0o\0\xeb"), NULL, "UTF-16BE", "Zoë" },
  { BYTES ("N\0a\0m\0e\0\n\0A\0d\0a\0"), NULL, "UTF-16LE", "Ada" },
  { BYTES ("\0N\0a\0m\0e\0\n\0A\0d\0a"), NULL, "UTF-16BE", "Ada" },
  { BYTES ("Name\n\xa3ucja Wi\x9cniewska\n"), "WINDOWS-1250", "WINDOWS-1250",
    "Łucja Wiśniewska" },
  { BYTES ("Name\n\xc8\xec\xff\n"), "WINDOWS-1251", "WINDOWS-1251", "Имя" },
  { BYTES ("Name\n\x8e\x52\x93\x63\n"), "SHIFT_JIS", "SHIFT_JIS", "山田" },
  { BYTES ("Name\nPe\xf1"
           "a 5\xb0 O'Neill\xae\n"),
    NULL, "ISO-8859-1", "Peña 5° O'Neill®" },
};

static void
test_encodings (CsvFixture *self,
                gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      const char *path = csv_fixture_write (self, "people.csv", encodings[i].bytes,
                                            (gssize) encodings[i].length);
      g_autoptr (GError) error = NULL;
      const RemitSheetInput input = { .path = path, .encoding = encodings[i].chosen };
      g_autoptr (RemitTableImport) import = remit_table_import_open_as (&input, &error);
      g_autoptr (RemitImportResult) result = NULL;
      g_autofree char *name = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (import->file->encoding, ==, encodings[i].encoding);
      result = csv_fixture_run (self, import);
      name = csv_fixture_query (self, "SELECT name FROM person ORDER BY id DESC");
      g_assert_cmpstr (name, ==, encodings[i].name);
      g_assert_cmpint (remit_history_undo (self->store, REMIT_HISTORY_UNDO, 0, NULL), !=, 0);
    }
}

/* What would be stored garbled is not guessed. */
static void
test_garbled (CsvFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *path;

  csv_fixture_assert_garbled (self, "Name\n\xa3ucja Wi\x9cniewska\n", -1, "Line 2", "not UTF-8",
                              "CSV UTF-8", NULL);
  csv_fixture_assert_garbled (self, "Name\n\xc8\xec\xff\n", -1, "Line 2", "not UTF-8", NULL);
  csv_fixture_assert_garbled (self, "Name\n\x8e\x52\x93\x63\x91\xbe\x98\x59\n", -1, "not UTF-8",
                              NULL);
  path = csv_fixture_write (self, "people.csv", "Name\nZo\xeb\n", -1);
  g_assert_null (remit_table_import_open_as (&(RemitSheetInput){ .path = path,
                                                                 .encoding = "UTF-8" },
                                             &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (
    remit_table_import_open_as (&(RemitSheetInput){ .path = path, .encoding = "EBCDIC-OF-NOWHERE" },
                                &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "Unknown encoding “EBCDIC-OF-NOWHERE”"));
}

/* Files that are in none of Western Europe, and what is proposed for them: never read without
 * being asked. */
static const struct
{
  const char *encoding;
  const char *text;
  const char *proposed;
} proposals[] = {
  { "WINDOWS-1250", "Name\nAntonín Dvořák\nJiří Novák\nZdeněk Čermák\n", "WINDOWS-1250" },
  { "WINDOWS-1250", "Name\nSzőke Győző\nTőkés Gergő\nErdős Béla\n", "WINDOWS-1250" },
  { "ISO-8859-2", "Name\nŁucja Wiśniewska\nMaciej Kuś\nŚwiętosława Łęcka\nŹródło\n",
    "ISO-8859-2" },
  { "WINDOWS-1251", "Имя,Должность\nИван Петров,Инженер\n", "WINDOWS-1251" },
  { "KOI8-R", "Имя,Должность\nИван Петров,Инженер\nОльга Смирнова,Бухгалтер\n", "KOI8-R" },
  { "WINDOWS-1253", "Όνομα\nΓιώργος Παπαδόπουλος\n", "WINDOWS-1253" },
  { "WINDOWS-1254", "Ad\nŞükrü Yılmaz\nİpek Çağlar\n", "WINDOWS-1254" },
  { "SHIFT_JIS", "氏名,部署\n山田太郎,開発部\n佐藤花子,営業部\n", "SHIFT_JIS" },
  { "GB18030", "姓名,部门\n王小明,开发部\n李华,市场部\n", "GB18030" },
};

static void
test_proposed (CsvFixture *self,
               gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (proposals[i].text, -1, proposals[i].encoding, "UTF-8",
                                          NULL, &length, NULL);
      RemitSheetInput input = { 0 };
      g_autoptr (RemitCsvFile) file = NULL;
      g_autoptr (GError) error = NULL;

      csv_fixture_assert_garbled (self, bytes, (gssize) length, "not UTF-8", "CSV UTF-8",
                                  proposals[i].proposed, NULL);
      input.path = csv_fixture_write (self, "people.csv", bytes, (gssize) length);
      g_assert_cmpstr (remit_sheet_propose_encoding (&input), ==, proposals[i].proposed);
      input.encoding = proposals[i].proposed;
      file = remit_sheet_open (&input, &error);
      g_assert_no_error (error);
    }
}

/* What Western Europe writes is read without a question, however short it is. */
static void
test_western (CsvFixture *self,
              gconstpointer data)
{
  static const char *const names[] = {
    "Zoë", "Åsa Öberg", "Peña", "Jürgen Groß\nKäthe Schröder\nJörg Weiß\nBärbel Köhler",
    "Søren Sørensen\nBjørn Jørgensen\nÅse Østergård\nPia Bæk",
    "João Gonçalves\nInês Magalhães\nConceição Simões\nSérgio Falcão",
    "François Côté\nZoé Garçon\nHélène Lefèvre\nJérôme Noël",
    "Väinö Hämäläinen\nPäivi Mäkelä\nYrjö Häkkinen",
    "Íñigo Núñez\nÁngel Muñoz\nBegoña Ibáñez\nMaría García",
    "João Abbott\nJoão Castro\nJoão Silva\nTomáš Abbott\nTomáš Castro\nTomáš Silva\nRosa Abbott",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name\n%s\n", names[i]);
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
      RemitSheetInput input = { .path = csv_fixture_write (self, "people.csv", bytes,
                                                           (gssize) length) };
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitCsvFile) file = remit_sheet_open (&input, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (file->encoding, ==,
                       strstr (names[i], "Tomáš") != NULL ? "WINDOWS-1252" : "ISO-8859-1");
      g_assert_cmpuint (file->odd_line, ==, 2);
    }
}

static void
test_quotes (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  csv_fixture_assert_refused (self, "Name,Email\nAda,\"ada\nBela,b\n", -1, "line 2", "never closed",
                              NULL);
  csv_fixture_assert_refused (self, "\"Name,Email\nAda,a\n", -1, "line 1", "never closed", NULL);

  /* Closed much later, by the quote of another cell. */
  result = csv_fixture_import (self, "people.csv",
                               "Name,Email,Title\n"
                               "Ada,\"a@example.org,Engineer\n"
                               "Bela,b@example.org,Engineer\n"
                               "Chidi,c@example.org\",Engineer\n"
                               "Dora,d@example.org,Engineer\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 1, 0, 0);
  table_test_assert_note (result, "Line 2: The cell of “Email” contains whole rows, up to");
}

static void
test_large (CsvFixture *self,
            gconstpointer data)
{
  g_autofree char *cell = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *large = g_strconcat ("Name,Email\nAda,a\nBela,", cell, "\n", NULL);
  g_autofree char *quoted = g_strconcat ("Name,Email\nAda,a\nBela,\"", cell, "\"\n", NULL);
  g_autofree char *header = g_strconcat ("Name,", cell, "\nAda,x\n", NULL);
  g_autoptr (GString) wide = g_string_new ("Name");
  g_autoptr (GString) many = g_string_new ("Name\nAda");

  csv_fixture_assert_refused (self, large, -1, "line 3", "1 MiB", NULL);
  csv_fixture_assert_refused (self, quoted, -1, "line 3", "1 MiB", "quote", NULL);
  csv_fixture_assert_refused (self, header, -1, "line 1", "1 MiB", NULL);

  for (int i = 0; i < 16384; i++)
    g_string_append (wide, ",x");
  csv_fixture_assert_refused (self, wide->str, -1, "Line 1", "16384 columns", NULL);

  /* Many cells that are too many cost no memory. */
  for (int i = 0; i < 1000000; i++)
    g_string_append (many, ",x");
  {
    g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", many->str);

    table_test_assert_note (result, "Line 2: 1000001 cells");
  }
}

static void
test_unreadable (CsvFixture *self,
                 gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "nothing.csv", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_table_import_open (missing, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "nothing.csv"));
  g_clear_error (&error);

  g_assert_null (remit_table_import_open (self->folder, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (remit_table_import_open (pipe, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);

  csv_fixture_write (self, "secret.csv", "Name\nAda\n", -1);
  g_chmod (self->path, 0);
  if (g_access (self->path, R_OK) == 0)
    return;
  g_assert_null (remit_table_import_open (self->path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
}

/* Files of one person with two columns, however they are written. */
static const struct {
  const char *text;
  const char *encoding;
  char separator;
  const char *name;
} forms[] = {
  { "Name,Email\nZoë,z@example.org\n", "UTF-8", ',', "Zoë" },
  { "\xef\xbb\xbfName,Email\nZoë,z@example.org\n", "UTF-8", ',', "Zoë" },
  { "Name;Email\nZoë;z@example.org\n", "UTF-8", ';', "Zoë" },
  { "Name\tEmail\nZoë\tz@example.org\n", "UTF-8", '\t', "Zoë" },
  { "Name,Email\r\nZoë,z@example.org\r\n", "UTF-8", ',', "Zoë" },
  { "Name,Email\rZoë,z@example.org\r", "UTF-8", ',', "Zoë" },
  { "Name,Email\nZoë,z@example.org", "UTF-8", ',', "Zoë" },
  { "sep=;\r\nName;Email\r\nZoë;z@example.org\r\n", "UTF-8", ';', "Zoë" },
  { "\n\nName;Email\n\n\"Li, Zoë\";z@example.org\n", "UTF-8", ';', "Zoë Li" },
  { "Name,Email\nZo\xeb,z@example.org\n", "ISO-8859-1", ',', "Zoë" },
  { "Name,Email\nZo\xeb \x93Z\x94,z@example.org\n", "WINDOWS-1252", ',', "Zoë “Z”" },
  { "  Name , E-Mail \n  Zoë   Li  , z@example.org \n", "UTF-8", ',', "Zoë Li" },
};

static void
test_forms (CsvFixture *self,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *before = remit_test_dump (self->store);
      g_autoptr (RemitTableImport) import = csv_fixture_open (self, forms[i].text);
      g_autoptr (RemitImportResult) result = csv_fixture_run (self, import);
      g_autofree char *name = csv_fixture_query (self, "SELECT name, email FROM person");
      g_autofree char *expected = g_strconcat (forms[i].name, "|z@example.org", NULL);

      g_test_message ("%u", i);
      g_assert_cmpstr (import->file->encoding, ==, forms[i].encoding);
      g_assert_cmpint (import->file->separator, ==, forms[i].separator);
      g_assert_cmpstr (name, ==, expected);
      g_assert_cmpuint (result->n_notes, ==, g_str_equal (forms[i].encoding, "UTF-8") ? 0 : 1);
      if (result->n_notes > 0)
        table_test_assert_note (result,
                                "The file is not UTF-8 (see line 2) and was read as Latin-1");
      g_assert_true (remit_history_undo (self->store, REMIT_HISTORY_UNDO, 0, NULL));
    }
}

static void
test_only_header (CsvFixture *self,
                  gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", "Name,Email\n");
  g_auto (GStrv) lines = remit_import_result_describe (result);

  g_assert_cmpstr (lines[0], ==, "The file has nothing to import.");
  g_assert_cmpint (csv_fixture_count_history (self), ==, 0);
}

/* The first column of a name that comes twice is taken, and the other is told. */
static void
test_header_twice (CsvFixture *self,
                   gconstpointer data)
{
  g_autoptr (RemitImportResult) result =
    csv_fixture_import (self, "people.csv", "Name,Email,Email\nAda,a@example.org,b@example.org\n");
  g_autofree char *email = csv_fixture_query (self, "SELECT email FROM person");

  g_assert_cmpstr (email, ==, "a@example.org");
  table_test_assert_note (result, "The column “Email” was skipped");
}

/* Two fields may be filled from one column: each has its value. */
static void
test_mapped_twice (CsvFixture *self,
                   gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, "Name,Unit\n\"Ada,  Li\",Tools\n");
  g_autoptr (RemitImportResult) result = NULL;
  g_autofree char *found = NULL;

  g_assert_true (remit_table_import_set_mapping (import, "title", 0, NULL));
  g_assert_true (remit_table_import_set_mapping (import, "skills", 0, NULL));
  g_assert_true (remit_table_import_set_mapping (import, "notes", 0, NULL));
  result = csv_fixture_run (self, import);
  found = csv_fixture_query (self, "SELECT name, title, notes FROM person");
  g_assert_cmpstr (found, ==, "Li Ada|Ada, Li|Ada, Li");
  table_test_assert_counts (result, REMIT_KIND_PERSON_SKILL, 2, 0, 0);
}

/* What the file says of itself is looked at again when it is read. */
static void
test_changed_meanwhile (CsvFixture *self,
                        gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, "Name\nAda\n");
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file = g_fopen (self->path, "w");

  g_assert_cmpint (fwrite ("Name\nA\0\n", 1, 8, file), ==, 8);
  fclose (file);
  result = remit_table_import_run (import, self->store, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING);
  g_clear_error (&error);

  file = g_fopen (self->path, "w");
  fputs ("Name\nJos\xe9\nZo\xc3", file);
  fclose (file);
  result = remit_table_import_run (import, self->store, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "changed during the import"));
  g_assert_cmpint (csv_fixture_count_history (self), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                  \
  g_test_add ("/exchange/csv/refused/" name, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("no-table", test_no_table);
  ADD ("bytes", test_bytes);
  ADD ("encodings", test_encodings);
  ADD ("garbled", test_garbled);
  ADD ("proposed", test_proposed);
  ADD ("western", test_western);
  ADD ("quotes", test_quotes);
  ADD ("large", test_large);
  ADD ("unreadable", test_unreadable);
  ADD ("forms", test_forms);
  ADD ("only-header", test_only_header);
  ADD ("header-twice", test_header_twice);
  ADD ("mapped-twice", test_mapped_twice);
  ADD ("changed-meanwhile", test_changed_meanwhile);
#undef ADD
  return g_test_run ();
}
