/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store makes for others: a restricted connection, a snapshot, a scratch; their errors. */
#include <string.h>

#include "remit-test.h"
#include "store/remit-sandbox.h"
#include "store/remit-scratch.h"

typedef struct {
  char *folder;
  RemitStore *store;
  RemitStore *other;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = remit_test_make_folder ();
  path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (path);
  fixture->other = remit_test_open_new (path);
  remit_test_add_person (fixture->other, "Ada");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->other);
  g_assert_finalize_object (fixture->store);
  remit_test_remove_folder (fixture->folder);
}

/* ── Snapshots and words ──────────────────────────────────────────────────────────────────── */

static void
test_snapshot (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_store_begin_read (fixture->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 1);
  remit_test_add_person (fixture->other, "Grace");
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 1);

  /* one within another */
  g_assert_true (remit_store_begin_read (fixture->store, NULL, &error));
  g_assert_true (remit_store_end_read (fixture->store, TRUE, &error));
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 1);

  g_assert_true (remit_store_end_read (fixture->store, TRUE, &error));
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 2);
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_store_exec (fixture->store, "INSERT INTO nowhere VALUES (1)",
                                    "Filling the table", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Filling the table: "));
  g_clear_error (&error);

  g_assert_false (remit_store_exec (fixture->store, "DELETE FROM history", NULL, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "The history cannot be rewritten");
}

/* ── The sandbox ──────────────────────────────────────────────────────────────────────────── */

static gboolean
may_read_names (const char *table,
                const char *column,
                const char *schema,
                const char *view,
                gpointer data)
{
  guint *n_asked = data;

  *n_asked += 1;
  if (g_str_equal (table, "n")) /* what a test's own WITH is called */
    return TRUE;
  return g_str_equal (table, "person") && (*column == '\0' || g_str_equal (column, "name"));
}

static void
assert_refused (RemitSandbox *sandbox,
                const char *sql,
                RemitStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_sandbox_compile (sandbox, sql, &error));
  g_assert_error (error, REMIT_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_sandbox_refuses (Fixture *fixture,
                      gconstpointer data)
{
  guint n_asked = 0;
  g_autoptr (RemitSandbox) sandbox = remit_sandbox_new (fixture->store, may_read_names, &n_asked);

  assert_refused (sandbox, "SELECT email FROM person", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "SELECT id FROM team", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "DELETE FROM person", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "PRAGMA user_version", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "ATTACH ':memory:' AS other", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "SELECT load_extension ('x')", REMIT_STORE_ERROR_NOT_ALLOWED);
  assert_refused (sandbox, "", REMIT_STORE_ERROR_NOT_A_SELECT);
  assert_refused (sandbox, "SELECT 1; SELECT 2", REMIT_STORE_ERROR_NOT_A_SELECT);
  assert_refused (sandbox, "SELEC 1", REMIT_STORE_ERROR_FAILED);
  g_assert_cmpuint (n_asked, >, 0);

  /* the owner may do everything between, and afterwards */
  remit_sandbox_open (sandbox);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_TEAM), ==, 0);
  g_assert_true (remit_store_exec (fixture->store, "CREATE TEMP TABLE t (x)", NULL, NULL));
  remit_sandbox_close (sandbox);
  assert_refused (sandbox, "DROP TABLE t", REMIT_STORE_ERROR_NOT_ALLOWED);
  g_clear_pointer (&sandbox, remit_sandbox_free);
  g_assert_true (remit_store_exec (fixture->store, "DROP TABLE t", NULL, NULL));
  remit_test_add_person (fixture->store, "Grace");
}

static void
test_sandbox_reads (Fixture *fixture,
                    gconstpointer data)
{
  guint n_asked = 0;
  g_autoptr (RemitSandbox) sandbox = remit_sandbox_new (fixture->store, may_read_names, &n_asked);
  g_autoptr (GError) error = NULL;
  RemitStatement *statement;

  statement = remit_sandbox_compile (sandbox, "SELECT name FROM person; ", &error);
  g_assert_no_error (error);
  g_assert_true (remit_sandbox_step (sandbox, statement, &error));
  g_assert_cmpstr (remit_statement_get_text (statement, 0), ==, "Ada");
  g_assert_false (remit_sandbox_step (sandbox, statement, &error));
  g_assert_no_error (error);
  remit_statement_free (statement);

  /* too long a text, which SQLite says in its own words */
  statement = remit_sandbox_compile (sandbox, "SELECT zeroblob (100000000)", &error);
  g_assert_no_error (error);
  g_assert_false (remit_sandbox_step (sandbox, statement, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "too big"));
  remit_statement_free (statement);
}

