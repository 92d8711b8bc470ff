/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of a window that shows how everything stood once. */
#include "past/remit-past-bar.h"

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "widgets/rows/remit-field-row.h"

typedef RemitTestWindow Fixture;

static RemitWindow *past;

static gboolean
is_past_open (gpointer data)
{
  Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (REMIT_IS_WINDOW (window) && REMIT_WINDOW (window) != fixture->window)
        past = REMIT_WINDOW (window);
    }
  return past != NULL;
}

static gboolean
is_returned (gpointer data)
{
  Fixture *fixture = data;

  return g_str_has_prefix (remit_workspace_get_undo_label (fixture->workspace), "Restore");
}

/* How everything stood: to be looked at, not to be changed, and to be returned to. */
static void
test_past (Fixture *fixture,
           gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Churn");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_settle ();
  remit_window_set_plan (fixture->window, plan);
  g_assert_true (remit_design_change (fixture->workspace, REMIT_KIND_PLAN, plan, REMIT_PLAN_NAME,
                                      "Keep customers", NULL));
  past = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-past", "(xx)", (gint64) 1,
                              G_GINT64_CONSTANT (1772366400000));
  remit_test_wait (is_past_open, fixture);
  remit_test_settle ();
  g_assert_true (remit_test_shows (GTK_WIDGET (past), "Version of 03/01/26"));
  g_assert_true (remit_test_shows (GTK_WIDGET (past), "Churn"));
  g_assert_false (remit_test_shows (GTK_WIDGET (past), "Keep customers"));
  g_assert_false (remit_test_shows (GTK_WIDGET (past), "History"));
  g_assert_false (remit_design_change (remit_window_get_workspace (past), REMIT_KIND_PLAN, plan,
                                       REMIT_PLAN_NAME, "X", &error));
  g_assert_true (g_str_has_prefix (error->message, "Earlier version (read-only)"));

  path = g_strdup (remit_window_get_path (past));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_widget_activate_action (GTK_WIDGET (past), "win.return-to-past", NULL);
  remit_test_wait (is_returned, fixture);
  remit_test_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (remit_test_shows (GTK_WIDGET (fixture->window), "Churn"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  remit_test_settle ();
  g_assert_true (remit_test_shows (GTK_WIDGET (fixture->window), "Keep customers"));
}

/* Of a time, the newest entry is looked for. */
static void
test_moment (Fixture *fixture,
             gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Churn");

  remit_test_settle ();
  remit_window_set_plan (fixture->window, plan);
  past = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-past", "(xx)",
                              REMIT_PAST_AT_TIME, remit_time_now ());
  remit_test_wait (is_past_open, fixture);
  remit_test_settle ();
  g_assert_true (remit_test_shows (GTK_WIDGET (past), "Churn"));
  gtk_window_close (GTK_WINDOW (past));
  remit_test_settle ();
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

/* Whether what would change the plan, in the board’s bar and in details, looks as if it did. */
static gboolean
is_sensitive (RemitWindow *window,
              gint64 team)
{
  GtkWidget *add = find_button (GTK_WIDGET (window), "view.add-team");
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspect", "(ix)", (int) REMIT_KIND_TEAM,
                              team);
  remit_test_settle ();
  row = gtk_widget_get_ancestor (remit_test_find_text (GTK_WIDGET (window), "Purpose"),
                                 REMIT_TYPE_FIELD_ROW);
  g_assert_cmpint (gtk_widget_is_sensitive (add), ==, gtk_widget_is_sensitive (row));
  g_assert_cmpint (gtk_widget_is_sensitive (add), ==,
                   g_action_group_get_action_enabled (G_ACTION_GROUP (window), "new-plan"));
  return gtk_widget_is_sensitive (add);
}

/* What cannot be changed is seen to be so; what leads somewhere does so still. */
static void
test_insensitive (Fixture *fixture,
                  gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Churn");
  gint64 team = remit_test_add_team (fixture->store, plan, "Fraud");

  remit_test_refresh (fixture->workspace);
  remit_window_set_plan (fixture->window, plan);
  remit_test_settle ();
  g_assert_true (is_sensitive (fixture->window, team));
  past = NULL;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-past", "(xx)",
                              REMIT_PAST_AT_TIME, remit_time_now ());
  remit_test_wait (is_past_open, fixture);
  remit_test_settle ();
  g_assert_false (is_sensitive (past, team));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (past), "export"));
  gtk_window_close (GTK_WINDOW (past));
  remit_test_settle ();
}

static void
add_tests (void)
{
  g_test_add ("/past/returned-to", Fixture, NULL, remit_test_window_set_up, test_past,
              remit_test_window_tear_down);
  g_test_add ("/past/insensitive", Fixture, NULL, remit_test_window_set_up, test_insensitive,
              remit_test_window_tear_down);
  g_test_add ("/past/moment", Fixture, NULL, remit_test_window_set_up, test_moment,
              remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
