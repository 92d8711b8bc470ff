/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of opening workspaces: what cannot be opened is said, and another one can be. */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "exchange/remit-import-dialog.h"
#include "model/remit-file.h"
#include "remit-test-app.h"
#include "settings/remit-state.h"
#include "window/remit-transfer.h"

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
  g_assert_false (remit_test_shows (GTK_WIDGET (window), "Repair a Copy…"));
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

/* At a pipe nobody waits. */
static void
test_pipe (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "pipe.remit", NULL);
  RemitWindow *window;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Cannot Be Opened"));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

/* Where no workspace is shown, nothing acts on one: a critical would end the test. */
static void
test_keys_of_failure (void)
{
  static const struct
  {
    const char *action;
    const char *parameter;
  } others[] = {
    { "win.show-view", "'board'" },        { "win.show-place", "(1, int64 2, 3, int64 4)" },
    { "win.show-story", "(1, int64 2)" },  { "win.show-conflict", "int64 1" },
    { "win.toggle-sidebar", NULL },        { "win.inspect", "(1, int64 2)" },
    { "win.raise-conflict", "(1, int64 2)" }, { "win.choose-plan", "int64 1" },
    { "win.work-on-plan", "int64 1" },     { "win.open-past", "('', int64 1, int64 2)" },
  };
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "none.remit", NULL);
  RemitWindow *window = open_window (path);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (window));

  g_assert_cmpuint (g_strv_length (names), >, 20);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), names[i]))
      g_error ("Without a workspace, %s is enabled", names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GVariant) parameter = others[i].parameter != NULL
                                         ? g_variant_parse (NULL, others[i].parameter, NULL, NULL,
                                                            NULL)
                                         : NULL;

      gtk_widget_activate_action_variant (GTK_WIDGET (window), others[i].action, parameter);
      remit_test_settle ();
    }
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Cannot Be Opened"));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static gboolean has_workspace (gpointer window);

/* Of a file that somebody has altered, a copy is repaired, and shown. */
static void
test_repair (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "altered.remit", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.remit", NULL);
  RemitStore *store = remit_test_open_new (path);
  RemitWindow *window;
  GtkWidget *dialog;
  sqlite3 *db;

  remit_test_add_person (store, "Ada");
  g_assert_finalize_object (store);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE planted (x)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Repair a Copy…"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.repair-copy", "s", copy);
  remit_test_wait (has_workspace, window);
  g_assert_cmpstr (remit_window_get_path (window), ==, copy);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (remit_test_shows (dialog, "planted"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static gboolean
has_workspace (gpointer window)
{
  return remit_window_get_workspace (window) != NULL;
}

/* Somebody has the whole file for themselves: the window waits, and says so. */
static void
test_locked (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "held.remit", NULL);
  RemitWindow *window;
  sqlite3 *other;

  g_clear_object (&(RemitWorkspace *){ remit_workspace_open (path, REMIT_STORE_CREATE, NULL) });
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL,
                                 NULL), ==, SQLITE_OK);
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "Another program has locked the file"));
  g_assert_false (remit_test_shows (GTK_WIDGET (window), "Cannot Be Opened"));
  remit_test_settle ();
  g_assert_null (remit_window_get_workspace (window));

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  remit_test_wait (has_workspace, window);
  g_assert_false (remit_test_shows (GTK_WIDGET (window), "Opening…"));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

