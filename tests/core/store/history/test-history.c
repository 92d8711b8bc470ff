/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history: undo and redo over restarts, words, and data that are not what it led to. */
#include <string.h>

#include "remit-test.h"
#include "store/history/remit-history-verify.h"
#include "store/history/remit-history-words.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
} Fixture;

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = remit_store_open (fixture->path, REMIT_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  open_again (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static void
rename_person (Fixture *fixture,
               gint64 person,
               const char *name)
{
  g_autofree char *label = g_strdup_printf ("Call her %s", name);
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, label, NULL);

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME, name,
                                      NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

static void
assert_name (Fixture *fixture,
             gint64 person,
             const char *name)
{
  g_autoptr (RemitRecord) record = remit_store_load (fixture->store, REMIT_KIND_PERSON, person,
                                                     NULL);

  g_assert_cmpstr (remit_record_get_text (record, REMIT_PERSON_NAME), ==, name);
}

/* Back and forth as people do, with a restart between any two steps. */
static void
test_stacks (Fixture *fixture,
             gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "A");
  g_auto (RemitHistoryTop) undo = { 0 };
  g_auto (RemitHistoryTop) redo = { 0 };

  rename_person (fixture, ada, "B");
  rename_person (fixture, ada, "C");
  rename_person (fixture, ada, "D");
  open_again (fixture);
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  assert_name (fixture, ada, "B");
  open_again (fixture);
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, NULL));
  assert_name (fixture, ada, "C");
  g_assert_true (remit_history_read_tops (fixture->store, &undo, &redo));
  g_assert_cmpstr (undo.label, ==, "Call her C");
  g_assert_cmpstr (redo.label, ==, "Call her D");

  /* A new edit ends what could be redone. */
  open_again (fixture);
  rename_person (fixture, ada, "E");
  g_assert_false (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, NULL));
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  assert_name (fixture, ada, "C");
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  open_again (fixture);
  assert_name (fixture, ada, "B");
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  assert_name (fixture, ada, "A");
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 0);
  g_assert_false (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));

  for (int i = 0; i < 4; i++)
    g_assert_cmpint (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, NULL), ==, TRUE);
  assert_name (fixture, ada, "E");
  g_assert_false (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, NULL));
  remit_test_verify (fixture->store);
}

/* Undo and redo against a plain array as the model, for a thousand random steps. */
static void
test_random_steps (Fixture *fixture,
                   gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "0");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint current = 0;

  g_ptr_array_add (states, g_strdup ("0"));
  for (int i = 1; i <= 1000; i++)
    {
      int dice = g_test_rand_int_range (0, 3);

      if (dice == 0)
        {
          g_ptr_array_set_size (states, (int) ++current);
          g_ptr_array_add (states, g_strdup_printf ("%d", i));
          rename_person (fixture, ada, g_ptr_array_index (states, current));
        }
      else if (dice == 1 && current > 0)
        {
          g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));
          current--;
        }
      else if (dice == 2)
        {
          gboolean possible = current + 1 < states->len;

          g_assert_cmpint (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, NULL), ==,
                           possible);
          current += possible;
        }
      assert_name (fixture, ada, g_ptr_array_index (states, current));
    }
  remit_test_verify (fixture->store);
}

static void
test_page (Fixture *fixture,
           gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "0");
  gint64 expected = 101;
  gint64 before = 0;
  g_autofree char *sentence = NULL;

  for (int i = 1; i <= 99; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      rename_person (fixture, ada, name);
    }
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, NULL));

  for (;;)
    {
      g_autoptr (GPtrArray) page = remit_history_page (fixture->store, before, 30, NULL);

      for (guint i = 0; i < page->len; i++, expected--)
        {
          RemitHistoryEntry *entry = g_ptr_array_index (page, i);

          g_assert_cmpint (entry->seq, ==, expected);
          g_assert_cmpint (entry->at, >, 0);
          g_assert_cmpstr (entry->actor, !=, "");
          before = expected;
          if (expected == 101)
            {
              g_assert_cmpint (entry->op, ==, REMIT_HISTORY_UNDO);
              g_assert_cmpint (entry->target, ==, 100);
              sentence = remit_history_entry_dup_sentence (entry);
            }
        }
      if (page->len == 0)
        break;
    }
  g_assert_cmpint (expected, ==, 0);
  g_assert_cmpstr (sentence, ==, "Undo: Call her 99");
}

