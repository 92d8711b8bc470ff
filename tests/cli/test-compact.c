/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The older history, sealed into an archive from the command line. */
#include <glib/gstdio.h>
#include <string.h>

#include "remit-cli-test.h"

/* All that is done before a day is done today. */
#define FAR "2999-01-01"

static gint64
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

static void
test_compact (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  const char *archive = cli_test_file (self, "old.remit");
  JsonObject *object;
  gint64 length;

  cli_test_fill (self);
  length = json_object_get_int_member (cli_test_run_json (self, "history", NULL), "length");
  object = cli_test_run_json (self, "compact", "--before", FAR, "--archive", archive, NULL);
  g_assert_cmpint (json_object_get_int_member (object, "entries"), ==, length);
  g_assert_cmpstr (json_object_get_string_member (object, "archive"), ==, archive);
  g_assert_cmpstr (json_object_get_string_member (object, "before"), ==, FAR);
  g_assert_cmpint (json_object_get_int_member (object, "size-after"), ==, get_size (self->path));
  g_assert_cmpint (json_object_get_int_member (object, "archive-size"), ==, get_size (archive));

  object = cli_test_run_json (self, "history", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "length"), ==, length + 1);
  g_assert_cmpint (json_object_get_int_member (object, "sealed"), ==, length);
  g_assert_cmpstr (json_object_get_string_member (object, "archive"), ==, "old.remit");
  g_assert_cmpint (cli_test_run (self, "history", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Archive the history before"));
  g_assert_nonnull (strstr (self->output, "are in the archive “old.remit”"));
  g_assert_cmpint (cli_test_run_plain (self, "-w", archive, "history", "--verify", NULL), ==, 0);
  cli_test_run (self, "undo", NULL);
  cli_test_assert_refused (self, 3, "Nothing to undo: earlier changes are in the archive");
}

/* Without names: beside the workspace, and what is older than a year. */
static void
test_default (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *wanted = g_strdup (cli_test_file (self, "test-before-2999-01-01.remit"));

  cli_test_fill (self);
  cli_test_run (self, "compact", NULL);
  cli_test_assert_refused (self, 3, "Nothing was archived: the history has no entries");
  g_assert_cmpint (cli_test_run (self, "compact", "-b", FAR, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, " entries to “"));
  g_assert_true (g_file_test (wanted, G_FILE_TEST_EXISTS));
}

static void
test_refused (CliTest *self,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  cli_test_run (self, "compact", "--before", "soon", NULL);
  cli_test_assert_refused (self, 2, "“soon” is not a date");
  cli_test_run (self, "compact", "-b", FAR, "--archive", self->path, NULL);
  cli_test_assert_refused (self, 4, "Cannot write");
  cli_test_run (self, "compact", "-b", FAR, "--archive", "/nowhere/old.remit", NULL);
  cli_test_assert_refused (self, 4, "Cannot write");
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* The archive is what the history goes on from, wherever it is, and has what was exported then. */
static void
test_verify (CliTest *self,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *archive = g_strdup (cli_test_file (self, "old.remit"));
  g_autofree char *moved = g_strdup (cli_test_file (self, "moved.remit"));
  g_autofree char *plan = g_strdup (cli_test_file (self, "plan.xml"));
  JsonArray *archives;

  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "-o", plan, NULL), ==, 0);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  g_assert_cmpint (cli_test_run (self, "compact", "-b", FAR, "-a", archive, NULL), ==, 0);
  archives = json_object_get_array_member (
    cli_test_run_json (self, "history", "--archive", archive, NULL), "archives");
  g_assert_cmpuint (json_array_get_length (archives), ==, 1);
  g_assert_true (json_object_get_boolean_member (json_array_get_object_element (archives, 0),
                                                 "right"));

  /* beside the workspace it is found */
  g_assert_cmpint (cli_test_run (self, "history", "--against", plan, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "contains the state of"));
  g_assert_cmpint (g_rename (archive, moved), ==, 0);
  g_assert_cmpint (cli_test_run (self, "history", "--against", plan, NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "which is in the archive “old.remit”"));
  g_assert_cmpint (cli_test_run (self, "history", "--against", plan, "--archive", moved, NULL), ==,
                   0);

  cli_test_run_plain (self, "-w", moved, "undo", NULL);
  cli_test_assert_refused (self, 4, "Archives are read-only");

  /* another workspace is none that is before this one */
  g_assert_cmpint (cli_test_run (self, "history", "--archive", self->path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->output, "is not the archive of this history"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/compact/compact", test_compact);
  cli_test_add ("/cli/compact/default", test_default);
  cli_test_add ("/cli/compact/refused", test_refused);
  cli_test_add ("/cli/compact/verify", test_verify);
  return g_test_run ();
}
