/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening workspaces, and what is none. */
#include <glib/gstdio.h>
#include <string.h>

#include "remit-test.h"
#include "store/remit-migrations.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static void
make_workspace (Fixture *fixture)
{
  RemitWorkspace *workspace = remit_test_open_workspace (fixture->folder);

  remit_test_add_person (remit_workspace_get_store (workspace), "Ada");
  g_assert_finalize_object (workspace);
}

static void
write_file (Fixture *fixture,
            const char *contents,
            gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, contents, length, &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Asserts that the file is refused, in words, and that not a byte of it has changed. */
static void
assert_refused (Fixture *fixture,
                RemitStoreFlags flags,
                RemitStoreError code,
                const char *words)
{
  g_autoptr (GBytes) before = read_file (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_store_open (fixture->path, flags, &error));
  g_assert_error (error, REMIT_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  after = read_file (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

static void
run_sql (Fixture *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store;

  g_assert_null (remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  store = remit_store_open (fixture->path, REMIT_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_store_get_format (store), ==, remit_migrations_get_newest ());
  g_assert_false (remit_store_is_read_only (store));
  g_assert_finalize_object (store);

  store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

static void
test_pragmas (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *value;
  } pragmas[] = {
    { "PRAGMA journal_mode", "wal" },   { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },     { "PRAGMA trusted_schema", "0" },
    { "PRAGMA application_id", "1382902132" },
  };
  g_autoptr (RemitStore) store = remit_store_open (fixture->path, REMIT_STORE_CREATE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autoptr (RemitStatement) row = remit_store_prepare (store, pragmas[i].sql, NULL);

      g_assert_true (remit_store_step (store, row));
      g_assert_cmpstr ((const char *) sqlite3_column_text (row, 0), ==, pragmas[i].value);
    }
}

static char *
dup_mode (RemitStore *store)
{
  g_autoptr (RemitStatement) statement = remit_store_prepare (store, "PRAGMA journal_mode", NULL);

  g_assert_true (remit_store_step (store, statement));
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

/* Only who makes a file does without its log: a second program, while the first still has it open,
 * and whoever comes later, write with one. */
static void
test_no_log (Fixture *fixture,
             gconstpointer data)
{
  RemitStoreFlags flags = REMIT_STORE_CREATE | REMIT_STORE_NO_LOG;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (fixture->path, flags, &error);
  g_autoptr (RemitStore) other = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *other_mode = NULL;

  g_assert_no_error (error);
  mode = dup_mode (store);
  g_assert_cmpstr (mode, ==, "delete");
  remit_test_add_person (store, "Ada");

  other = remit_store_open (fixture->path, flags, &error);
  g_assert_no_error (error);
  other_mode = dup_mode (other);
  g_assert_cmpstr (other_mode, ==, "wal");
  remit_test_add_person (other, "Grace");
  remit_test_add_person (store, "Edsger");
  g_assert_cmpint (remit_store_query_integer (other, "SELECT count (*) FROM person", 0, 0, &error),
                   ==, 3);
  g_assert_no_error (error);
  remit_test_verify (store);
  remit_test_verify (other);
}

static void
test_not_a_workspace (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *zeroes = g_malloc0 (8192);

  write_file (fixture, "Name,Age\nAda,36\n", -1);
  assert_refused (fixture, REMIT_STORE_NO_FLAGS, REMIT_STORE_ERROR_NOT_A_WORKSPACE,
                  "is not a Remit workspace");
  assert_refused (fixture, REMIT_STORE_CREATE, REMIT_STORE_ERROR_NOT_A_WORKSPACE,
                  "Choose another file");
  write_file (fixture, zeroes, 8192);
  assert_refused (fixture, REMIT_STORE_CREATE, REMIT_STORE_ERROR_NOT_A_WORKSPACE, "not a Remit");
  write_file (fixture, "", 0);
  assert_refused (fixture, REMIT_STORE_NO_FLAGS, REMIT_STORE_ERROR_NOT_A_WORKSPACE, "not a Remit");
}

static void
test_other_database (Fixture *fixture,
                     gconstpointer data)
{
  run_sql (fixture, "CREATE TABLE person (name); INSERT INTO person VALUES ('Ada')");
  assert_refused (fixture, REMIT_STORE_CREATE, REMIT_STORE_ERROR_NOT_A_WORKSPACE, "not a Remit");
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_store_open (fixture->folder, REMIT_STORE_CREATE, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE);
}

static void
test_missing_folder (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "test.remit", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_store_open (path, REMIT_STORE_CREATE, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  make_workspace (fixture);
  run_sql (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture, REMIT_STORE_NO_FLAGS, REMIT_STORE_ERROR_NEWER, "format 999");
}

/* A number of the format that none has: a bit that flipped. */
static void
test_no_format (Fixture *fixture,
                gconstpointer data)
{
  static const int formats[] = { 0, -1, -3, -1000000, G_MININT };

  make_workspace (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", formats[i]);

      run_sql (fixture, sql);
      assert_refused (fixture, REMIT_STORE_NO_FLAGS, REMIT_STORE_ERROR_DAMAGED, "is damaged");
      assert_refused (fixture, REMIT_STORE_CREATE, REMIT_STORE_ERROR_DAMAGED, "is damaged");
    }
}

static void
test_cut_off (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;

  make_workspace (fixture);
  whole = read_file (fixture);
  write_file (fixture, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole) / 2);
  assert_refused (fixture, REMIT_STORE_NO_FLAGS, REMIT_STORE_ERROR_DAMAGED, "is damaged");
}

/* Every page of the file in turn is overwritten: words or a whole workspace, never a crash. */
static void
test_overwritten_pages (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize length;
  guint n_refused = 0;

  make_workspace (fixture);
  whole = read_file (fixture);
  length = g_bytes_get_size (whole);
  for (gsize page = 4096; page < length; page += 4096)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (RemitWorkspace) workspace = NULL;
      g_autoptr (GError) error = NULL;

      memset (copy + page, 0xa5, 4096);
      write_file (fixture, copy, (gssize) length);
      workspace = remit_workspace_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);
      n_refused += workspace == NULL;
      if (workspace == NULL)
        g_assert_cmpstr (error->message, !=, "");
    }
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = NULL;

  make_workspace (fixture);
  store = remit_store_open (fixture->path, REMIT_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (remit_store_is_read_only (store));
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, 1);
  g_assert_null (remit_edit_begin (store, "Nothing", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (remit_history_undo (store, REMIT_HISTORY_UNDO, 0, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY);
}

/* What cannot be brought up to date is not read with the eyes of today. */
static void
test_old_read_only (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *source = g_build_filename (FIXTURES, "workspace-4.remit", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
  write_file (fixture, contents, (gssize) length);
  assert_refused (fixture, REMIT_STORE_READ_ONLY, REMIT_STORE_ERROR_READ_ONLY,
                  "was written by an older Remit");
}

static void
test_locked (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = NULL;
  sqlite3 *other;

  make_workspace (fixture);
  store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_store_set_patience (store, 10);

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (remit_edit_begin (store, "Nothing", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, 1);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);

  g_clear_error (&error);
  remit_test_add_person (store, "Grace");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/open/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("create", test_create);
  ADD ("pragmas", test_pragmas);
  ADD ("no-log", test_no_log);
  ADD ("not-a-workspace", test_not_a_workspace);
  ADD ("other-database", test_other_database);
  ADD ("folder", test_folder);
  ADD ("missing-folder", test_missing_folder);
  ADD ("newer", test_newer);
  ADD ("no-format", test_no_format);
  ADD ("cut-off", test_cut_off);
  ADD ("overwritten-pages", test_overwritten_pages);
  ADD ("read-only", test_read_only);
  ADD ("old-read-only", test_old_read_only);
  ADD ("locked", test_locked);
#undef ADD
  return g_test_run ();
}
