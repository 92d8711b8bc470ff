/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live objects: they follow edits, undo, and other processes. */
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  RemitStore *other;
  gint64 role, plan, team, slot, ada;
  guint n_changed;
  guint n_last;
} Fixture;

static void
on_changed (RemitWorkspace *workspace,
            GPtrArray *changes,
            Fixture *fixture)
{
  fixture->n_changed++;
  fixture->n_last = changes->len;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->workspace = remit_test_open_workspace (fixture->folder);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  fixture->other = remit_store_open (remit_store_get_path (fixture->store), REMIT_STORE_NO_FLAGS,
                                     &error);
  g_assert_no_error (error);

  fixture->role = remit_test_add_role (fixture->store, "ml-engineer", "ML engineer");
  fixture->plan = remit_test_add_plan (fixture->store, "Plan");
  fixture->team = remit_test_add_team (fixture->store, fixture->plan, "Team");
  fixture->slot = remit_test_add_slot (fixture->store, fixture->plan, fixture->team, fixture->role);
  fixture->ada = remit_test_add_person (fixture->store, "Ada");
  g_assert_true (remit_workspace_open_plan (fixture->workspace, fixture->plan, NULL));
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->other);
  g_assert_finalize_object (fixture->workspace);
  remit_test_remove_folder (fixture->folder);
}

static guint
count_assignments (Fixture *fixture)
{
  guint in_list = g_list_model_get_n_items (remit_workspace_get_list (fixture->workspace,
                                                                      REMIT_KIND_ASSIGNMENT));
  GPtrArray *of_slot = remit_workspace_get_referring (fixture->workspace, REMIT_KIND_ASSIGNMENT,
                                                      REMIT_ASSIGNMENT_SLOT, fixture->slot);
  GPtrArray *of_person = remit_workspace_get_referring (fixture->workspace, REMIT_KIND_ASSIGNMENT,
                                                        REMIT_ASSIGNMENT_PERSON, fixture->ada);

  g_assert_cmpuint (of_slot->len, ==, in_list);
  g_assert_cmpuint (of_person->len, ==, in_list);
  return in_list;
}

static void
test_follow (Fixture *fixture,
             gconstpointer data)
{
  RemitEntity *ada = remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, fixture->ada);

  g_assert_cmpuint (count_assignments (fixture), ==, 0);
  remit_test_add_assignment (fixture->store, fixture->plan, fixture->slot, fixture->ada, 50);
  g_assert_cmpuint (count_assignments (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (count_assignments (fixture), ==, 0);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_REDO, NULL));
  g_assert_cmpuint (count_assignments (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_last, ==, 1);
  g_assert_true (ada == remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, fixture->ada));
}

static void
test_index_follows_reference (Fixture *fixture,
                              gconstpointer data)
{
  gint64 team = remit_test_add_team (fixture->store, fixture->plan, "Other");
  g_autoptr (RemitEdit) edit = remit_test_begin (fixture->workspace, "Move");

  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_SLOT, fixture->slot, REMIT_SLOT_TEAM,
                                         team, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  g_assert_cmpuint (remit_workspace_get_referring (fixture->workspace, REMIT_KIND_SLOT,
                                                   REMIT_SLOT_TEAM, team)->len, ==, 1);
  g_assert_cmpuint (remit_workspace_get_referring (fixture->workspace, REMIT_KIND_SLOT,
                                                   REMIT_SLOT_TEAM, fixture->team)->len, ==, 0);
}

static void
test_labels (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (RemitEdit) edit = NULL;

  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Test");
  g_assert_null (remit_workspace_get_redo_label (fixture->workspace));
  edit = remit_test_begin (fixture->workspace, "Rename");
  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, fixture->ada, REMIT_PERSON_NAME,
                                      "Ada L.", NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Rename");
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Test");
  g_assert_cmpstr (remit_workspace_get_redo_label (fixture->workspace), ==, "Rename");
}

