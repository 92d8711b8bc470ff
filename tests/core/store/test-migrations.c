/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: step by step, each whole or not at all, after a backup. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "remit-test.h"
#include "store/remit-migrations.h"

/* What a workspace of an earlier format has. */
typedef struct {
  const char *name;
  guint n_assignments;
  guint n_decisions;
  guint n_conflicts;
  guint n_sealed_plans; /* those that were there before the history that is left */
} Fixture;

static const Fixture fixtures[] = {
  { "workspace-1.remit", 1, 0, 0, 0 },
  { "workspace-2.remit", 0, 16, 0, 0 },
  { "workspace-3.remit", 1, 16, 1, 0 },
  { "workspace-4.remit", 1, 16, 0, 0 },
  { "workspace-5.remit", 1, 16, 0, 0 },
  { "workspace-6.remit", 1, 16, 0, 1 },
  { "workspace-7.remit", 1, 16, 0, 1 },
  { "workspace-8.remit", 1, 16, 0, 1 },
  { "workspace-9.remit", 1, 16, 0, 1 },
  { "workspace-10.remit", 1, 16, 0, 1 },
  { "workspace-11.remit", 1, 16, 0, 1 },
};

/* The steps that there are, and one more. */
static GStrv
read_scripts (const char *further)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();

  for (int i = 1; i <= remit_migrations_get_newest (); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%04d.sql", MIGRATIONS, i);
      g_autofree char *script = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &script, NULL, &error);
      g_assert_no_error (error);
      g_strv_builder_add (scripts, script);
    }
  g_strv_builder_add (scripts, further);
  return g_strv_builder_end (scripts);
}

/* Returns: (transfer full) (element-type filename): the copies that were kept of a file there */
static GPtrArray *
find_backups (const char *folder,
              const char *name,
              int format)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = g_strdup_printf ("%s.backup-%d-", name, format);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (files)) != NULL)
    if (g_str_has_prefix (file, prefix) && !g_str_has_suffix (file, "-journal"))
      g_ptr_array_add (found, g_build_filename (folder, file, NULL));
  return found;
}

static void
test_upgrade (void)
{
  g_auto (GStrv) scripts = read_scripts ("ALTER TABLE skill ADD COLUMN note TEXT;");
  int newest = remit_migrations_get_newest ();
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (RemitStore) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *in_backup = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_person (store, "Ada");
  before = remit_test_dump (store);
  remit_migrations_run (store, (const char *const *) scripts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (store), ==, newest + 1);
  remit_migrations_run (store, (const char *const *) scripts, &error);
  g_assert_no_error (error);

  backups = find_backups (folder, "test.remit", newest);
  g_assert_cmpuint (backups->len, ==, 1);
  copy = remit_store_open (backups->pdata[0], REMIT_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (copy), ==, newest);
  in_backup = remit_test_dump (copy);
  g_assert_cmpstr (in_backup, ==, before);

  /* this program knows no such format, so it writes no more */
  g_assert_false (remit_history_undo (store, REMIT_HISTORY_UNDO, 0, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NEWER);

  g_object_unref (workspace);
  remit_test_remove_folder (folder);
}

static void
test_failing_step (void)
{
  g_auto (GStrv) scripts = read_scripts ("CREATE TABLE extra (a); SELECT nonsense;");
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_migrations_run (store, (const char *const *) scripts, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (remit_store_get_format (store), ==, remit_migrations_get_newest ());
  g_assert_null (remit_store_prepare (store, "SELECT a FROM extra", NULL));
  remit_test_add_person (store, "Ada");

  g_object_unref (workspace);
  remit_test_remove_folder (folder);
}

static void
set_setting (RemitStore *store,
             guint field,
             int value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Setting", &error);

  g_assert_no_error (error);
  remit_edit_set_integer (edit, REMIT_KIND_SETTINGS, 1, field, value, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Takes back all that there is, which leaves what is sealed, and does it again. */
static void
undo_and_redo_all (RemitStore *store,
                   gint64 n_plans)
{
  g_autofree char *before = remit_test_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  while (remit_history_undo (store, REMIT_HISTORY_UNDO, 0, &error))
    n++;
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PLAN), ==, n_plans);
  g_clear_error (&error);
  for (int i = 0; i < n; i++)
    remit_history_undo (store, REMIT_HISTORY_REDO, 0, &error);
  g_assert_no_error (error);
  after = remit_test_dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* A workspace as an earlier release wrote it: opened, used, and all of its history still works. */
static void
test_old_workspace (gconstpointer data)
{
  const Fixture *fixture = data;
  char *folder = remit_test_make_folder ();
  g_autofree char *source = g_build_filename (FIXTURES, fixture->name, NULL);
  g_autofree char *path = g_build_filename (folder, "old.remit", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);

  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (store), ==, remit_migrations_get_newest ());
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, 2);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_ASSIGNMENT), ==,
                   fixture->n_assignments);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_DECISION), ==, fixture->n_decisions);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_CONFLICT), ==, fixture->n_conflicts);

  before = remit_test_dump (store);
  set_setting (store, REMIT_SETTINGS_CONSULTED_LIMIT, 7);
  remit_test_undo_and_redo (store, before);
  if (fixture->n_conflicts == 0) /* a log stays, so that not all goes back */
    undo_and_redo_all (store, fixture->n_sealed_plans);
  remit_test_verify (store);

  g_clear_object (&store);
  remit_test_remove_folder (folder);
}

