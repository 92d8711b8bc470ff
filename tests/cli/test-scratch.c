/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder for temporary files: nothing stays there, and what older versions left goes. */
#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "remit-cli-test.h"

#define TRIES 20

/* The folder for temporary files of the program, not of the test. */
static const char *
use_temporary (CliTest *self)
{
  self->temporary = cli_test_file (self, "temporary");
  g_mkdir (self->temporary, 0700);
  return self->temporary;
}

static void
assert_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

/* ── Killed ───────────────────────────────────────────────────────────────────────────────── */

/* Kills the program while it reads the file. Returns: whether it did not end before */
static gboolean
kill_while_reading (CliTest *self,
                    const char *const *arguments,
                    const char *file)
{
  g_autoptr (GSubprocess) process = cli_test_start (self, arguments);

  cli_test_wait_until_open (process, file);
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  return g_subprocess_get_if_signaled (process);
}

static void
test_killed (CliTest *self,
             const char *const *arguments,
             const char *file)
{
  const char *temporary = use_temporary (self);
  gboolean killed = FALSE;

  for (int i = 0; i < TRIES && !killed; i++)
    killed = kill_while_reading (self, arguments, file);
  g_assert_true (killed);
  assert_empty (temporary);
}

static void
test_killed_check (CliTest *self,
                   gconstpointer data)
{
  const char *file = cli_test_write_large_plan (self);
  const char *const arguments[] = { "check", file, NULL };

  test_killed (self, arguments, file);
}

static void
test_killed_dry_run (CliTest *self,
                     gconstpointer data)
{
  const char *file = cli_test_write_large_plan (self);
  const char *const arguments[] = { "-w", self->path, "import", "--dry-run", file, NULL };

  cli_test_fill (self);
  test_killed (self, arguments, file);
}

/* ── What older versions left ─────────────────────────────────────────────────────────────── */

static void
make_old (const char *path)
{
  const struct utimbuf old = { .actime = 1, .modtime = time (NULL) - 2 * 60 * 60 };

  g_assert_cmpint (utime (path, &old), ==, 0);
}

/* Returns: (transfer full): the workspace in a folder as an older version left it */
static char *
leave (const char *temporary,
       const char *name,
       const char *file)
{
  g_autofree char *folder = g_build_filename (temporary, name, NULL);
  char *path = g_build_filename (folder, file, NULL);

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (path, "Everybody's data", -1, NULL));
  make_old (path);
  make_old (folder);
  return path;
}

static gboolean
stays (CliTest *self,
       const char *path)
{
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_left (CliTest *self,
           gconstpointer data)
{
  static const char *const files[] = { "plan.remit", "plan.remit-wal", "plan.remit-shm",
                                       "plan.remit-journal" };
  const char *temporary = use_temporary (self);

  cli_test_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (leave (temporary, "remit-check-I86JZ3", files[i]));
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);
  assert_empty (temporary);
}

/* What is new, is called otherwise, or has something else in it, stays. */
static void
test_left_by_others (CliTest *self,
                     gconstpointer data)
{
  const char *temporary = use_temporary (self);
  g_autofree char *new_file = leave (temporary, "remit-check-NEW001", "plan.remit");
  g_autofree char *longer = leave (temporary, "remit-check-I86JZ31", "plan.remit");
  g_autofree char *other = leave (temporary, "remit-test-I86JZ3", "plan.remit");
  g_autofree char *foreign = leave (temporary, "remit-check-I86JZ3", "thesis.txt");

  cli_test_fill (self);
  g_assert_cmpint (g_utime (new_file, NULL), ==, 0);
  g_assert_true (stays (self, new_file));
  g_assert_true (stays (self, longer));
  g_assert_true (stays (self, other));
  g_assert_true (stays (self, foreign));
}

/* Links lead to what is not ours to remove. */
static void
test_left_links (CliTest *self,
                 gconstpointer data)
{
  const char *temporary = use_temporary (self);
  const char *elsewhere = cli_test_file (self, "elsewhere");
  g_autofree char *link = g_build_filename (temporary, "remit-check-LINK01", NULL);
  g_autofree char *there = NULL;
  g_autofree char *there_folder = NULL;
  g_autofree char *inner = NULL;

  cli_test_fill (self);
  g_mkdir (elsewhere, 0700);
  there = leave (elsewhere, "remit-check-I86JZ3", "plan.remit");
  there_folder = g_path_get_dirname (there);
  g_assert_cmpint (symlink (there_folder, link), ==, 0);
  g_assert_true (stays (self, there));

  inner = leave (temporary, "remit-check-LINK02", "plan.remit-wal");
  g_assert_cmpint (g_unlink (inner), ==, 0);
  g_assert_cmpint (symlink (there, inner), ==, 0);
  g_assert_true (stays (self, there));
  g_assert_true (g_file_test (inner, G_FILE_TEST_IS_SYMLINK));
}

/* A version that still checks the plan in it has it open. */
static void
test_left_in_use (CliTest *self,
                  gconstpointer data)
{
  const char *temporary = use_temporary (self);
  g_autofree char *path = leave (temporary, "remit-check-I86JZ3", "plan.remit");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RemitStore) store = NULL;
  const char *const suffixes[] = { "", "-wal", "-shm" };

  cli_test_fill (self);
  g_assert_cmpint (g_unlink (path), ==, 0);
  store = remit_test_open_new (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (path, suffixes[i], NULL);

      make_old (part);
    }
  make_old (folder);
  g_assert_true (stays (self, path));
  g_clear_object (&store);
  make_old (path);
  make_old (folder);
  g_assert_false (stays (self, path));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/scratch/killed-check", test_killed_check);
  cli_test_add ("/cli/scratch/killed-dry-run", test_killed_dry_run);
  cli_test_add ("/cli/scratch/left", test_left);
  cli_test_add ("/cli/scratch/left-by-others", test_left_by_others);
  cli_test_add ("/cli/scratch/left-links", test_left_links);
  cli_test_add ("/cli/scratch/left-in-use", test_left_in_use);
  return g_test_run ();
}
