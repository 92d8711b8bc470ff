/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a damaged or altered file still holds is copied into a new one, and the rest is named. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "remit-test.h"
#include "store/remit-repair.h"

#define PAGE 4096

/* The first byte of a page that holds rows. */
#define LEAF 0x0d
#define PEOPLE 2000

typedef struct {
  char *folder;
  char *path;
  char *repaired;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  RemitStore *store;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->repaired = g_build_filename (fixture->folder, "repaired.remit", NULL);
  store = remit_test_open_new (fixture->path);
  remit_test_add_plan (store, "Plan");
  remit_test_add_people (store, PEOPLE);
  remit_test_add_person (store, "Ada");
  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, NULL);
  g_assert_finalize_object (store);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->path);
  g_free (fixture->repaired);
  remit_test_remove_folder (fixture->folder);
}

static void
tamper (Fixture *fixture,
        const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, sql);
  sqlite3_close (db);
}

/* Returns: the new one, which can be opened as any */
static RemitStore *
repair (Fixture *fixture,
        RemitRepair **report)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store;
  GStatBuf info;

  *report = remit_repair (fixture->path, fixture->repaired, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->repaired, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  store = remit_store_open (fixture->repaired, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  return store;
}

static void
assert_left_out (const RemitRepair *report,
                 const char *words)
{
  g_autofree char *all = NULL;

  for (guint i = 0; i < report->left_out->len; i++)
    if (strstr (report->left_out->pdata[i], words) != NULL)
      return;
  g_ptr_array_add (report->left_out, NULL);
  all = g_strjoinv ("\n", (char **) report->left_out->pdata);
  g_error ("“%s” is not in:\n%s", words, all);
}

/* What was added is not taken, and all rows are; the history is whole. */
static void
test_added (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (RemitStore) before = remit_store_open (fixture->path, REMIT_STORE_READ_ONLY, NULL);
  g_autofree char *rows_before = remit_test_dump (before);
  g_autofree char *rows = NULL;

  g_clear_object (&before);
  tamper (fixture, "CREATE TRIGGER evil AFTER INSERT ON plan BEGIN SELECT 1; END;"
                   "CREATE TABLE more (x); DROP TRIGGER history_update;"
                   "ALTER TABLE person ADD COLUMN more TEXT; CREATE VIEW pragma_table_xinfo AS "
                   "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c");
  store = repair (fixture, &report);
  rows = remit_test_dump (store);
  g_assert_cmpstr (rows, ==, rows_before);
  assert_left_out (report, "the trigger “evil” was added");
  assert_left_out (report, "the trigger “history_update” is missing");
  assert_left_out (report, "the table “person” was changed");
  g_assert_cmpuint (report->left_out->len, ==, 5);
  g_assert_cmpint (report->n_rows, >, PEOPLE);
  remit_test_verify (store);
  remit_test_add_person (store, "Bob");
  remit_test_verify (store);
}

/* Nothing that somebody wrote runs: a view in a table's place, a column that is computed. */
static void
test_hostile (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;

  tamper (fixture, "PRAGMA legacy_alter_table = ON; ALTER TABLE skill RENAME TO skill_;"
                   "CREATE VIEW skill (id, name, category) AS WITH RECURSIVE c (x) AS (SELECT 1 "
                   "UNION ALL SELECT x + 1 FROM c) SELECT x, 'a', '' FROM c;"
                   "ALTER TABLE role RENAME TO role_; CREATE TABLE role (id INTEGER PRIMARY KEY, "
                   "key TEXT GENERATED ALWAYS AS (hex (zeroblob (100))), name TEXT);"
                   "INSERT INTO role (id, name) VALUES (1, 'x')");
  store = repair (fixture, &report);
  assert_left_out (report, "the view “skill” was added");
  assert_left_out (report, "1 row of the table “role” is invalid");
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, PEOPLE);
}

/* Rows that no workspace may have. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;

  tamper (fixture, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
                   "UPDATE person SET capacity = 9999 WHERE id = (SELECT min (id) FROM person);"
                   "INSERT INTO team (id, plan, name) VALUES (5, 4, 'Nowhere');"
                   "INSERT INTO slot (id, plan, team, role) VALUES (6, 4, 5, 7)");
  store = repair (fixture, &report);
  assert_left_out (report, "1 row of the table “person” is invalid");
  assert_left_out (report, "2 rows refer to missing items");
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, PEOPLE - 1);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_TEAM), ==, 0);
}

static gboolean
holds (const char *page,
       const char *text)
{
  for (gsize i = 0; i + strlen (text) <= PAGE; i++)
    if (memcmp (page + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static gint64
find_page (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  gsize length;

  /* in the midst of those that hold the names of people */
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize at = length / PAGE * PAGE / 2 / PAGE * PAGE; at + PAGE <= length; at += PAGE)
    if (contents[at] == LEAF && holds (contents + at, "Person "))
      return (gint64) at;
  g_assert_not_reached ();
}

/* A page of people is overwritten: those before and after it are copied. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *zeroes = g_malloc0 (PAGE);
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;
  FILE *file = g_fopen (fixture->path, "r+");

  fseek (file, find_page (fixture), SEEK_SET);
  g_assert_cmpint (fwrite (zeroes, 1, PAGE, file), ==, PAGE);
  fclose (file);
  store = repair (fixture, &report);
  g_assert_cmpuint (report->left_out->len, >, 0);
  assert_left_out (report, "Cannot read");
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), >, PEOPLE / 2);
}

/* Numbers in the head of the file. */
static void
test_head (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;

  tamper (fixture, "PRAGMA application_id = 5; PRAGMA user_version = -5");
  store = repair (fixture, &report);
  assert_left_out (report, "Unknown format number -5");
  g_assert_cmpuint (report->left_out->len, ==, 1);
  remit_test_verify (store);
}

/* A file of an older format becomes one of the newest. */
static void
test_old (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *source = g_build_filename (FIXTURES, "workspace-3.remit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitStore) store = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
  g_file_set_contents (fixture->path, contents, (gssize) length, NULL);
  store = repair (fixture, &report);
  g_assert_cmpuint (report->left_out->len, ==, 0);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_CONFLICT), ==, 1);
  remit_test_verify (store);
}

static void
assert_fails (Fixture *fixture,
              GQuark domain,
              int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_repair (fixture->path, fixture->repaired, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_false (g_file_test (fixture->repaired, G_FILE_TEST_EXISTS));
}

/* What is refused leaves nothing behind, and takes nobody's place. */
static void
test_fails (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_repair (fixture->path, fixture->repaired, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->repaired, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_file_set_contents (fixture->repaired, "mine", -1, NULL);
  g_assert_null (remit_repair (fixture->path, fixture->repaired, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_file_get_contents (fixture->repaired, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "mine");
  g_unlink (fixture->repaired);

  tamper (fixture, "DROP TABLE person");
  assert_fails (fixture, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE);
  g_file_set_contents (fixture->path, "Name,Age\n", -1, NULL);
  assert_fails (fixture, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_WORKSPACE);
  g_unlink (fixture->path);
  assert_fails (fixture, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/repair/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("added", test_added);
  ADD ("hostile", test_hostile);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);
  ADD ("head", test_head);
  ADD ("old", test_old);
  ADD ("fails", test_fails);
#undef ADD
  return g_test_run ();
}
