/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general verbs in detail: names and plans, values as people write them, conditions. */
#include <string.h>

#include "remit-cli-test.h"

static guint
count (CliTest *self,
       const char *kind,
       const char *member,
       const char *condition)
{
  JsonObject *list = condition != NULL
                       ? cli_test_run_json (self, "list", kind, "--where", condition, NULL)
                       : cli_test_run_json (self, "list", kind, NULL);

  return json_array_get_length (json_object_get_array_member (list, member));
}

static void
check_refused (CliTest *self,
               int status,
               const char *words,
               const char *verb,
               const char *kind,
               const char *first,
               const char *second)
{
  g_autofree char *before = cli_test_dump (self);
  g_autofree char *after = NULL;

  cli_test_run (self, verb, kind, first, second, NULL);
  cli_test_assert_refused (self, status, words);
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* ── Names and plans ──────────────────────────────────────────────────────────────────────── */

static void
test_names (CliTest *self,
            gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "show", "PEOPLE", "ada lovelace", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Ada Lovelace"));
  g_assert_cmpint (cli_test_run (self, "show", "slot", "cards/data engineer", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "slot-need", "slot=Cards/Data engineer",
                                 "skill=SQL", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "add", "skill", "name=SQL", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "slot_need", "slot=Cards/Data engineer",
                                 "skill=sql", "level=Full", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "show", "slot-needs", "SQL for Data engineer", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "3 · Full"));

  check_refused (self, 3, "“ML engineer” is ambiguous", "show", "slot", "ML engineer", NULL);
  g_assert_nonnull (strstr (self->errors, "Cards  Fraud"));
  check_refused (self, 3, "“Eve” not found", "show", "person", "Eve", NULL);
  check_refused (self, 2, "Did you mean “person”?", "list", "persn", NULL, NULL);
  check_refused (self, 2, "Did you mean “capacity”?", "set", "person", "Ada Lovelace",
                 "capcity=50");
  check_refused (self, 2, "give an id or a name", "show", "person", NULL, NULL);
}

static void
test_plans (CliTest *self,
            gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "add", "team", "name=Loans", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "plan", "copy", "Fraud", "Leaner", NULL), ==, 0);

  check_refused (self, 2, "give the plan with --plan", "add", "team", "name=Third", NULL);
  check_refused (self, 3, "“Cards” is ambiguous", "add", "slot", "team=Cards",
                 "role=Data engineer");
  g_assert_cmpint (cli_test_run (self, "add", "slot", "--plan", "Leaner", "team=Cards",
                                 "role=Data engineer", "name=Fourth", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "team", "plan=leaner", "name=Third", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "slot", "role=ML engineer", "team=Third", NULL),
                   ==, 0);

  g_assert_cmpuint (count (self, "slots", "slots", NULL), ==, 8);
  g_assert_cmpuint (count (self, "slots", "slots", "plan=Fraud"), ==, 3);
  g_assert_cmpint (cli_test_run (self, "list", "slots", "--plan", "Leaner", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Fourth"));
  g_assert_null (strstr (self->output, "Fraud"));
  g_assert_cmpint (cli_test_run (self, "list", "people", "--plan", "Leaner", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "show", "team", "Cards", "-p", "Leaner", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "delete", "team", "Third", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Also deleted: 1 slot."));
  g_assert_cmpint (cli_test_run (self, "delete", "team", "Cards", "--plan", "Leaner", NULL), ==, 0);
  g_assert_cmpuint (count (self, "slots", "slots", NULL), ==, 3);
}

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

static void
check_value (CliTest *self,
             const char *kind,
             const char *name,
             const char *pair,
             const char *column,
             const char *value)
{
  JsonObject *object;
  g_autofree char *found = NULL;

  object = json_object_get_object_member (cli_test_run_json (self, "set", kind, name, pair, NULL),
                                          kind);
  found = json_to_string (json_object_get_member (object, column), FALSE);
  g_assert_cmpstr (found, ==, value);
}

static void
test_values (CliTest *self,
             gconstpointer data)
{
  cli_test_fill (self);
  check_value (self, "person", "Ada Lovelace", "capacity=80%", "capacity", "80");
  check_value (self, "person", "Ada Lovelace", "capacity=60 %", "capacity", "60");
  check_value (self, "person", "Ada Lovelace", "capacity=", "capacity", "100");
  check_value (self, "person", "Ada Lovelace", "until=2027-12-31", "until", "\"2027-12-31\"");
  check_value (self, "person", "Ada Lovelace", "until=", "until", "null");
  check_value (self, "person", "Ada Lovelace", "notes=a=b", "notes", "\"a=b\"");
  check_value (self, "team", "Cards", "ml=Yes", "ml", "true");
  check_value (self, "team", "Cards", "ai_risk=High", "ai_risk", "\"high\"");
  check_value (self, "plan", "Fraud", "status=published", "status", "\"published\"");
  g_assert_cmpint (cli_test_run (self, "add", "ladder", "name=Usual", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "rung", "ladder=Usual", "limit=2d",
                                 "person=Grace Hopper", NULL), ==, 0);
  check_value (self, "rung", "Usual", "limit=8h", "limit", "\"PT8H\"");
  check_value (self, "rung", "Usual", "limit=16 working hours", "limit", "\"PT16H\"");
  check_value (self, "rung", "Usual", "limit=PT90M", "limit", "\"PT90M\"");

  check_refused (self, 3, "is not a whole number", "set", "person", "Ada Lovelace",
                 "capacity=much");
  check_refused (self, 3, "is not one of", "set", "team", "Cards", "ai-risk=odd");
  check_refused (self, 3, "Name must not be empty", "set", "person", "Ada Lovelace", "name=");
  check_refused (self, 2, "FIELD=VALUE", "set", "person", "Ada Lovelace", "odd");
  check_refused (self, 3, "Name must not be empty", "add", "person", "capacity=50", NULL);
}

/* What could not be reached from here once. */
static void
test_settings (CliTest *self,
               gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "settings", "time-zone=Europe/Berlin",
                                 "work-from=1080", "work-until=1380", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "show", "settings", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Europe/Berlin"));
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "time zone, start of work and end of work"));
  g_assert_cmpint (cli_test_run (self, "add", "holiday", "day=2026-12-25", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "absence", "person=Ada Lovelace", "from=2026-07-01",
                                 "until=2026-07-14", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "show", "person", "Ada Lovelace", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "1 absence:"));
  check_refused (self, 3, "The end of work must be after", "set", "settings", "work-from=1200",
                 NULL);
  check_refused (self, 3, "already has settings", "add", "settings", "team-limit=3", NULL);
  check_refused (self, 3, "remit-cli help conflict", "add", "conflict", "title=X", NULL);
}

/* A log is written by verbs of its own, which the refusal names. */
static void
test_decisions (CliTest *self,
                gconstpointer data)
{
  JsonObject *shown;
  g_autofree char *id = NULL;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "add", "decision", "title=Go live", "framework=daci", NULL),
                   ==, 0);
  check_refused (self, 3, "remit-cli help decision", "set", "decision", "Go live",
                 "status=accepted");
  check_refused (self, 3, "remit-cli help decision", "add", "decision-event", "decision=Go live",
                 NULL);
  check_refused (self, 2, "decision correct", "decision", "log", "Go live", "correction");
  shown = cli_test_run_json (self, "decision", "log", "go live", "outcome", "--result", "accepted",
                             "--text", "Ready", "--override", "Nobody has the right", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (shown, "decision"),
                                                  "status"), ==, "accepted");
  id = g_strdup (cli_test_first (json_object_get_object_member (shown, "parts"), "decision_events",
                                 "id"));
  shown = cli_test_run_json (self, "decision", "correct", id, "Not yet", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (shown, "decision"),
                                                  "status"), ==, "proposed");
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

