/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and seats from CSV on the command line. */
#include <string.h>

#include "remit-cli-test.h"

static const char people[] = "Nr;Name;Standort;Vorgesetzter;Kenntnisse\n"
                             "1;Ada Lovelace;London;?;C; GTK\n"
                             "2;Zoë Ito;Lisbon;1;\"C; SQL\"\n";
static const char seats[] = "Section,Stage,Team,Seat,Employee ID\n"
                            "dev,Plan,Boards,Engineer,2\n"
                            "dev,Plan,Boards,Lead,2\n"
                            "dev,Plan,Boards,Analyst,TBD\n"
                            "dev,Plan,Boards,Designer,?\n";

static gint64
count (JsonObject *object,
       const char *what,
       const char *kind)
{
  return json_object_get_int_member_with_default (json_object_get_object_member (object, what),
                                                  kind, 0);
}

static const char *
get_field (JsonObject *object,
           guint column)
{
  JsonArray *columns = json_object_get_array_member (object, "columns");
  JsonArray *fields = json_object_get_array_member (json_array_get_object_element (columns, column),
                                                    "fields");

  return json_array_get_length (fields) > 0 ? json_array_get_string_element (fields, 0) : NULL;
}

static void
test_people (CliTest *self,
             gconstpointer data)
{
  const char *file = cli_test_write (self, "people.csv", people);
  JsonObject *object;

  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 1);
  cli_test_assert_output (self, "Read as people, in UTF-8, separated by ;");
  cli_test_assert_output (self, "Vorgesetzter  manager");
  cli_test_assert_output (self, "Line 2: 6 cells, but the header has 5; skipped");
  cli_test_assert_output (self, "Added: 2 skills, 1 person, 2 skill records");
  cli_test_assert_output (self, "Skipped: 1 row\n");

  object = cli_test_run_json (self, "import", file, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "n_left_out"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "as"), ==, "people");
  g_assert_cmpstr (json_object_get_string_member (object, "encoding"), ==, "UTF-8");
  g_assert_cmpstr (json_object_get_string_member (object, "separator"), ==, ";");
  g_assert_cmpstr (get_field (object, 4), ==, "skills");
  g_assert_cmpint (count (object, "added", "person"), ==, 0);
  g_assert_cmpint (count (object, "same", "person"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "n_notes"), ==, 2);

  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  cli_test_assert_output (self, "Import 1 person from people.csv");
  g_assert_cmpint (cli_test_run (self, "redo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

/* Seats wait for people unless they are not to, and nothing else does. */
static void
test_waiting (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  const char *seats_file = cli_test_write (self, "team.csv",
                                           "Team,Role,Person,Allocation\nHot,Cook,Ida Ek,40 %\n");
  const char *people_file = cli_test_write (self, "new.csv", "Name,E-mail\nIda Ek,i@x.org\n");

  g_assert_cmpint (cli_test_run (self, "import", people_file, "--no-waiting", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "import", seats_file, "--no-waiting", "--dry-run", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "“Ida Ek” is unknown; the slot is vacant"));
  g_assert_null (strstr (self->output, "1 slot waits"));
  g_assert_cmpint (cli_test_run (self, "import", seats_file, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "1 slot is reserved by name"));
  g_assert_cmpint (cli_test_run (self, "list", "slots", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Ida Ek"));
  g_assert_cmpint (cli_test_run (self, "add", "person", "name=Ida Ek", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "list", "assignments", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "40 %"));
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Add Ida Ek, for whom 1 slot was reserved"));
  g_assert_cmpint (cli_test_run (self, "import", people_file, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Cook of Hot was reserved for Ida Ek, who is now "
                                          "assigned"));
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static void
test_seats (CliTest *self,
            gconstpointer data)
{
  const char *file = cli_test_write (self, "seats.csv", seats);
  g_autofree char *plan = NULL;
  JsonObject *object;

  cli_test_run (self, "import", cli_test_write (self, "p.csv", "ID,Name\n2,Zoë Ito\n"), NULL);
  object = cli_test_run_json (self, "import", file, "--dry-run", NULL);
  g_assert_true (json_object_get_boolean_member (object, "dry_run"));
  g_assert_cmpint (count (object, "added", "slot"), ==, 4);
  object = cli_test_run_json (self, "import", file, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "as"), ==, "seats");
  g_assert_cmpint (count (object, "added", "slot"), ==, 4);
  g_assert_cmpint (count (object, "added", "assignment"), ==, 2);
  plan = g_strdup (json_object_get_string_member (object, "plan"));
  object = cli_test_run_json (self, "import", file, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "plan"), ==, plan);
  g_assert_cmpint (count (object, "same", "slot"), ==, 4);

  g_assert_cmpint (cli_test_run (self, "plan", "new", "Mine", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "import", file, "--plan", "Mine", NULL), ==, 0);
  cli_test_assert_output (self, "Line 5: Designer of Boards: “?” is unknown; the slot is vacant");
  cli_test_assert_output (self, "Zoë Ito is at 200 % in this plan, with a capacity of 100 %");
  cli_test_assert_output (self, "1 team, 4 slots, 2 assignments");
}

/* What many lines have in common is one line, unless all are asked for. */
static void
test_verbose (CliTest *self,
              gconstpointer data)
{
  const char *file = cli_test_write (self, "people.csv",
                                     "Name,Email,Manager,Capacity\nAda,a@example.org,?,1x\n"
                                     "Bela,b@example.org,?,2x\nCem,c@example.org,?,3x\n"
                                     "Dora,d@example.org,?,4x\n");
  JsonArray *groups;
  JsonObject *group;

  g_assert_cmpint (cli_test_run (self, "import", "--dry-run", file, NULL), ==, 0);
  cli_test_assert_output (self, "Unknown manager “?”; left empty: 4 lines (2, 3, 4, 5)\n");
  cli_test_assert_output (self,
                          "or skipped: 4 lines (2, 3, 4, 5); first: Capacity: “1x” is not");
  cli_test_assert_output (self, "--verbose lists");
  g_assert_null (strstr (self->output, "Line 4"));
  g_assert_cmpint (cli_test_run (self, "import", "--dry-run", "--verbose", file, NULL), ==, 0);
  cli_test_assert_output (self, "Line 4: Unknown manager “?”; left empty\n");
  cli_test_assert_output (self, "Line 5: Capacity: “4x” is not");
  g_assert_null (strstr (self->output, "--verbose"));

  groups = json_object_get_array_member (cli_test_run_json (self, "import", file, NULL),
                                         "note_groups");
  g_assert_cmpuint (json_array_get_length (groups), ==, 2);
  group = json_array_get_object_element (groups, 0);
  g_assert_cmpstr (json_object_get_string_member (group, "kind"), ==, "manager");
  g_assert_cmpint (json_object_get_int_member (group, "n"), ==, 4);
  g_assert_false (json_object_get_boolean_member (group, "mixed"));
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (group, "lines"), 3),
                   ==, 5);
}

/* Who is missing from a newer list is told, and ended if that is said. */
static void
test_missing (CliTest *self,
              gconstpointer data)
{
  const char *old = cli_test_write (self, "old.csv", "Number,Name\n1,Ada\n2,Bela\n3,Cem\n");
  const char *new = cli_test_write (self, "new.csv", "Number,Name\n1,Ada\n2,Bela\n");
  JsonObject *object;
  JsonArray *missing;

  g_assert_cmpint (cli_test_run (self, "import", old, NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "import", new, NULL), ==, 0);
  cli_test_assert_output (self, "Cem is no longer in the file; left unchanged\n");
  object = cli_test_run_json (self, "import", "--end-missing", "2026-03-31", new, NULL);
  missing = json_object_get_array_member (object, "missing");
  g_assert_cmpuint (json_array_get_length (missing), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (missing, 0),
                                                  "name"),
                   ==, "Cem");
  g_assert_cmpint (count (object, "changed", "person"), ==, 1);

  cli_test_run (self, "import", "--end-missing", "soon", new, NULL);
  cli_test_assert_refused (self, 2, "“soon” is not a date");
  cli_test_run (self, "import", "--end-missing", "2026-03-31",
                cli_test_write (self, "seats.csv", "Team,Role\nT,Lead\n"), NULL);
  cli_test_assert_refused (self, 2, "--end-missing is for files of people");
}

