/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are about nobody, lines above the header, and who is who by name alone. */
#include <fcntl.h>
#include <glib/gstdio.h>

#include "exchange/csv/remit-csv-file.h"
#include "remit-table-test.h"

static void
test_nobody (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Job Title,Unit,FTE\n"
    "Ada Lovelace,Engineer,R&D,1.0\n"
    "Vacant,Engineer,R&D,1.0\n"
    "zu besetzen,Engineer,R&D,1.0\n"
    "À pourvoir,Engineer,R&D,1.0\n"
    "未定,Engineer,R&D,1.0\n"
    "?,Engineer,R&D,1.0\n"
    "Zwischensumme R&D,,,5\n"
    "Name,Job Title,Unit,FTE\n"
    "Totall Grace,Lead,SMB,0.5\n"
    "Ana Summers,Lead,SMB,0.5\n"
    "\n"
    "Grand total:,,,6.5\n"
    "合計,,,6.5\n"
    "Exported by HR on 31 March,,,\n"
    "\n"
    "Page 1 of 1,,,\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  assert_query (self, "SELECT group_concat (name, '|') FROM (SELECT name FROM person ORDER BY id)",
                "Ada Lovelace|Totall Grace|Ana Summers");
  g_assert_cmpuint (result->n_left_out, ==, 11);
  table_test_assert_note (result, "Line 3: “Vacant” is a placeholder, not a person; skipped");
  table_test_assert_note (result, "Line 8: “Zwischensumme R&D” is a total; skipped");
  table_test_assert_note (result, "Line 9: Repeated header (“Name”); skipped");
  table_test_assert_note (result, "Line 15: “Exported by HR on 31 March” is a note about the list");
}

/* Whoever knows that it is somebody says so, by the line. */
static void
test_taken (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (
    self, "Name,Job Title,FTE\nTotal,Analyst,1\nVacant,Analyst,1\nTotal,,2\n");
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RemitImportOptions options = { .taken = taken };

  g_hash_table_add (taken, GUINT_TO_POINTER (2));
  g_hash_table_add (taken, GUINT_TO_POINTER (99));
  result = remit_table_import_run (import, self->store, &options, &error);
  g_assert_no_error (error);
  assert_query (self, "SELECT group_concat (name || ' ' || title, '|') FROM person",
                "Total Analyst");
  table_test_assert_note (result, "Line 2: “Total” is imported anyway");
  table_test_assert_note (result, "Line 4: “Total” is a total; skipped");
  g_assert_cmpuint (result->n_left_out, ==, 2);
}

/* What is written in another way begins otherwise: accents apart, capitals, signs that nobody
 * sees. */
static void
test_nobody_otherwise (CsvFixture *self,
                       gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Job Title,Unit,FTE\n"
    "A\xcc\x80 de\xcc\x81" "finir,Engineer,R&D,1.0\n"
    "\xe2\x80\x8bV\xe2\x80\x8b" "ACANT,Engineer,R&D,1.0\n"
    "vA\xc2\xad" "cante,Engineer,R&D,1.0\n"
    "Total ge\xcc\x81ne\xcc\x81ral,,,3\n"
    "Vanessa,Engineer,R&D,1.0\n");

  assert_query (self, "SELECT group_concat (name, '|') FROM person", "Vanessa");
  g_assert_cmpuint (result->n_left_out, ==, 4);
}

/* In a list of names alone, a name alone is a person. */
static void
test_names_alone (CsvFixture *self,
                  gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv", "Name,Title\nAda,\n\nGrace,\nReport Mira,\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
}

static void
test_above (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Staff of Example Works;;;;\n"
    "As of;31.3.2026;;;\n"
    "\n"
    "ID;Name;Title;Unit;E-mail\n"
    "1;Ada Lovelace;Engineer;R&D;ada@example.org\n"
    "2;Grace Hopper;Lead;;\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 0, 0);
  table_test_assert_note (result, "2 lines above the header in line 4 were skipped");
  assert_query (self, "SELECT name, title, unit FROM person WHERE external_id = '1'",
                "Ada Lovelace|Engineer|R&D");
}

/* Who has nothing but a name is told apart by what they do; again nothing is changed. */
static void
test_namesakes (CsvFixture *self,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Title,Department\n"
    "Sam Lee,Engineer,Data\n"
    "Sam Lee,Accountant,Finance\n"
    "Sam Lee,Engineer,Data\n");
  g_autoptr (RemitImportResult) later = NULL;

  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 0, 0);
  g_assert_cmpuint (result->n_left_out, ==, 1);

  later = csv_fixture_import (self, "later.csv", "Name,Title,Department\n"
                                                 "Sam Lee,Accountant,Finance\n"
                                                 "Sam Lee,Engineer,Data\n");
  table_test_assert_counts (later, REMIT_KIND_PERSON, 0, 0, 2);
}

/* The same person, however the name is written. */
static void
test_spellings (CsvFixture *self,
                gconstpointer data)
{
  static const char *const files[] = {
    "Name,Title\n\"O'Neill, Seán\",Lead\n\"Haddad, Zoë\",Engineer\n",
    "Name,Title\nSeán O\xe2\x80\x99Neill,Lead\nZoe\xcc\x88\xc2\xa0Haddad,Engineer\n",
    "First name,Last name,Title\nSEÁN,O`NEILL,Lead\nzoë\xe2\x80\x8b,haddad,Engineer\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", files[i]);

      g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, i == 0 ? 2 : 0);
    }
  assert_query (self, "SELECT count (*) FROM person", "2");
}

/* Where the whole name is missing, its parts stand in; a number that a formula keeps is one. */
static void
test_parts (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "displayName,givenName,surname,employeeID\n"
    ",Ada,Lovelace,\"=\"\"0017\"\"\"\n"
    "Grace H.,Grace,Hopper,0018\n"
    ",太郎,山田,0019\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  assert_query (self,
                "SELECT group_concat (external_id || ' ' || name, '|') FROM "
                "(SELECT * FROM person ORDER BY external_id)",
                "0017 Ada Lovelace|0018 Grace H.|0019 山田 太郎");
}

static gboolean
leave_early (const RemitCsvRow *row,
             gpointer data,
             GError **error)
{
  guint *n_left = data;

  return --*n_left > 0;
}

/* Whoever has seen enough is not waited for by the thread that reads ahead, wherever it is. */
static void
test_left_early (CsvFixture *self,
                 gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Name,Note\n");
  const char *path;

  while (text->len < 1024 * 1024)
    g_string_append_printf (text, "Ada %zu,%0100d\n", text->len, 0);
  path = csv_fixture_write (self, "people.csv", text->str, -1);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitCsvFile) file = remit_csv_file_open (g_open (path, O_RDONLY), "it", NULL,
                                                           &error);
      guint n_left = 1 + round * 43;

      g_assert_no_error (error);
      g_assert_true (remit_csv_file_read (file, NULL, 0, 0, leave_early, &n_left, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNC)                                                               \
  g_test_add ("/exchange/csv/rows/" NAME, CsvFixture, NULL, csv_fixture_set_up, FUNC, \
              csv_fixture_tear_down)
  ADD ("nobody", test_nobody);
  ADD ("taken", test_taken);
  ADD ("nobody-otherwise", test_nobody_otherwise);
  ADD ("names-alone", test_names_alone);
  ADD ("above", test_above);
  ADD ("namesakes", test_namesakes);
  ADD ("spellings", test_spellings);
  ADD ("parts", test_parts);
  ADD ("left-early", test_left_early);
#undef ADD
  return g_test_run ();
}
