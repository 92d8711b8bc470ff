/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of the command line, as text and as JSON. */
#include <string.h>

#include "remit-cli-test.h"

static void
test_help (CliTest *self,
           gconstpointer data)
{
  static const char *const verbs[] = { "plan list", "plan new", "plan copy", "plan delete",
                                       "template list", "template show",
                                       "template add", "import", "export", "assign", "unassign",
                                       "history", "undo", "redo", "check", "rules" };

  g_assert_cmpint (cli_test_run_plain (self, "--help", NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_assert_nonnull (strstr (self->output, verbs[i]));
  g_assert_cmpint (cli_test_run_plain (self, "help", "plan", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "plan copy"));
  g_assert_cmpint (cli_test_run_plain (self, "--version", NULL), ==, 0);
  g_assert_cmpstr (self->output, ==, "remit-cli " REMIT_VERSION "\n");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) words = g_strsplit (verbs[i], " ", 2);

      g_assert_cmpint (cli_test_run_plain (self, "help", words[0], words[1], NULL), ==, 0);
      g_assert_nonnull (strstr (self->output, verbs[i]));
      g_assert_nonnull (strstr (self->output, "--workspace"));
    }
}

static void
test_plans (CliTest *self,
            gconstpointer data)
{
  JsonObject *plan;

  plan = json_object_get_object_member (cli_test_run_json (self, "plan", "new", "Fraud", NULL),
                                        "plan");
  g_assert_cmpstr (json_object_get_string_member (plan, "name"), ==, "Fraud");
  g_assert_cmpstr (json_object_get_string_member (plan, "kind"), ==, "baseline");
  g_assert_true (json_object_get_null_member (plan, "base"));
  g_assert_cmpint (json_object_get_int_member (plan, "teams"), ==, 0);
  g_assert_cmpuint (strlen (json_object_get_string_member (plan, "id")), ==, 16);

  g_assert_cmpint (cli_test_run (self, "plan", "new", "--", "--odd", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Fraud"));
  g_assert_nonnull (strstr (self->output, "--odd"));

  g_assert_cmpint (cli_test_run (self, "plan", "delete", "--", "--odd", NULL), ==, 0);
  plan = cli_test_run_json (self, "plan", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (plan, "plans")), ==, 1);
  g_assert_cmpstr (cli_test_first (plan, "plans", "name"), ==, "Fraud");
}

static void
test_copy (CliTest *self,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  JsonObject *copy;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "assign", "ada lovelace", "data engineer", NULL), ==, 0);
  copy = json_object_get_object_member (
      cli_test_run_json (self, "plan", "copy", "fraud", "Leaner", NULL), "plan");
  g_assert_cmpstr (json_object_get_string_member (copy, "kind"), ==, "scenario");
  g_assert_cmpint (json_object_get_int_member (copy, "slots"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (copy, "filled"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (copy, "assignments"), ==, 1);

  before = cli_test_dump (self);
  copy = cli_test_run_json (self, "plan", "delete", "LEANER", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (copy, "deleted"),
                                                  "name"), ==, "Leaner");
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  undone = cli_test_dump (self);
  /* All but the hash of the history. */
  g_assert_cmpint (strncmp (before, undone, strlen (before) - 64), ==, 0);
}

static void
test_same_name (CliTest *self,
                gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonObject *list;

  cli_test_run (self, "plan", "new", "Twin", NULL);
  cli_test_run (self, "plan", "new", "Twin", NULL);
  list = cli_test_run_json (self, "plan", "list", NULL);
  id = g_strdup (cli_test_first (list, "plans", "id"));

  cli_test_run (self, "export", "Twin", NULL);
  cli_test_assert_refused (self, 3, id);
  cli_test_run (self, "plan", "delete", "Twin", NULL);
  cli_test_assert_refused (self, 3, id);
  g_assert_cmpint (cli_test_run (self, "plan", "delete", id, NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "plan", "delete", "Twin", NULL), ==, 0);
}

static void
test_templates (CliTest *self,
                gconstpointer data)
{
  JsonObject *object = cli_test_run_json (self, "template", "list", NULL);
  g_autofree char *id = g_strdup (cli_test_first (object, "templates", "id"));
  JsonObject *plan;

  g_assert_cmpint (cli_test_run (self, "template", "list", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, id));

  plan = json_object_get_object_member (
      cli_test_run_json (self, "plan", "new", "Mine", "--template", id, NULL), "plan");
  g_assert_cmpstr (json_object_get_string_member (plan, "name"), ==, "Mine");
  g_assert_cmpint (json_object_get_int_member (plan, "slots"), >, 0);

  cli_test_run (self, "plan", "new", "Other", "--template", "nonsense", NULL);
  cli_test_assert_refused (self, 3, id);
}

static const char *
get_state (CliTest *self,
           const char *library,
           const char *words)
{
  return cli_test_first (cli_test_run_json (self, "library", "list", library, "--search", words,
                                            NULL), "entries", "state");
}

