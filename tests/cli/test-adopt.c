/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that adopt and refresh a scenario. */
#include <string.h>

#include "remit-cli-test.h"

static void
fill (CliTest *self)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "plan", "copy", "Fraud", "Cheaper", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "set", "slot", "Data engineer", "fte=50", "--plan",
                                 "Cheaper", NULL), ==, 0);
}

static void
clash (CliTest *self)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "slot", "Data engineer", "fte=70", "--plan", "Fraud",
                                 NULL), ==, 0);
}

static void
check_demand (CliTest *self,
              const char *plan,
              gint64 expected)
{
  JsonObject *object =
    cli_test_run_json (self, "show", "slot", "Data engineer", "--plan", plan, NULL);

  object = json_object_get_object_member (object, "slot");
  g_assert_cmpint (json_object_get_int_member (object, "fte"), ==, expected);
}

static void
test_adopt (CliTest *self,
            gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", "--dry-run", NULL), ==, 0);
  cli_test_assert_output (self, "Slot Data engineer: Demand 100 % → 50 %\n1 change\n");
  cli_test_assert_output (self, "Dry run: nothing was changed.");
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", NULL), ==, 0);
  cli_test_assert_output (self, "The changes of “Cheaper” are now in “Fraud”.");
  check_demand (self, "Fraud", 50);
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  check_demand (self, "Fraud", 100);
}

static void
test_refresh (CliTest *self,
              gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "team", "Cards", "purpose=Pay", "--plan", "Fraud",
                                 NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "refresh", "Cheaper", NULL), ==, 0);
  cli_test_assert_output (self, "Team Cards: Purpose none → Pay");
  check_demand (self, "Cheaper", 50);
  check_demand (self, "Fraud", 100);
}

static void
test_clash (CliTest *self,
            gconstpointer data)
{
  g_autofree char *choice = NULL;
  g_autofree char *key = NULL;
  JsonObject *object;

  clash (self);
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", NULL), ==, 3);
  cli_test_assert_output (self, "    Before: Demand 100 %\n"
                                "    Cheaper: Demand 50 %\n"
                                "    Fraud: Demand 70 %\n");
  g_assert_nonnull (strstr (self->errors, "1 clash has to be decided first"));
  check_demand (self, "Fraud", 70);
  object = cli_test_run_json (self, "adopt", "Cheaper", "--dry-run", NULL);
  g_assert_cmpstr (cli_test_first (object, "clashes", "clash"), ==, "cell");
  g_assert_cmpstr (cli_test_first (object, "clashes", "mine"), ==, "Demand 50 %");
  key = g_strdup (cli_test_first (object, "clashes", "key"));
  choice = g_strdup_printf ("%s=mine", key);
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", "--choose", choice, NULL), ==, 0);
  check_demand (self, "Fraud", 50);
}

static void
test_sides (CliTest *self,
            gconstpointer data)
{
  clash (self);
  g_assert_cmpint (cli_test_run (self, "refresh", "Cheaper", "--theirs", NULL), ==, 0);
  check_demand (self, "Cheaper", 70);
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", "--mine", NULL), ==, 0);
  check_demand (self, "Fraud", 50);
}

static void
test_left (CliTest *self,
           gconstpointer data)
{
  g_autofree char *id = NULL;
  JsonObject *object;

  fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "team", "Cards", "purpose=Pay", "--plan", "Cheaper",
                                 NULL), ==, 0);
  object = cli_test_run_json (self, "show", "slot", "Data engineer", "--plan", "Cheaper", NULL);
  object = json_object_get_object_member (object, "slot");
  id = g_strdup (json_object_get_string_member (object, "id"));
  g_assert_cmpint (cli_test_run (self, "adopt", "Cheaper", "--leave", id, NULL), ==, 0);
  check_demand (self, "Fraud", 100);
  check_demand (self, "Cheaper", 50);
}

static void
test_refused (CliTest *self,
              gconstpointer data)
{
  fill (self);
  cli_test_run (self, "adopt", "Fraud", NULL);
  cli_test_assert_refused (self, 3, "“Fraud” is not a scenario of another plan");
  cli_test_run (self, "adopt", "Nobody", NULL);
  cli_test_assert_refused (self, 3, "Nobody");
  cli_test_run (self, "adopt", "Cheaper", "--mine", "--theirs", NULL);
  cli_test_assert_refused (self, 2, "--mine and --theirs cannot be combined");
  cli_test_run (self, "adopt", "Cheaper", "--leave", "Data engineer", NULL);
  cli_test_assert_refused (self, 2, "--leave needs an id");
  cli_test_run (self, "adopt", "Cheaper", "--choose", "x=both", NULL);
  cli_test_assert_refused (self, 2, "--choose needs KEY=mine or KEY=theirs");
  g_assert_cmpint (cli_test_run (self, "compact", "--before", "2100-01-01", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "set", "team", "Cards", "purpose=Pay", "--plan", "Fraud",
                                 NULL), ==, 0);
  cli_test_run (self, "adopt", "Cheaper", NULL);
  cli_test_assert_refused (self, 3, "archive");
  g_assert_cmpint (cli_test_run (self, "plan", "delete", "Fraud", NULL), ==, 0);
  cli_test_run (self, "adopt", "Cheaper", NULL);
  cli_test_assert_refused (self, 3, "was copied from no longer exists");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_test_add ("/cli/adopt/adopt", test_adopt);
  cli_test_add ("/cli/adopt/refresh", test_refresh);
  cli_test_add ("/cli/adopt/clash", test_clash);
  cli_test_add ("/cli/adopt/sides", test_sides);
  cli_test_add ("/cli/adopt/left", test_left);
  cli_test_add ("/cli/adopt/refused", test_refused);

  return g_test_run ();
}
