/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts on the command line: their steps, what is due, several programs at once, and kills. */
#include <signal.h>
#include <string.h>

#include "plan/conflict/remit-settle.h"
#include "remit-cli-test.h"

#define PEOPLE 3

/* A plan with a ladder of three people, 1 hour each, which begins anew as often as it can. */
static void
set_up (CliTest *self)
{
  static const char *const people[PEOPLE] = { "Ada", "Bela", "Chidi" };
  g_autoptr (RemitStore) store = NULL;
  RemitRecord *ladder = remit_record_new (REMIT_KIND_LADDER);
  g_autofree char *own = g_build_filename (self->folder, "remit", NULL);
  gint64 plan, id;

  /* the user's own, which cli_test_start() finds */
  g_mkdir_with_parents (own, 0700);
  g_free (self->path);
  self->path = g_build_filename (own, "workspace.remit", NULL);
  g_setenv ("REMIT_NOW", "2026-02-10T12:00:00Z", TRUE);
  store = remit_test_open_new (self->path);
  plan = remit_test_add_plan (store, "Churn");
  remit_test_add_team (store, plan, "Fraud");
  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Usual");
  remit_record_set_integer (ladder, REMIT_LADDER_REPEAT, 9);
  id = remit_test_insert (store, ladder);
  for (guint i = 0; i < PEOPLE; i++)
    {
      RemitRecord *rung = remit_record_new (REMIT_KIND_RUNG);

      remit_record_set_integer (rung, REMIT_RUNG_PLAN, plan);
      remit_record_set_integer (rung, REMIT_RUNG_LADDER, id);
      remit_record_set_integer (rung, REMIT_RUNG_POSITION, i);
      remit_record_set_integer (rung, REMIT_RUNG_LIMIT, 60);
      remit_record_set_integer (rung, REMIT_RUNG_AUTOMATIC, i == 0);
      remit_record_set_integer (rung, REMIT_RUNG_PERSON, remit_test_add_person (store, people[i]));
      remit_test_insert (store, rung);
    }
}

/* Another team, and a slot with the same name in both. */
static void
add_platform (CliTest *self)
{
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (RemitStatement) row = remit_store_prepare (store, "SELECT plan, id FROM team", NULL);
  gint64 role = remit_test_add_role (store, "ml", "ML engineer");
  gint64 teams[2];
  gint64 plan;

  g_assert_true (remit_store_step (store, row));
  plan = sqlite3_column_int64 (row, 0);
  teams[0] = sqlite3_column_int64 (row, 1);
  g_clear_pointer (&row, remit_statement_reset);
  teams[1] = remit_test_add_team (store, plan, "Platform");
  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    {
      RemitRecord *slot = remit_record_new (REMIT_KIND_SLOT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, teams[i]);
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
      remit_record_set_text (slot, REMIT_SLOT_NAME, "On call");
      remit_test_insert (store, slot);
    }
}

static void
raise_metric (CliTest *self)
{
  set_up (self);
  g_assert_cmpint (cli_test_run (self, "conflict", "raise", "Churn", "Metric", "--team", "Fraud",
                                 "--party", "Ada=Recall", "--party", "The vendor", "--severity",
                                 "4", "--type", "data", NULL),
                   ==, 0);
}

