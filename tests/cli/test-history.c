/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as an audit trail: asked, exported, and held against what was exported before. */
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <string.h>

#include "remit-cli-test.h"
#include "remit-test.h"

static guint
count (CliTest *self,
       const char *option,
       const char *value)
{
  JsonObject *object = cli_test_run_json (self, "history", "-n", "0", option, value, NULL);

  g_assert_cmpint (self->status, ==, 0);
  return json_array_get_length (json_object_get_array_member (object, "entries"));
}

static void
test_filter (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *plan = NULL;
  guint all;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL), ==, 0);
  all = count (self, "--since", "2000-01-01");
  g_assert_cmpuint (all, >, 5);
  g_assert_cmpuint (count (self, "--since", "2999-01-01"), ==, 0);
  g_assert_cmpuint (count (self, "--until", "2000-01-01T10:00:00Z"), ==, 0);
  g_assert_cmpuint (count (self, "--by", "Nobody"), ==, 0);
  g_assert_cmpuint (count (self, "--words", "ADA assign"), ==, 1);
  g_assert_cmpuint (count (self, "--plan", "Fraud"), <, all);
  plan = g_strdup (cli_test_first (cli_test_run_json (self, "plan", "list", NULL), "plans", "id"));
  g_assert_cmpuint (count (self, "--about", plan), >, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--words", "ada", "-n", "1", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, " earlier entr"));
}

static void
test_refused (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  cli_test_fill (self);
  cli_test_run (self, "history", "--since", "soon", NULL);
  cli_test_assert_refused (self, 2, "“soon” is not a date");
  cli_test_run (self, "history", "--about", "Ada", NULL);
  cli_test_assert_refused (self, 2, "“Ada” is not an id");
  cli_test_run (self, "history", "--plan", "None", NULL);
  cli_test_assert_refused (self, 3, "Unknown plan “None”");
  cli_test_run (self, "history", "--against", "/nowhere.xml", NULL);
  cli_test_assert_refused (self, 3, "/nowhere.xml");
  cli_test_run (self, "history", "--export", "/nowhere/h.csv", NULL);
  cli_test_assert_refused (self, 3, "/nowhere");
}

static void
test_csv (CliTest *self,
          gconstpointer data G_GNUC_UNUSED)
{
  const char *path;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  cli_test_fill (self);
  cli_test_run (self, "plan", "new", "=1+1", NULL);
  path = cli_test_file (self, "history.csv");
  g_assert_cmpint (cli_test_run (self, "history", "--export", path, NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\"No.\",\"When\",\"Who\",\"What\","));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[1], "\"1\",\"2"));
  g_assert_true (g_str_has_prefix (lines[2], "\"2\",\"2"));
  g_assert_null (strstr (text, ",\"="));
  /* the same again, to the standard output, for what is asked */
  g_assert_cmpint (cli_test_run (self, "history", "--words", "=1+1", "--export", "-", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "=1+1"));
  g_assert_null (strstr (self->output, "\"1\",\"2"));
}

static void
test_json (CliTest *self,
           gconstpointer data G_GNUC_UNUSED)
{
  const char *path;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *head = NULL;
  JsonObject *entry;
  guint n;

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  cli_test_run (self, "undo", NULL);
  path = cli_test_file (self, "history.jsonl");
  g_assert_cmpint (cli_test_run (self, "history", "--export", path, NULL), ==, 0);
  head = g_strdup (json_object_get_string_member (cli_test_run_json (self, "history", NULL),
                                                  "head"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);
  g_assert_cmpstr (lines[n - 1], ==, "");
  g_assert_true (json_parser_load_from_data (parser, lines[n - 2], -1, NULL));
  entry = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (entry, "op"), ==, "undo");
  g_assert_cmpint (json_object_get_int_member (entry, "target"), ==, (gint64) n - 2);
  g_assert_cmpstr (json_object_get_string_member (entry, "hash"), ==, head);
  entry = json_array_get_object_element (json_object_get_array_member (entry, "changes"), 0);
  g_assert_cmpstr (json_object_get_string_member (entry, "kind"), ==, "assignment");
  g_assert_cmpstr (json_object_get_string_member (entry, "op"), ==, "removed");
}

#define ORPHANS "DELETE FROM history_part WHERE seq > (SELECT max (seq) FROM history)"

/* Two days on: does the workspace still contain what was handed out? */
static void
test_against (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  const char *path;
  sqlite3 *db = NULL;

  cli_test_fill (self);
  path = cli_test_file (self, "plan.xml");
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "-o", path, NULL), ==, 0);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", "--against", path, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "contains the state of"));
  g_assert_true (json_object_get_boolean_member (
    cli_test_run_json (self, "history", "--against", path, NULL), "contained"));
  /* the newest entries go, and what they did: the rest is whole */
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, "DELETE FROM history WHERE seq >= (SELECT max (seq) FROM history) - 1;"
                         ORPHANS);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", "--against", path, NULL), ==, 0);
  remit_test_tamper (db, "DELETE FROM history WHERE seq = (SELECT max (seq) FROM history);"
                         ORPHANS);
  sqlite3_close (db);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", "--against", path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "does not contain the state of"));
}

/* What was done in one language is read in another. */
static void
test_german (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  g_setenv ("LANGUAGE", "de", TRUE);
  cli_test_run (self, "set", "person", "Ada Lovelace", "capacity=80", NULL);
  cli_test_run (self, "undo", NULL);
  cli_test_run (self, "history", NULL);
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (strstr (self->output, "Ada Lovelace dem Platz Data engineer zuweisen"));
  g_assert_nonnull (strstr (self->output, "Rückgängig: Kapazität von Ada Lovelace ändern"));

  cli_test_run (self, "history", NULL);
  g_assert_nonnull (strstr (self->output, "Undo: Change capacity of Ada Lovelace"));
  g_assert_nonnull (strstr (self->output, "Assign Ada Lovelace to Data engineer"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/history/filter", test_filter);
  cli_test_add ("/cli/history/refused", test_refused);
  cli_test_add ("/cli/history/csv", test_csv);
  cli_test_add ("/cli/history/json", test_json);
  cli_test_add ("/cli/history/against", test_against);
  cli_test_add ("/cli/history/german", test_german);
  return g_test_run ();
}