/* A list needs no workspace; adding is one step of undo. */
static void
test_library (CliTest *self,
              gconstpointer data)
{
  cli_test_run_plain (self, "library", "list", "decisions", NULL);
  g_assert_nonnull (strstr (self->output, "rollback"));
  cli_test_run (self, "library", "list", "nonsense", NULL);
  cli_test_assert_refused (self, 2, "roles");
  cli_test_run (self, "library", "add", "roles", "end-user", "nobody", NULL);
  cli_test_assert_refused (self, 3, "nobody");
  g_assert_cmpstr (get_state (self, "roles", "end-user"), ==, "missing");
  g_assert_cmpint (cli_test_run (self, "library", "add", "roles", "end-user", "ml-coach", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "2 entries"));
  g_assert_cmpstr (get_state (self, "roles", "end-user"), ==, "there");
  cli_test_run (self, "undo", NULL);
  g_assert_cmpstr (get_state (self, "roles", "end-user"), ==, "missing");
}

/* What any team has, the plan has. */
static void
test_library_plan (CliTest *self,
                   gconstpointer data)
{
  JsonObject *object;

  cli_test_fill (self);
  cli_test_run (self, "library", "add", "roles", "ml-coach", "--plan", "Fraud", NULL);
  cli_test_assert_refused (self, 2, "--plan");
  object = cli_test_run_json (self, "library", "add", "decisions", "rollback", "--team", "Cards",
                              NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "added")), ==, 1);
  cli_test_run (self, "library", "list", "decisions", "--missing", NULL);
  g_assert_null (strstr (self->output, "rollback"));
  g_assert_nonnull (strstr (self->output, "retraining"));
}

static void
test_template_show (CliTest *self,
                    gconstpointer data)
{
  JsonObject *template = json_object_get_object_member (
    cli_test_run_json (self, "template", "show", "hub-and-spoke", NULL), "template");
  JsonObject *team = json_array_get_object_element (
    json_object_get_array_member (template, "teams"), 1);
  JsonObject *slot = json_array_get_object_element (json_object_get_array_member (team, "slots"),
                                                    0);

  g_assert_nonnull (json_object_get_string_member (team, "name"));
  g_assert_cmpint (json_object_get_int_member (slot, "fte"), >, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (slot, "needs")), >, 0);
  g_assert_true (json_object_has_member (json_object_get_object_member (template, "year"), "sums"));

  g_assert_cmpint (cli_test_run (self, "template", "show", "hub-and-spoke", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "FTE"));
  cli_test_run (self, "template", "show", "nonsense", NULL);
  cli_test_assert_refused (self, 3, "hub-and-spoke");
}

static void
test_template_add (CliTest *self,
                   gconstpointer data)
{
  JsonObject *plan;
  gint64 n;

  cli_test_run (self, "plan", "new", "Mine", NULL);
  plan = json_object_get_object_member (
    cli_test_run_json (self, "template", "add", "hub-and-spoke", "Mine", NULL), "plan");
  n = json_object_get_int_member (plan, "teams");
  g_assert_cmpint (n, >, 1);
  plan = json_object_get_object_member (
    cli_test_run_json (self, "template", "add", "hub-and-spoke", "Mine", NULL), "plan");
  g_assert_cmpint (json_object_get_int_member (plan, "teams"), ==, 2 * n);
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Add the teams of"));

  cli_test_run (self, "template", "add", "nonsense", "Mine", NULL);
  cli_test_assert_refused (self, 3, "hub-and-spoke");
  cli_test_run (self, "template", "add", "hub-and-spoke", "Yours", NULL);
  cli_test_assert_refused (self, 3, "Yours");
}

static void
test_assign (CliTest *self,
             gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonObject *object;
  JsonObject *assignment;

  cli_test_fill (self);
  object = cli_test_run_json (self, "assign", "Ada Lovelace", "Cards/Data engineer",
                              "--allocation", "60", NULL);
  assignment = json_array_get_object_element (json_object_get_array_member (object, "assignments"),
                                              0);
  g_assert_cmpint (json_object_get_int_member (assignment, "allocation"), ==, 60);
  g_assert_cmpstr (json_object_get_string_member (assignment, "state"), ==, "confirmed");
  g_assert_true (json_object_get_null_member (assignment, "from"));
  g_assert_false (json_object_get_boolean_member (object, "doubtful"));
  g_assert_cmpint (json_object_get_int_member (object, "load"), ==, 60);
  g_assert_cmpint (json_object_get_int_member (object, "slot_need"), ==, 100);
  id = g_strdup (json_object_get_string_member (assignment, "slot"));

  cli_test_run (self, "assign", "Ada Lovelace", id, NULL);
  cli_test_assert_refused (self, 3, "already in Data engineer");
  g_assert_cmpint (cli_test_run (self, "assign", "grace hopper", id, "-n", "150", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Grace Hopper"));
  g_assert_nonnull (strstr (self->output, "150 %"));

  object = cli_test_run_json (self, "unassign", "Ada Lovelace", "data engineer", NULL);
  g_assert_cmpstr (cli_test_first (object, "assignments", "slot"), ==, id);
  cli_test_run (self, "unassign", "Ada Lovelace", "data engineer", NULL);
  cli_test_assert_refused (self, 3, "is not in");
}

/* Which of two slots is meant is asked; of those that somebody is in, there may be only one. */
static void
test_ambiguous (CliTest *self,
                gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *id = NULL;

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "ML engineer", NULL);
  cli_test_assert_refused (self, 3, "2 slots");
  lines = g_strsplit (self->errors, "\n", 0);
  g_assert_nonnull (strstr (lines[1], "Cards/ML engineer"));
  g_assert_nonnull (strstr (lines[1], "Fraud"));

  id = g_strndup (lines[1], 16);
  g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", id, NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "unassign", "Ada Lovelace", "ML engineer", NULL), ==, 0);

  cli_test_run (self, "plan", "copy", "Fraud", "Other", NULL);
  cli_test_run (self, "assign", "Ada Lovelace", "Cards/Data engineer", NULL);
  cli_test_assert_refused (self, 3, "2 slots");
  g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", "Cards/Data engineer", "--plan",
                                 "Other", NULL), ==, 0);
}