static void
test_steps (CliTest *self,
            gconstpointer data)
{
  JsonObject *object;

  raise_metric (self);
  g_assert_nonnull (strstr (self->output, "→  1  Ada"));
  g_assert_nonnull (strstr (self->output, "Tue 02/10/26 13:00"));
  g_assert_nonnull (strstr (self->output, "4 · Critical"));
  g_assert_cmpint (cli_test_run (self, "conflict", "state", "metric", "Recall counts", "--by",
                                 "Ada", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "Statement, Ada: Recall counts"));
  g_assert_cmpint (cli_test_run (self, "conflict", "mediate", "Metric", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "conflict", "escalate", "Metric", "--from", "1", NULL), ==,
                   0);
  cli_test_run (self, "conflict", "escalate", "Metric", "--from", "1", NULL);
  cli_test_assert_refused (self, 3, "level 2, with Bela");
  g_assert_cmpint (cli_test_run (self, "conflict", "de-escalate", "Metric", NULL), ==, 0);
  cli_test_run (self, "conflict", "reopen", "Metric", NULL);
  cli_test_assert_refused (self, 3, "still open");
  cli_test_run (self, "conflict", "resolve", "Metric", "--text", "Both", NULL);
  cli_test_assert_refused (self, 3, "Choose the approach");
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "shouting", "--text", "B", NULL);
  cli_test_assert_refused (self, 3, "“shouting” is not one of");
  object = cli_test_run_json (self, "conflict", "resolve", "Metric", "--mode", "compromising",
                              "--text", "Both", "--new-decision", "The metric", "--by", "Chidi",
                              NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "resolved");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "log")), ==, 6);
  cli_test_run (self, "conflict", "escalate", "Metric", NULL);
  cli_test_assert_refused (self, 3, "is resolved. Reopen it first");
  g_assert_cmpint (cli_test_run (self, "conflict", "close", "Metric", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "conflict", "list", "Churn", NULL), ==, 0);
  g_assert_null (strstr (self->output, "Metric"));
  g_assert_cmpint (cli_test_run (self, "conflict", "list", "Churn", "--all", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Metric"));
  g_assert_cmpint (cli_test_run (self, "conflict", "reopen", "Metric", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "conflict", "withdraw", "Metric", NULL), ==, 0);
  cli_test_run (self, "conflict", "show", "Nothing", NULL);
  cli_test_assert_refused (self, 3, "Unknown conflict “Nothing”");
  cli_test_run (self, "conflict", "raise", "Churn", "X", "--team", "Nowhere", NULL);
  cli_test_assert_refused (self, 3, "Nowhere");
  /* what a script leaves empty is not taken for the user */
  cli_test_run (self, "conflict", "raise", "Churn", "X", "--by", "", NULL);
  cli_test_assert_refused (self, 3, "must not be empty");
  cli_test_run (self, "conflict", "raise", "Churn", "X", "--severity", "", NULL);
  cli_test_assert_refused (self, 3, "Severity must not be empty");
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static guint
count (JsonObject *object,
       const char *array)
{
  return json_array_get_length (json_object_get_array_member (object, array));
}

static JsonObject *
get_object (JsonObject *object,
            const char *array,
            guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, array), i);
}

