/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of a window whose file goes, and of the ways out. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "remit-test-app.h"

typedef RemitTestWindow Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  remit_test_window_set_up (fixture, data);
  remit_test_add_person (fixture->store, "Ada");
}

static GtkWidget *
get_bar (Fixture *fixture)
{
  return remit_test_get_child (GTK_WIDGET (fixture->window), "file_bar");
}

static gboolean
is_shown (gpointer bar)
{
  return gtk_widget_get_visible (bar);
}

static gboolean
is_hidden (gpointer bar)
{
  return !gtk_widget_get_visible (bar);
}

static gboolean
is_enabled (Fixture *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static void
press (Fixture *fixture,
       const char *label)
{
  GtkWidget *widget = remit_test_find_text (get_bar (fixture), label);

  g_signal_emit_by_name (gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON), "clicked");
}

static char *
dup_name (Fixture *fixture,
          const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static const char *
get_path (Fixture *fixture)
{
  return remit_window_get_path (fixture->window);
}

static guint
count_people (Fixture *fixture)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);

  return g_list_model_get_n_items (remit_workspace_get_list (workspace, REMIT_KIND_PERSON));
}

static gboolean
has_workspace (gpointer window)
{
  return remit_window_get_workspace (window) != NULL;
}

/* The window writes to the file that it shows. */
static void
assert_goes_on (Fixture *fixture,
                const char *path,
                guint n)
{
  RemitStore *store;

  remit_test_wait (has_workspace, fixture->window);
  g_assert_false (is_shown (get_bar (fixture)));
  g_assert_cmpstr (get_path (fixture), ==, path);
  g_assert_cmpuint (count_people (fixture), ==, n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count_people (fixture), ==, n - 1);
  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, NULL);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, n - 1);
  remit_test_verify (store);
  g_assert_finalize_object (store);
}

static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = dup_name (fixture, "saved.remit");

  g_assert_false (is_shown (get_bar (fixture)));
  g_assert_cmpint (g_unlink (get_path (fixture)), ==, 0);

  /* what is tried at once is refused in words, and the bar comes without waiting */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "was deleted"));
  g_assert_true (is_shown (get_bar (fixture)));
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_assert_true (is_enabled (fixture, "save-as-new"));
  g_assert_false (is_enabled (fixture, "open-found"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-as-new", "s", path);
  remit_test_wait (is_hidden, get_bar (fixture));
  assert_goes_on (fixture, path, 1);
}

/* Its watch finds it, too. */
static void
test_replaced (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_strdup (get_path (fixture));
  g_autofree char *other = dup_name (fixture, "other.remit");
  RemitStore *store = remit_test_open_new (other);

  remit_test_add_people (store, 3);
  remit_test_add_person (store, "Grace");
  g_assert_finalize_object (store);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  remit_test_wait (is_shown, get_bar (fixture));
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "was replaced"));
  g_assert_cmpuint (count_people (fixture), ==, 1);
  press (fixture, "Open File");
  assert_goes_on (fixture, path, 4);
}

static void
test_moved (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_strdup (get_path (fixture));
  g_autofree char *other = dup_name (fixture, "other.remit");

  g_assert_cmpint (g_rename (path, other), ==, 0);
  remit_test_wait (is_shown, get_bar (fixture));
  g_assert_true (remit_test_shows (get_bar (fixture), "other.remit"));

  /* back again, nothing has happened */
  g_assert_cmpint (g_rename (other, path), ==, 0);
  remit_test_wait (is_hidden, get_bar (fixture));

  g_assert_cmpint (g_rename (path, other), ==, 0);
  remit_test_wait (is_shown, get_bar (fixture));
  press (fixture, "Open File");
  assert_goes_on (fixture, other, 1);
}

/* What is there is not written over; the bar stays. */
static void
test_not_over (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = dup_name (fixture, "there.remit");

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_cmpint (g_unlink (get_path (fixture)), ==, 0);
  remit_test_wait (is_shown, get_bar (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-as-new", "s", path);
  remit_test_wait_until_said (fixture->window, "already exists");
  g_assert_true (is_shown (get_bar (fixture)));
  g_assert_true (is_enabled (fixture, "save-as-new"));
}

static void
respond (const char *response)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_settle ();
}

/* What is in no file does not go with the window without a question. */
static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  g_assert_cmpint (g_unlink (get_path (fixture)), ==, 0);
  remit_test_wait (is_shown, get_bar (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
  respond ("cancel");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  respond ("close");
  g_assert_null (fixture->window);
}

/* A thread would open the file that is there now. */
static void
test_thread (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_strdup (get_path (fixture));
  g_autofree char *other = dup_name (fixture, "other.remit");
  RemitStore *store;

  remit_test_add_people (fixture->store, 3000);
  store = remit_test_open_new (other);
  remit_test_add_people (store, 3);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  remit_test_wait (is_shown, get_bar (fixture));
  remit_test_wait_until_made (fixture->window);
  g_assert_cmpuint (count_people (fixture), ==, 3001);
  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, NULL);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PERSON), ==, 3);
  g_assert_finalize_object (store);
}

/* Closes a window that has lost its file, too. */
static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  if (window != NULL && is_shown (get_bar (fixture)))
    {
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
      gtk_window_close (GTK_WINDOW (window));
      respond ("close");
      g_assert_null (window);
    }
  else if (window != NULL)
    remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

static void
add_tests (void)
{
#define ADD(name, func)                                                                            \
  g_test_add ("/app/file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("deleted", test_deleted);
  ADD ("replaced", test_replaced);
  ADD ("moved", test_moved);
  ADD ("not-over", test_not_over);
  ADD ("close", test_close);
  ADD ("thread", test_thread);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
