/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which faults are tried: each call that something leads to, or some of them; and what is told. */
#include "fault-tries.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remit-test.h"

#ifdef REMIT_TEST_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

/* Of so many faults of something, one is tried once, unless all are tried; and the call is another
 * one each time. */
#define STRIDE 7
#define PRIME 7919
/* Of allocations, so many are tried at most. */
#define MAX_ALLOCATIONS 400

/* What is being tried, for whoever reads that the program crashed. */
static char now[256];

static void
tell_now (void)
{
  if (write (STDERR_FILENO, now, strlen (now)) < 0)
    _exit (EXIT_FAILURE);
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
fault_tries_init (int *argc,
                  char ***argv)
{
  remit_faults_install ();
  g_test_init (argc, argv, NULL);
  /* who cannot read what was committed may warn of it */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  catch_crashes ();
}

void
fault_tries_fail (const char *format,
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

void
fault_tries_check_words (const char *words)
{
  static const char *const jargon[] = { "disk I/O error", "SQL", "sqlite", "database", "malformed",
                                        "not an error", "(null)", "constraint failed", "schema",
                                        "transaction" };

  if (*words == '\0')
    fault_tries_fail ("the error has no words");
  for (guint i = 0; i < G_N_ELEMENTS (jargon); i++)
    if (strstr (words, jargon[i]) != NULL)
      fault_tries_fail ("the error has “%s” in its words: %s", jargon[i], words);
}

/* ── Trying ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *name;
  FaultTryFunc func;
  gpointer data;
  FaultTry attempt;
  guint n_calls;
} FaultTries;

static void
try_apart (FaultTries *self)
{
  pid_t child;
  int status;

  fflush (stdout);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      self->func (&self->attempt, self->data);
      fflush (stdout);
      _exit (g_test_failed ());
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFEXITED (status) || WEXITSTATUS (status) > 1)
    fault_tries_fail ("it crashed");
  else if (WEXITSTATUS (status) == 1)
    g_test_fail ();
}

static void
try (FaultTries *self)
{
  g_snprintf (now, sizeof now, "%s, %s %u of %u%s\n", self->name,
              remit_fault_get_name (self->attempt.fault), self->attempt.n, self->n_calls,
              self->attempt.is_lasting ? " and all that follow" : "");
  if (g_test_slow ())
    try_apart (self);
  else
    self->func (&self->attempt, self->data);
}

/* A single one, as a message of a failed test names it: REMIT_FAULTS_ONLY='read 3' or 'read 3 +' */
static void
try_only (FaultTries *self,
          const char *wanted)
{
  for (self->attempt.n = 1; self->attempt.n <= self->n_calls; self->attempt.n++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u%s",
                                               remit_fault_get_name (self->attempt.fault),
                                               self->attempt.n,
                                               self->attempt.is_lasting ? " +" : "");

      if (g_str_equal (name, wanted))
        try (self);
    }
}

static guint
count_tries (FaultTries *self)
{
  static guint n_faults;

  if (!g_test_slow ())
    return ++n_faults % STRIDE == 0 ? 1 : 0;
  return self->attempt.fault == REMIT_FAULT_MEMORY ? MIN (self->n_calls, MAX_ALLOCATIONS)
                                                   : self->n_calls;
}

static void
try_some (FaultTries *self)
{
  static guint n_tried;
  const char *wanted = g_getenv ("REMIT_FAULTS_ONLY");
  guint n_tries = wanted == NULL ? count_tries (self) : 0;

  if (wanted != NULL)
    try_only (self, wanted);
  for (guint i = 0; i < n_tries; i++)
    {
      self->attempt.n = n_tries == 1 ? ++n_tried * PRIME % self->n_calls + 1
                                     : (guint) ((guint64) i * self->n_calls / n_tries) + 1;
      try (self);
    }
}

void
fault_tries_run (const char *name,
                 const guint n_calls[REMIT_N_FAULTS],
                 FaultTryFunc func,
                 gpointer data)
{
  FaultTries self = { .name = name, .func = func, .data = data };
  g_autoptr (GString) words = g_string_new (name);

  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    if (n_calls[fault] > 0)
      g_string_append_printf (words, ", %u %s", n_calls[fault], remit_fault_get_name (fault));
  g_test_message ("%s", words->str);
  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    for (int i = 0; n_calls[fault] > 0 && i < (fault == REMIT_FAULT_HEAP ? 1 : 2); i++)
      {
        self.attempt = (FaultTry){ .fault = fault, .is_lasting = i > 0 };
        self.n_calls = n_calls[fault];
        try_some (&self);
      }
}
