/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that are too large to be recorded at once: one line of history all the same. */
#include <string.h>

#include "remit-test.h"

#define N_PEOPLE 120
#define NOTES 50000 /* bytes: the notes of all make more than one part */

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 people[N_PEOPLE];
  GPtrArray *changes;
} Fixture;

static void
on_changed (RemitWorkspace *workspace,
            GPtrArray *changes,
            Fixture *fixture)
{
  g_clear_pointer (&fixture->changes, g_ptr_array_unref);
  fixture->changes = g_ptr_array_ref (changes);
}

static void
set_notes (Fixture *fixture,
           RemitEdit *edit,
           guint person,
           char filling)
{
  g_autofree char *notes = g_strnfill (NOTES, filling);
  g_autoptr (GError) error = NULL;

  remit_edit_set_text (edit, REMIT_KIND_PERSON, fixture->people[person], REMIT_PERSON_NOTES, notes,
                       &error);
  g_assert_no_error (error);
}

static RemitEdit *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RemitEdit *edit = remit_edit_begin (fixture->store, "Write much", &error);

  g_assert_no_error (error);
  return edit;
}

static void
commit (RemitEdit *edit)
{
  g_autoptr (GError) error = NULL;

  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RemitEdit) edit = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->workspace = remit_test_open_workspace (fixture->folder);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  for (guint i = 0; i < N_PEOPLE; i++)
    fixture->people[i] = remit_test_add_person (fixture->store, "Ada");

  edit = begin (fixture);
  for (guint i = 0; i < N_PEOPLE; i++)
    set_notes (fixture, edit, i, 'a');
  commit (edit);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->changes, g_ptr_array_unref);
  g_assert_finalize_object (fixture->workspace);
  remit_test_remove_folder (fixture->folder);
}

static gint64
count (Fixture *fixture,
       const char *sql)
{
  g_autoptr (RemitStatement) statement = remit_store_prepare (fixture->store, sql, NULL);

  g_assert_true (remit_store_step (fixture->store, statement));
  return sqlite3_column_int64 (statement, 0);
}

#define COUNT_PARTS "SELECT count (*) FROM history_part"
#define COUNT_LINES "SELECT count (*) FROM history"

static const RemitChange *
find_change (Fixture *fixture,
             gint64 id)
{
  const RemitChange *found = NULL;

  for (guint i = 0; i < fixture->changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (fixture->changes, i);

      if (change->id != id)
        continue;
      g_assert_null (found);
      found = change;
    }
  return found;
}

/* Changes all notes; then some once more, so that they stand in two parts. */
static gint64
write_much (Fixture *fixture)
{
  g_autoptr (RemitEdit) edit = begin (fixture);
  RemitRecord *record = remit_record_new (REMIT_KIND_PERSON);
  gint64 grace;

  remit_record_set_text (record, REMIT_PERSON_NAME, "Grace");
  g_assert_true (remit_edit_insert (edit, record, NULL));
  grace = remit_record_get_id (record);
  for (guint i = 0; i < N_PEOPLE; i++)
    set_notes (fixture, edit, i, 'b');
  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, grace, REMIT_PERSON_TITLE, "Admiral",
                                      NULL));
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, fixture->people[0], NULL));
  set_notes (fixture, edit, 1, 'c');
  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, fixture->people[1],
                                      REMIT_PERSON_NAME, "Ada Lovelace", NULL));
  commit (edit);
  remit_record_free (record);
  return grace;
}

static void
assert_text (const RemitRecord *record,
             guint field,
             char filling)
{
  g_assert_nonnull (record);
  g_assert_cmpint (remit_record_get_text (record, field)[0], ==, filling);
  g_assert_cmpuint (strlen (remit_record_get_text (record, field)), ==, NOTES);
}

static void
test_one_line (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  gint64 lines = count (fixture, COUNT_LINES);
  gint64 parts = count (fixture, COUNT_PARTS);
  gint64 grace = write_much (fixture);

  g_assert_cmpint (count (fixture, COUNT_LINES), ==, lines + 1);
  g_assert_cmpint (count (fixture, COUNT_PARTS), >, parts);
  remit_test_verify (fixture->store);
  remit_test_undo_and_redo (fixture->store, before);
  g_assert_cmpstr (remit_entity_get_text (remit_workspace_get (fixture->workspace,
                                                               REMIT_KIND_PERSON, grace),
                                          REMIT_PERSON_TITLE),
                   ==, "Admiral");
}

