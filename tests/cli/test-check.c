/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that check plans and rules, and the matrix as a table, on the command line. */
#include <string.h>

#include "remit-cli-test.h"

static JsonObject *
get_finding (JsonObject *object,
             const char *rule)
{
  JsonArray *findings = json_object_get_array_member (object, "findings");

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      if (strcmp (json_object_get_string_member (finding, "rule"), rule) == 0)
        return finding;
    }
  return NULL;
}

/* ── Plans ────────────────────────────────────────────────────────────────────────────────── */

static void
test_check (CliTest *self,
            gconstpointer data G_GNUC_UNUSED)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "check", "fraud", NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "Error SLOT-1: Data engineer of "));
  g_assert_nonnull (strstr (self->output, "3 errors, 1 warning, 0 notes, 0 accepted\n"));
}

static void
test_check_json (CliTest *self,
                 gconstpointer data G_GNUC_UNUSED)
{
  JsonObject *finding;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "check", "fraud", "--json", NULL), ==, 1);
  {
    g_autoptr (JsonNode) node = json_from_string (self->output, NULL);

    g_assert_nonnull (node);
    g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "errors"), ==, 3);
    finding = get_finding (json_node_get_object (node), "SLOT-1");
    g_assert_nonnull (finding);
    g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "error");
    g_assert_cmpuint (strlen (json_object_get_string_member (finding, "slot")), ==, 16);
    g_assert_true (json_object_get_null_member (finding, "person"));
    g_assert_false (json_object_get_boolean_member (finding, "waived"));
    g_assert_cmpuint (strlen (json_object_get_string_member (finding, "why")), >, 10);
  }
}

/* Without an error the status is 0, whatever else is found. */
static void
test_check_fine (CliTest *self,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (cli_test_run (self, "plan", "new", "Empty", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "check", "Empty", NULL), ==, 0);
  g_assert_cmpstr (self->output, ==,
                   "0 errors, 0 warnings, 0 notes, 0 accepted\n");
  g_assert_cmpint (cli_test_run (self, "check", "Nothing", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "check", NULL), ==, 2);
}

/* A plan file is checked as it is, without a workspace. */
static void
test_check_file (CliTest *self,
                 gconstpointer data G_GNUC_UNUSED)
{
  const char *path = cli_test_file (self, "plan.xml");

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "export", "fraud", "-o", path, NULL), ==, 0);
  g_assert_cmpint (cli_test_run_plain (self, "check", path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "Error SLOT-1: "));
  path = cli_test_write (self, "broken.xml", "<plan>");
  g_assert_cmpint (cli_test_run_plain (self, "check", path, NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "Line 1"));
}

/* ── Rules ────────────────────────────────────────────────────────────────────────────────── */

#define RULE(sql) \
  "<rule xmlns=\"urn:remit:rule:1\" id=\"OWN-1\" severity=\"error\"><title>Ours</title>" \
  "<message>M</message><why>W</why><select>" sql "</select></rule>"

static void
test_rules (CliTest *self,
            gconstpointer data G_GNUC_UNUSED)
{
  JsonObject *rules;

  g_assert_cmpint (cli_test_run_plain (self, "rules", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "RACI-1 "));
  g_assert_nonnull (strstr (self->output, "No one accountable"));
  rules = cli_test_run_json (self, "rules", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (rules, "rules")), ==, 58);
  g_assert_cmpstr (cli_test_first (rules, "rules", "id"), ==, "ALLOC-1");
}

static void
test_rules_check (CliTest *self,
                  gconstpointer data G_GNUC_UNUSED)
{
  const char *path = cli_test_write (self, "own.xml", RULE ("SELECT id AS slot FROM rule_slot"));

  g_assert_cmpint (cli_test_run_plain (self, "rules", "check", path, NULL), ==, 0);
  g_assert_cmpstr (self->output, ==, "OWN-1 is valid: Ours\n");
  path = cli_test_write (self, "bad.xml", RULE ("DELETE FROM person"));
  g_assert_cmpint (cli_test_run_plain (self, "rules", "check", path, NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "A rule must be a single SELECT over the views"));
  g_assert_cmpint (cli_test_run_plain (self, "rules", "check", "/nowhere.xml", NULL), ==, 3);
}

