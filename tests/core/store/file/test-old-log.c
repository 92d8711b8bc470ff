/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log that lies beside a file at its opening: that of a crash is read, an old one is set
 * aside. */
#include <glib/gstdio.h>
#include <string.h>

#include "remit-file-test.h"

/* Returns: (transfer full): a file in the folder whose log has the person Grace, as after a
 * crash */
static char *
make_crashed (RemitFileTest *self,
              const char *name)
{
  char *path = remit_file_test_name (self, name);

  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL,
                             SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  remit_test_add_person (self->store, "Grace");
  remit_file_test_crash (self, path);
  return path;
}

/* Asserts that a file opens with so many people, and that its log was set aside, or was not. */
static void
assert_opens (const char *path,
              guint n,
              gboolean is_set_aside)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);

  g_assert_no_error (error);
  old = g_strdup (remit_store_get_old_log (store));
  g_assert_cmpint (old != NULL, ==, is_set_aside);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, n);
  remit_test_verify (store);
  remit_test_add_person (store, "Mary");
  g_assert_finalize_object (store);
  if (is_set_aside)
    g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  remit_file_test_assert_people (path, n + 1);
}

static void
test_crash (RemitFileTest *self,
            gconstpointer data)
{
  g_autofree char *path = make_crashed (self, "crashed.remit");

  assert_opens (path, 2, FALSE);
}

/* The program ended while it copied from the log: the file alone is neither the one nor the
 * other */
static void
test_crash_while_copying (RemitFileTest *self,
                          gconstpointer data)
{
  g_autofree char *before = remit_file_test_name (self, "before.remit");
  g_autofree char *after = remit_file_test_name (self, "after.remit");
  g_autofree char *bytes = NULL;
  g_autofree char *newer = NULL;
  gsize length, new_length;

  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL,
                             SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  remit_test_add_people (self->store, 300);
  remit_file_test_crash (self, before);
  sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->store), NULL,
                             SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  remit_file_test_crash (self, after);
  g_assert_true (g_file_get_contents (before, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (after, &newer, &new_length, NULL));
  memcpy (bytes, newer, length / 2);
  g_assert_true (g_file_set_contents (before, bytes, (gssize) length, NULL));
  assert_opens (before, 301, FALSE);
}

static void
test_of_another (RemitFileTest *self,
                 gconstpointer data)
{
  g_autofree char *path = make_crashed (self, "crashed.remit");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  g_autofree char *other_log = g_strconcat (other, "-wal", NULL);
  RemitStore *store = remit_test_open_new (other);

  remit_test_add_people (store, 5);
  g_assert_finalize_object (store);
  remit_file_test_copy (log, other_log);
  assert_opens (other, 5, TRUE);
}

/* All pages of a file may be in its log. */
static void
test_all_of_another (RemitFileTest *self,
                     gconstpointer data)
{
  g_autofree char *path = remit_file_test_name (self, "crashed.remit");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  g_autofree char *other_log = g_strconcat (other, "-wal", NULL);
  RemitStore *store = remit_test_open_new (other);

  remit_file_test_crash (self, path);
  remit_test_add_people (store, 5);
  g_assert_finalize_object (store);
  remit_file_test_copy (log, other_log);
  assert_opens (other, 5, TRUE);
}

/* An older state, over which the log was not written. */
static void
test_restored (RemitFileTest *self,
               gconstpointer data)
{
  g_autofree char *backup = remit_file_test_name (self, "backup.remit");
  g_autofree char *path = NULL;

  remit_file_test_crash (self, backup);
  remit_test_add_people (self->store, 50);
  path = make_crashed (self, "crashed.remit");
  /* the backup is whole once it was opened */
  remit_file_test_assert_people (backup, 1);
  remit_file_test_copy (backup, path);
  assert_opens (path, 1, TRUE);
}

/* The very state from which the log goes on, but put there later. */
static void
test_restored_the_last (RemitFileTest *self,
                        gconstpointer data)
{
  g_autofree char *backup = remit_file_test_name (self, "backup.remit");
  g_autofree char *path = make_crashed (self, "crashed.remit");

  remit_file_test_copy (path, backup);
  remit_file_test_pass_time ();
  remit_file_test_copy (backup, path);
  assert_opens (path, 1, TRUE);
}

static void
test_new_file (RemitFileTest *self,
               gconstpointer data)
{
  g_autofree char *path = make_crashed (self, "crashed.remit");
  RemitStore *store;

  g_assert_cmpint (g_unlink (path), ==, 0);
  remit_file_test_pass_time ();
  /* from nothing, or from a copy of an empty workspace */
  store = data == NULL ? remit_store_open (path, REMIT_STORE_CREATE, NULL)
                       : remit_test_open_new (path);
  g_assert_nonnull (remit_store_get_old_log (store));
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, 0);
  remit_test_add_person (store, "Ada");
  g_assert_finalize_object (store);
  remit_file_test_assert_people (path, 1);
}

/* What lies beside other files is none of our business. */
static void
test_foreign (RemitFileTest *self,
              gconstpointer data)
{
  g_autofree char *path = remit_file_test_name (self, "letter");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Dear Ada, this is a letter to you.", -1, NULL));
  g_assert_true (g_file_set_contents (log, "a", 1, NULL));
  g_assert_true (g_file_set_contents (index, "b", 1, NULL));
  g_assert_null (remit_store_open (path, REMIT_STORE_NO_FLAGS, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (index, G_FILE_TEST_EXISTS));
}

/* Those who have the file open have its log. */
static void
test_in_use (RemitFileTest *self,
             gconstpointer data)
{
  remit_test_add_people (self->store, 3);
  assert_opens (self->path, 4, FALSE);
  g_assert_true (remit_store_check_path (self->store, NULL));
}

/* Where nobody may wait, what takes long is left to a thread. */
static void
test_large (RemitFileTest *self,
            gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_people (self->store, 5000);
  path = make_crashed (self, "crashed.remit");
  g_assert_null (remit_store_open (path, REMIT_STORE_NO_WAIT, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_UNCLEAR);
  assert_opens (path, 5002, FALSE);
}

/* Whatever is in it, nothing is read that is not there. */
static void
test_garbage (RemitFileTest *self,
              gconstpointer data)
{
  g_autofree char *path = make_crashed (self, "crashed.remit");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize length;

  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *broken = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitStore) store = NULL;

      for (guint j = 0; j < 3; j++)
        broken[g_rand_int_range (rand, 0, i < 30 ? 56 : (gint32) length)]
          = (char) g_rand_int_range (rand, 0, 256);
      g_assert_true (g_file_set_contents (log, broken,
                                          g_rand_int_range (rand, 1, (gint32) length + 1), NULL));
      store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
      g_assert_no_error (error);
      remit_test_verify (store);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func, data)                                                                      \
  g_test_add ("/store/old-log/" name, RemitFileTest, data, remit_file_test_set_up, func,           \
              remit_file_test_tear_down)
  ADD ("crash", test_crash, NULL);
  ADD ("crash-while-copying", test_crash_while_copying, NULL);
  ADD ("of-another", test_of_another, NULL);
  ADD ("all-of-another", test_all_of_another, NULL);
  ADD ("restored", test_restored, NULL);
  ADD ("restored-the-last", test_restored_the_last, NULL);
  ADD ("new-file", test_new_file, NULL);
  ADD ("new-copy", test_new_file, "copy");
  ADD ("foreign", test_foreign, NULL);
  ADD ("in-use", test_in_use, NULL);
  ADD ("large", test_large, NULL);
  ADD ("garbage", test_garbage, NULL);
#undef ADD

  return g_test_run ();
}
