/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are months, and amounts that change with them. Today is the 31st of March 2026. */
#include "exchange/table/remit-table-mapping.h"
#include "exchange/table/remit-table-saved.h"
#include "model/remit-day.h"
#include "remit-table-test.h"

static char *
dup_periods (const char *line)
{
  g_auto (GStrv) headers = g_strsplit (line, ";", -1);
  gboolean is_guessed;
  g_autoptr (GArray) periods =
    remit_table_periods_find ((const char *const *) headers, 2026, &is_guessed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const RemitTablePeriod *period = &g_array_index (periods, RemitTablePeriod, i);
      char from[11], until[11];

      remit_day_format (period->from, from);
      remit_day_format (period->until, until);
      g_string_append_printf (text, "%s%u:%s/%s", i > 0 ? " " : "", period->column, from, until);
    }
  return g_string_free (text, FALSE);
}

#define JAN "0:2026-01-01/2026-01-31 "
#define FEB "1:2026-02-01/2026-02-28"

static void
test_headers (void)
{
  const struct
  {
    const char *headers;
    const char *periods;
  } cases[] = {
    { "Jan 2026;Feb 2026", JAN FEB },
    { "2026-01;2026-02", JAN FEB },
    { "01/2026;02.2026", JAN FEB },
    { "202601;202602", JAN FEB },
    { "Jan-26;Feb-26", JAN FEB },
    { "Jan '26;Feb '26", JAN FEB },
    { "2026-01-01;2026-02-01", JAN FEB },
    { "01.01.2026;01.02.2026", JAN FEB },
    { "1/1/2026;2/1/2026", JAN FEB },
    { "January;February", JAN FEB },
    { "Jänner;Februar", JAN FEB },
    { "janv. 2026;févr. 2026", JAN FEB },
    { "ene 2026;feb 2026", JAN FEB },
    { "gen 26;feb 26", JAN FEB },
    { "stycznia 2026;lutego 2026", JAN FEB },
    { "2026年1月;2026年2月", JAN FEB },
    { "1月;2月", JAN FEB },
    { "FTE Jan 2026 (%);Feb 2026 FTE", JAN FEB },
    { "Jan (h);Feb (h)", JAN FEB },
    { "Q1 2026;2026 Q2", "0:2026-01-01/2026-03-31 1:2026-04-01/2026-06-30" },
    { "1. Quartal;2. Quartal", "0:2026-01-01/2026-03-31 1:2026-04-01/2026-06-30" },
    { "T3;T4", "0:2026-07-01/2026-09-30 1:2026-10-01/2026-12-31" },
    { "第1四半期;第2四半期", "0:2026-01-01/2026-03-31 1:2026-04-01/2026-06-30" },
    { "H1 2026;H2 2026", "0:2026-01-01/2026-06-30 1:2026-07-01/2026-12-31" },
    { "2026;2027", "0:2026-01-01/2026-12-31 1:2027-01-01/2027-12-31" },
    /* on into the next year; in another order; twice; with their sums */
    { "Nov;Dec;Jan", "0:2026-11-01/2026-11-30 1:2026-12-01/2026-12-31 2:2027-01-01/2027-01-31" },
    { "Feb 2026;Jan 2026", "1:2026-01-01/2026-01-31 0:2026-02-01/2026-02-28" },
    { "Jan 2026;2026-01;Feb 2026", JAN "2:2026-02-01/2026-02-28" },
    { "Jan 2026;Feb 2026;Q1 2026;2026", JAN FEB },
    /* what is none, or stands alone */
    { "Jan 2026", "" },
    { "May;Name", "" },
    { "2026-13;2026-00", "" },
    { "2/2/2026;3/2/2026", "" },
    { "Q5;Q0", "" },
    { "Actual Jan;Plan Feb", "" },
    { "1;2;3", "" },
    { "FTE;%;h", "" },
    { "99999999999999999999;0000000000", "" },
    { ";;", "" },
    { "Jan Feb;Mar Apr", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *periods = dup_periods (cases[i].headers);

      g_test_message ("%s", cases[i].headers);
      g_assert_cmpstr (periods, ==, cases[i].periods);
    }
}

/* Every assignment, by person and day. */
#define ASSIGNMENTS                                                                          \
  "SELECT group_concat (name || ' ' || allocation || ' ' || coalesce (a.\"from\", '') || '/' " \
  "  || coalesce (a.\"until\", ''), '|') "                                                     \
  "FROM (SELECT * FROM assignment ORDER BY person, \"from\") AS a "                           \
  "JOIN person AS p ON p.id = a.person"

static void
import_people (CsvFixture *self)
{
  g_autoptr (RemitImportResult) result =
    csv_fixture_import (self, "people.csv", "Name\nAda\nBela\nCem\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
}

/* Neighbours of one value are one; months without one are none. */
static void
test_seats (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  result = csv_fixture_import (self, "seats.csv",
                               "Team,Role,Person,Jan 2026,Feb 2026,Mar 2026,Apr 2026\n"
                               "T,Lead,Ada,0.5,0.5,1,1\n"
                               "T,Dev,Bela,0.8,0,,80%\n"
                               "T,Dev,Vacant,,0.4,0.6,\n"
                               "T,Test,Cem,,,,\n"
                               "T,Ops,Cem,x,0.2,,\n");
  table_test_assert_counts (result, REMIT_KIND_SLOT, 5, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 5, 0, 0);
  assert_query (self, ASSIGNMENTS,
                "Ada 50 2026-01-01/2026-02-28|Ada 100 2026-03-01/2026-04-30|"
                "Bela 80 2026-01-01/2026-01-31|Bela 80 2026-04-01/2026-04-30|"
                "Cem 20 2026-02-01/2026-02-28");
  assert_query (self,
                "SELECT fte FROM slot WHERE id NOT IN (SELECT slot FROM assignment) "
                "ORDER BY fte LIMIT 1",
                "60");
  table_test_assert_note (result, "Line 5: Test of T: no month has an allocation of Cem");
  table_test_assert_note (result, "Line 6: Jan 2026: “x” is not a percentage");
}

/* A newer file says all of its months, and what lies in none of them stays. */
static void
test_again (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (RemitImportResult) third = NULL;

  import_people (self);
  first = csv_fixture_import (self, "seats.csv",
                              "Team,Role,Person,Allocation\nT,Lead,Ada,70\nT,Dev,Bela,100\n");
  assert_query (self, ASSIGNMENTS, "Ada 70 /|Bela 100 /");
  second = csv_fixture_import (self, "seats.csv",
                               "Team;Role;Person;01/2026;02/2026;03/2026\n"
                               "T;Lead;Ada;50;50;75\nT;Dev;Cem;100;50;50\n");
  table_test_assert_note (second, "Line 2: Lead of T: the months replace an earlier allocation of");
  table_test_assert_note (second, "Line 3: Dev of T: Cem replaces another person in the slot");
  assert_query (self, ASSIGNMENTS,
                "Ada 50 2026-01-01/2026-02-28|Ada 75 2026-03-01/2026-03-31|"
                "Cem 100 2026-01-01/2026-01-31|Cem 50 2026-02-01/2026-03-31");
  third = csv_fixture_import (self, "seats.csv",
                              "Team;Role;Person;02/2026;03/2026;04/2026\n"
                              "T;Lead;Ada;50;75;75\nT;Dev;Cem;50;50;60\n");
  assert_query (self, ASSIGNMENTS,
                "Ada 50 2026-02-01/2026-02-28|Ada 75 2026-03-01/2026-04-30|"
                "Cem 100 2026-01-01/2026-01-31|Cem 50 2026-02-01/2026-03-31|"
                "Cem 60 2026-04-01/2026-04-30");
  g_assert_cmpuint (third->same[REMIT_KIND_ASSIGNMENT], ==, 1);
  g_clear_pointer (&third, remit_import_result_free);

  /* one number for all time does not flatten it */
  third = csv_fixture_import (self, "seats.csv",
                              "Team,Role,Person,Allocation\nT,Dev,Cem,90\nT,Lead,Ada,\n");
  table_test_assert_note (third, "Line 2: Dev of T: the allocation of Cem changes over time");
  g_assert_cmpuint (third->same[REMIT_KIND_ASSIGNMENT], ==, 5);
}

/* All months are in one unit, which can be said; and months can be left out. */
static void
test_readings (CsvFixture *self,
               gconstpointer data)
{
  const char *text = "Team,Role,Person,FTE,Jan,Feb\nT,Lead,Ada,1,20,40\n";
  g_autoptr (RemitTableImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  import = csv_fixture_open (self, text);
  g_assert_true (remit_table_import_is_by_month (import));
  g_assert_cmpint (remit_table_import_get_mapping (import, "need"), ==, 3);
  g_assert_nonnull (remit_table_import_get_period (import, 5));
  g_assert_null (remit_table_import_get_period (import, 3));
  g_assert_true (remit_table_import_choose (import, "allocation", "hours-a-week", NULL));
  result = csv_fixture_run (self, import);
  assert_query (self, ASSIGNMENTS,
                "Ada 50 2026-01-01/2026-01-31|Ada 100 2026-02-01/2026-02-28");
  table_test_assert_note (result, "“Jan” has no year");

  g_clear_pointer (&import, remit_table_import_free);
  import = csv_fixture_open (self, text);
  g_assert_true (remit_table_import_set_mapping (import, "allocation", -1, NULL));
  g_assert_false (remit_table_import_is_by_month (import));
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_run (self, import);
  table_test_assert_note (result, "The column “Feb” was skipped");
}

/* A mapping that is kept is for the next file, which has other months. */
static void
test_saved (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitTableImport) import =
    csv_fixture_open (self, "Team,Role,Person,Jan 2026,Feb 2026\nT,Lead,Ada,20,40\n");
  g_autoptr (RemitTableImport) next = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (remit_table_import_choose (import, "allocation", "hours-a-week", NULL));
  text = remit_table_saved_dup_text (import);
  next = csv_fixture_open (self, "Team,Role,Person,Mar 2026,Apr 2026\nT,Lead,Ada,20,40\n");
  g_assert_true (remit_table_saved_apply (next, text, &error));
  g_assert_no_error (error);
  g_assert_true (remit_table_import_is_by_month (next));
  g_assert_cmpint (next->readings[REMIT_TABLE_SEATS_ALLOCATION].unit, ==,
                   REMIT_TABLE_UNIT_HOURS_A_WEEK);

  /* one without months has none */
  g_clear_pointer (&next, remit_table_import_free);
  next = csv_fixture_open (self, "Team,Role,Person\nT,Lead,Ada\n");
  g_assert_true (remit_table_saved_apply (next, text, &error));
  g_assert_false (remit_table_import_is_by_month (next));
}

/* A person has one capacity: this month's. */
static void
test_people (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  result = csv_fixture_import (self, "people.csv",
                               "Name,Q1 2026,Q2 2026,Q3 2026\nAda,1,0.5,0.2\nBela,0.8,1,1\n");
  assert_query (self, "SELECT group_concat (capacity, '|') FROM person", "100|80");
  table_test_assert_note (result, "The capacity is that of “Q1 2026”; 2 columns for other times");
  g_assert_cmpuint (result->n_notes, ==, 1);
  g_clear_pointer (&result, remit_import_result_free);

  result = csv_fixture_import (self, "people.csv", "Name,FTE,May 2026,Jun 2026\nAda,0.6,1,0.5\n");
  assert_query (self, "SELECT capacity FROM person WHERE name = 'Ada'", "60");
  table_test_assert_note (result, "The column “May 2026” was skipped");
  g_clear_pointer (&result, remit_import_result_free);

  /* the next one, and the last one */
  result = csv_fixture_import (self, "people.csv", "Name,Mai 2026,Juni 2026\nAda,0.3,0.5\n");
  assert_query (self, "SELECT capacity FROM person WHERE name = 'Ada'", "30");
  g_clear_pointer (&result, remit_import_result_free);
  result = csv_fixture_import (self, "people.csv", "Name,May 2025,Jun 2025\nAda,0.3,0.5\n");
  assert_query (self, "SELECT capacity FROM person WHERE name = 'Ada'", "50");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("REMIT_TODAY", "2026-03-31", TRUE);
  g_test_add_func ("/table/period/headers", test_headers);
#define ADD(path, func) \
  g_test_add ("/table/period/" path, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("seats", test_seats);
  ADD ("again", test_again);
  ADD ("readings", test_readings);
  ADD ("saved", test_saved);
  ADD ("people", test_people);
  return g_test_run ();
}
