/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands, while calls of the system fail: the exit status is 0 only where all is done and
 * said. */
#include "fault-reads.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remit-cli.h"

#define MAX_WORDS 8

typedef struct {
  const char *name;
  const char *words[MAX_WORDS];
} Command;

static const Command commands[] = {
  { "plan-list", { "plan", "list" } },
  { "plan-new", { "plan", "new", "Second" } },
  { "plan-copy", { "plan", "copy", "Churn", "Second" } },
  { "plan-delete", { "plan", "delete", "Churn" } },
  { "list", { "list", "slot" } },
  { "show", { "show", "team", "Fraud" } },
  { "add", { "add", "skill", "name=Rust" } },
  { "set", { "set", "person", "Ada Lovelace", "name=Augusta", "capacity=80" } },
  { "merge", { "merge", "person", "Cem Yıldız", "Bob Martin" } },
  { "export", { "export", "Churn" } },
  { "assign", { "assign", "Cem Yıldız", "Data engineer" } },
  { "unassign", { "unassign", "Bob Martin", "On call" } },
  { "check", { "check", "Churn" } },
  { "decision-log", { "decision", "log", "Release", "input", "--text", "Seen" } },
  { "conflict-list", { "conflict", "list", "Churn" } },
  { "conflict-show", { "conflict", "show", "GPUs" } },
  { "conflict-raise", { "conflict", "raise", "Churn", "Nights", "--team", "Fraud" } },
  { "conflict-escalate", { "conflict", "escalate", "GPUs" } },
  { "due", { "due" } },
  { "history", { "history" } },
  { "verify", { "history", "--verify" } },
  { "undo", { "undo" } },
};

/* What the process that runs a command tells of it. */
typedef struct {
  guint n_calls[REMIT_N_FAULTS];
} Told;

typedef struct {
  int status; /* -1 when a signal ended it */
  char *output;
  char *errors;
} Outcome;

typedef struct {
  FaultScene *scene;
  const Command *command;
  char **arguments;
  Told *told;
  Outcome expected;
  char *after; /* the rows */
} Run;

static FaultScene *scene;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->output, g_free);
  g_clear_pointer (&outcome->errors, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static char *
dup_path (Run *self,
          const char *name)
{
  return g_build_filename (self->scene->f.folder, name, NULL);
}

static void
redirect (Run *self,
          const char *name,
          int descriptor)
{
  g_autofree char *path = dup_path (self, name);
  int file = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (file < 0 || dup2 (file, descriptor) < 0)
    _exit (99);
  close (file);
}

/* The program keeps its options, and may end by itself, so it has a process. */
static void
run_in_child (Run *self,
              const FaultTry *attempt)
{
  int status;

  redirect (self, "output", STDOUT_FILENO);
  redirect (self, "errors", STDERR_FILENO);
  /* not that of tests, which writes to the output */
  g_log_set_default_handler (g_log_default_handler, NULL);
  remit_faults_arm (attempt->fault, attempt->n, attempt->is_lasting);
  status = remit_cli_run (self->arguments);
  remit_faults_disarm ();
  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    self->told->n_calls[fault] = remit_faults_count (fault);
  fflush (stdout);
  _exit (status);
}

static char *
read_text (Run *self,
           const char *name)
{
  g_autofree char *path = dup_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static Outcome
run (Run *self,
     const FaultTry *attempt)
{
  Outcome outcome = { -1, NULL, NULL };
  pid_t child;
  int status;

  fault_scene_write (self->scene);
  fflush (stdout);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    run_in_child (self, attempt);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status))
    outcome.status = WEXITSTATUS (status);
  outcome.output = read_text (self, "output");
  outcome.errors = read_text (self, "errors");
  return outcome;
}

/* Ids of what is new are other ones each time. */
static gboolean
says_same (Run *self,
           const char *output)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b[0-9a-f]{16}\\b", 0, 0, NULL);
  g_autofree char *is = g_regex_replace (regex, output, -1, 0, "ID", 0, NULL);
  g_autofree char *expected = g_regex_replace (regex, self->expected.output, -1, 0, "ID", 0, NULL);

  return g_str_equal (is, expected);
}

