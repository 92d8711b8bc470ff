/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving what is open as a new file, whatever became of its own. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "remit-file-test.h"
#include "store/file/remit-store-save.h"

static void
on_saved (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Returns: (transfer full) (nullable): why it was not saved */
static GError *
save (RemitFileTest *self,
      const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  remit_store_save_async (self->store, path, NULL, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (remit_store_save_finish (self->store, result, &error), ==, error == NULL);
  return error;
}

static void
assert_saves (RemitFileTest *self,
              guint n)
{
  g_autofree char *path = remit_file_test_name (self, "saved.remit");
  g_autoptr (GError) error = save (self, path);
  GStatBuf info;

  g_assert_no_error (error);
  remit_file_test_assert_people (path, n);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_deleted (RemitFileTest *self,
              gconstpointer data)
{
  remit_test_add_people (self->store, 2000);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_unlink (self->log), ==, 0);
  assert_saves (self, 2001);
}

static void
test_intact (RemitFileTest *self,
             gconstpointer data)
{
  assert_saves (self, 1);
  remit_test_add_person (self->store, "Grace");
}

static void
test_not_over (RemitFileTest *self,
               gconstpointer data)
{
  g_autofree char *path = remit_file_test_name (self, "there");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  error = save (self, path);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
test_no_folder (RemitFileTest *self,
                gconstpointer data)
{
  g_autofree char *path = remit_file_test_name (self, "none/saved.remit");
  g_autoptr (GError) error = save (self, path);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* What is half the one file and half the other is saved nowhere. */
static void
test_overwritten (RemitFileTest *self,
                  gconstpointer data)
{
  g_autofree char *other = remit_file_test_name (self, "other.remit");
  g_autofree char *path = remit_file_test_name (self, "saved.remit");
  RemitStore *store = remit_test_open_new (other);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    remit_test_add_people (store, 50);
  g_assert_finalize_object (store);
  remit_test_add_person (self->store, "Grace");
  sqlite3_db_release_memory (remit_store_get_handle (self->store));
  remit_file_test_copy (other, self->path);
  error = save (self, path);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/store/save/" name, RemitFileTest, NULL, remit_file_test_set_up, func,              \
              remit_file_test_tear_down)
  ADD ("deleted", test_deleted);
  ADD ("intact", test_intact);
  ADD ("not-over", test_not_over);
  ADD ("no-folder", test_no_folder);
  ADD ("overwritten", test_overwritten);
#undef ADD

  return g_test_run ();
}