/* All that is known of a conflict is shown, as text and as JSON. */
static void
test_show (CliTest *self,
           gconstpointer data)
{
  JsonObject *object;

  set_up (self);
  add_platform (self);
  g_assert_cmpint (cli_test_run (self, "conflict", "raise", "Churn", "Metric", "--team", "Fraud",
                                 "--team", "Platform", "--party", "Ada=Recall", "--party",
                                 "The vendor", "--description", "What is measured", "--impact",
                                 "The release", "--owner", "Chidi", "--visibility", "parties",
                                 NULL),
                   ==, 0);
  g_assert_cmpint (cli_test_run (self, "conflict", "show", "Metric", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Teams        Fraud, Platform\n"));
  g_assert_nonnull (strstr (self->output, "Description  What is measured\n"));
  g_assert_nonnull (strstr (self->output, "Impact       The release\n"));
  g_assert_nonnull (strstr (self->output, "Owner        Chidi\n"));
  g_assert_nonnull (strstr (self->output, "Visible to   Parties\n"));
  g_assert_nonnull (strstr (self->output, "Party       Position  Interest\n"));
  g_assert_nonnull (strstr (self->output, "Ada         Recall\n"));
  g_assert_nonnull (strstr (self->output, "The vendor\n"));
  /* how it was settled is shown when it was */
  g_assert_null (strstr (self->output, "Approach"));
  g_assert_cmpint (cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "compromising",
                                 "--text", "Both", "--new-decision", "The metric", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "Approach     Compromising\n"));
  g_assert_nonnull (strstr (self->output, "Decision     The metric\n"));

  object = cli_test_run_json (self, "conflict", "show", "Metric", NULL);
  g_assert_cmpuint (count (object, "teams"), ==, 2);
  g_assert_cmpstr (cli_test_first (object, "teams", "name"), ==, "Fraud");
  g_assert_cmpuint (count (object, "parties"), ==, 2);
  g_assert_cmpstr (cli_test_first (object, "parties", "position"), ==, "Recall");
  g_assert_cmpstr (cli_test_first (object, "parties", "interest"), ==, "");
  g_assert_cmpuint (count (object, "rungs"), ==, PEOPLE);
  g_assert_cmpstr (json_object_get_string_member (object, "visibility"), ==, "parties");
  g_assert_nonnull (json_object_get_string_member (object, "decision"));
  g_assert_cmpstr (json_object_get_string_member (get_object (object, "log", 1), "decision"), ==,
                   json_object_get_string_member (object, "decision"));
}

/* ── Correcting ───────────────────────────────────────────────────────────────────────────── */

/* A correction is another entry, which undo does not take away. */
static void
test_correct (CliTest *self,
              gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  JsonObject *object;

  raise_metric (self);
  cli_test_run (self, "conflict", "state", "Metric", "Recall counts", NULL);
  g_assert_cmpint (cli_test_run (self, "conflict", "state", "Metric", "Precision counts", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "\n3  "));
  object = cli_test_run_json (self, "conflict", "show", "Metric", NULL);
  first = g_strdup (json_object_get_string_member (get_object (object, "log", 1), "id"));
  second = g_strdup (json_object_get_string_member (get_object (object, "log", 2), "id"));

  g_assert_cmpint (cli_test_run (self, "conflict", "correct", "Metric", "2", "It does not", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "Recall counts\n"));
  g_assert_nonnull (strstr (self->output, ": It does not (corrects 2)\n"));
  object = cli_test_run_json (self, "conflict", "correct", "Metric", second, "Nor this", NULL);
  g_assert_cmpuint (count (object, "log"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (get_object (object, "log", 3), "corrects"), ==,
                   first);
  g_assert_cmpstr (json_object_get_string_member (get_object (object, "log", 4), "corrects"), ==,
                   second);

  /* the log is never rewritten: undo adds to it, and says so */
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  object = cli_test_run_json (self, "conflict", "show", "Metric", NULL);
  g_assert_cmpuint (count (object, "log"), >=, 5);
  g_assert_cmpint (cli_test_run (self, "redo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static void
test_correct_refused (CliTest *self,
                      gconstpointer data)
{
  static const char *const wrong[] = { "0", "4", "-1", "two", "2.0", "0123456789abcdef" };
  g_autofree char *elsewhere = NULL;
  g_autofree char *before = NULL;

  raise_metric (self);
  cli_test_run (self, "conflict", "state", "Metric", "Recall counts", NULL);
  cli_test_run (self, "conflict", "correct", "Metric", "2", "It does not", NULL);
  cli_test_run (self, "conflict", "raise", "Churn", "Other", NULL);
  elsewhere = g_strdup (cli_test_first (cli_test_run_json (self, "conflict", "show", "Other", NULL),
                                        "log", "id"));
  before = cli_test_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_test_run (self, "conflict", "correct", "Metric", "--", wrong[i], "Not so", NULL);
      cli_test_assert_refused (self, 3, "The log has no entry");
    }
  cli_test_run (self, "conflict", "correct", "Metric", elsewhere, "Not so", NULL);
  cli_test_assert_refused (self, 3, "The log has no entry");
  cli_test_run (self, "conflict", "correct", "Metric", "1", "Not so", NULL);
  cli_test_assert_refused (self, 3, "Steps cannot be corrected in the log");
  cli_test_run (self, "conflict", "correct", "Metric", "2", "Again", NULL);
  cli_test_assert_refused (self, 3, "is already corrected");
  cli_test_run (self, "conflict", "correct", "Nothing", "2", "Not so", NULL);
  cli_test_assert_refused (self, 3, "Unknown conflict “Nothing”");
  cli_test_run (self, "conflict", "correct", "Metric", "2", NULL);
  cli_test_assert_refused (self, 2, "CONFLICT ENTRY TEXT");
  {
    g_autofree char *after = cli_test_dump (self);

    g_assert_cmpstr (after, ==, before);
  }
}

/* ── Rights ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): the rights that there are: "ML engineer A, Ada R" */
static char *
dup_rights (CliTest *self)
{
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_READ_ONLY, NULL);
  g_autoptr (RemitStatement) rows = remit_store_prepare (
    store,
    "SELECT coalesce (team.name || '/' || slot.name, role.name, person.name), r.letter"
    " FROM \"right\" AS r LEFT JOIN slot ON slot.id = r.slot LEFT JOIN team ON team.id = slot.team"
    " LEFT JOIN role ON role.id = r.role LEFT JOIN person ON person.id = r.person"
    " ORDER BY 1, 2", NULL);
  GString *rights = g_string_new (NULL);

  while (remit_store_step (store, rows))
    g_string_append_printf (rights, "%s%s %s", rights->len > 0 ? ", " : "",
                            (const char *) sqlite3_column_text (rows, 0),
                            (const char *) sqlite3_column_text (rows, 1));
  return g_string_free (rights, FALSE);
}

static void
check_rights (CliTest *self,
              const char *expected)
{
  g_autofree char *rights = dup_rights (self);

  g_assert_cmpstr (rights, ==, expected);
}

/* Rights change together with the conflict, and are taken back with it. */
static void
test_rights (CliTest *self,
             gconstpointer data)
{
  raise_metric (self);
  add_platform (self);
  g_assert_cmpint (cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "compromising",
                                 "--text", "Both", "--new-decision", "The metric", "--right",
                                 "Platform/On call=A", "--right", "ada=R", "--right", "Ada=c",
                                 "--right", "Role: ML engineer=I", NULL),
                   ==, 0);
  check_rights (self, "Ada C, Ada R, ML engineer I, Platform/On call A");
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  check_rights (self, "");
  g_assert_cmpint (cli_test_run (self, "redo", NULL), ==, 0);
  check_rights (self, "Ada C, Ada R, ML engineer I, Platform/On call A");

  /* of a decision that is there, others stay as they are */
  g_assert_cmpint (cli_test_run (self, "conflict", "reopen", "Metric", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing",
                                 "--text", "Recall", "--decision", "The metric", "--right", "Ada=-",
                                 "--right", "Fraud/On call=R/C", NULL),
                   ==, 0);
  check_rights (self, "Fraud/On call C, Fraud/On call R, ML engineer I, Platform/On call A");
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  check_rights (self, "Ada C, Ada R, ML engineer I, Platform/On call A");
  g_assert_cmpint (cli_test_run (self, "redo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static void
refuse_right (CliTest *self,
              const char *right,
              int status,
              const char *words)
{
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing", "--text", "So",
                "--new-decision", "The metric", "--right", right, NULL);
  cli_test_assert_refused (self, status, words);
}

static void
test_rights_refused (CliTest *self,
                     gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  raise_metric (self);
  add_platform (self);
  before = cli_test_dump (self);
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing", "--text", "So",
                "--right", "Ada=A", NULL);
  cli_test_assert_refused (self, 2, "--right needs --decision or --new-decision");
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing", "--text", "So",
                "--new-decision", "", "--right", "Ada=A", NULL);
  cli_test_assert_refused (self, 2, "--right needs --decision or --new-decision");
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing", "--text", "So",
                "--new-decision", "One", "--decision", "Another", NULL);
  cli_test_assert_refused (self, 2, "A conflict has one resulting decision");
  cli_test_run (self, "conflict", "resolve", "Metric", "--mode", "competing", "--text", "So",
                "--decision", "Another", "--right", "Ada=A", NULL);
  cli_test_assert_refused (self, 3, "Another");
  refuse_right (self, "Ada", 2, "HOLDER=LETTERS");
  refuse_right (self, "=A", 2, "HOLDER=LETTERS");
  refuse_right (self, "Dora=A", 3, "“Dora” is not a slot, role or person of the plan");
  refuse_right (self, "Ada=Q", 3, "“Q” is not a letter of RACI");
  refuse_right (self, "On call=A", 3, "Platform");
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* ── Many ─────────────────────────────────────────────────────────────────────────────────── */

/* Asserts the titles that are listed, in order. */
static void
check_list (CliTest *self,
            const char *option,
            const char *value,
            const char *expected)
{
  JsonObject *object = cli_test_run_json (self, "conflict", "list", "Churn", option, value, NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < count (object, "conflicts"); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            json_object_get_string_member (get_object (object, "conflicts", i),
                                                           "title"));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_list (CliTest *self,
           gconstpointer data)
{
  raise_metric (self);
  g_setenv ("REMIT_NOW", "2026-02-10T12:01:00Z", TRUE);
  cli_test_run (self, "conflict", "raise", "Churn", "Labels", "--team", "Fraud", "--severity", "1",
                "--owner", "Bela", NULL);
  g_setenv ("REMIT_NOW", "2026-02-10T12:02:00Z", TRUE);
  cli_test_run (self, "conflict", "raise", "Churn", "Costs", "--team", "Fraud", "--severity", "3",
                "--type", "resource", "--owner", "Ada", NULL);
  g_setenv ("REMIT_NOW", "2026-02-10T12:03:00Z", TRUE);
  cli_test_run (self, "conflict", "escalate", "Metric", NULL);
  cli_test_run (self, "conflict", "raise", "Churn", "Names", "--team", "Fraud", NULL);
  cli_test_run (self, "conflict", "withdraw", "Names", NULL);

  check_list (self, "--sort", "age", "Metric Labels Costs");
  check_list (self, "--sort", "clock", "Labels Costs Metric");
  check_list (self, "--sort", "severity", "Metric Costs Labels");
  check_list (self, "--sort", "state", "Labels Costs Metric");
  check_list (self, "--sort", "rung", "Metric Labels Costs");
  check_list (self, "--sort", "Owner", "Costs Labels Metric");
  check_list (self, "--owner", "bela", "Labels");
  check_list (self, "--owner", "nobody", "Metric");
  check_list (self, "--severity", "3", "Costs");
  check_list (self, "--type", "resource", "Costs");
  check_list (self, "--state", "running", "Metric Labels Costs");
  check_list (self, "--state", "over", "Names");
  check_list (self, "--state", "all", "Metric Labels Costs Names");
  check_list (self, "--state", "escalated", "Metric");
  check_list (self, "--state", "withdrawn", "Names");
  g_assert_cmpint (cli_test_run (self, "conflict", "list", "Churn", "--sort", "owner", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "Ada    Costs\n"));

  cli_test_run (self, "conflict", "list", "Churn", "--sort", "colour", NULL);
  cli_test_assert_refused (self, 2, "Invalid value “colour” for --sort; possible values: age, "
                                    "clock");
  cli_test_run (self, "conflict", "list", "Churn", "--state", "won", NULL);
  cli_test_assert_refused (self, 2, "Invalid value “won” for --state; possible values: running, "
                                    "over, all, open");
  cli_test_run (self, "conflict", "list", "Churn", "--severity", "0", NULL);
  cli_test_assert_refused (self, 2, "Invalid value “0” for --severity; possible values: 1, 2, 3, "
                                    "4");
  cli_test_run (self, "conflict", "list", "Churn", "--type", "odd", NULL);
  cli_test_assert_refused (self, 2, "Invalid value “odd” for --type; possible values: technical, "
                                    "priority");
  cli_test_run (self, "conflict", "list", "Churn", "--owner", "Dora", NULL);
  cli_test_assert_refused (self, 3, "Dora");
}

static void
test_due (CliTest *self,
          gconstpointer data)
{
  JsonObject *object;

  raise_metric (self);
  object = cli_test_run_json (self, "due", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "due")), ==, 0);
  object = cli_test_run_json (self, "due", "--within", "59m", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "due")), ==, 0);
  object = cli_test_run_json (self, "due", "--within", "1h", NULL);
  g_assert_cmpstr (cli_test_first (object, "due", "title"), ==, "Metric");
  g_assert_cmpstr (cli_test_first (object, "due", "due"), ==, "2026-02-10T13:00:00.000Z");
  cli_test_run (self, "due", "--within", "soon", NULL);
  cli_test_assert_refused (self, 2, "Invalid value “soon” for --within");

  /* what the window does, a timer can do */
  g_setenv ("REMIT_NOW", "2026-02-10T14:00:00Z", TRUE);
  g_assert_cmpint (cli_test_run (self, "due", "--log", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Metric"));
  g_assert_cmpint (cli_test_run (self, "conflict", "show", "Metric", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Time limit passed"));
  g_assert_nonnull (strstr (self->output, "Escalated automatically"));
  g_assert_nonnull (strstr (self->output, "→  2  Bela"));
  g_assert_cmpint (cli_test_run (self, "due", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "No conflicts are due"));
}

/* Of many who escalate the same conflict at the same moment, one does. */
static void
test_at_once (CliTest *self,
              gconstpointer data)
{
  static const char *const arguments[] = { "conflict", "escalate", "Metric", "--from", "1", NULL };
  GSubprocess *processes[8];
  guint n_done = 0;
  JsonObject *object;

  raise_metric (self);
  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    processes[i] = cli_test_start (self, arguments);
  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      g_autofree char *errors = NULL;

      g_assert_true (g_subprocess_communicate_utf8 (processes[i], NULL, NULL, NULL, &errors, NULL));
      if (g_subprocess_get_exit_status (processes[i]) == 0)
        n_done++;
      else
        {
          g_test_message ("%s", errors);
          g_assert_nonnull (strstr (errors, "was moved to level"));
        }
      g_object_unref (processes[i]);
    }
  g_assert_cmpuint (n_done, ==, 1);
  object = cli_test_run_json (self, "conflict", "show", "Metric", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "rung"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "log")), ==, 2);
}

