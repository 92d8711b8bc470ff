/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is deleted, moved, replaced, overwritten or cut off while it is open, or whose log is
 * taken away: no edit is shown as done that is in no file, and no log goes into another file. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/remit-day.h"
#include "remit-file-test.h"
#include "store/archive/remit-compact.h"
#include "store/remit-worker.h"

static void
assert_refused (RemitFileTest *self,
                RemitStoreError code,
                const char *words)
{
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) error = remit_file_test_edit (self->store, "Nobody");

  g_assert_false (remit_store_check_path (self->store, &before));
  g_assert_error (before, REMIT_STORE_ERROR, (int) code);
  g_assert_error (error, REMIT_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "be saved"));
}

static void
run (const char *command,
     const char *first,
     const char *second)
{
  const char *const argv[] = { command, first, second, NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_intact (RemitFileTest *self,
             gconstpointer data)
{
  RemitStore *other = remit_test_open_new (self->path);

  for (guint i = 0; i < 20; i++)
    {
      remit_test_add_person (self->store, "One");
      remit_test_add_person (other, "Other");
      /* which writes to the file itself */
      sqlite3_wal_checkpoint_v2 (remit_store_get_handle (i % 2 ? other : self->store), NULL,
                                 i % 3 ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                 NULL, NULL);
      g_assert_true (remit_store_check_path (self->store, NULL));
      g_assert_true (remit_store_check_path (other, NULL));
    }
  g_assert_finalize_object (other);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 41);
}

/* Writes much, and has little left in the log. */
static gpointer
write_much (gpointer path)
{
  g_autoptr (RemitStore) store = remit_test_open_new (path);

  sqlite3_wal_autocheckpoint (remit_store_get_handle (store), 8);
  for (guint i = 0; i < 60; i++)
    remit_test_add_people (store, 1 + i % 40);
  g_assert_true (remit_store_check_path (store, NULL));
  return NULL;
}

/* Keeps others from copying all that is in the log. */
static gpointer
read_long (gpointer path)
{
  g_autoptr (RemitStore) store = remit_test_open_new (path);

  for (guint i = 0; i < 40; i++)
    {
      g_assert_true (remit_store_begin_read (store, NULL, NULL));
      remit_test_count_rows (store, REMIT_KIND_PERSON);
      g_usleep (10 * 1000);
      g_assert_true (remit_store_end_read (store, TRUE, NULL));
      g_assert_true (remit_store_check_path (store, NULL));
    }
  return NULL;
}

/* Whoever copies from the log, and how much of it, the file is found to be right. */
static void
test_busy (RemitFileTest *self,
           gconstpointer data)
{
  GThread *threads[] = {
    g_thread_new ("writer", write_much, self->path),
    g_thread_new ("writer", write_much, self->path),
    g_thread_new ("reader", read_long, self->path),
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000 && error == NULL; i++)
    {
      remit_store_check_path (self->store, &error);
      g_usleep (500);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  remit_test_verify (self->store);
}

static void
test_deleted (RemitFileTest *self,
              gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  assert_refused (self, REMIT_STORE_ERROR_GONE, "was deleted");
  /* what is open can still be read */
  g_assert_cmpint (remit_test_count_rows (self->store, REMIT_KIND_PERSON), ==, 1);
}

/* Another one has its name, while it is still open. */
static void
test_deleted_and_made_anew (RemitFileTest *self,
                            gconstpointer data)
{
  RemitStore *other;

  remit_test_add_people (self->store, 500);
  if (data != NULL) /* the log is empty, and its index speaks of the file before */
    sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL,
                               SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  remit_file_test_pass_time ();
  other = remit_test_open_new (self->path);
  g_assert_cmpint (remit_test_count_rows (other, REMIT_KIND_PERSON), ==, 0);
  remit_test_add_people (other, 7);
  assert_refused (self, REMIT_STORE_ERROR_REPLACED, "replaced");
  g_assert_cmpint (remit_test_count_rows (self->store, REMIT_KIND_PERSON), ==, 501);
  remit_test_verify (other);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_test_add_people (other, 7);
  g_assert_finalize_object (other);
  remit_file_test_assert_people (self->path, 14);
}

static void
test_deleted_within_edit (RemitFileTest *self,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (self->store, "Late", &error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  g_assert_no_error (error);
  remit_record_set_text (record, REMIT_PERSON_NAME, "Nobody");
  g_assert_true (remit_edit_insert (edit, record, NULL));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_false (remit_edit_commit (edit, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_GONE);
  g_assert_cmpint (remit_test_count_rows (self->store, REMIT_KIND_PERSON), ==, 1);
}

static void
test_moved (RemitFileTest *self,
            gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "elsewhere.remit");
  g_autofree char *found = NULL;
  g_autofree char *real = NULL;

  g_assert_cmpint (g_rename (self->path, other), ==, 0);
  assert_refused (self, REMIT_STORE_ERROR_GONE, "elsewhere.remit");
  found = remit_store_dup_new_path (self->store);
  real = realpath (other, NULL);
  g_assert_cmpstr (found, ==, real);

  /* back again, all goes on */
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
  remit_test_add_person (self->store, "Grace");
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 2);
}

/* What was in the log alone is not left behind. */
static void
test_moved_with_all (RemitFileTest *self,
                     gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "elsewhere.remit");

  g_assert_cmpint (g_rename (self->path, other), ==, 0);
  g_assert_false (remit_store_check_path (self->store, NULL));
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (other, 1);
}

static void
test_replaced (RemitFileTest *self,
               gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  RemitStore *store = remit_test_open_new (other);

  remit_test_add_people (store, 3);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
  assert_refused (self, REMIT_STORE_ERROR_REPLACED, "replaced");

  /* while the window is open, and after it: the log stays out of the new file */
  remit_file_test_assert_people (self->path, 3);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 3);
}