static void
test_other_process (Fixture *fixture,
                    gconstpointer data)
{
  gint64 grace;

  remit_test_refresh (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  grace = remit_test_add_person (fixture->other, "Grace");
  remit_test_add_assignment (fixture->other, fixture->plan, fixture->slot, fixture->ada, 50);
  g_assert_null (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, grace));
  remit_test_refresh (fixture->workspace);
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, grace));
  g_assert_cmpuint (count_assignments (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  /* Undo is of the file, whoever wrote it. */
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (count_assignments (fixture), ==, 0);
}

/* The other writes between our look and our edit: both are there, in order. */
static void
test_interleaved (Fixture *fixture,
                  gconstpointer data)
{
  gint64 grace = remit_test_add_person (fixture->other, "Grace");
  gint64 joan = remit_test_add_person (fixture->store, "Joan");

  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, grace));
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, joan));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  remit_test_refresh (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static int
count_reading (unsigned type G_GNUC_UNUSED,
               void *n_reading,
               void *statement,
               void *sql G_GNUC_UNUSED)
{
  if (g_str_has_prefix (sqlite3_sql (statement), "SELECT changeset"))
    ++*(guint *) n_reading;
  return 0;
}

/* Only what others wrote is read from the history. */
static void
test_own_change_is_not_read (Fixture *fixture,
                             gconstpointer data)
{
  guint n_reading = 0;
  gint64 joan, grace;

  sqlite3_trace_v2 (remit_store_get_handle (fixture->store), SQLITE_TRACE_STMT, count_reading,
                    &n_reading);
  joan = remit_test_add_person (fixture->store, "Joan");
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, joan));
  g_assert_cmpuint (n_reading, ==, 0);

  grace = remit_test_add_person (fixture->other, "Grace");
  remit_test_add_person (fixture->store, "Mary");
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, grace));
  g_assert_cmpuint (n_reading, ==, 1);

  /* an undo reads what it takes back, first for the logs, and then to do it */
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (n_reading, ==, 3);
  remit_test_refresh (fixture->workspace);
  g_assert_cmpuint (n_reading, ==, 3);
}

/* Without a line of history there is nothing to go by: everything is read again. */
static void
test_changed_by_hand (Fixture *fixture,
                      gconstpointer data)
{
  RemitEntity *ada;

  g_assert_cmpint (sqlite3_exec (remit_store_get_handle (fixture->other),
                                 "UPDATE person SET name = 'Hand'", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  remit_test_refresh (fixture->workspace);
  ada = remit_workspace_get (fixture->workspace, REMIT_KIND_PERSON, fixture->ada);
  g_assert_cmpstr (remit_entity_get_text (ada, REMIT_PERSON_NAME), ==, "Hand");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_last, ==, 0);
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_SLOT, fixture->slot));
}

static gboolean
on_timeout (gpointer timed_out)
{
  *(gboolean *) timed_out = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_watch (Fixture *fixture,
            gconstpointer data)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_seconds (30, on_timeout, &timed_out);

  remit_workspace_watch (fixture->workspace);
  remit_test_add_person (fixture->other, "Grace");
  while (fixture->n_changed == 0 && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  if (!timed_out)
    g_source_remove (timeout);
}

static void
test_plans_are_loaded_when_opened (Fixture *fixture,
                                   gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Other");
  gint64 team = remit_test_add_team (fixture->store, plan, "Far");
  g_autoptr (RemitEdit) edit = NULL;

  g_assert_null (remit_workspace_get (fixture->workspace, REMIT_KIND_TEAM, team));
  g_assert_true (remit_workspace_open_plan (fixture->workspace, plan, NULL));
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_TEAM, team));

  plan = remit_test_add_plan (fixture->store, "Published");
  team = remit_test_add_team (fixture->store, plan, "Farther");
  g_assert_null (remit_workspace_get (fixture->workspace, REMIT_KIND_TEAM, team));
  edit = remit_test_begin (fixture->workspace, "Publish");
  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_PLAN, plan, REMIT_PLAN_STATUS,
                                         REMIT_PLAN_STATUS_PUBLISHED, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  g_assert_nonnull (remit_workspace_get (fixture->workspace, REMIT_KIND_TEAM, team));
}

/* A thousand people at once: one signal, sorted, and gone again with undo. */
static void
test_bulk (Fixture *fixture,
           gconstpointer data)
{
  GListModel *people = remit_workspace_get_list (fixture->workspace, REMIT_KIND_PERSON);
  g_autoptr (RemitEdit) edit = remit_test_begin (fixture->workspace, "Many");
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);
  gint64 last = 0;

  for (int i = 1000; i > 0; i--)
    {
      remit_record_set_id (record, i * 17);
      remit_record_set_text (record, REMIT_PERSON_NAME, "Somebody");
      g_assert_true (remit_edit_insert (edit, record, NULL));
    }
  g_assert_true (remit_edit_commit (edit, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1001);
  for (guint i = 0; i < 1001; i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (people, i);

      g_assert_cmpint (remit_entity_get_id (person), >, last);
      last = remit_entity_get_id (person);
    }
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1);
}

