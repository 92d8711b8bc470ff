/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pipes and devices: none that has a name is waited for, and what a shell pipes in is imported. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/remit-data.h"
#include "remit-cli-test.h"

/* Seconds after which a program that waits is ended, and the test fails. */
#define PATIENCE 20

/* In the program's process. */
static void
limit_time (gpointer data)
{
  alarm (PATIENCE);
}

static const char *
make_pipe (CliTest *self,
           const char *name)
{
  const char *path = cli_test_file (self, name);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  return path;
}

/* ── With a name ──────────────────────────────────────────────────────────────────────────── */

/* What is done with a name: PATH stands for it. */
typedef struct {
  const char *name;
  const char *arguments[8];
  int status;
} PipeCase;

static const PipeCase cases[] = {
  { "import", { "import", "PATH" }, 3 },
  { "import-plan", { "import", "--as", "plan", "PATH" }, 3 },
  { "import-people", { "import", "--as", "people", "PATH" }, 3 },
  { "import-seats", { "import", "--as", "seats", "PATH" }, 3 },
  { "import-rights", { "import", "--as", "raci", "--plan", "Fraud", "PATH" }, 3 },
  { "check", { "check", "PATH" }, 3 },
  { "export", { "export", "Fraud", "-o", "PATH" }, 3 },
  { "export-table", { "export", "Fraud", "-f", "csv", "-o", "PATH" }, 3 },
  { "history-export", { "history", "-e", "PATH" }, 3 },
  { "history-against", { "history", "--verify", "--against", "PATH" }, 3 },
  { "rule", { "rules", "check", "PATH" }, 3 },
  { "workspace", { "-w", "PATH", "plan", "list" }, 4 },
  { "new-workspace", { "-w", "PATH", "plan", "new", "Fraud" }, 4 },
  { "repair", { "repair", "PATH", "new.remit" }, 4 },
};

static void
run_case (CliTest *self,
          const PipeCase *operation,
          const char *path)
{
  const char *words[G_N_ELEMENTS (operation->arguments) + 1] = { NULL };

  for (guint i = 0; operation->arguments[i] != NULL; i++)
    words[i] = g_str_equal (operation->arguments[i], "PATH") ? path : operation->arguments[i];
  g_test_message ("%s: %s", operation->name, path);
  cli_test_run (self, words[0], words[1], words[2], words[3], words[4], words[5], words[6], NULL);
  cli_test_assert_refused (self, operation->status, path);
}

/* A pipe into which nobody writes, and out of which nobody reads; the same with a link to it. */
static void
test_named (CliTest *self,
            gconstpointer data)
{
  const char *pipe = make_pipe (self, "pipe.xml");
  const char *link = cli_test_file (self, "link.xml");

  self->prepare = limit_time;
  cli_test_fill (self);
  g_assert_cmpint (symlink (pipe, link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run_case (self, &cases[i], pipe);
      run_case (self, &cases[i], link);
    }
}

/* Somebody has it open, and says nothing. */
static void
test_silent (CliTest *self,
             gconstpointer data)
{
  const char *pipe = make_pipe (self, "pipe.xml");
  int fd = g_open (pipe, O_RDWR | O_CLOEXEC, 0);

  self->prepare = limit_time;
  cli_test_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_case (self, &cases[i], pipe);
  close (fd);
}

/* What would go on for ever. */
static void
test_devices (CliTest *self,
              gconstpointer data)
{
  const char *link = cli_test_file (self, "zero.xml");

  self->prepare = limit_time;
  cli_test_fill (self);
  g_assert_cmpint (symlink ("/dev/zero", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run_case (self, &cases[i], link);
}

/* SQLite opens these, too. */
static void
test_beside (CliTest *self,
             gconstpointer data)
{
  static const char *const names[] = { "test.remit-wal", "test.remit-shm", "test.remit-journal" };

  self->prepare = limit_time;
  cli_test_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *pipe = make_pipe (self, names[i]);

      cli_test_run (self, "plan", "list", NULL);
      cli_test_assert_refused (self, 4, "test.remit");
      g_assert_cmpint (g_unlink (pipe), ==, 0);
    }
  g_assert_cmpint (cli_test_run (self, "plan", "list", NULL), ==, 0);
}

/* Rules, templates and decisions of one's own are looked through by other verbs. */
static void
test_own_data (CliTest *self,
               gconstpointer data)
{
  static const char *const folders[] = { "rules", "templates", "decisions" };

  self->prepare = limit_time;
  cli_test_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename ("remit", folders[i], NULL);
      g_autofree char *name = g_build_filename (folder, "pipe.xml", NULL);

      g_mkdir_with_parents (cli_test_file (self, folder), 0700);
      make_pipe (self, name);
    }
  cli_test_run (self, "rules", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->output, "pipe.xml"));
  g_assert_cmpint (cli_test_run (self, "template", "list", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "check", "Fraud", NULL), ==, 1);
}

