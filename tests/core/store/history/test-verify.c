/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What verifying finds, of all that somebody may do to a file with the shell of SQLite. */
#include <glib/gstdio.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-test.h"
#include "store/history/remit-history-verify.h"

typedef struct {
  char *folder;
  char *path;
  char *contents;
  gsize length;
} Fixture;

static void
add_conflict (RemitStore *store,
              gint64 plan,
              const char *title)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);

  remit_record_set_integer (record, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_text (record, REMIT_CONFLICT_TITLE, title);
  remit_record_set_text (record, REMIT_CONFLICT_RAISER, "Ada");
  remit_record_set_integer (record, REMIT_CONFLICT_RAISED, remit_time_now ());
  remit_test_insert (store, record);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  RemitStore *store;
  gint64 plan;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  store = remit_test_open_new (fixture->path);
  plan = remit_test_add_plan (store, "Plan");
  remit_test_add_person (store, "Ada");
  remit_test_add_person (store, "Bob");
  remit_test_add_person (store, "Grace");
  add_conflict (store, plan, "Whose data are these?");
  add_conflict (store, plan, "Who may see them?");
  remit_test_add_person (store, "Joan");
  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, NULL);
  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, NULL);
  remit_history_undo (store, REMIT_HISTORY_REDO, 0, NULL);
  g_assert_finalize_object (store);
  g_assert_true (g_file_get_contents (fixture->path, &fixture->contents, &fixture->length, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->path);
  g_free (fixture->contents);
  remit_test_remove_folder (fixture->folder);
}

/* Without regard to any rule of the file. */
static void
run_sql (Fixture *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF", NULL, NULL,
                NULL);
  remit_test_tamper (db, sql);
  sqlite3_close (db);
}