static void
check_done (Run *self,
            const Outcome *outcome)
{
  g_autofree char *difference = fault_scene_find_difference (outcome->output,
                                                             self->expected.output);
  g_autofree char *rows = fault_scene_dup_rows (self->scene);
  g_autofree char *other = fault_scene_find_difference (rows, self->after);

  if (!says_same (self, outcome->output) && strstr (outcome->errors, "Saved, but") == NULL)
    fault_tries_fail ("it ends with %d, and has not said all: %s", outcome->status, difference);
  if (!g_str_equal (rows, self->after))
    fault_tries_fail ("it ends with %d, and is not done: %s", outcome->status, other);
}

/* What the disk was not made to keep may be there all the same: as a whole, when the log is read
 * again. */
static void
check_unchanged (Run *self,
                 RemitFault fault,
                 const char *sum)
{
  g_autofree char *rows = fault_scene_dup_rows (self->scene);

  if (g_strcmp0 (sum, self->scene->sum) != 0
      && (fault != REMIT_FAULT_SYNC || !g_str_equal (rows, self->after)))
    fault_tries_fail ("it failed, and changed the file");
}

static void
check_words (const Outcome *outcome)
{
  if (outcome->status != REMIT_CLI_REFUSED && outcome->status != REMIT_CLI_UNUSABLE)
    fault_tries_fail ("it ends with %d: %s", outcome->status, outcome->errors);
  else if (!g_str_has_prefix (outcome->errors, "remit-cli: "))
    fault_tries_fail ("it does not say why it ends with %d: %s", outcome->status, outcome->errors);
  else
    fault_tries_check_words (outcome->errors);
}

static void
try (const FaultTry *attempt,
     gpointer data)
{
  Run *self = data;
  g_auto (Outcome) outcome = run (self, attempt);
  g_autofree char *sum = NULL;
  g_autofree char *flaw = fault_scene_inspect (self->scene, &sum);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_whole;

  if (flaw != NULL)
    return fault_tries_fail ("the file is damaged: %s", flaw);
  fault_scene_open_as_it_is (self->scene);
  if (outcome.status == self->expected.status)
    check_done (self, &outcome);
  else
    {
      check_words (&outcome);
      check_unchanged (self, attempt->fault, sum);
    }
  words = remit_test_dup_verdict (self->scene->f.store, &is_whole, &error);
  if (!is_whole)
    fault_tries_fail ("verify: %s", words != NULL ? words : error->message);
  fault_scene_close (self->scene);
}

/* How it goes without a fault. */
static void
run_well (Run *self)
{
  const FaultTry none = { .n = 0 };

  self->expected = run (self, &none);
  g_assert_cmpint (self->expected.status, >=, REMIT_CLI_DONE);
  g_assert_cmpint (self->expected.status, <=, REMIT_CLI_FOUND);
  g_assert_cmpstr (self->expected.errors, ==, "");
  fault_scene_open_as_it_is (self->scene);
  self->after = fault_scene_dup_rows (self->scene);
  fault_scene_close (self->scene);
}

static char **
create_arguments (Run *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, "remit-cli", "--workspace", self->scene->path, NULL);
  for (guint i = 0; self->command->words[i] != NULL; i++)
    g_strv_builder_add (builder, self->command->words[i]);
  return g_strv_builder_end (builder);
}

static void
test_command (gconstpointer data)
{
  Run self = { .command = data };
  guint n_calls[REMIT_N_FAULTS];

  if (scene == NULL)
    scene = fault_scene_new (&fault_filled_plan);
  self.scene = scene;
  self.arguments = create_arguments (&self);
  self.told = mmap (NULL, sizeof (Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (self.told != MAP_FAILED);
  run_well (&self);
  memcpy (n_calls, self.told->n_calls, sizeof n_calls);
  fault_tries_run (self.command->name, n_calls, try, &self);
  munmap (self.told, sizeof (Told));
  g_strfreev (self.arguments);
  outcome_clear (&self.expected);
  g_free (self.after);
}

int
main (int argc,
      char **argv)
{
  int status;

  fault_tries_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/faults/", commands[i].name, NULL);

      g_test_add_data_func (path, &commands[i], test_command);
    }
  status = g_test_run ();
  g_clear_pointer (&scene, fault_scene_free);
  return status;
}
