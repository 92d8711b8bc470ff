/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: step by step, each whole or not at all, after a backup. */
#include "config.h"

#include "remit-test.h"
#include "store/remit-migrations.h"

static const char *first_script;

static char *
read_first_script (void)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (FIRST_MIGRATION, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_upgrade (void)
{
  const char *scripts[] = { first_script, "ALTER TABLE skill ADD COLUMN note TEXT;", NULL };
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autofree char *backup = g_build_filename (folder, "test.remit.backup-1", NULL);
  g_autoptr (RemitStore) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *in_backup = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_person (store, "Ada");
  before = remit_test_dump (store);
  remit_migrations_run (store, scripts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (store), ==, 2);
  remit_migrations_run (store, scripts, &error);
  g_assert_no_error (error);

  copy = remit_store_open (backup, REMIT_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (copy), ==, 1);
  in_backup = remit_test_dump (copy);
  g_assert_cmpstr (in_backup, ==, before);

  /* A changeset from before the column was there still applies. */
  remit_history_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_count (store, REMIT_KIND_PERSON), ==, 0);

  g_object_unref (workspace);
  remit_test_remove_folder (folder);
}

static void
test_failing_step (void)
{
  const char *scripts[] = { first_script, "CREATE TABLE extra (a); SELECT nonsense;", NULL };
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_migrations_run (store, scripts, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (remit_store_get_format (store), ==, 1);
  g_assert_null (remit_store_prepare (store, "SELECT a FROM extra", NULL));
  remit_test_add_person (store, "Ada");

  g_object_unref (workspace);
  remit_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *script = NULL;

  g_test_init (&argc, &argv, NULL);
  first_script = script = read_first_script ();
  g_test_add_func ("/store/migrations/upgrade", test_upgrade);
  g_test_add_func ("/store/migrations/failing-step", test_failing_step);
  return g_test_run ();
}