static void
test_take (CliTest *self,
           gconstpointer data)
{
  const char *file = cli_test_write (self, "staff.csv", "Name,Title\nAda,Lead\nTotal,Lead\n");

  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 1);
  g_assert_cmpint (cli_test_run (self, "import", "--take", "3, 17", file, NULL), ==, 0);
  cli_test_assert_output (self, "“Total” is imported anyway");
  cli_test_assert_output (self, "Added: 1 person\n");

  for (guint i = 0; i < 4; i++)
    {
      static const char *const bad[] = { "", "three", "3,", "-1" };

      cli_test_run (self, "import", "--take", bad[i], file, NULL);
      cli_test_assert_refused (self, 2, "is not a list of lines such as 3,12");
    }
  cli_test_run (self, "import", "--take", "2",
                cli_test_write (self, "seats.csv", "Team,Role\nT,Lead\n"), NULL);
  cli_test_assert_refused (self, 2, "--take is for people and decision rights");
}

static void
test_map (CliTest *self,
          gconstpointer data)
{
  const char *file = cli_test_write (self, "odd.csv", "Wer,Was,Wo\nAda,Engineer,London\n");
  JsonObject *object;

  cli_test_run (self, "import", file, NULL);
  cli_test_assert_refused (
    self, 3, "--map name=HEADER. The first line must name the columns; it has: Wer, Was, Wo");
  object = cli_test_run_json (self, "import", file, "--map", "name=wer", "-m", "title=Was", NULL);
  g_assert_cmpstr (get_field (object, 0), ==, "name");
  g_assert_null (get_field (object, 2));
  g_assert_cmpint (count (object, "added", "person"), ==, 1);
  /* Two fields from one column, and one from none. */
  g_assert_cmpint (cli_test_run (self, "import", file, "-m", "name=Wer", "-m", "notes=Wer", "-m",
                                 "title=", NULL),
                   ==, 0);
  cli_test_assert_output (self, "Wer     name, notes");
  cli_test_assert_output (self, "Changed: 1 person");
}

