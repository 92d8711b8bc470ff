/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status, last day and leave of people. Today is the 31st of March 2026. */
#include "exchange/table/remit-table-status.h"
#include "remit-table-test.h"

static void
test_words (void)
{
  const struct
  {
    const char *text;
    RemitTableStatus status;
  } words[] = {
    { "Active", REMIT_TABLE_STATUS_ACTIVE },
    { "ACTIVE - full time", REMIT_TABLE_STATUS_ACTIVE },
    { "Im Dienst", REMIT_TABLE_STATUS_ACTIVE },
    { "Sí", REMIT_TABLE_STATUS_ACTIVE },
    { "在籍中", REMIT_TABLE_STATUS_ACTIVE },
    { "在职", REMIT_TABLE_STATUS_ACTIVE },
    { "TRUE", REMIT_TABLE_STATUS_ACTIVE },
    { "Pre-Hire", REMIT_TABLE_STATUS_COMING },
    { "入社予定", REMIT_TABLE_STATUS_COMING },
    { "On Leave (Parental)", REMIT_TABLE_STATUS_LEAVE },
    { "Elternzeit", REMIT_TABLE_STATUS_LEAVE },
    { "Congé maternité", REMIT_TABLE_STATUS_LEAVE },
    { "Baja médica", REMIT_TABLE_STATUS_LEAVE },
    { "Baja", REMIT_TABLE_STATUS_LEFT },
    { "In aspettativa", REMIT_TABLE_STATUS_LEAVE },
    { "Afastada", REMIT_TABLE_STATUS_LEAVE },
    { "Ouderschapsverlof", REMIT_TABLE_STATUS_LEAVE },
    { "Urlop wychowawczy", REMIT_TABLE_STATUS_LEAVE },
    { "Inactive", REMIT_TABLE_STATUS_INACTIVE },
    { "nicht aktiv", REMIT_TABLE_STATUS_INACTIVE },
    { "Suspended", REMIT_TABLE_STATUS_INACTIVE },
    { "false", REMIT_TABLE_STATUS_INACTIVE },
    { "Terminated (voluntary)", REMIT_TABLE_STATUS_LEFT },
    { "T", REMIT_TABLE_STATUS_LEFT },
    { "ausgeschieden", REMIT_TABLE_STATUS_LEFT },
    { "Licenciée", REMIT_TABLE_STATUS_LEFT },
    { "Cessato", REMIT_TABLE_STATUS_LEFT },
    { "Desligado", REMIT_TABLE_STATUS_LEFT },
    { "Uit dienst", REMIT_TABLE_STATUS_LEFT },
    { "Zwolniona", REMIT_TABLE_STATUS_LEFT },
    { "退職済み", REMIT_TABLE_STATUS_LEFT },
    { "已离职", REMIT_TABLE_STATUS_LEFT },
    { "Contractor", REMIT_TABLE_STATUS_UNKNOWN },
    { "Activewear", REMIT_TABLE_STATUS_UNKNOWN },
    { "Texas", REMIT_TABLE_STATUS_UNKNOWN },
    { "", REMIT_TABLE_STATUS_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (remit_table_status_parse (words[i].text) != words[i].status)
      g_error ("“%s” is %d", words[i].text, remit_table_status_parse (words[i].text));
}

/* Whoever has left ends; with no day in the file, yesterday, or is not taken at all. */
static void
test_left (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) before = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  before = csv_fixture_import (self, "old.csv", "Number,Name\n1,Ada\n2,Bela\n3,Cem\n");
  result = csv_fixture_import (self, "new.csv",
                               "Number,Name,Employment Status,Termination Date\n"
                               "1,Ada,Active,\n"
                               "2,Bela,Terminated,\n"
                               "3,Cem,Terminated,2026-02-28\n"
                               "4,Dora,Terminated,2026-01-15\n"
                               "5,Emil,Inactive,\n"
                               "6,Fay,Active,2026-12-31\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 2, 1);
  g_assert_cmpuint (result->n_left_out, ==, 1);
  assert_query (self,
                "SELECT group_concat (name || ' ' || coalesce (\"until\", '-'), '|') "
                "FROM (SELECT * FROM person ORDER BY name)",
                "Ada -|Bela 2026-03-30|Cem 2026-02-28|Dora 2026-01-15|Fay 2026-12-31");
  table_test_assert_note (result, "Line 3: Status “Terminated” without a last day: end set to");
  table_test_assert_note (result, "Line 4: Status “Terminated”: end set to the day in the file");
  table_test_assert_note (result, "Line 6: Status “Inactive” without a last day, for a person who "
                                  "is not in the workspace; skipped");
}

/* What is no day ends nobody on it. */
static void
test_bad_day (CsvFixture *self,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  result = csv_fixture_import (self, "new.csv",
                               "Name,Status,Until\nAda,Active,\nBela,Left,soon\n"
                               "Cem,Left,2026-99-99\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 1, 0, 0);
  g_assert_cmpuint (result->n_left_out, ==, 2);
}

/* A leave is an absence; when it has no last day, it ends when the person is active again. */
static void
test_leave (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (RemitImportResult) third = NULL;
  const char *query = "SELECT group_concat (name || ' ' || a.\"from\" || ' ' || a.\"until\", '|') "
                      "FROM (SELECT * FROM absence ORDER BY id) AS a "
                      "JOIN person AS p ON p.id = a.person";

  first = csv_fixture_import (self, "a.csv",
                              "Name,Status,Leave start,Leave end\n"
                              "Ada,On leave,01.02.2026,30.06.2026\n"
                              "Bela,On leave,2026-03-01,\n"
                              "Cem,Parental leave,,\n"
                              "Dora,Active,2026-07-01,2026-07-14\n"
                              "Emil,Active,,\n"
                              "Fay,On leave,,2026-04-15\n"
                              "Gus,,2026-09-01,2026-08-01\n"
                              "Hana,,2026-09-01,\n");
  table_test_assert_counts (first, REMIT_KIND_ABSENCE, 5, 0, 0);
  assert_query (self, query,
                "Ada 2026-02-01 2026-06-30|Bela 2026-03-01 9999-12-31|Cem 2026-03-31 9999-12-31|"
                "Dora 2026-07-01 2026-07-14|Fay 2026-03-31 2026-04-15");
  table_test_assert_note (first, "Line 3: Status “On leave” without a last day: absent until");
  table_test_assert_note (first, "Line 8: The leave ends before it starts; skipped");
  table_test_assert_note (first, "Line 9: The leave has no last day; skipped");

  second = csv_fixture_import (self, "b.csv",
                               "Name,Status,Leave start,Leave end\n"
                               "Ada,On leave,01.02.2026,31.05.2026\n"
                               "Bela,Active,,\n"
                               "Cem,On leave,,30.04.2026\n"
                               "Dora,Active,2026-07-01,2026-07-21\n"
                               "Fay,On leave,2026-04-01,2026-04-10\n");
  table_test_assert_counts (second, REMIT_KIND_ABSENCE, 0, 4, 1);
  assert_query (self, query,
                "Ada 2026-02-01 2026-05-31|Bela 2026-03-01 2026-03-30|Cem 2026-03-31 2026-04-30|"
                "Dora 2026-07-01 2026-07-21|Fay 2026-03-31 2026-04-15");
  table_test_assert_note (second, "Line 3: Status “Active”: the open-ended absence was ended");

  third = csv_fixture_import (self, "c.csv", "Name,Status\nEmil,Sick leave\n");
  table_test_assert_counts (third, REMIT_KIND_ABSENCE, 1, 0, 0);
  g_clear_pointer (&third, remit_import_result_free);
  third = csv_fixture_import (self, "d.csv", "Name,Status\nEmil,Active\n");
  g_assert_cmpuint (third->removed[REMIT_KIND_ABSENCE], ==, 1);
  assert_query (self, "SELECT count (*) FROM absence", "5");
}

/* In other languages; and columns called so that say something else. */
static void
test_languages (CsvFixture *self,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  result = csv_fixture_import (self, "a.csv",
                               "Mitarbeiter;Beschäftigungsstatus;Austrittsdatum\n"
                               "Ada;aktiv;\nBela;ausgeschieden;31.12.2025\nCem;ehemalig;\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 0, 0);
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "b.csv",
                               "氏名,在籍状況,退職日\n山田 太郎,在籍,\n佐藤 花子,退職,2025/12/31\n"
                               "鈴木 一,退職,\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 0, 0);
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "c.csv",
                               "Nombre completo,Estado\nEva Ruiz,Jalisco\nIvo Paz,Sonora\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 0, 0);
  table_test_assert_note (result, "The column “Estado” was skipped");
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "d.csv",
                               "Name,Active\nIan,yes\nJoe,no\nKim,true\nLea,perhaps\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  table_test_assert_note (result, "Line 5: Unknown status “perhaps”; treated as active");
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "e.csv", "Name,Status,Start date\nMax,Pre-hire,\n"
                                              "Nia,Pre-hire,2026-05-01\nOla,Active,\n");
  table_test_assert_note (result, "Line 2: Status “Pre-hire” without a first day");
  g_assert_cmpuint (result->n_notes, ==, 1);
}

/* Seats have a status of their own. */
static void
test_seats (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitTableImport) import =
    csv_fixture_open (self, "Team,Role,Name,Status\nBoards,Lead,Ada,Active\n");

  g_assert_cmpint (import->kind, ==, REMIT_TABLE_SEATS);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("REMIT_TODAY", "2026-03-31", TRUE);
  g_test_add_func ("/table/status/words", test_words);
#define ADD(path, func) \
  g_test_add ("/table/status/" path, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("left", test_left);
  ADD ("bad-day", test_bad_day);
  ADD ("leave", test_leave);
  ADD ("languages", test_languages);
  ADD ("seats", test_seats);
  return g_test_run ();
}