static gboolean
stop_at_third (gpointer data)
{
  guint *n = data;

  return ++*n == 3;
}

static void
test_sandbox_stops (Fixture *fixture,
                    gconstpointer data)
{
  guint n_asked = 0, n_watched = 0;
  g_autoptr (RemitSandbox) sandbox = remit_sandbox_new (fixture->store, may_read_names, &n_asked);
  g_autoptr (GError) error = NULL;
  RemitStatement *statement;

  remit_sandbox_set_watch (sandbox, stop_at_third, &n_watched);
  statement = remit_sandbox_compile (sandbox,
                                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                                     " SELECT i + 1 FROM n) SELECT count (*) FROM n", &error);
  g_assert_no_error (error);
  g_assert_false (remit_sandbox_step (sandbox, statement, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CANCELLED);
  g_assert_cmpuint (n_watched, ==, 3);
  remit_statement_free (statement);
}

/* ── Scratches ────────────────────────────────────────────────────────────────────────────── */

static const char *const scratch_statements[] = {
  "INSERT OR IGNORE INTO seen VALUES (?1, ?2)",
  "SELECT text FROM seen WHERE id = ?1",
};

static gboolean
remember (RemitScratch *scratch,
          gint64 id,
          const char *text)
{
  RemitStatement *insert = remit_scratch_get (scratch, 0);

  remit_statement_bind_integer (insert, 1, id);
  remit_statement_bind_text (insert, 2, text);
  return remit_scratch_run (scratch, insert);
}

static void
test_scratch (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitScratch) scratch = NULL;
  RemitStatement *find;

  scratch = remit_scratch_new ("CREATE TABLE seen (id INTEGER PRIMARY KEY, text TEXT)",
                               scratch_statements, G_N_ELEMENTS (scratch_statements), &error);
  g_assert_no_error (error);
  g_assert_true (remember (scratch, 1, "one"));
  g_assert_false (remember (scratch, 1, "two"));

  find = remit_scratch_get (scratch, 1);
  remit_statement_bind_integer (find, 1, 1);
  g_assert_true (remit_scratch_step (scratch, find));
  g_assert_cmpstr (remit_statement_get_text (find, 0), ==, "one");
  g_assert_false (remit_scratch_step (scratch, find));
  remit_statement_reset (find);
  g_assert_true (remit_scratch_check (scratch, &error));
}

static void
test_scratch_full (void)
{
  g_autofree char *text = g_strnfill (2000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitScratch) scratch = NULL;
  gint64 i = 0;

  scratch = remit_scratch_new ("PRAGMA max_page_count = 20;"
                               "CREATE TABLE seen (id INTEGER PRIMARY KEY, text TEXT)",
                               scratch_statements, G_N_ELEMENTS (scratch_statements), &error);
  g_assert_no_error (error);
  while (i < 1000 && remember (scratch, i, text))
    i++;
  g_assert_cmpint (i, >, 1);
  g_assert_cmpint (i, <, 1000);

  /* it sticks */
  g_assert_false (remember (scratch, 5000, "short"));
  g_assert_false (remit_scratch_check (scratch, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "Not enough space for temporary files"));
  g_clear_error (&error);
  g_clear_pointer (&scratch, remit_scratch_free);

  g_assert_null (remit_scratch_new ("PRAGMA max_page_count = 1; CREATE TABLE seen (id, text)",
                                    scratch_statements, G_N_ELEMENTS (scratch_statements),
                                    &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/sandbox/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("snapshot", test_snapshot);
  ADD ("words", test_words);
  ADD ("refuses", test_sandbox_refuses);
  ADD ("reads", test_sandbox_reads);
  ADD ("stops", test_sandbox_stops);
  g_test_add_func ("/store/sandbox/scratch", test_scratch);
  g_test_add_func ("/store/sandbox/scratch-full", test_scratch_full);

  return g_test_run ();
}
