/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of many new rows: the history is what SQLite's session would have written. */
#include <string.h>

#include "model/remit-day.h"
#include "remit-test.h"

/* Two workspaces, to do the same in: by the session, and in bulk. */
typedef struct {
  char *folders[2];
  RemitWorkspace *workspaces[2];
  RemitStore *stores[2];
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      fixture->folders[i] = remit_test_make_folder ();
      fixture->workspaces[i] = remit_test_open_workspace (fixture->folders[i]);
      fixture->stores[i] = remit_workspace_get_store (fixture->workspaces[i]);
    }
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_assert_finalize_object (fixture->workspaces[i]);
      remit_test_remove_folder (fixture->folders[i]);
    }
}

static GBytes *
get_changeset (RemitStore *store)
{
  g_autoptr (RemitStatement) statement = remit_store_prepare (
    store, "SELECT changeset FROM history_changeset ORDER BY seq DESC LIMIT 1", NULL);

  g_assert_true (remit_store_step (store, statement));
  return g_bytes_new (sqlite3_column_blob (statement, 0),
                      (gsize) sqlite3_column_bytes (statement, 0));
}

typedef void (*Act) (RemitEdit *edit);

/* Does the same in both, and asserts that the histories have the same bytes; and undo, and redo. */
static void
assert_alike (Fixture *fixture,
              Act act)
{
  GBytes *changesets[2];
  char *dumps[2];

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *before = remit_test_dump (fixture->stores[i]);
      g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->stores[i], "Many", NULL);
      g_autoptr (GError) error = NULL;

      if (i == 1)
        remit_edit_set_bulk (edit);
      act (edit);
      remit_edit_commit (edit, &error);
      g_assert_no_error (error);
      changesets[i] = get_changeset (fixture->stores[i]);
      remit_test_undo_and_redo (fixture->stores[i], before);
      dumps[i] = remit_test_dump (fixture->stores[i]);
    }
  g_assert_cmpstr (dumps[0], ==, dumps[1]);
  g_assert_cmpuint (g_bytes_get_size (changesets[0]), >, 0);
  g_assert_true (g_bytes_equal (changesets[0], changesets[1]));
  for (int i = 0; i < 2; i++)
    {
      g_bytes_unref (changesets[i]);
      g_free (dumps[i]);
    }
}

static void
insert (RemitEdit *edit,
        RemitRecord *record,
        gint64 id)
{
  g_autoptr (GError) error = NULL;

  remit_record_set_id (record, id);
  remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
}

static void
add_person (RemitEdit *edit,
            gint64 id,
            gsize length,
            gint64 manager)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);
  g_autofree char *notes = g_strnfill (length, 'x');

  remit_record_set_text (record, REMIT_PERSON_NAME, "Zoë");
  remit_record_set_text (record, REMIT_PERSON_NOTES, notes);
  remit_record_set_integer (record, REMIT_PERSON_MANAGER, manager);
  if (manager != 0)
    remit_record_set_integer (record, REMIT_PERSON_FROM, remit_day_parse ("2026-03-31"));
  insert (edit, record, id);
}

static void
add_of_one_table (RemitEdit *edit)
{
  add_person (edit, 1, 0, 0);
}

/* Lengths at which another byte is needed to write them. */
static void
add_short (RemitEdit *edit)
{
  add_person (edit, 1, 127, 0);
}

static void
add_longer (RemitEdit *edit)
{
  add_person (edit, 2, 128, 1);
}

static void
add_long (RemitEdit *edit)
{
  add_person (edit, G_MAXINT64, 16384, 2);
}

static void
add_plan (RemitEdit *edit)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (record, REMIT_PLAN_NAME, "Plan");
  insert (edit, record, 3);
}

static void
add_team (RemitEdit *edit)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (record, REMIT_TEAM_PLAN, 3);
  remit_record_set_text (record, REMIT_TEAM_NAME, "Team");
  remit_record_set_integer (record, REMIT_TEAM_TOPOLOGY, 2);
  insert (edit, record, 4);
}

static void
test_same_bytes (Fixture *fixture,
                 gconstpointer data)
{
  assert_alike (fixture, add_short);
  assert_alike (fixture, add_longer);
  assert_alike (fixture, add_long);
  assert_alike (fixture, add_plan);
  assert_alike (fixture, add_team);
}

/* What happens to a row after it was inserted is part of its insertion. */
static void
add_and_change (RemitEdit *edit)
{
  g_autoptr (GError) error = NULL;

  add_person (edit, 1, 10, 0);
  add_person (edit, 2, 10, 0);
  remit_edit_set_text (edit, REMIT_KIND_PERSON, 1, REMIT_PERSON_NAME, "Ada", &error);
  g_assert_no_error (error);
  remit_edit_delete (edit, REMIT_KIND_PERSON, 2, &error);
  g_assert_no_error (error);
}

