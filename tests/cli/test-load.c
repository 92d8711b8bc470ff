/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that shows load over time, on the command line. */
#include <string.h>

#include "remit-cli-test.h"

/* Ada is in both slots for an ML engineer, in one of them from April on; nobody is the data
 * engineer. */
static void
fill (CliTest *self)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "person", "Grace Hopper", "until=2026-03-31", NULL),
                   ==, 0);
  g_assert_cmpint (cli_test_run (self, "list", "slots", "--json", NULL), ==, 0);
  {
    JsonObject *slots = cli_test_run_json (self, "list", "slots", NULL);
    JsonArray *array = json_object_get_array_member (slots, "slots");
    g_autofree char *second = g_strdup (json_object_get_string_member (
      json_array_get_object_element (array, 1), "id"));
    g_autofree char *third = g_strdup (json_object_get_string_member (
      json_array_get_object_element (array, 2), "id"));
    g_autofree char *slot = g_strconcat ("slot=", third, NULL);

    g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", second, "--allocation", "80",
                                   NULL), ==, 0);
    g_assert_cmpint (cli_test_run (self, "add", "assignment", slot, "person=Ada Lovelace",
                                   "allocation=40", "state=proposed", "from=2026-04-01", NULL),
                     ==, 0);
  }
}

static void
test_people (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "load", "Fraud", "--from", "2026-03-01", "--until",
                                 "2026-04-30", NULL), ==, 0);
  cli_test_assert_output (
    self, "Person        2026-03  2026-04  FTE\n"
          "Ada Lovelace  80 %     !~120 %  1.0\n"
          "Grace Hopper  0 %      –        0.5\n"
          "All           40 %     !~120 %  1.5\n"
          "! too much on some day, ~ partly proposed, – without capacity\n"
          "Ada Lovelace has too much to do on 30 days:\n"
          "    80 %: Ada Lovelace in ML engineer, 2026-03-01 to 2026-04-30\n"
          "    40 %: Ada Lovelace in ML engineer, 2026-04-01 to 2026-04-30\n");
  g_assert_cmpint (cli_test_run (self, "load", "Fraud", "--only", "none", NULL), ==, 0);
  g_assert_null (strstr (self->output, "Ada Lovelace "));
  g_assert_cmpint (cli_test_run (self, "load", "Fraud", "--from", "2026-03-01", "--until",
                                 "2026-03-31", "--free", "21", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Grace"));
  g_assert_null (strstr (self->output, "Ada Lovelace "));
}

static void
test_teams (CliTest *self,
            gconstpointer data G_GNUC_UNUSED)
{
  JsonObject *object, *row, *cell;
  JsonArray *rows;

  fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "slot", "Data engineer", "hiring=frozen", NULL), ==,
                   0);
  object = cli_test_run_json (self, "load", "Fraud", "--by", "team", "--every", "week", "--from",
                              "2026-03-30", "--until", "2026-04-05", NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "by"), ==, "team");
  rows = json_object_get_array_member (object, "rows");
  g_assert_cmpuint (json_array_get_length (rows), ==, 1);
  row = json_array_get_object_element (rows, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "name"), ==, "Cards");
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "free");
  cell = json_array_get_object_element (json_object_get_array_member (row, "cells"), 0);
  g_assert_cmpint (json_object_get_int_member (cell, "capacity"), ==, 7 * 300);
  g_assert_cmpint (json_object_get_int_member (cell, "confirmed"), ==, 7 * 80);
  g_assert_cmpint (json_object_get_int_member (cell, "proposed"), ==, 5 * 40);
  cell = json_object_get_object_member (cell, "open");
  g_assert_cmpint (json_object_get_int_member (cell, "frozen"), ==, 7 * 100);
  g_assert_cmpint (json_object_get_int_member (cell, "open"), ==, 7 * 20 + 2 * 100 + 5 * 60);
}

/* Two days: 80 % of 500 EUR each. */
static void
test_cost (CliTest *self,
           gconstpointer data G_GNUC_UNUSED)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "role", "ML engineer", "day-rate=500 €", NULL), ==,
                   0);
  g_assert_cmpint (cli_test_run (self, "cost", "Fraud", "--from", "2026-03-02", "--until",
                                 "2026-03-03", NULL), ==, 0);
  cli_test_assert_output (self, "Team   People  FTE  Cost     Open FTE  Estimate\n"
                                "Cards  1       0.8  800 EUR  2.2       1200 EUR\n"
                                "All    1       0.8  800 EUR  2.2       1200 EUR\n"
                                "2 working days\n");
  g_assert_cmpint (cli_test_run (self, "set", "role", "ML engineer", "day-rate=", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "cost", "Fraud", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "2 assignments have no day rate"));
  g_assert_cmpint (cli_test_run (self, "cost", "Fraud", "--until", "2020-01-01", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "set", "role", "ML engineer", "day-rate=cheap", NULL), ==,
                   3);
}

static void
test_misuse (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  static const char *const cases[][3] = {
    { "--by", "planet", "planet" },
    { "--every", "hour", "hour" },
    { "--only", "much", "much" },
    { "--from", "yesterday", "a date such as 2026-03-31" },
    { "--until", "2020-01-01", "--until is before --from." },
    { "--until", "2999-01-01", "at most 3660 days" },
    { "--free", "101", "--free is not between 0 and 100." },
  };

  cli_test_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i][0], cases[i][1]);
      g_assert_cmpint (cli_test_run (self, "load", "Fraud", cases[i][0], cases[i][1], NULL), ==,
                       2);
      g_assert_nonnull (strstr (self->errors, cases[i][2]));
    }
  g_assert_cmpint (cli_test_run (self, "load", "Nowhere", NULL), ==, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/load/people", test_people);
  cli_test_add ("/cli/load/teams", test_teams);
  cli_test_add ("/cli/load/cost", test_cost);
  cli_test_add ("/cli/load/misuse", test_misuse);
  return g_test_run ();
}
