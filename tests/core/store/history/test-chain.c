/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of the history: how it is made, and those who tamper with it. */
#include <sqlite3.h>
#include <string.h>

#include "remit-test.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-store-private.h"

typedef struct {
  char *folder;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = remit_test_make_folder ();
  path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_store_open (path, REMIT_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  remit_test_remove_folder (fixture->folder);
}

/* More than stays in the line itself. */
static void
add_long (Fixture *fixture)
{
  g_autofree char *notes = g_strnfill (2000, 'a');
  RemitRecord *record = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_text (record, REMIT_PERSON_NAME, "Ada");
  remit_record_set_text (record, REMIT_PERSON_NOTES, notes);
  remit_test_insert (fixture->store, record);
}

static void
test_append_only (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const attempts[] = {
    "UPDATE history SET label = 'nothing happened'",
    "DELETE FROM history WHERE seq = 1",
    "DELETE FROM history",
    "INSERT OR REPLACE INTO history SELECT * FROM history WHERE seq = 1",
    ("INSERT INTO history SELECT seq + 5, at, actor, label, op, target, plan, below, undo_top, "
     "redo_top, parts, changeset, hash, form, desk, count + 5 FROM history WHERE seq = 2"),
    "UPDATE history_part SET compartment = 'cost'",
    "DELETE FROM history_part WHERE seq = 2",
    ("INSERT INTO history_part SELECT seq, 1 + part, compartment, digest, salt, changeset "
     "FROM history_part WHERE seq = 2"),
    "DELETE FROM history_part_1 WHERE seq = 2; INSERT INTO history_part_1 VALUES (1, 3, 0, x'')",
  };

  remit_test_add_person (fixture->store, "Ada");
  add_long (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_cmpint (sqlite3_exec (remit_store_get_handle (fixture->store), attempts[i], NULL, NULL,
                                   NULL),
                     ==, SQLITE_CONSTRAINT);
  remit_test_verify (fixture->store);
}

/* Somebody does it without the triggers; the chain shows it. */
static void
test_tampering (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 broken;
  } attempts[] = {
    { "UPDATE history SET label = 'nothing happened' WHERE seq = 3", 3 },
    { "UPDATE history SET actor = 'somebody else' WHERE seq = 1", 1 },
    { "UPDATE history SET at = at - 1 WHERE seq = 5", 5 },
    { "UPDATE history SET target = 1 WHERE seq = 2", 2 },
    { "UPDATE history SET plan = 9 WHERE seq = 2", 2 },
    { "UPDATE history SET op = 'redo' WHERE seq = 2", 2 },
    { "UPDATE history SET desk = desk + 1 WHERE seq = 2", 2 },
    { "UPDATE history SET count = 99 WHERE seq = 2", 2 },
    { "UPDATE history SET form = 1, desk = 0, count = 0 WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = x'00' WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = x'', parts = '' WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = CAST (zeroblob (16) || substr (changeset, 17) AS BLOB) "
      "WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = substr (changeset, 1, 16) WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = CAST (changeset || x'00' AS BLOB) WHERE seq = 2", 2 },
    { "UPDATE history SET changeset = (SELECT changeset FROM history WHERE seq = 1) WHERE seq = 2",
      2 },
    { "UPDATE history SET parts = '' WHERE seq = 2", 2 },
    { "UPDATE history SET parts = 'cost' WHERE seq = 2", 2 },
    { "INSERT INTO history_part SELECT 2, part, compartment, digest, salt, changeset "
      "FROM history_part WHERE seq = 3", 2 },
    { "UPDATE history SET changeset = x'00' WHERE seq = 4", 4 },
    { "UPDATE history SET changeset = zeroblob (16), parts = 'general' WHERE seq = 4", 4 },
    { "UPDATE history_part SET changeset = x'00' WHERE seq = 4", 4 },
    { "UPDATE history_part SET changeset = (SELECT changeset FROM history_part WHERE seq = 3) "
      "WHERE seq = 4", 4 },
    { "UPDATE history_part SET salt = zeroblob (16) WHERE seq = 4", 4 },
    { "UPDATE history_part SET digest = zeroblob (32) WHERE seq = 4", 4 },
    { "UPDATE history_part SET compartment = 'cost' WHERE seq = 4", 4 },
    { "UPDATE history_part SET part = 1 WHERE seq = 4", 4 },
    { "DELETE FROM history_part WHERE seq = 4", 4 },
    { "INSERT INTO history_part SELECT 6, part, compartment, digest, salt, changeset "
      "FROM history_part WHERE seq = 4", 6 },
    { "INSERT INTO history_part SELECT seq, 1, compartment, digest, salt, changeset "
      "FROM history_part WHERE seq = 4", 4 },
    { "INSERT INTO history_part_1 VALUES (1, 2, 0, x'')", 2 },
    { "DELETE FROM history WHERE seq = 2", 2 },
    { "DELETE FROM history WHERE seq = 1", 1 },
    { "UPDATE history SET hash = replace (hash, substr (hash, 1, 1), 'x') WHERE seq = 5", 5 },
  };
  sqlite3 *db = remit_store_get_handle (fixture->store);

  for (int i = 0; i < 2; i++)
    remit_test_add_person (fixture->store, "Ada");
  for (int i = 2; i < 5; i++)
    add_long (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      remit_test_tamper (db, attempts[i].sql);
      g_assert_cmpint (remit_test_find_broken (fixture->store), ==, attempts[i].broken);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    }
  remit_test_verify (fixture->store);
}

/* What of a part is withheld from a reader is not missed by the chain: its digest is there. */
static void
test_withheld (Fixture *fixture,
               gconstpointer data)
{
  sqlite3 *db = remit_store_get_handle (fixture->store);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 length;

  for (int i = 0; i < 3; i++)
    add_long (fixture);
  remit_history_get_head (fixture->store, &length, &before, NULL);
  remit_test_tamper (db, "UPDATE history_part SET salt = NULL, changeset = x'' WHERE seq = 2");
  g_assert_cmpint (remit_test_find_broken (fixture->store), ==, 0);
  remit_test_add_person (fixture->store, "Bob");
  remit_history_get_head (fixture->store, &length, &after, NULL);
  g_assert_cmpint (length, ==, 4);
  g_assert_cmpint (remit_test_find_broken (fixture->store), ==, 0);
  g_assert_true (remit_history_contains (fixture->store, 3, before, NULL));
}

/* ── The hash, a published contract, computed by hand ─────────────────────────────────────── */

static void
add_value (GChecksum *checksum,
           gconstpointer bytes,
           gsize length)
{
  g_autofree char *head = g_strdup_printf ("%zu:", length);

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, bytes, (gssize) length);
}