/* What was said of one file is kept for the next one. */
static void
test_mapping (CliTest *self,
              gconstpointer data)
{
  const char *may = cli_test_write (self, "may.csv", "Wer,Soll\nAda,38.5\n");
  const char *june = cli_test_write (self, "june.csv", "Soll,Wer\n77,Bela\n");
  const char *mapping = cli_test_file (self, "hr.mapping");

  g_assert_cmpint (cli_test_run (self, "import", may, "-m", "name=Wer", "-m", "capacity=Soll",
                                 "--unit", "capacity=hours-a-week", "--save-mapping", mapping,
                                 NULL),
                   ==, 0);
  g_assert_cmpint (cli_test_run (self, "import", june, "--mapping", mapping, NULL), ==, 0);
  cli_test_assert_output (self, "Soll    capacity  hours a week");
  g_assert_cmpint (cli_test_run (self, "import", june, "--mapping", mapping, "--unit",
                                 "capacity=percent", NULL),
                   ==, 0);
  cli_test_assert_output (self, "Changed: 1 person");

  /* what was said last is remembered */
  g_assert_cmpint (cli_test_run (self, "import", cli_test_write (self, "july.csv",
                                                                 "Soll,Wer\n38,Chidi\n"),
                                 NULL),
                   ==, 0);
  cli_test_assert_output (self, "as in the last file with these headers");
  cli_test_assert_output (self, "Soll    capacity  percent");
  cli_test_run (self, "import", june, "--guess", NULL);
  cli_test_assert_refused (self, 3, "--map name=HEADER");

  cli_test_run (self, "import", june, "--mapping", may, NULL);
  cli_test_assert_refused (self, 3, "Invalid mapping");
  cli_test_run (self, "import", june, "--mapping", cli_test_file (self, "no.mapping"), NULL);
  cli_test_assert_refused (self, 3, "no.mapping");
  cli_test_run (self, "import", cli_test_write (self, "other.csv", "Name\nAda\n"), "--mapping",
                mapping, NULL);
  cli_test_assert_refused (self, 3, "has no column “Wer”");
}