/* Namesakes are told apart by their addresses, and no option is named that would not help. */
static void
test_namesakes (CliTest *self,
                gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "add", "person", "name=Ada Lovelace",
                                 "email=ada@elsewhere.example", NULL),
                   ==, 0);
  check_refused (self, 3, "ada@elsewhere.example", "assign", "Ada Lovelace", "Cards/Data engineer",
                 NULL);
  g_assert_nonnull (strstr (self->errors, "Give an id:"));
  g_assert_null (strstr (self->errors, "--plan"));
}

/* What is written is what a comment is about: its first words are in the list, on one line. */
static void
test_comments (CliTest *self,
               gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "add", "comment", "slot=Cards/Data engineer",
                                 "text=Who steps in?\nAnd when?", "author=Ada", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "Ada on Data engineer"));
  g_assert_cmpint (cli_test_run (self, "list", "comments", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Who steps in? And when?"));
  check_refused (self, 3, "Comment: either Slot or Person, not both", "set", "comment",
                 "Ada on Data engineer", "person=Ada Lovelace");
  g_assert_cmpint (cli_test_run (self, "set", "comment", "Ada on Data engineer", "resolved=yes",
                                 NULL),
                   ==, 0);
  g_assert_cmpuint (count (self, "comment", "comments", "resolved=yes"), ==, 1);
  g_assert_cmpint (cli_test_run (self, "delete", "comment", "Ada on Data engineer", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_cmpuint (count (self, "comment", "comments", NULL), ==, 1);
}

/* ── Conditions ───────────────────────────────────────────────────────────────────────────── */

static void
test_where (CliTest *self,
            gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "person", "Ada Lovelace", "capacity=80",
                                 "from=2026-01-01", "location=London", NULL), ==, 0);

  g_assert_cmpuint (count (self, "people", "people", "name=ada LOVELACE"), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "location="), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "location!="), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "capacity<100"), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "capacity<=100%"), ==, 2);
  g_assert_cmpuint (count (self, "people", "people", "capacity>=81"), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "from>2025-12-31"), ==, 1);
  g_assert_cmpuint (count (self, "people", "people", "from<2026-01-01"), ==, 0);
  g_assert_cmpuint (count (self, "people", "people", "from="), ==, 1);
  g_assert_cmpuint (count (self, "slots", "slots", "role=ML engineer"), ==, 2);
  g_assert_cmpuint (count (self, "slots", "slots", "role!=ML engineer"), ==, 1);
  g_assert_cmpuint (count (self, "slots", "slots", "name=ml engineer"), ==, 2);
  g_assert_cmpuint (count (self, "slots", "slots", "required=no"), ==, 0);
  g_assert_cmpuint (count (self, "teams", "teams", "parent="), ==, 1);

  check_refused (self, 2, "can only be compared with", "list", "people", "--where", "name<B");
  check_refused (self, 2, "is not a whole number", "list", "people", "--where", "capacity<much");
  check_refused (self, 2, "Invalid --where", "list", "people", "--where", "capacity");
  check_refused (self, 2, "unknown field", "list", "people", "--where", "colour=red");
  check_refused (self, 3, "“Pilot” not found", "list", "slots", "--where", "role=Pilot");
}

