/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit begins with what others wrote, without a lock while that is taken over, and never waits
 * where a main loop is at work. */
#include <string.h>

#include "remit-test.h"

/* People whose changeset is large, see remit-workspace-private.h. */
#define MANY 2000

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  RemitStore *other;
  guint n_left; /* what the other one is still going to write */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->workspace = remit_test_open_workspace (fixture->folder);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  fixture->other = remit_test_open_new (remit_store_get_path (fixture->store));
}

/* A thread that still reads keeps the workspace. */
static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  while (G_OBJECT (fixture->workspace)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->other);
  g_assert_finalize_object (fixture->workspace);
  remit_test_remove_folder (fixture->folder);
}

static guint
count_people (Fixture *fixture)
{
  return g_list_model_get_n_items (
    remit_workspace_get_list (fixture->workspace, REMIT_KIND_PERSON));
}

static gboolean
add_person (RemitWorkspace *workspace,
            const char *name,
            GError **error)
{
  g_autoptr (RemitEdit) edit = remit_workspace_begin (workspace, error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  if (edit == NULL)
    return FALSE;
  remit_edit_describe (edit, 0, remit_message_new (name, NULL));
  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  return remit_edit_insert (edit, record, error) && remit_edit_commit (edit, error);
}

static void
on_changed (RemitWorkspace *workspace,
            GPtrArray *changes,
            guint *n_left)
{
  g_autoptr (GError) error = NULL;

  if (*n_left == 0)
    return;
  --*n_left;
  add_person (workspace, "By a listener", &error);
  g_assert_no_error (error);
}

/* Who follows the live objects may edit in turn. */
static void
test_listener_edits (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (GError) error = NULL;

  fixture->n_left = 1;
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), &fixture->n_left);
  remit_test_add_person (fixture->other, "Grace");
  add_person (fixture->workspace, "Joan", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (fixture), ==, 3);
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Joan");

  for (guint i = 0; i < 3; i++)
    g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (count_people (fixture), ==, 0);
  {
    g_autofree char *after = remit_test_dump (fixture->store);

    g_assert_cmpstr (after, ==, before);
  }
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_REDO, NULL));
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

/* The other one writes after what it wrote was taken over, and before the lock is taken. */
static int
on_statement (unsigned type G_GNUC_UNUSED,
              void *data,
              void *statement,
              void *sql G_GNUC_UNUSED)
{
  Fixture *fixture = data;

  if (fixture->n_left > 0 && g_str_equal (sqlite3_sql (statement), "BEGIN IMMEDIATE"))
    {
      fixture->n_left--;
      remit_test_add_person (fixture->other, "In between");
    }
  return 0;
}

static void
write_in_between (Fixture *fixture,
                  guint times)
{
  fixture->n_left = times;
  sqlite3_trace_v2 (remit_store_get_handle (fixture->store), SQLITE_TRACE_STMT, on_statement,
                    fixture);
}

static void
test_written_in_between (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  write_in_between (fixture, 3);
  edit = remit_workspace_begin (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_left, ==, 0);
  g_assert_cmpuint (count_people (fixture), ==, 3);
}