static void
add_text (GChecksum *checksum,
          const char *text)
{
  add_value (checksum, text, strlen (text));
}

static void
add_column (GChecksum *checksum,
            RemitStatement *row,
            const char *name)
{
  for (int i = 0; i < remit_statement_get_n_columns (row); i++)
    if (g_str_equal (remit_statement_get_column_name (row, i), name))
      {
        add_text (checksum, remit_statement_get_text (row, i));
        return;
      }
  g_assert_not_reached ();
}

static void
assert_hash (Fixture *fixture,
             gint64 seq,
             gint64 target)
{
  static const char *const before[] = { "form", "desk", "count", "at", "actor", "op" };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *previous = seq > 1 ? remit_history_dup_hash (fixture->store, seq - 1, NULL)
                                      : g_strnfill (64, '0');
  g_autofree char *hash = remit_history_dup_hash (fixture->store, seq, NULL);
  g_autoptr (RemitStatement) row = remit_store_query (
    fixture->store,
    "SELECT h.*, t.desk AS target_desk, t.count AS target_count FROM history AS h"
    " LEFT JOIN history AS t ON t.seq = ?2 WHERE h.seq = ?1", seq, target, NULL);
  g_autoptr (RemitStatement) part = remit_store_query (
    fixture->store,
    "SELECT salt, changeset FROM history_part WHERE seq = ?1 UNION ALL"
    " SELECT substr (changeset, 1, 16), substr (changeset, 17) FROM history"
    " WHERE seq = ?1 AND parts = 'general'",
    seq, 0, NULL);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 made[32];
  gsize size = sizeof made;

  g_assert_true (remit_store_step (fixture->store, row));
  g_assert_true (remit_store_step (fixture->store, part));
  add_text (checksum, previous);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    add_column (checksum, row, before[i]);
  if (target != 0)
    {
      add_column (checksum, row, "target_desk");
      add_column (checksum, row, "target_count");
    }
  else
    {
      add_text (checksum, "0");
      add_text (checksum, "0");
    }
  add_column (checksum, row, "plan");
  add_column (checksum, row, "label");
  g_checksum_update (digest, sqlite3_column_blob (part, 0), 16);
  g_checksum_update (digest, sqlite3_column_blob (part, 1), sqlite3_column_bytes (part, 1));
  g_checksum_get_digest (digest, made, &size);
  add_text (checksum, "general");
  add_value (checksum, made, sizeof made);
  g_assert_cmpstr (g_checksum_get_string (checksum), ==, hash);
  g_assert_false (remit_store_step (fixture->store, part));
}