static void
test_wrong_usage (CliTest *self,
                  gconstpointer data)
{
  const char *file = cli_test_write (self, "people.csv", "Name\nAda\n");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  cli_test_run (self, "import", file, "--map", "name", NULL);
  cli_test_assert_refused (self, 2, "FIELD=HEADER");
  cli_test_run (self, "import", file, "--map", "colour=Name", NULL);
  cli_test_assert_refused (self, 2, "Fields: number, name");
  cli_test_run (self, "import", file, "--map", "name=Nobody", NULL);
  cli_test_assert_refused (self, 3, "Columns: Name");
  cli_test_run (self, "import", file, "--as", "dogs", NULL);
  cli_test_assert_refused (self, 2, "plan, people, seats, skills, raci or project");
  cli_test_run (self, "import", file, "--plan", "Fraud", NULL);
  cli_test_assert_refused (self, 2, "--plan is for slots");
  cli_test_run (self, "import", file, "--as", "plan", NULL);
  cli_test_assert_refused (self, 3, "Line 1");
  cli_test_run (self, "import", file, "--as", "seats", NULL);
  cli_test_assert_refused (self, 3, "--map team=HEADER");
  cli_test_run (self, "import", cli_test_write (self, "seats.csv", seats), "--plan", "No", NULL);
  cli_test_assert_refused (self, 3, "Unknown plan “No”");
  cli_test_run (self, "import", cli_test_write (self, "plan.xml", "<plan/>"), "--plan", "Fraud",
                NULL);
  cli_test_assert_refused (self, 2, "--map and --plan are for CSV");
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bad_files (CliTest *self,
                gconstpointer data)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "empty" },
    { "Ada,ada@example.org\n", "Line 1" },
    { "Name,Email\nAda,\"a\n", "line 2 is never closed" },
    { "\xff\xfeN", "UTF-16" },
    { "\xef\xbb\xbfName\nJos\xe9\n", "Line 2 is not UTF-8" },
    { "Name\nDvo\xf8\xe1k\nNov\xe1k\nJi\xf8\xed\n\xc8" "erm\xe1k\n", "--encoding WINDOWS-1250" },
  };
  g_autofree char *before = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *file = cli_test_write (self, "bad.csv", cases[i].text);
      g_autofree char *after = NULL;

      cli_test_run (self, "import", file, NULL);
      cli_test_assert_refused (self, 3, cases[i].words);
      after = cli_test_dump (self);
      g_assert_cmpstr (after, ==, before);
    }
  cli_test_run (self, "import", self->folder, NULL);
  cli_test_assert_refused (self, 3, self->folder);
  cli_test_run (self, "import", cli_test_file (self, "nothing.csv"), NULL);
  cli_test_assert_refused (self, 3, "nothing.csv");
}

/* A file that is refused makes no workspace. */
static void
test_no_workspace (CliTest *self,
                   gconstpointer data)
{
  cli_test_run (self, "import", cli_test_write (self, "bad.csv", ""), NULL);
  cli_test_assert_refused (self, 3, "empty");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/csv/people", test_people);
  cli_test_add ("/cli/csv/seats", test_seats);
  cli_test_add ("/cli/csv/waiting", test_waiting);
  cli_test_add ("/cli/csv/verbose", test_verbose);
  cli_test_add ("/cli/csv/missing", test_missing);
  cli_test_add ("/cli/csv/take", test_take);
  cli_test_add ("/cli/csv/map", test_map);
  cli_test_add ("/cli/csv/mapping", test_mapping);
  cli_test_add ("/cli/csv/wrong-usage", test_wrong_usage);
  cli_test_add ("/cli/csv/bad-files", test_bad_files);
  cli_test_add ("/cli/csv/no-workspace", test_no_workspace);
  return g_test_run ();
}
