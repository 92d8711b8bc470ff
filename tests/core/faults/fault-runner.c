/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does something under each fault in turn, and looks at what came of it. */
#include "fault-runner.h"

/* One of @func and @read is set. @after: the rows, or what is read, without a fault */
typedef struct {
  FaultScene *scene;
  FaultFunc func;
  FaultReadFunc read;
  gpointer data;
  char *after;
} FaultRun;

/* ── Looking at it ────────────────────────────────────────────────────────────────────────── */

static void
check_error (const GError *error)
{
  if (error == NULL)
    fault_tries_fail ("it failed without an error");
  else
    fault_tries_check_words (error->message);
}

static void
check_history (FaultRun *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole;
  g_autofree char *words = remit_test_dup_verdict (self->scene->f.store, &is_whole, &error);

  if (!is_whole)
    fault_tries_fail ("verify: %s", words != NULL ? words : error->message);
}

/* What is turned off for a while is on again, and no transaction is left open. */
static void
check_connection (FaultRun *self)
{
  sqlite3 *db = remit_store_get_handle (self->scene->f.store);
  int has_keys = 0;
  int has_triggers = 0;

  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &has_keys);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &has_triggers);
  if (!sqlite3_get_autocommit (db))
    fault_tries_fail ("a transaction is left open");
  if (!has_keys)
    fault_tries_fail ("references are not checked any longer");
  if (!has_triggers)
    fault_tries_fail ("triggers were left off");
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
    fault_tries_fail ("the live objects are not what is in the file: %s", difference);
}

static void
check_rows (FaultRun *self)
{
  g_autofree char *rows = fault_scene_dup_rows (self->scene);
  g_autofree char *difference = fault_scene_find_difference (rows, self->after);

  if (!g_str_equal (rows, self->after))
    fault_tries_fail ("it is not done as a whole: %s", difference);
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
  fault_tries_fail ("it failed, and changed the file: %s",
                    g_str_equal (rows, self->scene->rows) ? "not its rows" : difference);
}

static void
check_again (FaultRun *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->func (self->scene, self->data, &error))
    fault_tries_fail ("afterwards it fails without a fault: %s",
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
  g_autofree char *flaw = NULL;

  /* as the watch of a window does */
  remit_test_refresh (self->scene->f.workspace);
  check_connection (self);
  flaw = fault_scene_inspect (self->scene, &sum);
  if (flaw != NULL)
    return fault_tries_fail ("the file is damaged: %s", flaw);
  if (is_done && error != NULL)
    fault_tries_fail ("it was done, with an error: %s", error->message);
  if (!is_done)
    {
      check_error (error);
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
    fault_tries_fail ("what it reads is not what is there: %s", difference);
}

static void
check_read (FaultRun *self,
            const char *text,
            const GError *error)
{
  g_autoptr (GError) later = NULL;
  g_autofree char *again = NULL;

  if (text != NULL && error != NULL)
    fault_tries_fail ("it was read, with an error: %s", error->message);
  if (text != NULL)
    check_text (self, text);
  else
    check_error (error);
  again = self->read (self->scene, self->data, &later);
  check_connection (self);
  if (again == NULL)
    fault_tries_fail ("afterwards it fails without a fault: %s",
                      later != NULL ? later->message : "no error");
  else
    check_text (self, again);
}

/* ── Trying it ────────────────────────────────────────────────────────────────────────────── */

/* What fails once it is saved does not make it undone. */
static gboolean
do_edit (FaultRun *self,
         GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->func (self->scene, self->data, &problem))
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      return TRUE;
    }
  if (problem != NULL && remit_store_is_saved (self->scene->f.store))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
try_edit (FaultRun *self,
          const FaultTry *attempt)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  remit_faults_arm (attempt->fault, attempt->n, attempt->is_lasting);
  is_done = do_edit (self, &error);
  remit_faults_disarm ();
  check (self, is_done, error);
}

static void
try_read (FaultRun *self,
          const FaultTry *attempt)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  remit_faults_arm (attempt->fault, attempt->n, attempt->is_lasting);
  text = self->read (self->scene, self->data, &error);
  remit_faults_disarm ();
  /* what ends a piece of work asks for what nobody was told of */
  if (text != NULL && !remit_store_check_faults (self->scene->f.store, &error))
    g_clear_pointer (&text, g_free);
  check_read (self, text, error);
}

static void
try (const FaultTry *attempt,
     gpointer data)
{
  FaultRun *self = data;

  fault_scene_open (self->scene);
  if (self->func != NULL)
    try_edit (self, attempt);
  else
    try_read (self, attempt);
  fault_scene_close (self->scene);
}

/* As it goes without a fault, which counts the calls that it takes. */
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

static void
run (FaultRun *self,
     const char *name)
{
  guint n_calls[REMIT_N_FAULTS];

  fault_scene_open (self->scene);
  do_it (self);
  fault_scene_close (self->scene);
  for (RemitFault fault = 0; fault < REMIT_N_FAULTS; fault++)
    n_calls[fault] = remit_faults_count (fault);
  fault_tries_run (name, n_calls, try, self);
  g_free (self->after);
}

void
fault_runner_run_edit (FaultScene *scene,
                       const char *name,
                       FaultFunc func,
                       gpointer data)
{
  FaultRun self = { .scene = scene, .func = func, .data = data };

  run (&self, name);
}

void
fault_runner_run_read (FaultScene *scene,
                       const char *name,
                       FaultReadFunc func,
                       gpointer data)
{
  FaultRun self = { .scene = scene, .read = func, .data = data };

  run (&self, name);
}
