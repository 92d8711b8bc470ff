/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in threads: results, progress, cancel, errors, and owners that are gone. */
#include "remit-test.h"
#include "store/remit-worker.h"

typedef struct {
  GMainLoop *loop;
  char *result;
  GError *error;
  guint n_calls;
} Outcome;

static void
on_ended (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Outcome *outcome = data;

  outcome->n_calls++;
  outcome->result = remit_worker_finish (REMIT_WORKER (source), result, &outcome->error);
  g_assert_false (remit_worker_is_running (REMIT_WORKER (source)));
  if (outcome->loop != NULL)
    g_main_loop_quit (outcome->loop);
}

static void
run (RemitWorker *worker,
     const char *path,
     RemitWorkFunc func,
     Outcome *outcome)
{
  const RemitWork work = { .path = path, .func = func, .free_result = g_free };

  outcome->loop = g_main_loop_new (NULL, FALSE);
  remit_worker_run (worker, &work, on_ended, outcome);
  g_assert_true (remit_worker_is_running (worker));
  g_main_loop_run (outcome->loop);
  g_clear_pointer (&outcome->loop, g_main_loop_unref);
}

static gpointer
say_path (RemitStore *store,
          const RemitWorkControl *control,
          gpointer data,
          GError **error)
{
  return g_path_get_basename (remit_store_get_path (store));
}

static gpointer
go_half_way (RemitStore *store,
             const RemitWorkControl *control,
             gpointer data,
             GError **error)
{
  g_assert_null (store);
  control->progress (0.5, control->progress_data);
  while (!g_cancellable_is_cancelled (control->cancellable))
    g_usleep (1000);
  g_cancellable_set_error_if_cancelled (control->cancellable, error);
  return NULL;
}

static void
cancel_half_way (RemitWorker *worker)
{
  if (remit_worker_get_share (worker) == 0.5)
    remit_worker_cancel (worker);
}

static void
test_result (void)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  g_autoptr (RemitWorker) worker = remit_worker_new ();
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);

  for (int i = 0; i < 2; i++)
    {
      Outcome outcome = { 0 };

      run (worker, path, say_path, &outcome);
      g_assert_no_error (outcome.error);
      g_assert_cmpstr (outcome.result, ==, "test.remit");
      g_free (outcome.result);
    }

  g_clear_object (&workspace);
  remit_test_remove_folder (folder);
}

static void
test_cancel (void)
{
  g_autoptr (RemitWorker) worker = remit_worker_new ();
  Outcome outcome = { 0 };

  g_signal_connect (worker, "notify::share", G_CALLBACK (cancel_half_way), NULL);
  run (worker, NULL, go_half_way, &outcome);
  g_assert_null (outcome.result);
  g_assert_true (remit_worker_was_cancelled (outcome.error));
  g_clear_error (&outcome.error);
}

static void
test_no_workspace (void)
{
  g_autoptr (RemitWorker) worker = remit_worker_new ();
  Outcome outcome = { 0 };

  run (worker, "/nowhere/at/all.remit", say_path, &outcome);
  g_assert_null (outcome.result);
  g_assert_error (outcome.error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  g_assert_false (remit_worker_was_cancelled (outcome.error));
  g_clear_error (&outcome.error);
}

static gpointer
add_role (RemitStore *store,
          const RemitWorkControl *control,
          gpointer key,
          GError **error)
{
  remit_test_add_role (store, key, key);
  return g_strdup (key);
}

/* A thread may write, but not through a connection that is for reading. */
static void
test_write (void)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (RemitWorker) first = remit_worker_new ();
  g_autoptr (RemitWorker) second = remit_worker_new ();
  char first_key[] = "first";
  char second_key[] = "second";
  RemitWork work = { .path = remit_store_get_path (store), .func = add_role,
                     .free_result = g_free };
  Outcome outcomes[2] = { { 0 } };

  /* two at a time: the second waits for the first one's lock */
  work.data = first_key;
  remit_worker_run (first, &work, on_ended, &outcomes[0]);
  work.data = second_key;
  remit_worker_run (second, &work, on_ended, &outcomes[1]);
  while (outcomes[0].n_calls == 0 || outcomes[1].n_calls == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (outcomes[0].result, ==, "first");
  g_assert_cmpstr (outcomes[1].result, ==, "second");
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_ROLE), ==, 2);

  g_free (outcomes[0].result);
  g_free (outcomes[1].result);
  g_clear_object (&workspace);
  remit_test_remove_folder (folder);
}