static void
test_history (CliTest *self,
              gconstpointer data)
{
  JsonObject *object;

  g_assert_cmpint (cli_test_run_plain (self, "history", NULL), ==, 0);
  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);

  object = cli_test_run_json (self, "undo", NULL);
  object = json_object_get_object_member (object, "entry");
  g_assert_cmpstr (json_object_get_string_member (object, "op"), ==, "undo");
  g_assert_nonnull (strstr (json_object_get_string_member (object, "label"), "Ada Lovelace"));
  g_assert_cmpint (cli_test_run (self, "redo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Ada Lovelace"));

  object = cli_test_run_json (self, "history", "--limit", "2", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "entries")), ==,
                    2);
  g_assert_cmpstr (cli_test_first (object, "entries", "op"), ==, "redo");
  g_assert_cmpint (json_object_get_int_member (object, "length"), ==, 12);
  g_assert_cmpint (cli_test_run (self, "history", "-n", "1", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "and 11 earlier entries"));

  object = cli_test_run_json (self, "history", "--verify", NULL);
  g_assert_true (json_object_get_boolean_member (object, "whole"));
  g_assert_true (json_object_get_null_member (object, "broken"));
}

static void
test_broken_history (CliTest *self,
                     gconstpointer data)
{
  JsonObject *object;
  sqlite3 *db = NULL;

  cli_test_fill (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, "UPDATE history SET actor = 'Nobody' WHERE seq = 3");
  sqlite3_close (db);

  object = cli_test_run_json (self, "history", "--verify", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_false (json_object_get_boolean_member (object, "whole"));
  g_assert_cmpint (json_object_get_int_member (object, "broken"), ==, 3);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "Entry 3 of "));
}

/* Without --workspace: the user's own, made with its folder. */
static void
test_own_workspace (CliTest *self,
                    gconstpointer data)
{
  const char *path = cli_test_file (self, "remit/workspace.remit");

  g_assert_cmpint (cli_test_run_plain (self, "plan", "list", NULL), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (cli_test_run_plain (self, "plan", "new", "Mine", NULL), ==, 0);
  g_assert_cmpint (cli_test_run_plain (self, "plan", "list", "--workspace", path, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Mine"));
}

/* Prose and roles are German; skills are what people's skills are compared with. */
static void
test_german (CliTest *self,
             gconstpointer data)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  const char *path = cli_test_file (self, "plan.xml");
  g_autofree char *xml = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("LANGUAGE", "de", TRUE);
  cli_test_run (self, "template", "list", NULL);
  g_assert_nonnull (strstr (self->output, "Kleinstes arbeitsfähiges ML-Team"));
  cli_test_run (self, "plan", "new", "Meins", "--template", "minimum-viable-ml-team", NULL);
  g_assert_cmpint (self->status, ==, 0);
  cli_test_run (self, "export", "Meins", "-o", path, NULL);
  g_setenv ("LANGUAGE", language, TRUE);

  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "purpose=\"Das kleinste Team, dem ein Modell gehören kann"));
  g_assert_nonnull (strstr (xml, "key=\"product-manager\" name=\"Produktmanager\""));
  g_assert_nonnull (strstr (xml, "an den Prototypen&#10;Misst den Nutzen nach der Einführung"));
  g_assert_nonnull (strstr (xml, "name=\"Machine learning\" category=\"Machine learning\""));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/help", test_help);
  cli_test_add ("/cli/plans", test_plans);
  cli_test_add ("/cli/copy", test_copy);
  cli_test_add ("/cli/same-name", test_same_name);
  cli_test_add ("/cli/templates", test_templates);
  cli_test_add ("/cli/template-show", test_template_show);
  cli_test_add ("/cli/template-add", test_template_add);
  cli_test_add ("/cli/library", test_library);
  cli_test_add ("/cli/library/plan", test_library_plan);
  cli_test_add ("/cli/assign", test_assign);
  cli_test_add ("/cli/ambiguous", test_ambiguous);
  cli_test_add ("/cli/history", test_history);
  cli_test_add ("/cli/broken-history", test_broken_history);
  cli_test_add ("/cli/own-workspace", test_own_workspace);
  cli_test_add ("/cli/german", test_german);
  return g_test_run ();
}
