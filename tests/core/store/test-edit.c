/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: all or nothing, and refused in words. */
#include <string.h>

#include "remit-test.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  char *before;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->workspace = remit_test_open_workspace (fixture->folder);
  fixture->store = remit_workspace_get_store (fixture->workspace);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_error (&fixture->error);
  g_free (fixture->before);
  g_assert_finalize_object (fixture->workspace);
  remit_test_remove_folder (fixture->folder);
}

static gint64
get_length (Fixture *fixture)
{
  g_autofree char *hash = NULL;
  gint64 length = -1;

  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  return length;
}

static void
assert_unchanged (Fixture *fixture)
{
  g_autofree char *now = remit_test_dump (fixture->store);

  g_assert_cmpstr (now, ==, fixture->before);
}

static void
test_rollback (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  fixture->before = remit_test_dump (fixture->store);
  remit_record_set_text (record, REMIT_PERSON_NAME, "Ada");
  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Add Ada", NULL);

    g_assert_true (remit_edit_insert (edit, record, NULL));
  }
  assert_unchanged (fixture);
  g_assert_cmpint (get_length (fixture), ==, 0);
}

static void
test_nothing_changed (Fixture *fixture,
                      gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "Ada");
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Nothing", NULL);

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, ada, REMIT_PERSON_NAME, "Ada",
                                      NULL));
  g_assert_true (remit_edit_commit (edit, &fixture->error));
  g_assert_no_error (fixture->error);
  g_assert_cmpint (get_length (fixture), ==, 1);
}

static void
test_set_and_update (Fixture *fixture,
                     gconstpointer data)
{
  gint64 ada = remit_test_add_person (fixture->store, "Ada");
  g_autoptr (RemitRecord) record = NULL;

  fixture->before = remit_test_dump (fixture->store);
  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Change Ada", NULL);

    g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_PERSON, ada, REMIT_PERSON_CAPACITY, 60,
                                           NULL));
    record = remit_store_load (fixture->store, REMIT_KIND_PERSON, ada, NULL);
    remit_record_set_text (record, REMIT_PERSON_TITLE, "Analyst");
    g_assert_true (remit_edit_update (edit, record, NULL));
    g_assert_true (remit_edit_commit (edit, NULL));
  }
  g_clear_pointer (&record, remit_record_free);
  record = remit_store_load (fixture->store, REMIT_KIND_PERSON, ada, NULL);
  g_assert_cmpint (remit_record_get_integer (record, REMIT_PERSON_CAPACITY), ==, 60);
  g_assert_cmpstr (remit_record_get_text (record, REMIT_PERSON_TITLE), ==, "Analyst");
  remit_test_undo_and_redo (fixture->store, fixture->before);
}

static void
test_cascade (Fixture *fixture,
              gconstpointer data)
{
  gint64 role = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  gint64 plan = remit_test_add_plan (fixture->store, "Plan");

  for (int i = 0; i < 20; i++)
    {
      gint64 team = remit_test_add_team (fixture->store, plan, "Team");
      gint64 slot = remit_test_add_slot (fixture->store, plan, team, role);

      remit_test_add_assignment (fixture->store, plan, slot,
                                 remit_test_add_person (fixture->store, "Ada"), 50);
    }
  fixture->before = remit_test_dump (fixture->store);
  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Delete the plan", NULL);

    g_assert_true (remit_edit_delete (edit, REMIT_KIND_PLAN, plan, NULL));
    g_assert_true (remit_edit_commit (edit, NULL));
  }
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_ASSIGNMENT), ==, 0);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 20);
  remit_test_undo_and_redo (fixture->store, fixture->before);
}

/* Runs @change in an edit that must be refused with @words, and change nothing. */
typedef gboolean (*ChangeFunc) (RemitEdit *edit,
                                const gint64 *ids,
                                GError **error);

static void
assert_refused (Fixture *fixture,
                ChangeFunc change,
                const gint64 *ids,
                const char *words)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Refused", NULL);

    g_assert_false (change (edit, ids, &error) && remit_edit_commit (edit, &error));
  }
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” lacks “%s”", error->message, words);
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
add_same_key (RemitEdit *edit,
              const gint64 *ids,
              GError **error)
{
  g_autoptr (RemitRecord) role = remit_record_new (REMIT_KIND_ROLE);

  remit_record_set_text (role, REMIT_ROLE_KEY, "ml-engineer");
  remit_record_set_text (role, REMIT_ROLE_NAME, "Another");
  return remit_edit_insert (edit, role, error);
}

static gboolean
add_nobody (RemitEdit *edit,
            const gint64 *ids,
            GError **error)
{
  g_autoptr (RemitRecord) person = remit_record_new (REMIT_KIND_PERSON);

  return remit_edit_insert (edit, person, error);
}

static gboolean
delete_used_role (RemitEdit *edit,
                  const gint64 *ids,
                  GError **error)
{
  return remit_edit_delete (edit, REMIT_KIND_ROLE, ids[0], error);
}

static gboolean
assign_twice (RemitEdit *edit,
              const gint64 *ids,
              GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, ids[1]);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, ids[3]);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, ids[4]);
  return remit_edit_insert (edit, record, error);
}

static gboolean
slot_of_other_plan (RemitEdit *edit,
                    const gint64 *ids,
                    GError **error)
{
  return remit_edit_set_integer (edit, REMIT_KIND_SLOT, ids[3], REMIT_SLOT_PLAN, ids[5], error);
}

static gboolean
set_missing (RemitEdit *edit,
             const gint64 *ids,
             GError **error)
{
  return remit_edit_set_text (edit, REMIT_KIND_PERSON, 12345, REMIT_PERSON_NAME, "Nobody", error);
}

static gboolean
manager_not_there (RemitEdit *edit,
                   const gint64 *ids,
                   GError **error)
{
  return remit_edit_set_integer (edit, REMIT_KIND_PERSON, ids[4], REMIT_PERSON_MANAGER, 12345,
                                 error);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  gint64 ids[6];

  ids[0] = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  ids[1] = remit_test_add_plan (fixture->store, "Plan");
  ids[2] = remit_test_add_team (fixture->store, ids[1], "Team");
  ids[3] = remit_test_add_slot (fixture->store, ids[1], ids[2], ids[0]);
  ids[4] = remit_test_add_person (fixture->store, "Ada");
  ids[5] = remit_test_add_plan (fixture->store, "Other");
  remit_test_add_assignment (fixture->store, ids[1], ids[3], ids[4], 50);

  assert_refused (fixture, add_same_key, ids, "the Key is already in use");
  assert_refused (fixture, add_nobody, ids, "Name must not be empty");
  assert_refused (fixture, delete_used_role, ids, "still in use");
  assert_refused (fixture, assign_twice, ids, "already in this slot");
  assert_refused (fixture, slot_of_other_plan, ids, "another plan");
  assert_refused (fixture, set_missing, ids, "deleted by another user");
  assert_refused (fixture, manager_not_there, ids, "missing item");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/edit/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rollback", test_rollback);
  ADD ("nothing-changed", test_nothing_changed);
  ADD ("set-and-update", test_set_and_update);
  ADD ("cascade", test_cascade);
  ADD ("refused", test_refused);
#undef ADD
  return g_test_run ();
}