/* ── Help ─────────────────────────────────────────────────────────────────────────────────── */

/* Each line is of one option; no letter stands for two. */
static void
check_options (const char *help)
{
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new ("^ +(?:(-[a-zA-Z]), )?(--[a-z-]+)", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (regex, lines[i], 0, &match))
        continue;
      for (int j = 1; j <= 2; j++)
        {
          char *option = g_match_info_fetch (match, j);

          if (*option == '\0')
            g_free (option);
          else
            g_assert_true (g_hash_table_add (seen, option));
        }
    }
  g_assert_true (g_hash_table_contains (seen, "-w"));
  g_assert_true (g_hash_table_contains (seen, "-j"));
}

/* The names of all verbs, which begin the lines of the list. */
static GPtrArray *
list_verbs (CliTest *self)
{
  GPtrArray *verbs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (cli_test_run_plain (self, "help", NULL), ==, 0);
  lines = g_strsplit (strstr (self->output, "Verbs:\n") + strlen ("Verbs:\n"), "\n", -1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new ("^  ([a-z-]+(?: [a-z-]+)?)(?= )", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_regex_match (regex, lines[i], 0, &match));
      g_ptr_array_add (verbs, g_match_info_fetch (match, 1));
    }
  return verbs;
}

static void
test_options (CliTest *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) verbs = list_verbs (self);

  g_assert_cmpuint (verbs->len, >, 25);
  for (guint i = 0; i < verbs->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (verbs->pdata[i], " ", 2);
      g_autofree char *help = NULL;

      g_assert_cmpint (cli_test_run_plain (self, "help", words[0], words[1], NULL), ==, 0);
      help = g_steal_pointer (&self->output);
      check_options (help);
      if (words[1] != NULL)
        cli_test_run_plain (self, words[0], words[1], "--help", NULL);
      else
        cli_test_run_plain (self, words[0], "--help", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_cmpstr (self->output, ==, help);
    }
}

static void
test_workspace_after (CliTest *self,
                      gconstpointer data)
{
  cli_test_fill (self);
  /* whose letter -w is that of words */
  g_assert_cmpint (cli_test_run_plain (self, "history", "--workspace", self->path, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "No."));
  g_assert_cmpint (cli_test_run_plain (self, "list", "people", "-w", self->path, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Ada Lovelace"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/entities/names", test_names);
  cli_test_add ("/cli/entities/plans", test_plans);
  cli_test_add ("/cli/entities/values", test_values);
  cli_test_add ("/cli/entities/settings", test_settings);
  cli_test_add ("/cli/entities/decisions", test_decisions);
  cli_test_add ("/cli/entities/comments", test_comments);
  cli_test_add ("/cli/entities/namesakes", test_namesakes);
  cli_test_add ("/cli/entities/where", test_where);
  cli_test_add ("/cli/entities/options", test_options);
  cli_test_add ("/cli/entities/workspace-after", test_workspace_after);
  return g_test_run ();
}
