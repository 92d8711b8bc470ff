/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is the same person as before, and who is no longer there. Today is the 31st of March 2026. */
#include "model/remit-day.h"
#include "remit-table-test.h"

static void
import_people (CsvFixture *self,
               const char *text,
               guint n)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", text);

  table_test_assert_counts (result, REMIT_KIND_PERSON, n, 0, 0);
}

#define HEADER "Number,Name,Email,Department\n"

/* An address that changed beside the same number, or the only one of the name in the unit. */
static void
test_address (CsvFixture *self,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self,
                 HEADER "1,Ada Lovelace,ada@old.org,Research\n,Grace Hopper,grace@old.org,Sales\n"
                        ",Emmy Noether,emmy@old.org,Maths\n,Emmy Noether,emmy2@old.org,Maths\n"
                        ",Mary Ward,mary@old.org,\n,Lise Meitner,lise@old.org,Physics\n",
                 6);
  result = csv_fixture_import (self, "new.csv",
                               HEADER "1,Ada Lovelace,ada@new.org,Research\n"
                                      ",Grace Hopper,grace@new.org,SALES\n"
                                      ",Emmy Noether,emmy3@new.org,Maths\n"
                                      ",Mary Ward,mary@new.org,\n"
                                      ",Lise Meitner,lise2@old.org,Physics\n"
                                      ",Lise Meitner,lise@old.org,Physics\n");
  table_test_assert_note (result, "Line 2: The address of Ada Lovelace changed from “ada@old.org” "
                                  "to “ada@new.org”");
  table_test_assert_note (result, "Line 3: The address of Grace Hopper changed from “grace@old");
  assert_query (self, "SELECT email FROM person WHERE name = 'Ada Lovelace'", "ada@new.org");
  assert_query (self, "SELECT email FROM person WHERE name = 'Grace Hopper'", "grace@new.org");
  /* one of two; without a unit; and one whose old address has a row of its own */
  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 2, 1);
}

/* Numbers tell people apart, whatever else is the same. */
static void
test_numbers (CsvFixture *self,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self, HEADER "1,Ada,a@example.org,R\n", 1);
  result = csv_fixture_import (self, "new.csv", HEADER "2,Ada,b@example.org,R\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 1, 0, 0);
}

/* However it is typed: widths, letter case, what cannot be seen. */
static void
test_fold (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self, HEADER "P1,Ada,ada@example.org,\nP2,Jos\303\251,jose@example.org,\n", 2);
  result = csv_fixture_import (self, "new.csv",
                               HEADER "\357\274\260\357\274\221,Ada L.,,\n"
                                      ",Joe,jose\342\200\213@EXAMPLE.org,\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 2, 0);
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "seats.csv",
                               "Team,Role,Person\nT,Lead,\357\275\220\357\274\221\n");
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 1, 0, 0);
}

/* Names either way round. */
static void
test_turned (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self,
                 "Name,Unit\nAda Lovelace,Research\nGrace Hopper,Sales\n山田 太郎,\n김 민준,\n"
                 "Max Otto,A\nOtto Max,B\n",
                 6);
  result = csv_fixture_import (self, "new.csv",
                               "Name,Unit\nLovelace Ada,Research\nHopper Grace,Marketing\n"
                               "太郎 山田,\n민준 김,\nOtto Max,B\n");
  /* another unit leaves a doubt */
  table_test_assert_counts (result, REMIT_KIND_PERSON, 1, 0, 4);
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "seats.csv",
                               "Team,Role,Person\nT,Lead,Lovelace Ada\nT,Dev,太郎 山田\n"
                               "T,Dev,\"Lovelace, Ada\"\nT,Test,Otto Max\n");
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 4, 0, 0);
  assert_query (self,
                "SELECT p.unit FROM assignment AS a JOIN person AS p ON p.id = a.person "
                "JOIN slot AS s ON s.id = a.slot JOIN role AS r ON r.id = s.role "
                "WHERE r.name = 'Test'",
                "B");
}

