/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the work in threads: progress, cancel, errors. */
#include "config.h"

#include "exchange/remit-worker.h"
#include "remit-test.h"

typedef struct
{
  GMainLoop *loop;
  char *result;
  GError *error;
} Outcome;

static void
on_ended (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Outcome *outcome = data;

  outcome->result = remit_worker_finish (REMIT_WORKER (source), result, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static void
run (RemitWorker *worker,
     const char *path,
     RemitWorkerFunc func,
     Outcome *outcome)
{
  outcome->loop = g_main_loop_new (NULL, FALSE);
  remit_worker_run (worker, path, func, NULL, g_free, on_ended, outcome);
  g_main_loop_run (outcome->loop);
  g_main_loop_unref (outcome->loop);
}

static gpointer
say_path (RemitStore *store,
          const RemitImportOptions *options,
          gpointer data,
          GError **error)
{
  return g_path_get_basename (remit_store_get_path (store));
}

static gpointer
go_half_way (RemitStore *store,
             const RemitImportOptions *options,
             gpointer data,
             GError **error)
{
  g_assert_null (store);
  options->progress (0.5, options->progress_data);
  while (!g_cancellable_is_cancelled (options->cancellable))
    g_usleep (1000);
  g_cancellable_set_error_if_cancelled (options->cancellable, error);
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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/worker/result", test_result);
  g_test_add_func ("/app/worker/cancel", test_cancel);
  g_test_add_func ("/app/worker/no-workspace", test_no_workspace);
  return g_test_run ();
}
