/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does something under each fault in turn, and looks at what came of it. */
#include "fault-runner.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remit-faults.h"

#ifdef REMIT_TEST_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

/* Of so many faults of something, one is tried once, unless all are tried; and the call is another
 * one each time. */
#define STRIDE 5
#define PRIME 7919
/* Allocations are many thousands, of which so many are tried at most. */
#define MAX_ALLOCATIONS 400

/* One of @func and @read is set. @after: the rows, or what is read, without a fault */
typedef struct {
  FaultScene *scene;
  const char *name;
  FaultFunc func;
  FaultReadFunc read;
  gpointer data;
  char *after;
  /* what fails: */
  RemitFault fault;
  guint n;
  guint n_calls;
  gboolean is_lasting;
} FaultRun;

/* What is being tried, for whoever reads that the program crashed. */
static char now[256];

static void
tell_now (void)
{
  if (write (STDERR_FILENO, now, strlen (now)) < 0)
    _exit (1);
}

static void
on_signal (int number)
{
  tell_now ();
  signal (number, SIG_DFL);
  raise (number);
}

/* The sanitizer has a signal handler of its own, and tells where it was. */
static void
catch_crashes (void)
{
#ifdef REMIT_TEST_SANITIZED
  __sanitizer_set_death_callback (tell_now);
#else
  signal (SIGSEGV, on_signal);
#endif
  signal (SIGABRT, on_signal);
  signal (SIGTRAP, on_signal);
}

void
fault_runner_init (int *argc,
                   char ***argv)
{
  remit_faults_install ();
  g_test_init (argc, argv, NULL);
  /* who cannot read what was committed may warn of it */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  catch_crashes ();
}

static void
note (FaultRun *self)
{
  g_snprintf (now, sizeof now, "%s, %s %u of %u%s\n", self->name,
              remit_fault_get_name (self->fault), self->n, self->n_calls,
              self->is_lasting ? " and all that follow" : "");
}

G_GNUC_PRINTF (2, 3)
static void
fail (FaultRun *self,
      const char *format,
      ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%.*s: %s", (int) strcspn (now, "\n"), now, words);
  g_test_fail ();
}

/* ── Looking at it ────────────────────────────────────────────────────────────────────────── */

/* Whether an error can be read by somebody who has never heard of SQLite. */
static void
check_words (FaultRun *self,
             const GError *error)
{
  static const char *const jargon[] = { "disk I/O error", "SQL", "sqlite", "database", "malformed",
                                        "not an error", "(null)", "constraint failed", "schema" };

  if (error == NULL)
    return fail (self, "it failed without an error");
  if (*error->message == '\0')
    fail (self, "the error has no words");
  for (guint i = 0; i < G_N_ELEMENTS (jargon); i++)
    if (strstr (error->message, jargon[i]) != NULL)
      fail (self, "the error has “%s” in its words: %s", jargon[i], error->message);
}

static void
check_history (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole;
  g_autofree char *words = remit_test_dup_verdict (self->scene->f.store, &is_whole, &error);

  if (!is_whole)
    fail (self, "verify: %s", words != NULL ? words : error->message);
}

/* Another program has the same before its eyes, and so have the live objects. */
static void
check_live (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) other = remit_workspace_open (self->scene->path, REMIT_STORE_NO_FLAGS,
                                                           &error);
  g_autofree char *live = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  remit_workspace_open_plan (other, self->scene->f.plan, &error);
  g_assert_no_error (error);
  remit_test_refresh (self->scene->f.workspace);
  live = fault_scene_dup_live (self->scene->f.workspace);
  expected = fault_scene_dup_live (other);
  difference = fault_scene_find_difference (live, expected);
  if (!g_str_equal (live, expected))
    fail (self, "the live objects are not what is in the file: %s", difference);
}

static void
check_rows (FaultRun *self)
{
  g_autofree char *rows = fault_scene_dup_rows (self->scene);
  g_autofree char *difference = fault_scene_find_difference (rows, self->after);

  if (!g_str_equal (rows, self->after))
    fail (self, "it is not done as a whole: %s", difference);
}

static void
check_unchanged (FaultRun *self,
                 const char *sum)
{
  g_autofree char *rows = NULL;
  g_autofree char *difference = NULL;

  if (g_strcmp0 (sum, self->scene->sum) == 0)
    return;
  rows = remit_test_dump (self->scene->f.store);
  difference = fault_scene_find_difference (rows, self->scene->rows);
  fail (self, "it failed, and changed the file: %s",
        g_str_equal (rows, self->scene->rows) ? "not its rows" : difference);
}

static void
check_again (FaultRun *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->func (self->scene, self->data, &error))
    fail (self, "afterwards it fails without a fault: %s",
          error != NULL ? error->message : "no error");
  else
    check_rows (self);
}

static void
check (FaultRun *self,
       gboolean is_done,
       const GError *error)
{
  g_autofree char *sum = NULL;
  g_autofree char *flaw = fault_scene_inspect (self->scene, &sum);

  if (flaw != NULL)
    return fail (self, "the file is damaged: %s", flaw);
  if (is_done && error != NULL)
    fail (self, "it was done, with an error: %s", error->message);
  if (!is_done)
    {
      check_words (self, error);
      check_unchanged (self, sum);
      check_again (self);
    }
  else
    check_rows (self);
  check_live (self);
  check_history (self);
}

