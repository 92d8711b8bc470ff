/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace that somebody altered, on the command line: refused, and repaired. */
#include <sqlite3.h>
#include <string.h>

#include "remit-cli-test.h"
#include "remit-test.h"

static void
test_repair (CliTest *self,
             gconstpointer data)
{
  const char *repaired = cli_test_file (self, "repaired.remit");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JsonObject *object;
  sqlite3 *db;

  cli_test_fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, "CREATE TRIGGER evil AFTER INSERT ON plan BEGIN DELETE FROM skill; END");
  sqlite3_close (db);

  cli_test_run (self, "plan", "new", "Harmless", NULL);
  cli_test_assert_refused (self, 4, "the trigger “evil” was added");
  cli_test_run (self, "history", "--verify", NULL);
  cli_test_assert_refused (self, 4, "remit-cli repair");

  object = cli_test_run_json (self, "repair", self->path, repaired, NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_true (json_object_get_boolean_member (object, "whole"));
  g_assert_cmpint (json_object_get_int_member (object, "rows"), >, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "left_out")), ==,
                    1);
  cli_test_run (self, "repair", self->path, repaired, NULL);
  cli_test_assert_refused (self, 3, "already exists");

  g_free (self->path);
  self->path = g_strdup (repaired);
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* A file that is in order comes out the same, and one that is none is refused. */
static void
test_nothing_wrong (CliTest *self,
                    gconstpointer data)
{
  const char *other = cli_test_file (self, "other.remit");

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "repair", self->path, other, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "unmodified"));
  cli_test_run (self, "repair", cli_test_write (self, "x.csv", "Name\nAda\n"),
                cli_test_file (self, "third.remit"), NULL);
  cli_test_assert_refused (self, 4, "is not a Remit workspace");
  g_assert_false (g_file_test (cli_test_file (self, "third.remit"), G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/repair/repair", test_repair);
  cli_test_add ("/cli/repair/nothing-wrong", test_nothing_wrong);
  return g_test_run ();
}