/* A file that an older Remit wrote is updated in a thread. */
static void
test_older (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.remit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  RemitWindow *window;
  gsize length;

  g_assert_true (g_file_get_contents (FIXTURES "/workspace-1.remit", &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_null (remit_store_open (path, REMIT_STORE_NO_WAIT, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OLDER);
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "is being updated"));
  remit_test_wait (has_workspace, window);

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

/* The program was started with a table, and its workspace takes a moment to open. */
static void
test_import_later (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.remit", NULL);
  g_autofree char *table = g_build_filename (folder, "people.csv", NULL);
  g_autofree char *contents = NULL;
  GtkWidget *dialog;
  RemitWindow *window;
  gsize length;

  g_assert_true (g_file_get_contents (FIXTURES "/workspace-1.remit", &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (table, "Name,Email\nAda,ada@example.org\n", -1, NULL));
  window = open_window (path);
  g_assert_null (remit_window_get_workspace (window));
  remit_transfer_import (
    REMIT_TRANSFER (remit_test_find (GTK_WIDGET (window), REMIT_TYPE_TRANSFER)), table);
  dialog = remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG);
  g_assert_nonnull (remit_window_get_workspace (window));

  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

/* The one of workspace-3.remit. */
#define CONFLICT G_GINT64_CONSTANT (3766271361488327504)

static gboolean
shows_conflict (gpointer window)
{
  return remit_test_shows (window, "Who labels?");
}

/* The same for what a notification, or the desktop's search, leads to. */
static void
test_shown_later (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.remit", NULL);
  g_autofree char *contents = NULL;
  RemitApplication *application = remit_test_app_get ();
  GList *windows;
  GtkWindow *window;
  gsize length;

  g_assert_true (g_file_get_contents (FIXTURES "/workspace-3.remit", &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-conflict",
                                  g_variant_new ("(sx)", path, CONFLICT));
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_nonnull (windows);
  window = windows->data;
  g_assert_null (remit_window_get_workspace (REMIT_WINDOW (window)));
  remit_test_wait (shows_conflict, window);

  remit_test_app_close (REMIT_WINDOW (window));
  remit_test_remove_folder (folder);
}

/* Tables are imported into the workspace that they are named after; without one, into the first
 * that is named; else into the user's own. */
static void
test_table_of_workspace (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "one.remit", NULL);
  g_autofree char *table = g_build_filename (folder, "people.csv", NULL);
  g_autoptr (GFile) workspace = g_file_new_for_path (path);
  g_autoptr (GFile) people = g_file_new_for_path (table);
  GFile *orders[][2] = { { workspace, people }, { people, workspace } };
  RemitApplication *application = remit_test_app_get ();

  g_assert_true (g_file_set_contents (table, "Name,Email\nAda,ada@example.org\n", -1, NULL));
  g_object_unref (remit_test_open_new (path));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      GtkWindow *dialog, *window;

      /* as GApplication calls it, which the one of the tests is not started by */
      G_APPLICATION_GET_CLASS (application)->open (G_APPLICATION (application), orders[i], 2, "");
      dialog = GTK_WINDOW (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
      window = gtk_window_get_transient_for (dialog);
      g_assert_cmpstr (remit_window_get_path (REMIT_WINDOW (window)), ==, path);
      gtk_window_destroy (dialog);
      g_assert_cmpuint (
        g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
      remit_test_app_close (REMIT_WINDOW (window));
    }
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

/* A name that is not in UTF-8 is a name all the same: it is shown as far as it can be read. */
static void
test_odd_name (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "B\xe4r.remit", NULL);
  g_autofree char *none = g_build_filename (folder, "none-\xff.remit", NULL);
  RemitApplication *application = remit_test_app_get ();
  RemitWindow *window;
  g_autofree char *text = remit_file_dup_text (path);
  gint64 plan;

  g_clear_object (&(RemitWorkspace *){ remit_workspace_open (path, REMIT_STORE_CREATE, NULL) });
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-workspace",
                                  g_variant_new ("(sb)", text, FALSE));
  window = REMIT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_assert_nonnull (remit_window_get_workspace (window));
  g_assert_cmpstr (remit_window_get_path (window), ==, path);
  plan = remit_test_add_plan (remit_workspace_get_store (remit_window_get_workspace (window)), "A");
  remit_window_set_plan (window, plan);
  g_assert_cmpint (remit_state_get_plan (path), ==, plan);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  remit_test_settle ();
  gtk_window_close (find_dialog (window));
  remit_test_settle ();
  remit_test_app_close (window);

  window = open_window (none);
  g_assert_true (remit_test_shows (GTK_WIDGET (window), "none-"));
  remit_test_app_close (window);
  remit_test_remove_folder (folder);
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
  g_test_add_func ("/app/open/pipe", test_pipe);
  g_test_add_func ("/app/open/odd-name", test_odd_name);
  g_test_add_func ("/app/open/locked", test_locked);
  g_test_add_func ("/app/open/older", test_older);
  g_test_add_func ("/app/open/keys-of-failure", test_keys_of_failure);
  g_test_add_func ("/app/open/repair", test_repair);
  g_test_add_func ("/app/open/import-later", test_import_later);
  g_test_add_func ("/app/open/shown-later", test_shown_later);
  g_test_add_func ("/app/open/table-of-workspace", test_table_of_workspace);
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
