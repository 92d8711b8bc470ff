/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects of other programs on the command line. */
#include <string.h>

#include "remit-cli-test.h"

static const char project[] =
  "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Ferry</Title><Tasks>"
  "<Task><UID>1</UID><Name>Hull</Name><OutlineLevel>1</OutlineLevel></Task>"
  "<Task><UID>2</UID><Name>Plates</Name><OutlineLevel>2</OutlineLevel></Task></Tasks><Resources>"
  "<Resource><UID>1</UID><Name>Grace Hopper</Name></Resource>"
  "<Resource><UID>2</UID><Name>Steel</Name><Type>0</Type></Resource></Resources><Assignments>"
  "<Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>0.4</Units></Assignment>"
  "</Assignments></Project>";

static gint64
get_count (JsonObject *object,
           const char *outcome,
           const char *kind)
{
  JsonObject *counts = json_object_get_object_member (object, outcome);

  return json_object_get_int_member_with_default (counts, kind, 0);
}

/* What was skipped is told by the exit status, too, as with tables. */
static void
test_import (CliTest *self,
             gconstpointer data)
{
  const char *path = cli_test_write (self, "ferry.xml", project);

  g_assert_cmpint (cli_test_run (self, "import", path, "--dry-run", NULL), ==, 1);
  cli_test_assert_output (self, "“Steel” is a material resource");
  cli_test_assert_output (self, "Dry run");
  g_assert_cmpint (cli_test_run (self, "import", path, NULL), ==, 1);
  cli_test_assert_output (self, "1 assignment");
  g_assert_cmpint (cli_test_run (self, "list", "assignments", NULL), ==, 0);
  cli_test_assert_output (self, "Grace Hopper");
  cli_test_assert_output (self, "40");
}

static void
test_json (CliTest *self,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (project);
  const char *path;
  JsonObject *object;

  g_string_replace (text, "<Type>0</Type>", "", 0);
  path = cli_test_write (self, "ferry.xml", text->str);
  object = cli_test_run_json (self, "import", path, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "as"), ==, "project");
  g_assert_cmpint (get_count (object, "added", "person"), ==, 2);
  g_assert_true (json_object_has_member (object, "plan"));
  g_assert_false (json_object_get_null_member (object, "plan"));
}

/* Out by the end of the name, and back into the plan. */
static void
test_there_and_back (CliTest *self,
                     gconstpointer data)
{
  const char *path = cli_test_file (self, "fraud.mspdi.xml");
  g_autofree char *text = NULL;
  JsonObject *object;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", "Cards/Data engineer", NULL), ==,
                   0);
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "--output", path, NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_nonnull (strstr (text, "<Project xmlns=\"http://schemas.microsoft.com/project\">"));

  object = cli_test_run_json (self, "import", path, "--plan", "Fraud", NULL);
  g_assert_cmpint (get_count (object, "added", "team"), ==, 0);
  g_assert_cmpint (get_count (object, "added", "slot"), ==, 0);
  g_assert_cmpint (get_count (object, "same", "assignment"), ==, 1);
}

static void
test_refused (CliTest *self,
              gconstpointer data)
{
  const char *path = cli_test_write (self, "ferry.xml", project);
  const char *half;

  cli_test_run (self, "import", path, "--map", "name=Name", NULL);
  cli_test_assert_refused (self, 2, "--map is for CSV files");
  cli_test_run (self, "import", path, "--merge", NULL);
  cli_test_assert_refused (self, 2, "--merge is for plans in XML");
  cli_test_run (self, "import", path, "--as", "plan", NULL);
  cli_test_assert_refused (self, 3, "This is not a Remit plan");
  half = cli_test_write (self, "half.xml", "<plan/>");
  cli_test_run (self, "import", half, "--as", "project", NULL);
  cli_test_assert_refused (self, 3, "This is not a project");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS)
                  && cli_test_run (self, "plan", "list", NULL) == 0
                  && strstr (self->output, "Ferry") != NULL);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/projects/import", test_import);
  cli_test_add ("/cli/projects/json", test_json);
  cli_test_add ("/cli/projects/there-and-back", test_there_and_back);
  cli_test_add ("/cli/projects/refused", test_refused);
  return g_test_run ();
}
