/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of undo and redo in the window, of what is small and of what a thread takes back. */
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "window/remit-undo-control.h"

#define MANY 3000

typedef RemitTestWindow Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  remit_test_window_set_up (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "people");
  remit_test_settle ();
}

static guint
count_people (Fixture *fixture)
{
  return g_list_model_get_n_items (
    remit_workspace_get_list (fixture->workspace, REMIT_KIND_PERSON));
}

static gboolean
can_undo_nothing (gpointer workspace)
{
  return remit_workspace_get_undo_label (workspace) == NULL;
}

static void
act (Fixture *fixture,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static void
test_small (Fixture *fixture,
            gconstpointer data)
{
  remit_test_add_person (fixture->store, "Ada");
  act (fixture, "win.undo");
  g_assert_cmpuint (count_people (fixture), ==, 0);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Undone: Test");
  act (fixture, "win.redo");
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Redone: Test");
}

/* The window goes on; another undo meanwhile does nothing. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  remit_test_add_person (fixture->store, "Ada");
  remit_test_add_people (fixture->store, MANY);
  act (fixture, "win.undo");
  g_assert_cmpuint (count_people (fixture), ==, MANY + 1);
  act (fixture, "win.undo");
  act (fixture, "win.redo");
  remit_test_wait_until_said (fixture->window, "Undone: Many");
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Test");

  act (fixture, "win.redo");
  g_assert_cmpuint (count_people (fixture), ==, 1);
  remit_test_wait_until_said (fixture->window, "Redone: Many");
  g_assert_cmpuint (count_people (fixture), ==, MANY + 1);
  g_assert_true (gtk_widget_get_can_target (remit_test_find (GTK_WIDGET (fixture->window),
                                                             REMIT_TYPE_UNDO_CONTROL)));
}

/* What the button names is taken back, or nothing: somebody else was faster. */
static void
test_overtaken (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (RemitStore) other = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_person (fixture->store, "Ada");
  other = remit_store_open (remit_store_get_path (fixture->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_test_add_people (other, 1);
  act (fixture, "win.undo");
  g_assert_true (g_str_has_prefix (remit_test_get_said (fixture->window),
                                   "Nothing was undone: the last change is now “Many” by "));
  g_assert_cmpuint (count_people (fixture), ==, 2);
  g_assert_cmpstr (remit_workspace_get_undo_label (fixture->workspace), ==, "Many");
  act (fixture, "win.undo");
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Undone: Many");
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

static gint64
add (Fixture *fixture,
     RemitKind kind,
     guint name,
     const char *text,
     gint64 plan)
{
  RemitRecord *record = remit_record_new (kind);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_text (record, name, text);
  if (plan != 0)
    remit_record_set_integer (record, REMIT_TEAM_PLAN, plan);
  id = remit_design_create (fixture->workspace, record, &error);
  g_assert_no_error (error);
  remit_record_free (record);
  return id;
}

/* What is undone is seen: the window goes to its plan, and says so. */
static void
test_other_plan (Fixture *fixture,
                 gconstpointer data)
{
  gint64 churn = add (fixture, REMIT_KIND_PLAN, REMIT_PLAN_NAME, "Churn", 0);
  gint64 fraud = add (fixture, REMIT_KIND_PLAN, REMIT_PLAN_NAME, "Fraud", 0);

  add (fixture, REMIT_KIND_TEAM, REMIT_TEAM_NAME, "ML", churn);
  remit_window_set_plan (fixture->window, fraud);
  act (fixture, "win.undo");
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, churn);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Undone: Add team ML (in Churn)");
  remit_window_set_plan (fixture->window, fraud);
  act (fixture, "win.redo");
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, churn);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Redone: Add team ML (in Churn)");

  /* of the workspace, or of a plan that is gone with it, it is said where one is */
  act (fixture, "win.undo");
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Undone: Add team ML");
  act (fixture, "win.undo");
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, "Undone: Add plan Fraud");
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, churn);
}

/* It is done, although nobody sees it any more. */
static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  RemitWorkspace *workspace = g_object_ref (fixture->workspace);

  remit_test_add_people (fixture->store, MANY);
  act (fixture, "win.undo");
  gtk_window_close (GTK_WINDOW (fixture->window));
  remit_test_wait (can_undo_nothing, workspace);
  remit_test_settle ();
  g_assert_finalize_object (workspace);
  fixture->window = remit_test_app_open (fixture->folder);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, set_up, test, remit_test_window_tear_down)
  ADD ("/undo/small", test_small);
  ADD ("/undo/large", test_large);
  ADD ("/undo/overtaken", test_overtaken);
  ADD ("/undo/other-plan", test_other_plan);
  ADD ("/undo/closed", test_closed);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
