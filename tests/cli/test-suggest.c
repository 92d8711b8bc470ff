/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that suggests who fills vacant slots. */
#include <string.h>

#include "remit-cli-test.h"

/* Grace is a data engineer by her title. */
static void
fill (CliTest *self)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "set", "person", "Grace Hopper", "title=Data engineer",
                                 NULL), ==, 0);
}

static void
test_text (CliTest *self,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", NULL), ==, 0);
  cli_test_assert_output (self, "Cards/Data engineer");
  cli_test_assert_output (self, "Grace Hopper");
  cli_test_assert_output (self, "2 of 3 vacancies filled · 195 points · proven to be the best\n");
  cli_test_assert_output (self, "Its 2 candidates are needed in other slots");
  /* nothing is changed */
  after = cli_test_dump (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_json (CliTest *self,
           gconstpointer data)
{
  JsonObject *object, *row;
  JsonArray *rows;

  fill (self);
  object = cli_test_run_json (self, "suggest", "Fraud", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "vacancies"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (object, "filled"), ==, 2);
  g_assert_cmpfloat (json_object_get_double_member (object, "gap"), ==, 0);
  g_assert_false (json_object_get_boolean_member (object, "applied"));
  rows = json_object_get_array_member (object, "rows");
  g_assert_cmpuint (json_array_get_length (rows), ==, 3);
  row = json_array_get_object_element (rows, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "slot_name"), ==, "Cards/Data engineer");
  g_assert_cmpstr (json_object_get_string_member (row, "person_name"), ==, "Grace Hopper");
  g_assert_cmpint (json_object_get_int_member (row, "score"), ==, 100);
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "filled");
  row = json_array_get_object_element (rows, 2);
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "taken");
  g_assert_true (json_object_get_null_member (row, "person"));
}

static void
test_narrow (CliTest *self,
             gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--slot", "Data engineer", "--not",
                                 "Grace Hopper=Data engineer", NULL), ==, 0);
  cli_test_assert_output (self, "Ada Lovelace");
  cli_test_assert_output (self, "1 of 1 vacancy filled");
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--team", "Cards", "--keep",
                                 "Grace Hopper", NULL), ==, 0);
  cli_test_assert_output (self, "1 of 3 vacancies filled");
  g_assert_null (strstr (self->output, "Grace Hopper"));
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--slot", "Data engineer", "--keep",
                                 "Ada Lovelace=Cards/Data engineer", NULL), ==, 0);
  cli_test_assert_output (self, "Ada Lovelace");
}

static void
test_apply (CliTest *self,
            gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--apply", NULL), ==, 0);
  cli_test_assert_output (self, "Assigned 2 people\n");
  g_assert_cmpint (cli_test_run (self, "list", "assignment", NULL), ==, 0);
  cli_test_assert_output (self, "Grace Hopper");
  cli_test_assert_output (self, "Ada Lovelace");
  /* once more there is nobody left */
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--apply", NULL), ==, 0);
  cli_test_assert_output (self, "Nobody with the required skills is free");
  g_assert_null (strstr (self->output, "Assigned"));
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "list", "assignment", NULL), ==, 0);
  g_assert_null (strstr (self->output, "Grace Hopper"));
}

static void
test_refusals (CliTest *self,
               gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "suggest", "Nothing", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--team", "Nobody", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--slot", "Nothing", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--keep", "Nobody", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--not", "Ada Lovelace", NULL), ==, 2);
  g_assert_cmpint (cli_test_run (self, "suggest", "Fraud", "--not", "=", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "suggest", NULL), ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/suggest/text", test_text);
  cli_test_add ("/cli/suggest/json", test_json);
  cli_test_add ("/cli/suggest/narrow", test_narrow);
  cli_test_add ("/cli/suggest/apply", test_apply);
  cli_test_add ("/cli/suggest/refusals", test_refusals);
  return g_test_run ();
}