/* Who looks at the changes sees one for each row, whatever part it stands in. */
static void
test_changes (Fixture *fixture,
              gconstpointer data)
{
  gint64 grace = write_much (fixture);
  const RemitChange *change;

  g_assert_cmpuint (fixture->changes->len, ==, N_PEOPLE + 1);
  change = find_change (fixture, grace);
  g_assert_cmpint (change->op, ==, REMIT_CHANGE_ADDED);
  g_assert_cmpstr (remit_record_get_text (change->new, REMIT_PERSON_TITLE), ==, "Admiral");

  change = find_change (fixture, fixture->people[0]);
  g_assert_cmpint (change->op, ==, REMIT_CHANGE_REMOVED);
  assert_text (change->old, REMIT_PERSON_NOTES, 'a');

  change = find_change (fixture, fixture->people[1]);
  g_assert_cmpint (change->op, ==, REMIT_CHANGE_CHANGED);
  g_assert_cmpuint (change->fields, ==, 1 << REMIT_PERSON_NOTES | 1 << REMIT_PERSON_NAME);
  assert_text (change->old, REMIT_PERSON_NOTES, 'a');
  assert_text (change->new, REMIT_PERSON_NOTES, 'c');
  g_assert_cmpstr (remit_record_get_text (change->old, REMIT_PERSON_NAME), ==, "Ada");
}

/* A row that came and went within an edit was never there; one that went and came has changed. */
static void
test_there_and_back (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitEdit) edit = begin (fixture);
  g_autoptr (RemitRecord) grace = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (RemitRecord) ada = remit_store_load (fixture->store, REMIT_KIND_PERSON,
                                                  fixture->people[0], NULL);

  remit_record_set_text (grace, REMIT_PERSON_NAME, "Grace");
  remit_record_set_text (ada, REMIT_PERSON_TITLE, "Countess");
  g_assert_true (remit_edit_insert (edit, grace, NULL));
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, fixture->people[0], NULL));
  for (guint i = 1; i < N_PEOPLE; i++)
    set_notes (fixture, edit, i, 'b');
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, remit_record_get_id (grace), NULL));
  g_assert_true (remit_edit_insert (edit, ada, NULL));
  commit (edit);

  g_assert_null (find_change (fixture, remit_record_get_id (grace)));
  g_assert_cmpint (find_change (fixture, fixture->people[0])->op, ==, REMIT_CHANGE_CHANGED);
  g_assert_cmpuint (find_change (fixture, fixture->people[0])->fields, ==, 1 << REMIT_PERSON_TITLE);
  remit_test_undo_and_redo (fixture->store, before);
}

static void
test_rolled_back (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  gint64 parts = count (fixture, COUNT_PARTS);
  RemitEdit *edit = begin (fixture);

  for (guint i = 0; i < 2 * N_PEOPLE; i++)
    set_notes (fixture, edit, i % N_PEOPLE, i < N_PEOPLE ? 'b' : 'c');
  g_assert_cmpint (count (fixture, COUNT_PARTS), >, parts);
  remit_edit_free (edit);

  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (count (fixture, COUNT_PARTS), ==, parts);
}

static void
test_append_only (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const attempts[] = {
    "UPDATE history_part SET changeset = x''",
    "DELETE FROM history_part",
    "INSERT INTO history_part VALUES (1, 0, 'general', zeroblob (32), NULL, x'')",
    ("INSERT INTO history_part SELECT seq, 1 + max (part), compartment, digest, salt, changeset "
     "FROM history_part GROUP BY seq"),
  };
  sqlite3 *db = remit_store_get_handle (fixture->store);

  write_much (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_cmpint (sqlite3_exec (db, attempts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  remit_test_verify (fixture->store);
}

/* Somebody takes the triggers away first; the chain shows it. */
static void
test_tampering (Fixture *fixture,
                gconstpointer data)
{
  static const char *const attempts[] = {
    ("UPDATE history_part SET changeset = x'' WHERE (seq, part) ="
     " (SELECT seq, max (part) FROM history_part)"),
    ("DELETE FROM history_part WHERE (seq, part) = (SELECT seq, max (part) FROM history_part)"),
    "DELETE FROM history_part",
    ("INSERT INTO history_part SELECT max (seq), 100, 'general', zeroblob (32), NULL, x''"
     " FROM history"),
    "DELETE FROM history_part WHERE part = 0 AND seq = (SELECT max (seq) FROM history_part)",
  };
  sqlite3 *db = remit_store_get_handle (fixture->store);

  write_much (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      remit_test_tamper (db, attempts[i]);
      g_assert_cmpint (remit_test_find_broken (fixture->store), >, 0);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/large/one-line", test_one_line);
  ADD ("/store/large/changes", test_changes);
  ADD ("/store/large/there-and-back", test_there_and_back);
  ADD ("/store/large/rolled-back", test_rolled_back);
  ADD ("/store/large/append-only", test_append_only);
  ADD ("/store/large/tampering", test_tampering);
#undef ADD
  return g_test_run ();
}
