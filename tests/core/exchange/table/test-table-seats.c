/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seats from CSV: teams, slots, who sits there, and who sits in too many. */
#include <string.h>

#include "remit-table-test.h"

#define HEAD "Section,Stage,Team,Seat,Employee ID\n"

static const char people[] = "Employee ID,Full name,E-mail\n"
                             "P1,Ada Lovelace,ada@example.org\n"
                             "P2,Bela Bauer,bela@example.org\n"
                             "P3,Chidi Okafor,\n"
                             "P4,Dora Ito,d1@example.org\n"
                             "P5,Dora Ito,d2@example.org\n";

/* The traits of a real file: two teams of one name, vacant and unknown seats, one role twice in a
 * team, somebody in several teams. */
static const char seats[] = HEAD
  "dev,Plan,Boards,Product Manager,P1\n"
  "dev,Plan,Boards,Engineer,P2\n"
  "dev,Plan,Boards,Engineer,TBD\n"
  "dev,Plan,Boards,Engineer,?\n"
  "ops,Run,Boards,Product Manager,P1\n"
  "ops,Run,Monitoring,Product Manager,P1\n"
  "ops,Run,Monitoring,Engineer,P77\n"
  "ops,Run,Monitoring,Designer,\n";

static void
import_people (CsvFixture *self)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", people);

  table_test_assert_counts (result, REMIT_KIND_PERSON, 5, 0, 0);
}

static void
test_seats (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  result = csv_fixture_import (self, "seats.csv", seats);
  table_test_assert_counts (result, REMIT_KIND_PLAN, 1, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_TEAM, 3, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_ROLE, 3, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_SLOT, 8, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 4, 0, 0);
  table_test_assert_note (result,
                          "Line 5: Engineer of Boards: “?” is unknown; the slot is vacant");
  table_test_assert_note (result, "Line 8: Engineer of Monitoring is reserved for “P77”");
  table_test_assert_note (result, "1 slot has an unknown holder and is vacant");
  table_test_assert_note (result,
                          "Ada Lovelace is at 300 % in this plan, with a capacity of 100 %");
  assert_query (self, "SELECT name FROM plan", "seats");
  assert_query (self, "SELECT group_concat (purpose, '|') FROM team WHERE name = 'Boards'",
                "dev · Plan|ops · Run");
  assert_query (self, "SELECT min (allocation), max (allocation) FROM assignment", "100|100");
  assert_query (self, "SELECT label ->> 1, label ->> 2, plan = (SELECT id FROM plan) FROM history "
                      "WHERE seq = (SELECT max (seq) FROM history WHERE op = 'edit')",
                "8|seats.csv|1");
}

static void
test_need_and_allocation (CsvFixture *self,
                          gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  result = csv_fixture_import (self, "seats.csv",
                               "Team;Role;Person;FTE;Allocation;From;Until\n"
                               "A;Engineer;Ada Lovelace;0,6;;2026-01-01;\n"
                               "A;Analyst;BELA@example.org;50 %;20;;\n"
                               "A;Designer;P3;much;99999;bald;\n"
                               "A;Lead;Dora Ito;;;;\n");
  table_test_assert_counts (result, REMIT_KIND_SLOT, 4, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 3, 0, 0);
  assert_query (self, "SELECT group_concat (s.fte || '/' || a.allocation, ' ') FROM assignment "
                      "AS a JOIN slot AS s ON s.id = a.slot",
                "60/60 50/20 100/100");
  table_test_assert_note (result, ": “much” is not a percentage");
  table_test_assert_note (result, "Line 4: Allocation: “99999” is not a percentage");
  table_test_assert_note (result, "Line 4: From: “bald” is not an unambiguous date");
  table_test_assert_note (result, "Line 5: Lead of A: several people are named “Dora Ito”; the "
                                  "slot is vacant");
}

/* A later file changes who sits where, and fills what was vacant. */
static void
test_merge (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  first = csv_fixture_import (self, "seats.csv", seats);
  result = csv_fixture_import (self, "seats.csv", HEAD "dev,Plan,Boards,Product Manager,P3\n"
                                                       "dev,Plan,Boards,Engineer,P2\n"
                                                       "dev,Plan,Boards,Engineer,P4\n"
                                                       "dev,Plan,Boards,Lead,P5\n"
                                                       "ops,Run,Boards,Product Manager,TBD\n");
  table_test_assert_counts (result, REMIT_KIND_PLAN, 0, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_TEAM, 0, 0, 2);
  table_test_assert_counts (result, REMIT_KIND_ROLE, 1, 0, 2);
  table_test_assert_counts (result, REMIT_KIND_SLOT, 1, 0, 4);
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 2, 1, 1);
  table_test_assert_note (result, "The slots were added to the existing plan “seats”");
  table_test_assert_note (result,
                          "Line 2: Product Manager of Boards: Chidi Okafor replaces another person "
                          "in the slot");
  table_test_assert_note (result, "Line 6: Product Manager of Boards is vacant in the file but "
                                  "filled in the plan; left unchanged");
}