static void
check_story (CliTest *self)
{
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (RemitStatement) row = remit_store_prepare (store, "SELECT id FROM conflict", NULL);
  g_autoptr (RemitRecord) conflict = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  RemitConflictStatus status;
  gint64 rung;

  g_assert_true (remit_store_step (store, row));
  conflict = remit_store_load (store, REMIT_KIND_CONFLICT, sqlite3_column_int64 (row, 0), NULL);
  log = remit_store_load_parts (store, REMIT_KIND_CONFLICT_EVENT,
                                remit_record_get_id (conflict), NULL);
  remit_story_follow (log, &status, &rung, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS));
  g_assert_cmpint (rung, ==, remit_record_get_integer (conflict, REMIT_CONFLICT_RUNG));
  remit_test_verify (store);
}

/* Killed in the middle, an escalation was done, or was not. */
static void
test_killed (CliTest *self,
             gconstpointer data)
{
  static const char *const arguments[] = { "conflict", "escalate", "Metric", NULL };

  raise_metric (self);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GSubprocess) process = cli_test_start (self, arguments);

      g_usleep (1000 * (gulong) g_random_int_range (2, 30));
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);
      check_story (self);
    }
}

static void
test_audience (CliTest *self,
               gconstpointer data)
{
  raise_metric (self);
  g_assert_cmpint (cli_test_run (self, "conflict", "raise", "Churn", "Secret", "--visibility",
                                 "private", NULL),
                   ==, 0);
  g_assert_cmpint (cli_test_run (self, "export", "Churn", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Secret"));
  g_assert_cmpint (cli_test_run (self, "export", "Churn", "--audience", "stakeholder", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "Metric"));
  g_assert_null (strstr (self->output, "Secret"));
  cli_test_run (self, "export", "Churn", "--audience", "everybody", NULL);
  cli_test_assert_refused (self, 2, "possible values: full, stakeholder");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/conflicts/steps", test_steps);
  cli_test_add ("/cli/conflicts/show", test_show);
  cli_test_add ("/cli/conflicts/correct", test_correct);
  cli_test_add ("/cli/conflicts/correct-refused", test_correct_refused);
  cli_test_add ("/cli/conflicts/rights", test_rights);
  cli_test_add ("/cli/conflicts/rights-refused", test_rights_refused);
  cli_test_add ("/cli/conflicts/list", test_list);
  cli_test_add ("/cli/conflicts/due", test_due);
  cli_test_add ("/cli/conflicts/at-once", test_at_once);
  cli_test_add ("/cli/conflicts/killed", test_killed);
  cli_test_add ("/cli/conflicts/audience", test_audience);
  return g_test_run ();
}