static void
check_text (FaultRun *self,
            const char *text)
{
  g_autofree char *difference = fault_scene_find_difference (text, self->after);

  if (!g_str_equal (text, self->after))
    fail (self, "what it reads is not what is there: %s", difference);
}

static void
check_read (FaultRun *self,
            const char *text,
            const GError *error)
{
  g_autoptr (GError) later = NULL;
  g_autofree char *again = NULL;

  if (text != NULL && error != NULL)
    fail (self, "it was read, with an error: %s", error->message);
  if (text != NULL)
    check_text (self, text);
  else
    check_words (self, error);
  again = self->read (self->scene, self->data, &later);
  if (again == NULL)
    fail (self, "afterwards it fails without a fault: %s",
          later != NULL ? later->message : "no error");
  else
    check_text (self, again);
}

/* ── Trying it ────────────────────────────────────────────────────────────────────────────── */

static void
try_edit (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  remit_faults_arm (self->fault, self->n, self->is_lasting);
  is_done = self->func (self->scene, self->data, &error);
  remit_faults_disarm ();
  check (self, is_done, error);
}

static void
try_read (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  remit_faults_arm (self->fault, self->n, self->is_lasting);
  text = self->read (self->scene, self->data, &error);
  remit_faults_disarm ();
  /* what ends a piece of work asks for what nobody was told of */
  if (text != NULL && !remit_store_check_faults (self->scene->f.store, &error))
    g_clear_pointer (&text, g_free);
  check_read (self, text, error);
}

static void
try_here (FaultRun *self)
{
  fault_scene_open (self->scene);
  if (self->func != NULL)
    try_edit (self);
  else
    try_read (self);
  fault_scene_close (self->scene);
}

/* Where all is tried, in a process of its own, so that a crash does not keep the rest from being
 * tried. */
static void
try_apart (FaultRun *self)
{
  pid_t child;
  int status;

  fflush (stdout);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      try_here (self);
      fflush (stdout);
      _exit (g_test_failed ());
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status) || WEXITSTATUS (status) > 1)
    fail (self, "it crashed");
  else if (WEXITSTATUS (status) == 1)
    g_test_fail ();
}

static void
try (FaultRun *self)
{
  note (self);
  if (g_test_slow ())
    try_apart (self);
  else
    try_here (self);
}

/* How many of a fault's calls are tried; where that is not all of them, every so many. */
static guint
count_tries (RemitFault fault,
             guint n_calls)
{
  static guint n_faults;

  if (g_getenv ("SWEEP"))
    return MIN (n_calls, (guint) atoi (g_getenv ("SWEEP")));
  if (g_test_slow ())
    return fault == REMIT_FAULT_MEMORY ? MIN (n_calls, MAX_ALLOCATIONS) : n_calls;
  return ++n_faults % STRIDE == 0 ? 1 : 0;
}

static void
try_some (FaultRun *self)
{
  guint n_tries = count_tries (self->fault, self->n_calls);
  static guint n_tried;

  for (guint i = 0; i < n_tries; i++)
    {
      self->n = n_tries == 1 ? ++n_tried * PRIME % self->n_calls + 1
                             : (guint) ((guint64) i * self->n_calls / n_tries) + 1;
      try (self);
    }
}

static void
try_all (FaultRun *self,
         RemitFault fault,
         guint n_calls)
{
  self->fault = fault;
  self->n_calls = n_calls;
  if (n_calls == 0)
    return;
  self->is_lasting = FALSE;
  try_some (self);
  self->is_lasting = TRUE;
  if (fault != REMIT_FAULT_HEAP)
    try_some (self);
}

/* As it goes without a fault. */
static void
do_it (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = TRUE;

  remit_faults_arm (REMIT_FAULT_READ, 0, FALSE);
  if (self->func != NULL)
    is_done = self->func (self->scene, self->data, &error);
  else
    self->after = self->read (self->scene, self->data, &error);
  remit_faults_disarm ();
  g_assert_no_error (error);
  g_assert_true (is_done);
  if (self->func != NULL)
    self->after = fault_scene_dup_rows (self->scene);
  g_assert_nonnull (self->after);
}

/* What there is afterwards, and how many calls it takes. */
static void
count (FaultRun *self,
       guint n_calls[REMIT_N_FAULTS])
{
  g_autoptr (GString) words = g_string_new (self->name);

  fault_scene_open (self->scene);
  do_it (self);
  fault_scene_close (self->scene);
  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    {
      n_calls[fault] = remit_faults_count (fault);
      if (n_calls[fault] > 0)
        g_string_append_printf (words, ", %u %s", n_calls[fault], remit_fault_get_name (fault));
    }
  g_test_message ("%s", words->str);
}

static void
run (FaultRun *self)
{
  guint n_calls[REMIT_N_FAULTS];

  count (self, n_calls);
  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    try_all (self, fault, n_calls[fault]);
  g_free (self->after);
}

void
fault_runner_run_edit (FaultScene *scene,
                       const char *name,
                       FaultFunc func,
                       gpointer data)
{
  FaultRun self = { .scene = scene, .name = name, .func = func, .data = data };

  run (&self);
}

void
fault_runner_run_read (FaultScene *scene,
                       const char *name,
                       FaultReadFunc func,
                       gpointer data)
{
  FaultRun self = { .scene = scene, .name = name, .read = func, .data = data };

  run (&self);
}