/* Returns: (transfer full): what is found, by a connection that may only read */
static char *
dup_found (Fixture *fixture,
           gboolean *is_whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (fixture->path, REMIT_STORE_READ_ONLY, &error);
  g_autoptr (RemitVerification) verdict = NULL;

  g_assert_no_error (error);
  verdict = remit_history_verify (store, REMIT_VERIFY_ALL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  *is_whole = remit_verification_is_whole (verdict);
  return remit_verification_dup_sentence (verdict);
}

/* A row that its indexes leave out, as it is when they are put aside meanwhile. */
#define HIDE                                                                                       \
  "PRAGMA writable_schema = ON; CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema "            \
  "WHERE tbl_name = 'conflict' AND type = 'index';"                                                \
  "CREATE TEMP TABLE row AS SELECT * FROM conflict ORDER BY id LIMIT 1;"                           \
  "DELETE FROM conflict WHERE id = (SELECT id FROM row);"                                          \
  "DELETE FROM sqlite_schema WHERE name IN (SELECT name FROM kept);"                               \
  "PRAGMA writable_schema = RESET;"                                                                \
  "INSERT INTO conflict SELECT * FROM row; PRAGMA writable_schema = ON;"                           \
  "INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema = RESET"

static const struct
{
  const char *sql;
  const char *words;
} attempts[] = {
  /* the data */
  { "UPDATE person SET title = 'Head' WHERE name = 'Bob'", "Person “Bob” was changed" },
  { "UPDATE person SET unit = title, title = 'x' WHERE name = 'Bob'", "Person “Bob” was changed" },
  { "UPDATE person SET notes = char (0) || 'x' WHERE name = 'Bob'", "Person “Bob” was changed" },
  { "UPDATE person SET capacity = 50 WHERE name = 'Bob'", "Person “Bob” was changed" },
  { "DELETE FROM person WHERE name = 'Bob'", "was removed outside Remit" },
  { "INSERT INTO person (id, name) VALUES (7, 'Eve')", "Person “Eve” was added" },
  { "UPDATE settings SET fill_tolerance = 99", "was changed outside Remit" },
  /* the lines */
  { "UPDATE history SET op = 'x' WHERE seq = 2", "Entry 2 of" },
  { "UPDATE history SET op = 'EDIT' WHERE seq = 2", "Entry 2 of" },
  { "UPDATE history SET label = label || char (0) || 'more' WHERE seq = 3", "Entry 3 of" },
  { "UPDATE history SET actor = actor || char (0) || 'more' WHERE seq = 3", "Entry 3 of" },
  { "UPDATE history SET hash = hash || char (0) WHERE seq = 3", "Entry 3 of" },
  { "UPDATE history SET undo_top = 1 WHERE seq = 3", "Entry 3 of" },
  { "UPDATE history SET below = 1 WHERE seq = 4", "Entry 4 of" },
  { "UPDATE history SET redo_top = 2 WHERE seq = 5", "Entry 5 of" },
  { "UPDATE history SET undo_top = 5 WHERE seq = 8", "Entry 8 of" },
  { "UPDATE history SET below = 2 WHERE seq = 9", "Entry 9 of" },
  { "UPDATE history SET undo_top = 0 WHERE seq = (SELECT max (seq) FROM history)", "Entry " },
  { "INSERT INTO history SELECT 0, at, actor, label, op, target, plan, below, undo_top, redo_top, "
    "parts, changeset, hash, form, desk, 999 FROM history WHERE seq = 1", "Entry 1 of" },
  { "INSERT INTO history SELECT 1 + max (seq), at, actor, label, op, target, plan, below, "
    "undo_top, redo_top, parts, changeset, hash, form, desk, count FROM history", "Entry 1" },
  { "INSERT INTO history_part VALUES (-1, 0, 'general', zeroblob (32), NULL, x'')",
    "Entry 1 of" },
  { "INSERT INTO history_part VALUES (99, 0, 'general', zeroblob (32), NULL, x'')",
    "is missing" },
  { "INSERT INTO history_part_1 VALUES (1, 99, 0, x'')", "is missing" },
  /* the file */
  { HIDE, "damaged: " },
  /* SQLite does not look at such rules in a file that it may only read */
  { "UPDATE person SET capacity = -5 WHERE name = 'Bob'", "Person “Bob” was changed" },
  { "DELETE FROM conflict_text", "search index" },
  { "DELETE FROM conflict_text WHERE rowid = (SELECT min (rowid) FROM conflict_text)",
    "search index" },
  { "INSERT INTO conflict_text (rowid, conflict, text) VALUES (5, 5, 'more')", "search index" },
  { "UPDATE conflict_text_content SET c1 = 'Nothing' WHERE id = "
    "(SELECT min (id) FROM conflict_text_content)", "search index" },
  { "INSERT INTO merging VALUES (1, 2)", "protection of the logs" },
};

static void
test_found (Fixture *fixture,
            gconstpointer data)
{
  gboolean is_whole;
  g_autofree char *before = dup_found (fixture, &is_whole);

  g_assert_cmpstr (before, ==, "History verified: 10 changes, unmodified");
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *sentence = NULL;

      g_file_set_contents (fixture->path, fixture->contents, (gssize) fixture->length, NULL);
      run_sql (fixture, attempts[i].sql);
      sentence = dup_found (fixture, &is_whole);
      if (is_whole || strstr (sentence, attempts[i].words) == NULL)
        g_error ("%s: %s", attempts[i].sql, sentence);
    }
}

/* The pages of the index of words, beside texts that are right. */
static void
test_index_pages (Fixture *fixture,
                  gconstpointer data)
{
  gboolean is_whole;
  g_autofree char *sentence = NULL;

  run_sql (fixture, "UPDATE conflict_text_data SET block = zeroblob (length (block)) "
                    "WHERE id > 10");
  sentence = dup_found (fixture, &is_whole);
  g_assert_false (is_whole);
  g_assert_nonnull (strstr (sentence, "search index"));
}

/* What an edit afterwards does is not sealed either: what came before is still found. */
static void
test_stays (Fixture *fixture,
            gconstpointer data)
{
  gboolean is_whole;
  g_autofree char *sentence = NULL;
  RemitStore *store;

  run_sql (fixture, "UPDATE person SET title = 'Head' WHERE name = 'Bob'");
  store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, NULL);
  remit_test_add_person (store, "Carol");
  g_assert_finalize_object (store);
  sentence = dup_found (fixture, &is_whole);
  g_assert_false (is_whole);
  g_assert_nonnull (strstr (sentence, "Person “Bob” was changed"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/verify/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("found", test_found);
  ADD ("index-pages", test_index_pages);
  ADD ("stays", test_stays);
#undef ADD
  return g_test_run ();
}