/* ── The matrix ───────────────────────────────────────────────────────────────────────────── */

static void
test_matrix (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  const char *path = cli_test_write (self, "raci.csv",
                                     "Task,Data engineer,ML\nRelease,r,A\nLabel,R/A,C\n");
  JsonObject *result;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "import", path, NULL), ==, 2);
  g_assert_nonnull (strstr (self->errors, "The file looks like decision rights"));
  g_assert_cmpint (cli_test_run (self, "import", path, "-p", "fraud", NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "--create creates"));
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", "-p", "fraud", NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "no slot, role or person for these columns: “ML”"));
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", "-p", "fraud", "--dry-run",
                                 "--map", "=ML", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "The column “ML” was skipped"));
  g_assert_nonnull (strstr (self->output, "nothing was changed"));
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", "-p", "fraud", "--map",
                                 "Nobody=ML", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", "-p", "fraud", "--map",
                                 "team=Nothing", NULL), ==, 3);
  result = cli_test_run_json (self, "import", path, "--as", "raci", "-p", "fraud", "--map",
                              "Role: ML engineer=ML", NULL);
  g_assert_cmpstr (json_object_get_string_member (result, "as"), ==, "raci");
  result = json_object_get_object_member (result, "added");
  g_assert_cmpint (json_object_get_int_member (result, "decision"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (result, "right"), ==, 5);

  g_assert_cmpint (cli_test_run (self, "export", "fraud", "-f", "csv", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"Release\",\"\",\"other\",\"RACI\""));
  g_assert_nonnull (strstr (self->output, "\"Role: ML engineer\"\r\n"));
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Import decision rights from raci.csv"));

  path = cli_test_write (self, "bad.csv", "Task,Data engineer\nRelease,Q\n");
  g_assert_cmpint (cli_test_run (self, "import", path, "--as", "raci", "-p", "fraud", NULL), ==, 3);
  cli_test_assert_refused (self, 3, "Line 2: column “Data engineer”: “Q” is not a letter of RACI");
}

/* What the plan lacks is made when it is asked for; an X and a table that is turned are told. */
static void
test_matrix_create (CliTest *self,
                    gconstpointer data G_GNUC_UNUSED)
{
  const char *path = cli_test_write (self, "new.csv", "Task,Baker,Guest\nBread,x,A\nRolls,R,✓\n");
  const char *people = cli_test_write (self, "people.csv", "Name,Email\nEve,eve@example.org\n");
  JsonObject *result;

  g_assert_cmpint (cli_test_run (self, "plan", "new", "Shop", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "import", path, "-p", "Shop", "--create", NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "--mark LETTER"));
  g_assert_cmpint (cli_test_run (self, "import", path, "-p", "Shop", "--create", "--mark", "Q",
                                 NULL), ==, 2);
  result = cli_test_run_json (self, "import", path, "-p", "Shop", "--create", "--mark", "c", NULL);
  g_assert_cmpstr (json_object_get_string_member (result, "as"), ==, "raci");
  result = json_object_get_object_member (result, "added");
  g_assert_cmpint (json_object_get_int_member (result, "role"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (result, "slot"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (result, "right"), ==, 4);
  g_assert_cmpint (cli_test_run (self, "import", path, "-p", "Shop", "--mark", "C", "--turn",
                                 "--dry-run", NULL), ==, 3);
  g_assert_nonnull (strstr (self->errors, "“Bread”, “Rolls”"));
  g_assert_cmpint (cli_test_run (self, "import", people, "--create", NULL), ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/check/plan", test_check);
  cli_test_add ("/cli/check/json", test_check_json);
  cli_test_add ("/cli/check/fine", test_check_fine);
  cli_test_add ("/cli/check/file", test_check_file);
  cli_test_add ("/cli/check/rules", test_rules);
  cli_test_add ("/cli/check/rules-check", test_rules_check);
  cli_test_add ("/cli/check/matrix", test_matrix);
  cli_test_add ("/cli/check/matrix-create", test_matrix_create);
  return g_test_run ();
}