static RemitImportResult *
import_ending (CsvFixture *self,
               const char *text,
               const char *day)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, text);
  RemitImportOptions options = { .end_missing = remit_day_parse (day) };
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_table_import_run (import, self->store, &options, &error);

  g_assert_no_error (error);
  return result;
}

#define ROSTER HEADER "1,Ada,,\n2,Bela,,\n3,Cem,,\n4,Dora,,\n,By hand,,\n"
#define UNTIL \
  "SELECT group_concat (name || ' ' || coalesce (\"until\", '-'), '|') " \
  "FROM (SELECT * FROM person ORDER BY name)"

/* Who is missing from a newer full list is told, and left unless a day is said. */
static void
test_missing (CsvFixture *self,
              gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self, ROSTER, 5);
  result = csv_fixture_import (self, "new.csv", HEADER "1,Ada,,\n2,Bela,,\n4,Dora,,\n5,Emil,,\n");
  g_assert_cmpuint (result->missing->len, ==, 1);
  g_assert_cmpstr (((RemitImportMissing *) result->missing->pdata[0])->name, ==, "Cem");
  table_test_assert_note (result, "Cem is no longer in the file; left unchanged");
  assert_query (self, UNTIL, "Ada -|Bela -|By hand -|Cem -|Dora -|Emil -");
  g_clear_pointer (&result, remit_import_result_free);

  before = remit_test_dump (self->store);
  result = import_ending (self, HEADER "1,Ada,,\n2,Bela,,\n4,Dora,,\n5,Emil,,\n", "2026-03-30");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 1, 4);
  assert_query (self, UNTIL, "Ada -|Bela -|By hand -|Cem 2026-03-30|Dora -|Emil -");
  remit_test_undo_and_redo (self->store, before);
  g_clear_pointer (&result, remit_import_result_free);

  /* who has left is not missing */
  result = import_ending (self, HEADER "1,Ada,,\n2,Bela,,\n4,Dora,,\n5,Emil,,\n", "2026-03-30");
  g_assert_cmpuint (result->missing->len, ==, 0);
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 0, 4);
}

/* A part of the people is no full list, however a day is said. */
static void
test_part (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self, ROSTER, 5);
  result = csv_fixture_import (self, "new.csv", HEADER "1,Ada,,\n2,Bela,,\n6,Fay,,\n7,Gus,,\n");
  g_assert_cmpuint (result->missing->len, ==, 0);
  g_assert_cmpuint (result->n_notes, ==, 0);
  g_clear_pointer (&result, remit_import_result_free);
  result = import_ending (self, HEADER "1,Ada,,\n2,Bela,,\n", "2026-03-30");
  table_test_assert_note (result, "The file has 2 of the 6 people");
  assert_query (self, "SELECT count (*) FROM person WHERE \"until\" IS NOT NULL", "0");
  g_clear_pointer (&result, remit_import_result_free);

  /* by name alone nobody knows who else there would be */
  result = csv_fixture_import (self, "names.csv", "Name\nAda\nBela\nCem\nDora\n");
  g_assert_cmpuint (result->missing->len, ==, 0);
}

/* Who begins later cannot end before. */
static void
test_begins_later (CsvFixture *self,
                   gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self, "Number,Name,From\n1,Ada,\n2,Bela,2026-06-01\n3,Cem,\n", 3);
  result = import_ending (self, HEADER "1,Ada,,\n3,Cem,,\n", "2026-03-30");
  table_test_assert_note (result, "Bela starts after this end date");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 0, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("REMIT_TODAY", "2026-03-31", TRUE);
#define ADD(path, func) \
  g_test_add ("/table/match/" path, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("address", test_address);
  ADD ("numbers", test_numbers);
  ADD ("fold", test_fold);
  ADD ("turned", test_turned);
  ADD ("missing", test_missing);
  ADD ("part", test_part);
  ADD ("begins-later", test_begins_later);
  return g_test_run ();
}