/* Deleting a manager changes whom they manage. */
static void
change_and_cascade (RemitEdit *edit)
{
  g_autoptr (GError) error = NULL;

  add_person (edit, 5, 10, 1);
  remit_edit_delete (edit, REMIT_KIND_PERSON, 1, &error);
  g_assert_no_error (error);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const RemitChange *first = *(RemitChange *const *) a;
  const RemitChange *second = *(RemitChange *const *) b;

  return first->id < second->id ? -1 : first->id > second->id;
}

static void
test_joined (Fixture *fixture,
             gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *before = remit_test_dump (fixture->stores[i]);
      g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->stores[i], "Many", NULL);
      g_autoptr (GPtrArray) changes = NULL;
      RemitChange *change;

      if (i == 1)
        remit_edit_set_bulk (edit);
      add_and_change (edit);
      g_assert_true (remit_edit_commit (edit, NULL));
      changes = remit_history_get_changes (fixture->stores[i], 1, NULL);
      g_assert_cmpuint (changes->len, ==, 1);
      change = g_ptr_array_index (changes, 0);
      g_assert_cmpint (change->op, ==, REMIT_CHANGE_ADDED);
      g_assert_cmpstr (remit_record_get_text (change->new, REMIT_PERSON_NAME), ==, "Ada");
      remit_test_undo_and_redo (fixture->stores[i], before);
    }
}

static void
test_cascade (Fixture *fixture,
              gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *before = NULL;
      g_autoptr (RemitEdit) first = remit_edit_begin (fixture->stores[i], "One", NULL);
      g_autoptr (RemitEdit) edit = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      RemitChange *change;

      add_of_one_table (first);
      g_assert_true (remit_edit_commit (first, NULL));
      before = remit_test_dump (fixture->stores[i]);
      edit = remit_edit_begin (fixture->stores[i], "Many", NULL);
      if (i == 1)
        remit_edit_set_bulk (edit);
      change_and_cascade (edit);
      g_assert_true (remit_edit_commit (edit, NULL));

      changes = remit_history_get_changes (fixture->stores[i], 2, NULL);
      g_ptr_array_sort (changes, compare_changes);
      g_assert_cmpuint (changes->len, ==, 2);
      change = g_ptr_array_index (changes, 0);
      g_assert_cmpint (change->op, ==, REMIT_CHANGE_REMOVED);
      change = g_ptr_array_index (changes, 1);
      g_assert_cmpint (change->op, ==, REMIT_CHANGE_ADDED);
      g_assert_cmpint (remit_record_get_integer (change->new, REMIT_PERSON_MANAGER), ==, 0);
      remit_test_undo_and_redo (fixture->stores[i], before);
    }
}

/* A large edit is written in parts, and the last may end where the edit does. */
static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  RemitStore *store = fixture->stores[1];
  g_autofree char *before = remit_test_dump (store);
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Many", NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  remit_edit_set_bulk (edit);
  for (int i = 1; i <= 191; i++)
    add_person (edit, i, 64 * 1024, i - 1);
  remit_edit_set_text (edit, REMIT_KIND_PERSON, 1, REMIT_PERSON_NAME, "Ada", &error);
  g_assert_no_error (error);
  add_person (edit, 192, 64 * 1024, 0);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);

  changes = remit_history_get_changes (store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 192);
  remit_test_undo_and_redo (store, before);
}

/* Nothing of an edit that is given up, refused, or takes back itself what it did. */
static void
test_nothing_left (Fixture *fixture,
                   gconstpointer data)
{
  RemitStore *store = fixture->stores[1];
  g_autofree char *before = remit_test_dump (store);
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Many", NULL);
  g_autoptr (RemitRecord) again = remit_record_new (REMIT_KIND_PERSON);
  g_autofree char *after = NULL;
  g_autofree char *hash = NULL;
  gint64 length;

  remit_edit_set_bulk (edit);
  add_person (edit, 1, 10, 0);
  remit_record_set_text (again, REMIT_PERSON_NAME, "Ada");
  remit_record_set_id (again, 1);
  g_assert_false (remit_edit_insert (edit, again, NULL));
  g_clear_pointer (&edit, remit_edit_free);

  edit = remit_edit_begin (store, "Many", NULL);
  remit_edit_set_bulk (edit);
  add_person (edit, 1, 10, 0);
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, 1, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));

  after = remit_test_dump (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (remit_history_get_head (store, &length, &hash, NULL));
  g_assert_cmpint (length, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/bulk/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("same-bytes", test_same_bytes);
  ADD ("joined", test_joined);
  ADD ("cascade", test_cascade);
  ADD ("parts", test_parts);
  ADD ("nothing-left", test_nothing_left);
#undef ADD
  return g_test_run ();
}
