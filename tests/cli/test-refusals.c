/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line refuses: wrong usage, wrong input, workspaces that cannot be used. */
#define _GNU_SOURCE
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "remit-cli-test.h"

#define NOBODY 65534

static void
test_usage (CliTest *self,
            gconstpointer data)
{
  static const struct {
    const char *words[6];
    const char *message;
  } cases[] = {
    { { NULL }, "verb is missing" },
    { { "dance" }, "Unknown verb" },
    { { "plan" }, "plan new" },
    { { "plan", "dance" }, "plan new" },
    { { "plan", "list", "more" }, "Too many arguments" },
    { { "plan", "new" }, "Missing argument: remit-cli plan new NAME" },
    { { "assign", "Ada" }, "PERSON SLOT" },
    { { "--nonsense" }, "--nonsense" },
    { { "history", "--nonsense" }, "--nonsense" },
    { { "history", "--limit", "many" }, "many" },
    { { "history", "--limit=-1" }, "--limit" },
    { { "assign", "Ada", "Slot", "--allocation", "much" }, "much" },
    { { "assign", "Ada", "Slot", "--allocation", "0" }, "--allocation" },
    { { "export", "Plan", "--format", "docx" }, "xml" },
    { { "export", "Plan", "--audience", "everybody" }, "full" },
    { { "export", "Plan", "--json" }, "--output" },
    { { "plan", "new", "\xff" }, "UTF-8" },
    { { "help", "dance" }, "Unknown verb" },
    { { "--workspace" }, "--workspace" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *words = cases[i].words;

      cli_test_run_plain (self, words[0], words[1], words[2], words[3], words[4], NULL);
      cli_test_assert_refused (self, 2, cases[i].message);
      g_assert_nonnull (strstr (self->errors, "--help"));
    }
  g_assert_false (g_file_test (cli_test_file (self, "remit"), G_FILE_TEST_EXISTS));
}

static void
test_unknown_names (CliTest *self,
                    gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);

  cli_test_run (self, "export", "Nowhere", NULL);
  cli_test_assert_refused (self, 3, "Nowhere");
  cli_test_run (self, "plan", "delete", "Nowhere", NULL);
  cli_test_assert_refused (self, 3, "Nowhere");
  cli_test_run (self, "plan", "copy", "0123456789abcdef", "New", NULL);
  cli_test_assert_refused (self, 3, "0123456789abcdef");
  cli_test_run (self, "assign", "Nobody", "Data engineer", NULL);
  cli_test_assert_refused (self, 3, "Nobody");
  cli_test_run (self, "assign", "Ada Lovelace", "Juggler", NULL);
  cli_test_assert_refused (self, 3, "Juggler");
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", "--plan", "Nowhere", NULL);
  cli_test_assert_refused (self, 3, "Nowhere");
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", "-n", "5000", NULL);
  cli_test_assert_refused (self, 3, "1000");
  cli_test_run (self, "plan", "new", "", NULL);
  cli_test_assert_refused (self, 3, "Name");
  cli_test_run (self, "redo", NULL);
  cli_test_assert_refused (self, 3, "Nothing to redo");

  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* Runs a verb that reads and one that writes; both are refused, and the file stays as it is. */
static void
assert_unusable (CliTest *self,
                 const char *words)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length = 0, after_length = 0;
  gboolean was_there = g_file_get_contents (self->path, &before, &before_length, NULL);

  cli_test_run (self, "plan", "list", NULL);
  cli_test_assert_refused (self, 4, words);
  cli_test_run (self, "history", NULL);
  cli_test_assert_refused (self, 4, words);
  cli_test_run (self, "plan", "new", "Plan", NULL);
  cli_test_assert_refused (self, 4, words);

  g_assert_cmpint (g_file_get_contents (self->path, &after, &after_length, NULL), ==, was_there);
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_not_a_workspace (CliTest *self,
                      gconstpointer data)
{
  sqlite3 *db = NULL;

  cli_test_write (self, "test.remit", "Dear diary, today nothing happened, at great length. "
                                      "It went on like that until the evening, and then some.");
  assert_unusable (self, "is not a Remit workspace");

  g_remove (self->path);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE other (id)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_unusable (self, "is not a Remit workspace");

  g_remove (self->path);
  g_mkdir (self->path, 0755);
  assert_unusable (self, "is not a Remit workspace");
}

static void
test_not_there (CliTest *self,
                gconstpointer data)
{
  cli_test_run (self, "plan", "list", NULL);
  cli_test_assert_refused (self, 4, "test.remit");
  cli_test_run (self, "undo", NULL);
  cli_test_assert_refused (self, 4, "test.remit");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  g_free (self->path);
  self->path = g_build_filename (self->folder, "no", "folder", "test.remit", NULL);
  assert_unusable (self, "test.remit");
}

static void
test_newer (CliTest *self,
            gconstpointer data)
{
  sqlite3 *db = NULL;

  cli_test_fill (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 4711", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  assert_unusable (self, "newer Remit");
}

static void
test_damaged (CliTest *self,
              gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  cli_test_fill (self);
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length / 2, NULL));
  assert_unusable (self, "damaged");

  /* All but the head of the file. */
  memset (contents + 100, 0x55, length - 100);
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length, NULL));
  assert_unusable (self, "damaged");
}

