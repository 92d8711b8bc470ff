/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the file under a store share: a workspace, and what others do to its file. */
#include "remit-file-test.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <unistd.h>

char *
remit_file_test_name (RemitFileTest *self,
                      const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
remit_file_test_set_up (RemitFileTest *self,
                        gconstpointer data)
{
  self->folder = remit_test_make_folder ();
  self->path = remit_file_test_name (self, "test.remit");
  self->log = g_strconcat (self->path, "-wal", NULL);
  self->store = remit_test_open_new (self->path);
  remit_test_add_person (self->store, "Ada");
}

void
remit_file_test_tear_down (RemitFileTest *self,
                           gconstpointer data)
{
  if (self->store != NULL)
    g_assert_finalize_object (self->store);
  g_free (self->log);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

/* GLib would make a new file. */
void
remit_file_test_copy (const char *from,
                      const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;
  int fd;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  fd = open (to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, (gssize) length);
  close (fd);
}

void
remit_file_test_pass_time (void)
{
  g_usleep (20 * 1000);
}

/* The test has the file open: it may not open and close it itself, or SQLite's locks are gone. So
 * another program does it. */
void
remit_file_test_crash (RemitFileTest *self,
                       const char *to)
{
  const char *const suffixes[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *source = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *target = g_strconcat (to, suffixes[i], NULL);
      const char *const argv[] = { "cp", source, target, NULL };
      int status;

      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                   NULL, NULL, &status, NULL));
      g_assert_true (g_spawn_check_wait_status (status, NULL));
    }
}

GError *
remit_file_test_edit (RemitStore *store,
                      const char *name)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);
  GError *error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, name, &error);

  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  if (edit != NULL && remit_edit_insert (edit, record, &error))
    remit_edit_commit (edit, &error);
  return error;
}

void
remit_file_test_assert_people (const char *path,
                               guint n)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);

  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, n);
  remit_test_verify (store);
  g_assert_finalize_object (store);
}