/* ── What takes longer than a frame ───────────────────────────────────────────────────────── */

#define MANY 2000

static guint
count_people (Fixture *fixture)
{
  return g_list_model_get_n_items (
    remit_workspace_get_list (fixture->workspace, REMIT_KIND_PERSON));
}

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
undo_in_thread (Fixture *fixture,
                RemitHistoryOp op)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint before = count_people (fixture);

  g_assert_true (remit_workspace_is_undo_large (fixture->workspace, op));
  remit_workspace_undo_async (fixture->workspace, op, take_result, &result);
  g_assert_cmpuint (count_people (fixture), ==, before);
  remit_workspace_run_finish (fixture->workspace, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
test_large_undo (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *again = NULL;

  g_assert_false (remit_workspace_is_undo_large (fixture->workspace, REMIT_HISTORY_UNDO));
  g_assert_false (remit_workspace_is_undo_large (fixture->workspace, REMIT_HISTORY_REDO));
  remit_test_add_people (fixture->store, MANY);
  with = remit_test_dump (fixture->store);

  undo_in_thread (fixture, REMIT_HISTORY_UNDO);
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_assert_cmpstr (remit_workspace_get_redo_label (fixture->workspace), ==, "Many");
  without = remit_test_dump (fixture->store);
  g_assert_cmpstr (without, ==, before);

  undo_in_thread (fixture, REMIT_HISTORY_REDO);
  g_assert_cmpuint (count_people (fixture), ==, MANY + 1);
  again = remit_test_dump (fixture->store);
  g_assert_cmpstr (again, ==, with);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  remit_test_undo_and_redo (fixture->store, before);
}

static void
test_nothing_to_redo (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_undo_async (fixture->workspace, REMIT_HISTORY_REDO, take_result, &result);
  remit_workspace_run_finish (fixture->workspace, wait_for_result (&result), &error);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING);
}

static void
finish_refresh (Fixture *fixture,
                GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  remit_workspace_refresh_finish (fixture->workspace, wait_for_result (result), &error);
  g_assert_no_error (error);
}

static void
test_large_refresh (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  remit_test_add_person (fixture->other, "Grace");
  remit_test_add_people (fixture->other, MANY);
  remit_test_add_person (fixture->other, "Joan");
  remit_workspace_refresh_async (fixture->workspace, take_result, &result);
  g_assert_cmpuint (count_people (fixture), ==, 2);
  remit_workspace_refresh_async (fixture->workspace, take_result, &second);
  finish_refresh (fixture, &result);
  finish_refresh (fixture, &second);
  g_assert_cmpuint (count_people (fixture), ==, MANY + 3);
  g_assert_cmpuint (fixture->n_changed, ==, 3);

  /* nothing is left to be taken over */
  remit_test_refresh (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

/* An edit of our own comes first: it takes over what is before it, and nothing is there twice. */
static void
test_overtaken (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  remit_test_add_people (fixture->other, MANY);
  remit_workspace_refresh_async (fixture->workspace, take_result, &result);
  g_assert_cmpuint (count_people (fixture), ==, 1);
  remit_test_add_person (fixture->store, "Joan");
  g_assert_cmpuint (count_people (fixture), ==, MANY + 2);
  finish_refresh (fixture, &result);
  g_assert_cmpuint (count_people (fixture), ==, MANY + 2);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/store/workspace/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("follow", test_follow);
  ADD ("index-follows-reference", test_index_follows_reference);
  ADD ("labels", test_labels);
  ADD ("other-process", test_other_process);
  ADD ("interleaved", test_interleaved);
  ADD ("own-change-is-not-read", test_own_change_is_not_read);
  ADD ("changed-by-hand", test_changed_by_hand);
  ADD ("watch", test_watch);
  ADD ("plans-are-loaded-when-opened", test_plans_are_loaded_when_opened);
  ADD ("bulk", test_bulk);
  ADD ("large-undo", test_large_undo);
  ADD ("nothing-to-redo", test_nothing_to_redo);
  ADD ("large-refresh", test_large_refresh);
  ADD ("overtaken", test_overtaken);
#undef ADD
  return g_test_run ();
}
