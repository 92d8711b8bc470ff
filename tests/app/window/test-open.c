/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of opening workspaces: what cannot be opened is said, and another one can be. */
#include <glib/gstdio.h>

#include "remit-test-app.h"

static RemitWindow *
open_window (const char *path)
{
  RemitWindow *window = remit_window_new (GTK_APPLICATION (remit_test_app_get ()));

  remit_window_open (window, path, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
test_not_there (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "none.remit", NULL);
  RemitWindow *window = open_window (path);

  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "none.remit"));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Open Another…"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static void
test_not_a_workspace (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "text.remit", NULL);
  RemitWindow *window;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "This is a letter to somebody, and no database at all.\n", -1, &error);
  g_assert_no_error (error);
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Cannot Be Opened"));

  /* what was wrong is mended, and tried again */
  g_remove (path);
  g_clear_object (&(RemitWorkspace *){ remit_workspace_open (path, REMIT_STORE_CREATE, NULL) });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.try-again", NULL);
  g_assert_true (REMIT_IS_WORKSPACE (remit_window_get_workspace (window)));
  g_assert_false (remit_test_shows (GTK_WIDGET (window), "Cannot Be Opened"));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static void
test_one_window (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "one.remit", NULL);
  g_autofree char *other = g_build_filename (folder, ".", "one.remit", NULL);
  RemitApplication *application = remit_test_app_get ();
  GList *windows;

  remit_application_open_workspace (application, path, TRUE);
  remit_application_open_workspace (application, other, TRUE);
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);

  remit_test_app_close (windows->data);
  remit_test_remove_folder (folder);
}

static gboolean
has_plan (gpointer window)
{
  return remit_window_get_plan (window) != 0;
}

static void
test_other_process (void)
{
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);
  g_autoptr (RemitStore) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (remit_window_get_plan (window), ==, 0);
  other = remit_store_open (remit_window_get_path (window), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_test_add_plan (other, "From elsewhere");
  remit_test_wait (has_plan, window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "From elsewhere – Remit");

  remit_test_app_close (window);
  g_clear_object (&other);
  remit_test_remove_folder (folder);
}

static void
test_views (void)
{
  static const char *const views[] = { "decisions", "findings", "people",
                                       "roles", "history", "board" };
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);
  GtkWidget *stack = remit_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]);
      remit_test_settle ();
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==,
                       views[i]);
    }

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

/* The window that is shown beside @window, or NULL. */
static GtkWindow *
find_dialog (RemitWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (!REMIT_IS_WINDOW (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
        return dialog;
    }
  return NULL;
}

static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.preferences", "win.shortcuts", "win.about" };
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      remit_test_settle ();
      g_assert_nonnull (find_dialog (window));
      gtk_window_close (find_dialog (window));
      remit_test_settle ();
      g_assert_null (find_dialog (window));
    }

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/open/not-there", test_not_there);
  g_test_add_func ("/app/open/not-a-workspace", test_not_a_workspace);
  g_test_add_func ("/app/open/one-window", test_one_window);
  g_test_add_func ("/app/open/other-process", test_other_process);
  g_test_add_func ("/app/open/views", test_views);
  g_test_add_func ("/app/open/dialogs", test_dialogs);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