/* Nothing is judged by what is out of date, and nothing goes on for ever. */
static void
test_steady_writer (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_in_between (fixture, G_MAXUINT);
  g_assert_false (add_person (fixture->workspace, "Joan", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  write_in_between (fixture, 0);
  add_person (fixture->workspace, "Joan", &error);
  g_assert_no_error (error);
}

static void
test_within_an_edit (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (RemitEdit) edit = remit_test_begin (fixture->workspace, "First");
  g_autoptr (GError) error = NULL;

  g_assert_false (add_person (fixture->workspace, "Joan", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
  g_assert_true (remit_edit_commit (edit, NULL));
  g_clear_error (&error);
  add_person (fixture->workspace, "Joan", &error);
  g_assert_no_error (error);
}

/* What is large is read in a thread, and the edit is begun when it is there. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_workspace_never_wait (fixture->workspace);
  remit_test_add_people (fixture->other, MANY);
  g_assert_false (add_person (fixture->workspace, "Joan", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
  g_assert_cmpuint (count_people (fixture), ==, 0);
  while (!add_person (fixture->workspace, "Joan", NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_people (fixture), ==, MANY + 1);
}

/* What the thread cannot read is told by the edit that waits for it, and does not wait for ever. */
static void
test_large_and_damaged (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_workspace_never_wait (fixture->workspace);
  remit_test_add_people (fixture->other, MANY);
  remit_test_tamper (remit_store_get_handle (fixture->other),
                     "UPDATE history_part SET changeset = zeroblob (length (changeset))");
  g_assert_false (add_person (fixture->workspace, "Joan", &error));
  while (g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED))
    {
      g_clear_error (&error);
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (add_person (fixture->workspace, "Joan", &error));
    }
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED);
}

/* What is large together is, too, however small each of it is. */
static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *notes = g_strnfill (10000, 'n');

  remit_workspace_never_wait (fixture->workspace);
  for (guint i = 0; i < 10; i++)
    {
      RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);

      remit_record_set_text (person, REMIT_PERSON_NAME, "Grace");
      remit_record_set_text (person, REMIT_PERSON_NOTES, notes);
      remit_test_insert (fixture->other, person);
    }
  g_assert_false (add_person (fixture->workspace, "Joan", NULL));
  g_assert_cmpuint (count_people (fixture), <, 10);
  while (!add_person (fixture->workspace, "Joan", NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_people (fixture), ==, 11);
}

/* Nobody else runs a main loop. */
static void
test_large_without_loop (Fixture *fixture,
                         gconstpointer data)
{
  remit_test_add_people (fixture->other, MANY);
  g_assert_true (add_person (fixture->workspace, "Joan", NULL));
  g_assert_cmpuint (count_people (fixture), ==, MANY + 1);
}

static void
test_never_waits (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (RemitEdit) held = remit_edit_begin (fixture->other, "Held", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start;

  remit_workspace_never_wait (fixture->workspace);
  start = g_get_monotonic_time ();
  g_assert_false (add_person (fixture->workspace, "Joan", &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
}

/* ── Undo in a thread ─────────────────────────────────────────────────────────────────────── */

static void
on_undone (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  remit_workspace_run_finish (REMIT_WORKSPACE (source), result, data);
}

static void
undo (Fixture *fixture,
      RemitHistoryOp op,
      GError **error)
{
  remit_workspace_undo_async (fixture->workspace, op, on_undone, error);
  while (*error == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever was in the way is there to be seen. */
static void
test_undo_is_overtaken (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->store, "Ada");
  remit_test_add_person (fixture->other, "Grace");
  undo (fixture, REMIT_HISTORY_UNDO, &error);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_assert_cmpuint (count_people (fixture), ==, 2);
}

/* Nor is it taken back by whoever was about to press a key when it came in sight. */
static void
test_undo_is_overtaken_in_sight (Fixture *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->store, "Ada");
  remit_workspace_watch (fixture->workspace);
  remit_test_add_person (fixture->other, "Grace");
  while (count_people (fixture) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_assert_nonnull (strstr (error->message, "Undo again to revert it"));
  g_assert_cmpuint (count_people (fixture), ==, 2);
  g_clear_error (&error);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

/* What one has just made oneself is, whatever came before it. */
static void
test_undo_own (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->other, "Grace");
  g_assert_true (add_person (fixture->workspace, "Ada", &error));
  g_assert_no_error (error);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

static void
test_nothing_to_redo (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->other, "Grace");
  undo (fixture, REMIT_HISTORY_REDO, &error);
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING);
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/store/workspace/begin/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("listener-edits", test_listener_edits);
  ADD ("written-in-between", test_written_in_between);
  ADD ("steady-writer", test_steady_writer);
  ADD ("undo-is-overtaken-in-sight", test_undo_is_overtaken_in_sight);
  ADD ("undo-own", test_undo_own);
  ADD ("within-an-edit", test_within_an_edit);
  ADD ("large", test_large);
  ADD ("large-and-damaged", test_large_and_damaged);
  ADD ("many", test_many);
  ADD ("large-without-loop", test_large_without_loop);
  ADD ("never-waits", test_never_waits);
  ADD ("undo-is-overtaken", test_undo_is_overtaken);
  ADD ("nothing-to-redo", test_nothing_to_redo);
#undef ADD
  return g_test_run ();
}
