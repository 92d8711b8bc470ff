/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from CSV: what is made of them, who is who, and what is left out. */
#include <string.h>

#include "remit-table-test.h"

#define HEAD "Employee ID,Full name,E-mail,Job title,Departments,Country,Manager ID,Skills\n"

/* The traits of a real roster: blank addresses, unknown managers, lists, quoted commas, accents. */
static const char roster[] =
  HEAD
  "P1,Zoë Haddad,zoe@example.org,\"Engineer, Platform\",R&D; Tools,Remote,P3,python; sql\n"
  "P2,Gwen Chen,,\"Lead (\"\"a.i.\"\")\",SMB,,?,\n"
  "P3,José O'Connor,jose@example.org,Manager,,Remote,,SQL; go\n"
  "P4,Ada Lovelace,ada@example.org,,,,P9,\n";

static void
test_roster (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", roster);

  table_test_assert_counts (result, REMIT_KIND_PERSON, 4, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_SKILL, 3, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_PERSON_SKILL, 4, 0, 0);
  g_assert_cmpuint (result->n_notes, ==, 2);
  table_test_assert_note (result, "Line 3: Unknown manager “?”; left empty");
  table_test_assert_note (result, "Line 5: Unknown manager “P9”; left empty");
  assert_query (self, "SELECT external_id, name, email, title, unit, location FROM person "
                      "WHERE external_id = 'P1'",
                "P1|Zoë Haddad|zoe@example.org|Engineer, Platform|R&D; Tools|Remote");
  assert_query (self, "SELECT title, email FROM person WHERE external_id = 'P2'",
                "Lead (\"a.i.\")|");
  /* Who comes later in the file is a manager too. */
  assert_query (self, "SELECT m.name FROM person AS p JOIN person AS m ON m.id = p.manager",
                "José O'Connor");
  assert_query (self, "SELECT group_concat (name, '|') FROM (SELECT name FROM skill ORDER BY name)",
                "go|python|sql");
  assert_query (self, "SELECT label ->> 1, label ->> 2 FROM history WHERE seq = 1", "4|people.csv");
}

/* Names of columns, and the fields that they are taken for. */
static const struct {
  const char *header;
  const char *fields;
} headers[] = {
  { "Name", "name" },
  { "Full name,Work email", "name,email" },
  { "employee_id;DISPLAY NAME;Position;Organisation;Office;Reports to;FTE;Hire "
    "date;Last day;Competencies;Comment",
    "number,name,title,unit,location,manager,capacity,from,until,skills,notes" },
  { "Personalnummer\tNachname\tVorname\tE-Mail-Adresse\tStelle\tAbteilung\tStandort\tVorgesetzter",
    "number,last-name,name,email,title,unit,location,manager" },
  { "Arbeitszeit,Eintrittsdatum,Austrittsdatum,Kenntnisse,Bemerkung,Name",
    "capacity,from,until,skills,notes,name" },
  { "First Name,Last Name,Favourite colour", "name,last-name," },
  { "Vorname,Name", "name,last-name" },
};

static void
test_headers (CsvFixture *self,
              gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text = g_strconcat (headers[i].header, "\n", NULL);
      g_autoptr (RemitTableImport) import = csv_fixture_open (self, text);
      g_auto (GStrv) fields = g_strsplit (headers[i].fields, ",", -1);

      g_assert_cmpint (import->kind, ==, REMIT_TABLE_PEOPLE);
      g_assert_cmpuint (g_strv_length (fields), ==,
                        g_strv_length ((GStrv) import->file->headers));
      for (int column = 0; fields[column] != NULL; column++)
        if (*fields[column] != '\0')
          g_assert_cmpint (remit_table_import_get_mapping (import, fields[column]), ==, column);
    }
}