static void
test_locked (CliTest *self,
             gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  cli_test_assert_refused (self, 4, "in use by another program");
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);

  sqlite3_close (db);
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* Root may write everywhere. */
static void
become_nobody (gpointer data)
{
  if (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
    _exit (99);
}

static gboolean
can_run_as_nobody (CliTest *self)
{
  if (geteuid () != 0)
    return TRUE;
  self->prepare = become_nobody;
  return cli_test_run_plain (self, "--version", NULL) == 0;
}

static void
test_read_only (CliTest *self,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  g_chmod (self->path, 0444);
  g_chmod (self->folder, 0555);
  if (!can_run_as_nobody (self))
    {
      g_test_skip ("The program cannot be run as somebody else");
      return;
    }

  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  cli_test_assert_refused (self, 4, "test.remit");
  cli_test_run (self, "undo", NULL);
  cli_test_assert_refused (self, 4, "test.remit");
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Fraud"));

  g_free (self->path);
  self->path = g_build_filename (self->folder, "new.remit", NULL);
  cli_test_run (self, "plan", "new", "Plan", NULL);
  cli_test_assert_refused (self, 4, "new.remit");

  g_chmod (self->folder, 0755);
  g_free (self->path);
  self->path = g_build_filename (self->folder, "test.remit", NULL);
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* Makes a plan of some size. */
static void
add_slots (CliTest *self)
{
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_SLOT);
  gint64 plan, team, role;

  store = remit_store_open (self->path, REMIT_STORE_CREATE, NULL);
  plan = remit_test_add_plan (store, "Large");
  team = remit_test_add_team (store, plan, "Team");
  role = remit_test_add_role (store, "role", "Role");
  edit = remit_edit_begin (store, "Add slots", NULL);
  for (int i = 0; i < 500; i++)
    {
      remit_record_reset (record);
      remit_record_set_integer (record, REMIT_SLOT_PLAN, plan);
      remit_record_set_integer (record, REMIT_SLOT_TEAM, team);
      remit_record_set_integer (record, REMIT_SLOT_ROLE, role);
      g_assert_true (remit_edit_insert (edit, record, NULL));
    }
  g_assert_true (remit_edit_commit (edit, NULL));
}

/* Copies a plan until there is no room left. Returns: how many plans there are */
static int
fill_up (CliTest *self)
{
  int n = 1;

  while (n < 100 && cli_test_run (self, "plan", "copy", "Large", "Copy", NULL) == 0)
    n++;
  return n;
}

static void
assert_plans (CliTest *self,
              int n)
{
  JsonObject *list = cli_test_run_json (self, "plan", "list", NULL);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (list, "plans")), ==, n);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static void
test_full_disk (CliTest *self,
                gconstpointer data)
{
  const char *disk = cli_test_file (self, "disk");
  int n;

  g_mkdir (disk, 0700);
  /* In a name space of our own the disk goes when the test does. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", disk, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("Only root can make a small disk");
      return;
    }
  g_free (self->path);
  self->path = g_build_filename (disk, "test.remit", NULL);

  add_slots (self);
  n = fill_up (self);
  cli_test_assert_refused (self, 4, "disk is full");
  g_assert_cmpint (n, >, 1);
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT, "size=16m"), ==, 0);
  assert_plans (self, n);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
limit_files (gpointer data)
{
  struct rlimit limit = { 800000, 800000 };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
test_file_size_limit (CliTest *self,
                      gconstpointer data)
{
  int n;

  add_slots (self);
  self->prepare = limit_files;
  n = fill_up (self);
  cli_test_assert_refused (self, 4, "test.remit");
  g_assert_cmpint (n, >, 1);
  self->prepare = NULL;
  assert_plans (self, n);
}

static void
test_output (CliTest *self,
             gconstpointer data)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *line = NULL;

  cli_test_fill (self);
  line = g_strdup_printf ("exec '%s' -w '%s' plan list >/dev/full 2>&1", g_getenv ("REMIT_CLI"),
                          self->path);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "sh", "-c", line, NULL);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/refusals/usage", test_usage);
  cli_test_add ("/cli/refusals/unknown-names", test_unknown_names);
  cli_test_add ("/cli/refusals/not-a-workspace", test_not_a_workspace);
  cli_test_add ("/cli/refusals/not-there", test_not_there);
  cli_test_add ("/cli/refusals/newer", test_newer);
  cli_test_add ("/cli/refusals/damaged", test_damaged);
  cli_test_add ("/cli/refusals/locked", test_locked);
  cli_test_add ("/cli/refusals/read-only", test_read_only);
  cli_test_add ("/cli/refusals/full-disk", test_full_disk);
  cli_test_add ("/cli/refusals/file-size-limit", test_file_size_limit);
  cli_test_add ("/cli/refusals/output", test_output);
  return g_test_run ();
}
