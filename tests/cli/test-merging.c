/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing plans merged with what was changed here, on the command line. */
#include <string.h>

#include "remit-cli-test.h"

/* Exports the plan, then changes its name here and the capacity of Ada in the file. */
static const char *
make_plan (CliTest *self)
{
  const char *path = cli_test_file (self, "plan.xml");

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Cards/Data engineer", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "--output", path, NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "set", "plan", "Fraud", "name=Mine", NULL), ==, 0);
  remit_test_replace (path, "capacity=\"100\"", "capacity=\"80\"");
  return path;
}

/* Returns: (transfer none): the row whose text has the words, which there must be */
static JsonObject *
find_row (JsonObject *object,
          const char *words)
{
  JsonArray *rows = json_object_get_array_member (object, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (strstr (json_object_get_string_member (row, "text"), words) != NULL)
        return row;
    }
  g_error ("No row says “%s”", words);
}

static void
test_merge (CliTest *self,
            gconstpointer data)
{
  const char *path = make_plan (self);
  g_autofree char *before = cli_test_dump (self);
  g_autofree char *after = NULL;
  JsonObject *object = cli_test_run_json (self, "import", path, "--merge", "--dry-run", NULL);
  JsonObject *row = find_row (object, "Mine");

  g_assert_cmpstr (json_object_get_string_member (row, "side"), ==, "ours");
  g_assert_false (json_object_get_boolean_member (row, "taken"));
  row = find_row (object, "80");
  g_assert_cmpstr (json_object_get_string_member (row, "side"), ==, "theirs");
  g_assert_true (json_object_get_boolean_member (row, "taken"));
  after = cli_test_dump (self);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (cli_test_run (self, "import", path, "--merge", NULL), ==, 0);
  cli_test_assert_output (self, "Keep plan:");
  cli_test_assert_output (self, "(Changed here)");
  g_assert_cmpint (cli_test_run (self, "show", "plan", "Mine", NULL), ==, 0);
}

static void
test_choices (CliTest *self,
              gconstpointer data)
{
  const char *path = make_plan (self);
  JsonObject *object = cli_test_run_json (self, "import", path, "--merge", "--dry-run", NULL);
  g_autofree char *plan = g_strdup (json_object_get_string_member (find_row (object, "Mine"),
                                                                   "key"));
  g_autofree char *ada = g_strdup (json_object_get_string_member (find_row (object, "80"),
                                                                  "key"));

  cli_test_run (self, "import", path, "--merge", "--leave", "person:nobody", NULL);
  cli_test_assert_refused (self, 3, "person:nobody");
  cli_test_run (self, "import", path, "--leave", ada, NULL);
  cli_test_assert_refused (self, 2, "--merge");
  g_assert_cmpint (cli_test_run (self, "import", path, "--merge", "--leave", ada, "--theirs", plan,
                                 NULL),
                   ==, 0);
  g_assert_cmpint (cli_test_run (self, "show", "plan", "Fraud", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "show", "person", "Ada Lovelace", NULL), ==, 0);
  cli_test_assert_output (self, "100");
}

static void
test_refused (CliTest *self,
              gconstpointer data)
{
  const char *people = cli_test_write (self, "people.csv", "Name\nGrace\n");

  cli_test_run (self, "import", people, "--merge", NULL);
  cli_test_assert_refused (self, 2, "--merge is for plans in XML");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/merging/merge", test_merge);
  cli_test_add ("/cli/merging/choices", test_choices);
  cli_test_add ("/cli/merging/refused", test_refused);
  return g_test_run ();
}