static void
test_chosen_plan (CsvFixture *self,
                  gconstpointer data)
{
  g_autoptr (RemitTableImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RemitImportOptions options = { .plan = remit_test_add_plan (self->store, "Mine") };

  import = csv_fixture_open (self, seats);
  g_assert_cmpint (import->kind, ==, REMIT_TABLE_SEATS);
  result = remit_table_import_run (import, self->store, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan, ==, options.plan);
  table_test_assert_counts (result, REMIT_KIND_PLAN, 0, 0, 0);
  table_test_assert_note (result, "5 slots are reserved by name");
  assert_query (self, "SELECT count (DISTINCT plan), max (plan) = (SELECT id FROM plan) FROM team",
                "1|1");

  options.plan = 1234;
  g_assert_null (remit_table_import_run (import, self->store, &options, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
}

/* Seats of a real size: whoever sits in 23 of them is reported, not refused. */
static void
test_many (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  for (int i = 0; i < 576; i++)
    g_string_append_printf (text, "s,s,Team %d,Role %d,%s\n", i % 58, i / 58 % 7,
                            i < 23 ? "P1" : i % 5 == 0 ? "?"
                                          : i % 7 == 0 ? "TBD"
                                                       : "P2");
  result = csv_fixture_import (self, "Größe.of.teams.csv", text->str);
  table_test_assert_counts (result, REMIT_KIND_TEAM, 58, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_SLOT, 576, 0, 0);
  table_test_assert_note (result, "Ada Lovelace is at 2300 % in this plan");
  assert_query (self, "SELECT name FROM plan", "Größe.of.teams");
}

static void
test_left_out (CsvFixture *self,
               gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "seats.csv", "Team,Role\n,Engineer\nA,\nA,Engineer\n");

  table_test_assert_counts (result, REMIT_KIND_SLOT, 1, 0, 0);
  table_test_assert_note (result, "Line 2:");
  table_test_assert_note (result, "Line 3:");
  g_assert_cmpuint (result->n_notes, >=, 2);
}

static void
test_cancelled (CsvFixture *self,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RemitImportOptions options = { .cancellable = cancellable };
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, seats);
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_table_import_run (import, self->store, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = remit_test_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

/* People are taken for seats when the user says so, and the mapping is guessed anew. */
static void
test_kind (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, "Name,Team,Role\nAda,A,Engineer\n");

  remit_table_import_set_kind (import, REMIT_TABLE_SEATS);
  g_assert_cmpint (remit_table_import_get_mapping (import, "person"), ==, 0);
  g_assert_cmpint (remit_table_import_get_mapping (import, "team"), ==, 1);
  remit_table_import_set_kind (import, REMIT_TABLE_PEOPLE);
  g_assert_cmpint (remit_table_import_get_mapping (import, "name"), ==, 0);
  g_assert_cmpint (remit_table_import_get_mapping (import, "person"), ==, -1);
}

/* Rows with one number are of one slot, whoever is in it, and when. */
static void
test_numbers (CsvFixture *self,
              gconstpointer data)
{
  static const char rows[] =
    "Team,Role,Slot number,Slot name,Person,Allocation,Assigned from,Assigned until\n"
    "Fraud,Engineer,1,First,Ada,50%,,\n"
    "Fraud,Engineer,1,First,Bela,30%,2026-01-01,2026-03-31\n"
    "Fraud,Engineer,1,First,Bela,40%,2026-04-01,\n"
    "Fraud,Engineer,2,Second,,,,\n"
    "Fraud,Engineer,two,,,,,\n"
    "Fraud,Analyst,1,,Chidi,,,\n";
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) other = NULL;

  remit_test_add_person (self->store, "Ada");
  remit_test_add_person (self->store, "Bela");
  remit_test_add_person (self->store, "Chidi");
  result = csv_fixture_import (self, "Plan.csv", rows);
  table_test_assert_counts (result, REMIT_KIND_SLOT, 4, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 4, 0, 0);
  table_test_assert_note (result, "Line 6: “two” is not a slot number");
  assert_query (self,
                "SELECT group_concat (p.name || a.allocation || coalesce (a.\"from\", ''), ' ')"
                " FROM assignment AS a JOIN slot AS s ON s.id = a.slot"
                " JOIN person AS p ON p.id = a.person WHERE s.name = 'First'",
                "Ada50 Bela302026-01-01 Bela402026-04-01");

  /* the second one is filled, and in the first Ada makes room for Chidi, while Bela stays */
  other = csv_fixture_import (
    self, "Plan.csv",
    "Team,Role,Slot number,Person,Allocation,Assigned from,Assigned until\n"
    "Fraud,Engineer,2,Ada,60%,,\n"
    "Fraud,Engineer,1,Bela,30%,2026-01-01,2026-03-31\n"
    "Fraud,Engineer,1,Bela,45%,2026-04-01,\n"
    "Fraud,Engineer,1,Chidi,20%,,\n");
  table_test_assert_counts (other, REMIT_KIND_SLOT, 0, 0, 2);
  assert_query (self,
                "SELECT group_concat (p.name || a.allocation, ' ')"
                " FROM assignment AS a JOIN slot AS s ON s.id = a.slot"
                " JOIN person AS p ON p.id = a.person WHERE s.name = 'First' ORDER BY a.id",
                "Chidi20 Bela30 Bela45");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                \
  g_test_add ("/exchange/csv/seats/" name, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("seats", test_seats);
  ADD ("need-and-allocation", test_need_and_allocation);
  ADD ("merge", test_merge);
  ADD ("chosen-plan", test_chosen_plan);
  ADD ("many", test_many);
  ADD ("left-out", test_left_out);
  ADD ("cancelled", test_cancelled);
  ADD ("kind", test_kind);
  ADD ("numbers", test_numbers);
#undef ADD
  return g_test_run ();
}