/* ── Without one ──────────────────────────────────────────────────────────────────────────── */

/* Runs `sh -c SCRIPT` with the program as $0, the workspace as $1, the sample as $2. */
static int
run_script (CliTest *self,
            const char *script)
{
  g_autofree char *sample = remit_data_dup_path ("samples/halden-energy.xml");
  const char *const words[] = { "bash", "-c", script, g_getenv ("REMIT_CLI"), self->path, sample,
                                NULL };
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_child_setup (launcher, limit_time, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  return self->status;
}

static void
test_piped (CliTest *self,
            gconstpointer data)
{
  static const char *const scripts[] = {
    "cat \"$2\" | \"$0\" -w \"$1\" import -",
    "cat \"$2\" | \"$0\" -w \"$1\" import --dry-run /dev/stdin",
    "\"$0\" -w \"$1\" import - <\"$2\"",
    "\"$0\" -w \"$1\" import <(cat \"$2\")",
    "\"$0\" -w \"$1\" import --as plan <(cat \"$2\")",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_test_message ("%s", scripts[i]);
      g_assert_cmpint (run_script (self, scripts[i]), ==, 0);
      g_assert_nonnull (strstr (self->output, "43 people"));
    }
}

/* A table is read more than once. */
static void
test_piped_table (CliTest *self,
                  gconstpointer data)
{
  cli_test_fill (self);
  g_assert_cmpint (run_script (self, "printf 'name,email\\nBob,bob@example.org\\n' |"
                                     " \"$0\" -w \"$1\" import -"), ==, 0);
  g_assert_nonnull (strstr (self->output, "1 person"));
  cli_test_run (self, "history", NULL);
  g_assert_nonnull (strstr (self->output, "standard input"));
}

static void
test_piped_nothing (CliTest *self,
                    gconstpointer data)
{
  cli_test_fill (self);
  run_script (self, "\"$0\" -w \"$1\" import - </dev/zero");
  cli_test_assert_refused (self, 3, "standard input");
  run_script (self, "\"$0\" -w \"$1\" import - <&-");
  cli_test_assert_refused (self, 3, "standard input");
  run_script (self, "\"$0\" -w \"$1\" import /dev/fd/77");
  cli_test_assert_refused (self, 3, "/dev/fd/77");
  run_script (self, ": | \"$0\" -w \"$1\" import --as plan -");
  cli_test_assert_refused (self, 3, "is empty");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/pipes/named", test_named);
  cli_test_add ("/cli/pipes/silent", test_silent);
  cli_test_add ("/cli/pipes/devices", test_devices);
  cli_test_add ("/cli/pipes/beside", test_beside);
  cli_test_add ("/cli/pipes/own-data", test_own_data);
  cli_test_add ("/cli/pipes/piped", test_piped);
  cli_test_add ("/cli/pipes/piped-table", test_piped_table);
  cli_test_add ("/cli/pipes/piped-nothing", test_piped_nothing);
  return g_test_run ();
}