static GStrv
describe (RemitStore *store,
          GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = remit_history_get_lines (store, changes, G_MAXUINT);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *sentence = remit_history_line_dup_sentence (g_ptr_array_index (lines, i));

      g_strv_builder_add (words, sentence);
    }
  return g_strv_builder_end (words);
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  gint64 role = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  gint64 plan = remit_test_add_plan (fixture->store, "Plan");
  gint64 team = remit_test_add_team (fixture->store, plan, "Team");
  gint64 slot = remit_test_add_slot (fixture->store, plan, team, role);
  gint64 ada = remit_test_add_person (fixture->store, "Ada");
  gint64 assignment = remit_test_add_assignment (fixture->store, plan, slot, ada, 60);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) deleted = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) last_words = NULL;
  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "More", NULL);

    g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_ASSIGNMENT, assignment,
                                           REMIT_ASSIGNMENT_ALLOCATION, 80, NULL));
    g_assert_true (remit_edit_commit (edit, NULL));
  }
  changes = remit_history_get_changes (fixture->store, 7, NULL);
  words = describe (fixture->store, changes);
  g_assert_cmpuint (g_strv_length (words), ==, 1);
  g_assert_cmpstr (words[0], ==, "Assignment Ada in ML engineer: Allocation 60 % → 80 %");

  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Delete", NULL);

    g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, ada, NULL));
    g_assert_true (remit_edit_commit (edit, NULL));
  }
  deleted = remit_history_get_changes (fixture->store, 8, NULL);
  last_words = describe (fixture->store, deleted);
  g_assert_true (g_strv_contains ((const char *const *) last_words, "Person Ada: removed"));
  g_assert_true (g_strv_contains ((const char *const *) last_words,
                                  "Assignment Ada in ML engineer: removed"));
}

/* A row changed behind the history's back: undo refuses rather than guess. */
static void
test_conflict (Fixture *fixture,
               gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "A");
  g_autoptr (GError) error = NULL;

  rename_person (fixture, ada, "B");
  sqlite3_exec (remit_store_get_handle (fixture->store), "UPDATE person SET name = 'X'", NULL, NULL,
                NULL);
  g_assert_false (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Call her B"));
  assert_name (fixture, ada, "X");
  g_assert_cmpint (remit_test_find_broken (fixture->store), ==, 0);
}

/* What somebody does to the data with another program is found, and named. */
static void
test_data (Fixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *sentence;
    guint n_rows;
  } attempts[] = {
    { "UPDATE person SET name = 'Eve' WHERE name = 'Ada'",
      "Person “Eve” was changed outside Remit", 1 },
    { "UPDATE person SET location = 'Ada' WHERE name = 'Ada'",
      "Person “Ada” was changed outside Remit", 1 },
    { "UPDATE person SET capacity = 99", "Person “Ada” was changed outside Remit", 2 },
    { "INSERT INTO person (id, name) VALUES (7, 'Mallory')",
      "Person “Mallory” was added outside Remit", 1 },
    { "DELETE FROM person WHERE name = 'Bob'", " was removed outside Remit", 1 },
    { "UPDATE settings SET fill_tolerance = 99", " was changed outside Remit", 1 },
    { "DELETE FROM history WHERE seq = 4; DELETE FROM history_part WHERE seq = 4",
      "Person “Ada” was changed outside Remit", 1 },
  };
  sqlite3 *db = remit_store_get_handle (fixture->store);
  gint64 ada = remit_test_add_person (fixture->store, "A");

  rename_person (fixture, ada, "Ad");
  remit_test_add_person (fixture->store, "Bob");
  rename_person (fixture, ada, "Ada");
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (RemitVerification) verdict = NULL;
      g_autofree char *sentence = NULL;

      remit_test_verify (fixture->store);
      sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      remit_test_tamper (db, attempts[i].sql);
      verdict = remit_history_verify (fixture->store, REMIT_VERIFY_ALL, NULL, NULL, NULL, NULL);
      sentence = remit_verification_dup_sentence (verdict);
      g_assert_nonnull (strstr (sentence, attempts[i].sentence));
      g_assert_cmpuint (verdict->difference.n_rows, ==, attempts[i].n_rows);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    }
}

/* An exported plan tells what the history was: a workspace still has it, or not. */
static void
test_contains (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *none = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length;

  remit_history_get_head (fixture->store, &length, &none, NULL);
  remit_test_add_person (fixture->store, "Ada");
  remit_history_get_head (fixture->store, &length, &hash, NULL);
  remit_test_add_person (fixture->store, "Bob");
  g_assert_true (remit_history_contains (fixture->store, 0, none, &error));
  g_assert_true (remit_history_contains (fixture->store, 1, hash, &error));
  g_assert_false (remit_history_contains (fixture->store, 2, hash, &error));
  g_assert_false (remit_history_contains (fixture->store, 1, none, &error));
  g_assert_false (remit_history_contains (fixture->store, 3, hash, &error));
  g_assert_no_error (error);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->store, "Ada");
  g_cancellable_cancel (cancellable);
  g_assert_null (remit_history_verify (fixture->store, REMIT_VERIFY_ALL, cancellable, NULL, NULL,
                                       &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("stacks", test_stacks);
  ADD ("random-steps", test_random_steps);
  ADD ("page", test_page);
  ADD ("words", test_words);
  ADD ("data", test_data);
  ADD ("contains", test_contains);
  ADD ("conflict", test_conflict);
  ADD ("cancel", test_cancel);
#undef ADD
  return g_test_run ();
}