static gpointer
must_not_work (RemitStore *store,
               const RemitWorkControl *control,
               gpointer data,
               GError **error)
{
  g_assert_not_reached ();
}

static void
on_worked (GObject *source,
           GAsyncResult *result,
           gpointer error)
{
  g_assert_null (remit_worker_finish (REMIT_WORKER (source), result, error));
}

/* A thread would open the other file, and write to it. */
static void
test_replaced_before_thread (RemitFileTest *self,
                             gconstpointer data)
{
  const RemitWork work = { .of = self->store, .func = must_not_work };
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  g_autoptr (RemitWorker) worker = remit_worker_new ();
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (remit_test_open_new (other));
  g_assert_cmpint (g_rename (other, self->path), ==, 0);
  remit_worker_run (worker, &work, on_worked, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_REPLACED);
}

/* The same file with an older state in it, as cp restores a backup. */
static void
test_overwritten (RemitFileTest *self,
                  gconstpointer data)
{
  g_autofree char *backup = remit_file_test_name (self, "backup.remit");

  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL,
                             SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  run ("cp", self->path, backup);
  remit_test_add_people (self->store, 100);
  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL, SQLITE_CHECKPOINT_PASSIVE,
                             NULL, NULL);
  g_assert_true (remit_store_check_path (self->store, NULL));
  remit_test_add_person (self->store, "Grace");
  run ("cp", backup, self->path);
  assert_refused (self, REMIT_STORE_ERROR_REPLACED, "overwritten");
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 1);
}

static void
test_overwritten_by_another (RemitFileTest *self,
                             gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  RemitStore *store = remit_test_open_new (other);

  for (guint i = 0; i < 5; i++)
    remit_test_add_people (store, 2);
  g_assert_finalize_object (store);
  remit_test_add_person (self->store, "Grace");
  run ("cp", other, self->path);
  assert_refused (self, REMIT_STORE_ERROR_REPLACED, "overwritten");
  /* not told in between, nothing is copied from the log at the end, either */
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 10);
}

static void
test_closed_over_another (RemitFileTest *self,
                          gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  RemitStore *store = remit_test_open_new (other);

  for (guint i = 0; i < 5; i++)
    remit_test_add_people (store, 2);
  g_assert_finalize_object (store);
  run ("cp", other, self->path);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 10);
}

static void
test_cut_off (RemitFileTest *self,
              gconstpointer data)
{
  const char *size = data;

  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL, SQLITE_CHECKPOINT_PASSIVE,
                             NULL, NULL);
  run ("truncate", size, self->path);
  assert_refused (self, REMIT_STORE_ERROR_REPLACED, "truncated");
}

static void
test_log_lost (RemitFileTest *self,
               gconstpointer data)
{
  g_autofree char *name = g_strconcat (self->path, data, NULL);

  g_assert_cmpint (g_unlink (name), ==, 0);
  assert_refused (self, REMIT_STORE_ERROR_LOG_LOST, "were removed");
  g_assert_cmpint (remit_test_count_rows (self->store, REMIT_KIND_PERSON), ==, 1);

  /* while nobody else writes, all of it goes into the file at the end */
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 1);
}

static void
test_log_cut_off (RemitFileTest *self,
                  gconstpointer data)
{
  g_assert_cmpint (truncate (self->log, 0), ==, 0);
  assert_refused (self, REMIT_STORE_ERROR_LOG_LOST, "were removed");
}

/* Sealing writes the whole file anew, and it stays the same one. */
static void
test_sealed (RemitFileTest *self,
             gconstpointer data)
{
  g_autofree char *archive = remit_file_test_name (self, "archive.remit");
  const RemitWorkControl control = { 0 };
  RemitStore *other = remit_test_open_new (self->path);
  RemitCompacted compacted;
  g_autoptr (GError) error = NULL;

  remit_test_add_people (self->store, 500);
  g_assert_true (remit_compact (other, remit_day_today () + 1, archive, &control,
                                &compacted, &error));
  g_assert_no_error (error);
  g_assert_true (remit_store_check_path (self->store, &error));
  g_assert_no_error (error);
  remit_test_add_person (self->store, "Grace");
  remit_test_add_person (other, "Mary");
  g_assert_finalize_object (other);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  remit_file_test_assert_people (self->path, 503);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func, data)                                                                      \
  g_test_add ("/store/gone/" name, RemitFileTest, data, remit_file_test_set_up, func,              \
              remit_file_test_tear_down)
  ADD ("intact", test_intact, NULL);
  ADD ("busy", test_busy, NULL);
  ADD ("deleted", test_deleted, NULL);
  ADD ("deleted-and-made-anew", test_deleted_and_made_anew, NULL);
  ADD ("emptied-and-made-anew", test_deleted_and_made_anew, "empty");
  ADD ("deleted-within-edit", test_deleted_within_edit, NULL);
  ADD ("moved", test_moved, NULL);
  ADD ("moved-with-all", test_moved_with_all, NULL);
  ADD ("replaced", test_replaced, NULL);
  ADD ("replaced-before-thread", test_replaced_before_thread, NULL);
  ADD ("overwritten", test_overwritten, NULL);
  ADD ("overwritten-by-another", test_overwritten_by_another, NULL);
  ADD ("closed-over-another", test_closed_over_another, NULL);
  ADD ("cut-off", test_cut_off, "-s8192");
  ADD ("cut-off-to-nothing", test_cut_off, "-s0");
  ADD ("log-lost", test_log_lost, "-wal");
  ADD ("index-lost", test_log_lost, "-shm");
  ADD ("log-cut-off", test_log_cut_off, NULL);
  ADD ("sealed", test_sealed, NULL);
#undef ADD

  return g_test_run ();
}