static gpointer
begin_edit (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Test", error);

  return edit != NULL ? g_strdup ("done") : NULL;
}

static void
test_read_only (void)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  g_autoptr (RemitWorker) worker = remit_worker_new ();
  const RemitWork work = {
    .path = remit_store_get_path (remit_workspace_get_store (workspace)),
    .flags = REMIT_STORE_READ_ONLY,
    .func = begin_edit,
    .free_result = g_free,
  };
  Outcome outcome = { 0 };

  remit_worker_run (worker, &work, on_ended, &outcome);
  while (outcome.n_calls == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (outcome.result);
  g_assert_error (outcome.error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY);

  g_clear_error (&outcome.error);
  g_clear_object (&workspace);
  remit_test_remove_folder (folder);
}

/* ── Nobody waits ─────────────────────────────────────────────────────────────────────────── */

static guint n_freed_data, n_freed_results;
static GThread *main_thread;

static void
free_data (gpointer data G_GNUC_UNUSED)
{
  g_assert_true (g_thread_self () == main_thread);
  n_freed_data++;
}

static void
free_result (gpointer result)
{
  g_assert_true (g_thread_self () == main_thread);
  n_freed_results++;
  g_free (result);
}

/* Done all the same when the cancel comes. */
static gpointer
end_with_result (RemitStore *store,
                 const RemitWorkControl *control,
                 gpointer data,
                 GError **error)
{
  while (!g_cancellable_is_cancelled (control->cancellable))
    g_usleep (1000);
  return g_strdup ("unwanted");
}

static RemitWorker *
begin_unwanted (Outcome *outcome)
{
  RemitWorker *worker = remit_worker_new ();
  static char data[] = "data";
  const RemitWork work = { .func = end_with_result, .data = data, .free_data = free_data,
                           .free_result = free_result };

  main_thread = g_thread_self ();
  n_freed_data = n_freed_results = 0;
  remit_worker_run (worker, &work, on_ended, outcome);
  return worker;
}

static void
assert_unwanted (const Outcome *outcome)
{
  while (n_freed_data == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_freed_data, ==, 1);
  g_assert_cmpuint (n_freed_results, ==, 1);
  g_assert_cmpuint (outcome->n_calls, ==, 0);
}

static void
test_stop (void)
{
  Outcome outcome = { 0 };
  g_autoptr (RemitWorker) worker = begin_unwanted (&outcome);

  remit_worker_stop (worker);
  g_assert_false (remit_worker_is_running (worker));
  assert_unwanted (&outcome);
}

static void
test_owner_is_gone (void)
{
  Outcome outcome = { 0 };
  RemitWorker *worker = begin_unwanted (&outcome);

  g_assert_finalize_object (worker);
  assert_unwanted (&outcome);
}

static gpointer
say_hello (RemitStore *store,
           const RemitWorkControl *control,
           gpointer data,
           GError **error)
{
  return g_strdup ("hello");
}

/* What is begun later takes the place of what runs. */
static void
test_other_work (void)
{
  Outcome unwanted = { 0 };
  Outcome wanted = { 0 };
  g_autoptr (RemitWorker) worker = begin_unwanted (&unwanted);

  run (worker, NULL, say_hello, &wanted);
  g_assert_cmpstr (wanted.result, ==, "hello");
  assert_unwanted (&unwanted);
  g_free (wanted.result);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/worker/result", test_result);
  g_test_add_func ("/store/worker/cancel", test_cancel);
  g_test_add_func ("/store/worker/no-workspace", test_no_workspace);
  g_test_add_func ("/store/worker/write", test_write);
  g_test_add_func ("/store/worker/read-only", test_read_only);
  g_test_add_func ("/store/worker/stop", test_stop);
  g_test_add_func ("/store/worker/owner-is-gone", test_owner_is_gone);
  g_test_add_func ("/store/worker/other-work", test_other_work);
  return g_test_run ();
}