static void
test_mapping (CsvFixture *self,
              gconstpointer data)
{
  g_autoptr (RemitTableImport) import =
    csv_fixture_open (self, "Wer,Name,Was\nAda,x,Engineer\nBela,y,\nChidi,,z\nDora,,\n");
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (remit_table_import_get_sample (import, 0)[0], ==, "Ada");
  g_assert_cmpstr (remit_table_import_get_sample (import, 0)[2], ==, "Chidi");
  g_assert_null (remit_table_import_get_sample (import, 0)[4]);
  /* what is empty is none */
  g_assert_cmpstr (remit_table_import_get_sample (import, 2)[1], ==, "z");
  g_assert_cmpint (remit_table_import_get_mapping (import, "name"), ==, 1);

  g_assert_true (remit_table_import_set_mapping (import, "name", -1, &error));
  g_assert_cmpstr (remit_table_import_find_missing (import)->name, ==, "name");
  g_assert_null (remit_table_import_run (import, self->store, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Wer, Name, Was"));
  g_clear_error (&error);
  g_assert_false (remit_table_import_set_mapping (import, "nobody", 0, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (remit_table_import_set_mapping (import, "name", 3, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (remit_table_import_set_mapping (import, "name", 0, &error));
  g_assert_true (remit_table_import_set_mapping (import, "title", 2, &error));
  result = csv_fixture_run (self, import);
  table_test_assert_counts (result, REMIT_KIND_PERSON, 4, 0, 0);
  table_test_assert_note (result, "The column “Name” was skipped");
  assert_query (self, "SELECT title FROM person WHERE name = 'Ada'", "Engineer");
}

static void
test_values (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Capacity,From,Until,Skills\n"
    "A,80 %,2026-03-31,31.12.2026,\"python:3; sql (4); python\"\n"
    "B,\"0,5\",2026-02-30,03/04/2026,go:7\n"
    "C,lots,soon,2026/3/1,\"a, b\"\n"
    "D,300,,,;;\n"
    "E,,2026-12-31,2026-01-01,\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 5, 0, 0);
  assert_query (self, "SELECT capacity, \"from\", \"until\" FROM person WHERE name = 'A'",
                "80|2026-03-31|2026-12-31");
  assert_query (self, "SELECT capacity, \"from\", \"until\" FROM person WHERE name = 'B'",
                "50||2026-03-04");
  assert_query (self, "SELECT capacity, \"from\", \"until\" FROM person WHERE name = 'C'",
                "100||2026-03-01");
  assert_query (self, "SELECT \"from\", \"until\" FROM person WHERE name = 'E'", "|");
  assert_query (self, "SELECT group_concat (s.name || h.level, '|') FROM person_skill AS h "
                      "JOIN skill AS s ON s.id = h.skill JOIN person AS p ON p.id = h.person "
                      "WHERE p.name = 'A'",
                "python3|sql4");
  table_test_assert_note (result, "Line 3: From: “2026-02-30” is not an unambiguous date");
  table_test_assert_note (result, "The column “Until” was read as month before day, but could");
  table_test_assert_note (result, "The column “Capacity” was read as full-time equivalents, but "
                                  "could");
  table_test_assert_note (result, "Line 3: The level 7 of “go” is not between 1 and 4; skipped");
  table_test_assert_note (result, "Line 4: Capacity: “lots” is not a percentage from 0 to");
  table_test_assert_note (result, "Line 4: From: “soon” is not an unambiguous date");
  table_test_assert_note (result, "Line 5: Capacity: “300” is not a percentage");
  table_test_assert_note (result, "Line 6: The first day is after the last; both were skipped");
  g_assert_cmpuint (result->n_notes, ==, 8);
}

static void
test_duplicates (CsvFixture *self,
                 gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "ID,Name,Email\n"
    "1,Ada,ada@example.org\n"
    "1,Ada again,other@example.org\n"
    ",Ada too,ADA@example.org\n"
    "2,Bela,ada@example.org\n"
    ",Chidi,\n"
    ",Chidi,\n"
    ",,nobody@example.org\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  table_test_assert_note (result, "Line 3: “1” is already in line 2; skipped");
  table_test_assert_note (result, "Line 4: “ADA@example.org” is already in line 2; skipped");
  table_test_assert_note (result, "Line 5: The address “ada@example.org” also belongs to Ada, who "
                                  "has another number");
  table_test_assert_note (result, "Line 7: “Chidi” is already in line 6; skipped");
  table_test_assert_note (result, "Line 8: The name is missing; skipped");
  g_assert_cmpuint (result->n_left_out, ==, 4);
}

static void
test_merge (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = csv_fixture_import (self, "people.csv", roster);
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    HEAD
    "P1,Zoë Haddad-Li,zoe@example.org,,,,P2,python:4\n"
    ",Gwen Chen,gwen@example.org,,,,P3,\n"
    "P3,José O'Connor,jose@example.org,Manager,,Remote,?,\n"
    "P5,Ada Lovelace,ada@example.org,,,,,\n"
    "P9,Nine,,,,,P9,\n");

  /* The number tells the two called Ada apart, whatever their address. */
  table_test_assert_counts (result, REMIT_KIND_PERSON, 2, 2, 1);
  table_test_assert_counts (result, REMIT_KIND_PERSON_SKILL, 0, 1, 0);
  table_test_assert_note (result, "Line 4: Unknown manager “?”; left empty");
  table_test_assert_note (result, "Line 5: The address “ada@example.org” also belongs to Ada "
                                  "Lovelace, who has another number");
  table_test_assert_note (result, "Line 6: Nine cannot be their own manager; skipped");
  /* An empty cell says nothing. */
  assert_query (self, "SELECT name, title FROM person WHERE external_id = 'P1'",
                "Zoë Haddad-Li|Engineer, Platform");
  assert_query (self, "SELECT external_id, email FROM person WHERE name = 'Gwen Chen'",
                "P2|gwen@example.org");
  assert_query (self, "SELECT p.name, m.name FROM person AS p JOIN person AS m ON m.id = p.manager "
                      "WHERE p.external_id = 'P2'",
                "Gwen Chen|José O'Connor");
}

static void
test_managers_by_name (CsvFixture *self,
                       gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Email,Manager\n"
    "Ada,a@example.org,Chidi\n"
    "Bela,b@example.org,c@example.org\n"
    "Chidi,c@example.org,Dora\n"
    "Dora,d1@example.org,\n"
    "Dora,d2@example.org,\n"
    "Emil,e@example.org,emil\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 6, 0, 0);
  assert_query (self, "SELECT group_concat (p.name || m.name, '|') FROM person AS p "
                      "JOIN person AS m ON m.id = p.manager ORDER BY p.name",
                "AdaChidi|BelaChidi");
  table_test_assert_note (result, "Line 4: Unknown manager “Dora”; left empty");
}

/* Whoever reports into a circle is not in it. */
static void
test_circles_of_managers (CsvFixture *self,
                          gconstpointer data)
{
  static const char file[] =
    "Employee ID,Name,Manager\n"
    "0,Zoë,1\n"
    "1,Mira,3\n"
    "2,Jonas,1\n"
    "3,Aiko,2\n"
    "4,Noor,5\n"
    "5,Omar,Noor\n";
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", file);

  table_test_assert_note (result, "Line 3: The managers of Mira form a circle; manager left empty");
  table_test_assert_note (result, "Line 7: The managers of Omar form a circle; manager left empty");
  g_assert_cmpuint (result->n_notes, ==, 2);
  g_assert_cmpuint (result->n_left_out, ==, 0);
  assert_query (self, "SELECT group_concat (p.name || ':' || m.name, ' ') FROM person AS p "
                      "JOIN person AS m ON m.id = p.manager ORDER BY p.external_id",
                "Zoë:Mira Jonas:Mira Aiko:Jonas Noor:Omar");
  g_assert_true (remit_history_undo (self->store, REMIT_HISTORY_UNDO, 0, NULL));
  assert_query (self, "SELECT count (*) FROM person", "0");
  g_assert_true (remit_history_undo (self->store, REMIT_HISTORY_REDO, 0, NULL));
  assert_query (self, "SELECT count (manager) FROM person", "4");
}

/* One manager is in the workspace, the other in the file. */
static void
test_circle_with_workspace (CsvFixture *self,
                            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = csv_fixture_import (self, "people.csv",
                                                            "Number,Name,Manager\n"
                                                            "1,Mira,\n"
                                                            "2,Jonas,1\n");
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv",
                                                             "Number,Name,Manager\n"
                                                             "1,Mira,2\n");

  table_test_assert_note (result, "Line 2: The managers of Mira form a circle; manager left empty");
  assert_query (self, "SELECT name FROM person WHERE manager IS NOT NULL", "Jonas");
}

static const char managers[] =
  "SELECT group_concat (pair, ' ') FROM (SELECT p.name || ':' || m.name AS pair FROM person AS p "
  "JOIN person AS m ON m.id = p.manager ORDER BY p.name)";

/* Mira reports to Jonas, and Jonas to Aiko. */
static void
import_chain (CsvFixture *self)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv", "Number,Name,Manager\n3,Aiko,\n2,Jonas,3\n1,Mira,2\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  assert_query (self, managers, "Jonas:Aiko Mira:Jonas");
}

/* Jonas reports to Mira, and Mira to Aiko. */
static void
check_turned_round (CsvFixture *self,
                    const char *file)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_chain (self);
  result = csv_fixture_import (self, "people.csv", file);
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 2, 0);
  table_test_assert_note (result, "Aiko is no longer in the file");
  g_assert_cmpuint (result->n_notes, ==, 1);
  assert_query (self, managers, "Jonas:Mira Mira:Aiko");
}

static void
test_turned_round (CsvFixture *self,
                   gconstpointer data)
{
  check_turned_round (self, "Number,Name,Manager\n2,Jonas,1\n1,Mira,3\n");
}

static void
test_turned_round_from_above (CsvFixture *self,
                              gconstpointer data)
{
  check_turned_round (self, "Number,Name,Manager\n1,Mira,3\n2,Jonas,1\n");
}

/* What waits in vain is said once, and takes nothing from the others. */
static void
test_turned_into_circle (CsvFixture *self,
                         gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_chain (self);
  result = csv_fixture_import (self, "people.csv",
                               "Number,Name,Manager\n2,Jonas,1\n1,Mira,3\n3,Aiko,2\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON, 0, 2, 1);
  table_test_assert_note (result, "Line 4: The managers of Aiko form a circle; manager left empty");
  g_assert_cmpuint (result->n_notes, ==, 1);
  assert_query (self, managers, "Jonas:Mira Mira:Aiko");
}

static void
test_ragged (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Name,Email,Title\n"
    "Ada\n"
    "Bela,b@example.org,Engineer,more\n"
    "\n"
    ",,\n"
    "Chidi,c@example.org,Engineer,,\n"
    "Dora,\"two\nlines\",Engineer\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 3, 0, 0);
  table_test_assert_note (result, "Line 2: 1 cell, but the header has 3");
  table_test_assert_note (result, "Line 3: 4 cells, but the header has 3; skipped");
  table_test_assert_note (result, "1 empty row was skipped");
  table_test_assert_note (result, "in line 6, has empty cells");
  assert_query (self, "SELECT email FROM person WHERE name = 'Dora'", "two lines");
}

static void
test_cut (CsvFixture *self,
          gconstpointer data)
{
  g_autofree char *name = g_strnfill (100000, 'x');
  g_autofree char *text = g_strconcat ("Name\nÄ", name, "\n", NULL);
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", text);

  table_test_assert_counts (result, REMIT_KIND_PERSON, 1, 0, 0);
  table_test_assert_note (result, "Line 2: Name: the text was cut from 100002");
}

static void
cancel_halfway (double share,
                gpointer data)
{
  if (share > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancelled (CsvFixture *self,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RemitImportOptions options = { .cancellable = cancellable,
                                 .progress = cancel_halfway,
                                 .progress_data = cancellable };
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (RemitTableImport) import = NULL;
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "P%d,Person %d,p%d@example.org,Engineer,,,P%d,go\n", i, i, i,
                            i + 1);
  import = csv_fixture_open (self, text->str);
  g_assert_null (remit_table_import_run (import, self->store, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = remit_test_dump (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (csv_fixture_count_history (self), ==, 0);
}

/* Live objects see what an import did. */
static void
test_live (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, "people.csv", roster);
  GListModel *people = remit_workspace_get_list (self->workspace, REMIT_KIND_PERSON);

  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 4);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                 \
  g_test_add ("/exchange/csv/people/" name, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("roster", test_roster);
  ADD ("headers", test_headers);
  ADD ("mapping", test_mapping);
  ADD ("values", test_values);
  ADD ("duplicates", test_duplicates);
  ADD ("merge", test_merge);
  ADD ("managers-by-name", test_managers_by_name);
  ADD ("circles-of-managers", test_circles_of_managers);
  ADD ("circle-with-workspace", test_circle_with_workspace);
  ADD ("turned-round", test_turned_round);
  ADD ("turned-round-from-above", test_turned_round_from_above);
  ADD ("turned-into-circle", test_turned_into_circle);
  ADD ("ragged", test_ragged);
  ADD ("cut", test_cut);
  ADD ("cancelled", test_cancelled);
  ADD ("live", test_live);
#undef ADD
  return g_test_run ();
}