static gint64
count_parts (Fixture *fixture)
{
  return remit_store_query_integer (fixture->store, "SELECT count (*) FROM history_part", 0, 0,
                                    NULL);
}

static void
test_hash (Fixture *fixture,
           gconstpointer data)
{
  remit_test_add_person (fixture->store, "Ada");
  remit_test_add_person (fixture->store, "Bob");
  remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL);
  assert_hash (fixture, 1, 0);
  assert_hash (fixture, 2, 0);
  assert_hash (fixture, 3, 2);
  g_assert_cmpint (count_parts (fixture), ==, 0);
  add_long (fixture);
  assert_hash (fixture, 4, 0);
  g_assert_cmpint (count_parts (fixture), ==, 1);
}

/* Lines of form 1 are verified as they were written, and the chain goes on from them. */
static void
test_old_lines (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 broken;
  } attempts[] = {
    { "UPDATE history SET label = 'nothing happened' WHERE seq = 3", 3 },
    { "UPDATE history SET changeset = x'00' WHERE seq = 4", 4 },
    { "UPDATE history SET target = 4 WHERE seq = 6", 6 },
    { "UPDATE history SET undo_top = 1 WHERE seq = 2", 2 },
    { "UPDATE history SET redo_top = 7 WHERE seq = 2", 2 },
    { "UPDATE history SET below = 7 WHERE seq = 2", 2 },
    { "UPDATE history SET parts = '' WHERE seq = 8", 8 },
    { "UPDATE history_part_1 SET changeset = x'' WHERE seq = 8 AND part = 1", 8 },
    { "UPDATE history_part_1 SET part = 99 WHERE seq = 8 AND part = 1", 8 },
    { "DELETE FROM history_part_1 WHERE seq = 8 AND part = 3", 8 },
    { "DELETE FROM history_part_1 WHERE seq = 1", 1 },
    { "INSERT INTO history_part_1 VALUES (999, 3, 0, x'')", 3 },
    { "INSERT INTO history_part_1 VALUES (999, 99, 0, x'')", 11 },
    { "UPDATE history SET label = label || ' ' WHERE seq = 10", 10 },
  };
  g_autofree char *source = g_build_filename (FIXTURES, "workspace-4.remit", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "old.remit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  sqlite3 *db;

  g_file_get_contents (source, &contents, &length, &error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, &error);
  g_assert_no_error (error);
  remit_test_verify (store);

  db = remit_store_get_handle (store);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      remit_test_tamper (db, attempts[i].sql);
      g_assert_cmpint (remit_test_find_broken (store), ==, attempts[i].broken);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/chain/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("append-only", test_append_only);
  ADD ("tampering", test_tampering);
  ADD ("withheld", test_withheld);
  ADD ("hash", test_hash);
  ADD ("old-lines", test_old_lines);
#undef ADD
  return g_test_run ();
}
