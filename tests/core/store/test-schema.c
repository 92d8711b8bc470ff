/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file is what its format has, or the file is refused. */
#include <glib/gstdio.h>
#include <string.h>

#include "remit-test.h"
#include "store/remit-migrations.h"
#include "store/remit-schema.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  RemitWorkspace *workspace;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  workspace = remit_test_open_workspace (fixture->folder);
  remit_test_add_person (remit_workspace_get_store (workspace), "Ada");
  g_assert_finalize_object (workspace);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static void
run_sql (const char *path,
         const char *sql)
{
  char *message = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Files of every format have the schema that its steps make. */
static void
test_formats (void)
{
  for (int format = 1; format <= remit_migrations_get_newest (); format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitStore) store = remit_store_open_raw ("", REMIT_STORE_CREATE, &error);

      g_assert_true (remit_migrations_apply (store, 0, format, &error));
      g_assert_true (remit_schema_check (store, format, &error));
      g_assert_no_error (error);
    }
}

/* The one that is built in is that of the newest format; else each opening makes one to compare
 * with. */
static void
test_newest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open_raw ("", REMIT_STORE_CREATE, &error);
  g_autoptr (GBytes) newest = remit_schema_load_newest ();
  g_autofree char *built_in = NULL;
  g_autofree char *made = NULL;

  g_assert_true (remit_migrations_apply (store, 0, remit_migrations_get_newest (), &error));
  made = remit_schema_dup_text (store, &error);
  g_assert_no_error (error);
  built_in = g_strndup (g_bytes_get_data (newest, NULL), g_bytes_get_size (newest));
  if (g_strcmp0 (made, built_in) != 0)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "schema.txt", NULL);

      g_file_set_contents (path, made, -1, NULL);
      g_test_message ("src/core/store/schema.txt is to be %s", path);
      g_test_fail ();
    }
}

/* What somebody may have done to a file with the shell of SQLite, and how it is named. */
static const struct
{
  const char *sql;
  const char *words;
} attempts[] = {
  { "CREATE TRIGGER evil AFTER INSERT ON plan BEGIN UPDATE person SET capacity = 1; END",
    "the trigger “evil” was added" },
  { "CREATE TABLE more (id INTEGER PRIMARY KEY)", "the table “more” was added" },
  { "CREATE VIEW pragma_page_count AS SELECT 1 AS page_count",
    "the view “pragma_page_count” was added" },
  { "CREATE INDEX more ON person (name)", "the index “more” was added" },
  { "ANALYZE", "the table “sqlite_stat1” was added" },
  { "DROP TRIGGER history_update", "the trigger “history_update” is missing" },
  { "DROP TRIGGER history_delete; CREATE TRIGGER history_delete BEFORE DELETE ON history "
    "BEGIN SELECT 1; END", "the trigger “history_delete” was changed" },
  { "DROP INDEX history_target", "the index “history_target” is missing" },
  { "ALTER TABLE plan ADD COLUMN more TEXT", "the table “plan” was changed" },
  { "DROP VIEW history_changeset", "the view “history_changeset” is missing" },
  { "DROP VIEW history_changeset; CREATE TABLE history_changeset (seq, part, changeset)",
    "the table “history_changeset” was added" },
  { "PRAGMA legacy_alter_table = ON; ALTER TABLE skill RENAME TO skill_; CREATE VIEW skill AS "
    "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c WHERE x < 0",
    "the table “skill” is missing" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, "
    "'CHECK (name <> '''')', 'CHECK (name <> ''x'')') WHERE name = 'person'",
    "the table “person” was changed" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET tbl_name = 'plan' "
    "WHERE name = 'sqlite_autoindex_skill_1'", "" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' ' "
    "|| (SELECT sql FROM sqlite_schema WHERE name = 'history_update') "
    "WHERE name = 'history_delete'; DELETE FROM sqlite_schema WHERE name = 'history_update'", "" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET tbl_name = NULL "
    "WHERE name = 'history_target'", "" },
};

static void
test_altered (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      static const RemitStoreFlags flags[] = { REMIT_STORE_NO_FLAGS, REMIT_STORE_READ_ONLY,
                                               REMIT_STORE_CREATE, REMIT_STORE_NO_WAIT };

      g_file_set_contents (fixture->path, contents, (gssize) length, NULL);
      run_sql (fixture->path, attempts[i].sql);
      for (guint j = 0; j < G_N_ELEMENTS (flags); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (remit_store_open (fixture->path, flags[j], &error));
          if (!g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED)
              || *attempts[i].words != '\0')
            g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED);
          if (strstr (error->message, attempts[i].words) == NULL)
            g_error ("%s: %s", attempts[i].sql, error->message);
        }
    }
}

/* The same schema, written otherwise. */
static void
test_form (Fixture *fixture,
           gconstpointer data)
{
  static const char *const changes[] = {
    "DROP TRIGGER history_delete; create trigger\n\"history_delete\" before delete /* is */ on "
    "[history]\nBEGIN -- of\n  select raise (Abort,'remit:append-only') ; END",
    "DROP INDEX history_target; CREATE INDEX history_target ON `history`(\"target\")"
    "WHERE target>0",
    "VACUUM",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitStore) store = NULL;

      run_sql (fixture->path, changes[i]);
      store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);
      g_assert_no_error (error);
    }
}

/* A trigger that is added while the workspace is open does not run with the next edit, and no view
 * is read in place of a table. */
static void
test_while_open (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);
  RemitEdit *edit;

  g_assert_no_error (error);
  run_sql (fixture->path, attempts[0].sql);
  g_assert_null (remit_edit_begin (store, "Edit", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED);
  g_clear_error (&error);
  g_assert_false (remit_store_begin_read (store, NULL, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED);
  g_clear_error (&error);

  run_sql (fixture->path, "DROP TRIGGER evil");
  edit = remit_edit_begin (store, "Edit", &error);
  g_assert_no_error (error);
  remit_edit_free (edit);
}

/* A file of each format is compared with what that format had. */
static void
test_old (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *source = g_build_filename (FIXTURES, "workspace-2.remit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
  g_file_set_contents (fixture->path, contents, (gssize) length, NULL);
  run_sql (fixture->path, attempts[0].sql);
  g_assert_null (remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED);
  g_clear_error (&error);
  run_sql (fixture->path, "DROP TRIGGER evil");
  g_object_unref (remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error));
  g_assert_no_error (error);
}

/* A statement without end is stopped, in words, and the next one runs. */
static void
test_budget (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, &error);

  g_assert_false (remit_store_exec (
    store, "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
           "SELECT count (*) FROM c", NULL, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_EXHAUSTED);
  g_clear_error (&error);
  g_assert_cmpint (remit_store_query_integer (store, "SELECT 1", 0, 0, &error), ==, 1);
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/schema/" name, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/store/schema/formats", test_formats);
  g_test_add_func ("/store/schema/newest", test_newest);
  ADD ("altered", test_altered);
  ADD ("form", test_form);
  ADD ("while-open", test_while_open);
  ADD ("old", test_old);
  ADD ("budget", test_budget);
#undef ADD
  return g_test_run ();
}