static gpointer
open_in_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);

  g_assert_no_error (error);
  g_object_unref (store);
  return NULL;
}

/* Several open an old file at once: one updates it, and the copy to keep is of the old format. */
static void
test_several (void)
{
  g_autofree char *source = g_build_filename (FIXTURES, fixtures[0].name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (source, &contents, &length, NULL);
  for (int i = 0; i < 10; i++)
    {
      char *folder = remit_test_make_folder ();
      g_autofree char *path = g_build_filename (folder, "old.remit", NULL);
      g_autoptr (GPtrArray) backups = NULL;
      g_autofree char *copied = NULL;
      GThread *threads[4];

      g_file_set_contents (path, contents, (gssize) length, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("open", open_in_thread, path);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
      backups = find_backups (folder, "old.remit", 1);
      g_assert_cmpuint (backups->len, ==, 1);
      g_file_get_contents (backups->pdata[0], &copied, NULL, NULL);
      /* the last byte of user_version, in the header of a database */
      g_assert_cmpint (copied[63], ==, 1);
      remit_test_remove_folder (folder);
    }
}

static void
check_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
open_and_close (const char *path,
                RemitStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, flags, &error);

  g_assert_no_error (error);
  check_mode (path);
}

/* A workspace is for its owner alone, and so is each copy, which takes no other's place. */
static void
test_private (void)
{
  g_autofree char *source = g_build_filename (FIXTURES, fixtures[0].name, NULL);
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  mode_t before = umask (0);

  open_and_close (path, REMIT_STORE_CREATE);
  g_file_get_contents (source, &contents, &length, NULL);
  for (guint i = 1; i <= 3; i++)
    {
      g_autoptr (GPtrArray) backups = NULL;

      g_assert_true (g_file_set_contents_full (path, contents, (gssize) length,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      open_and_close (path, REMIT_STORE_NO_FLAGS);
      backups = find_backups (folder, "test.remit", 1);
      g_assert_cmpuint (backups->len, ==, i);
      for (guint j = 0; j < i; j++)
        check_mode (backups->pdata[j]);
    }
  umask (before);
  remit_test_remove_folder (folder);
}

static gpointer
look_for_icons (gpointer stop)
{
  while (!g_atomic_int_get ((int *) stop))
    g_resources_get_info ("/no/such/icon", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
  return NULL;
}

/* The first look for the steps, while other threads look for what is built in, too. There is one
 * such moment in a process: so many of them. */
static void
test_first_look (void)
{
  GThread *threads[3];
  int stop = 0;

  if (!g_test_subprocess ())
    {
      for (int i = 0; i < 60; i++)
        {
          g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
          g_test_trap_assert_passed ();
        }
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("icons", look_for_icons, &stop);
  g_usleep (1000);
  g_assert_cmpint (remit_migrations_get_newest (), >, 0);
  g_atomic_int_set (&stop, 1);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migrations/several", test_several);
  g_test_add_func ("/store/migrations/private", test_private);
  g_test_add_func ("/store/migrations/first-look", test_first_look);
  g_test_add_func ("/store/migrations/upgrade", test_upgrade);
  g_test_add_func ("/store/migrations/failing-step", test_failing_step);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/migrations/%s", fixtures[i].name);

      g_test_add_data_func (name, &fixtures[i], test_old_workspace);
    }
  return g_test_run ();
}
