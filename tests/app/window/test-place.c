/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of where a window reopens: what was selected, the scroll, and the workspaces of late. */
#include <glib/gstdio.h>
#include <string.h>

#include "inspector/remit-inspector.h"
#include "remit-test-app.h"
#include "settings/remit-state.h"
#include "widgets/remit-find.h"
#include "window/remit-recent.h"
#include "window/remit-view-stack.h"

typedef struct {
  char *folder;
  char *path;
  gint64 plan, slot;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data)
{
  RemitStore *store;
  gint64 role, team = 0;

  f->folder = remit_test_make_folder ();
  f->path = g_build_filename (f->folder, "place_one.remit", NULL);
  store = remit_test_open_new (f->path);
  f->plan = remit_test_add_plan (store, "Plan");
  role = remit_test_add_role (store, "ml", "ML engineer");
  for (guint i = 0; i < 30; i++)
    team = remit_test_add_team (store, f->plan, "Team");
  f->slot = remit_test_add_slot (store, f->plan, team, role);
  g_assert_finalize_object (store);
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  remit_test_remove_folder (f->folder);
  g_free (f->path);
}

static RemitWindow *
open_window (Fixture *f)
{
  RemitApplication *application = remit_test_app_get ();

  remit_application_open_workspace (application, f->path, FALSE);
  remit_test_settle ();
  return REMIT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
close_window (RemitWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  remit_test_settle ();
  g_assert_null (window);
}

static GtkAdjustment *
get_scroll (RemitWindow *window)
{
  GtkWidget *board = remit_test_find (GTK_WIDGET (window), g_type_from_name ("RemitBoard"));

  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (board));
}

static gboolean
is_scrolled (gpointer window)
{
  return (int) gtk_adjustment_get_value (get_scroll (window)) == 1500;
}

static RemitEntity *
get_inspected (RemitWindow *window)
{
  GtkWidget *inspector = remit_test_find (GTK_WIDGET (window), REMIT_TYPE_INSPECTOR);

  return inspector != NULL ? remit_inspector_get_entity (REMIT_INSPECTOR (inspector)) : NULL;
}

static void
test_again (Fixture *f,
            gconstpointer data)
{
  RemitWindow *window = open_window (f);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "board");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspect", "(ix)", (int) REMIT_KIND_SLOT,
                              f->slot);
  remit_test_settle ();
  gtk_adjustment_set_value (get_scroll (window), 1500);
  remit_test_settle ();
  close_window (window);

  window = open_window (f);
  g_assert_cmpint (remit_window_get_plan (window), ==, f->plan);
  g_assert_nonnull (get_inspected (window));
  g_assert_cmpint (remit_entity_get_id (get_inspected (window)), ==, f->slot);
  remit_test_wait (is_scrolled, window);

  /* with nothing selected, nothing is */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-inspector", NULL);
  remit_test_settle ();
  close_window (window);
  window = open_window (f);
  g_assert_null (get_inspected (window));
  remit_test_app_close (window);
}

/* What is gone is not looked for; what no version has ever written is passed over. */
static void
test_gone (Fixture *f,
           gconstpointer data)
{
  const RemitStatePlace places[] = {
    { (char *) "board", (char *) "slot", 999, 5, 5 },
    { (char *) "board", (char *) "no-such-kind", f->slot, 1000000, -7 },
    { (char *) "no-such-view", (char *) "", 0, 100, 100 },
    { NULL, NULL, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      RemitWindow *window;

      remit_state_set_place (f->path, &places[i]);
      window = open_window (f);
      g_assert_null (get_inspected (window));
      remit_test_app_close (window);
    }
}

/* Each has its own place, and one that is not known has none. */
static void
test_state (Fixture *f,
            gconstpointer data)
{
  const RemitStatePlace one = { (char *) "people", (char *) "person", 7, 1, 2 };
  const RemitStatePlace other = { (char *) "board", (char *) "team", 8, 3, 4 };
  g_auto (RemitStatePlace) found = { 0 };
  g_auto (RemitStatePlace) none = { 0 };

  remit_state_set_place ("/a", &one);
  remit_state_set_place ("/b", &other);
  remit_state_set_place ("/b", &other);
  g_assert_true (remit_state_get_place ("/a", &found));
  g_assert_cmpstr (found.view, ==, "people");
  g_assert_cmpstr (found.kind, ==, "person");
  g_assert_cmpint (found.id, ==, 7);
  g_assert_cmpint (found.y, ==, 2);
  g_assert_false (remit_state_get_place ("/c", &none));
}

static gboolean
is_known_to_desktop (gpointer path)
{
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *content = NULL;

  return g_file_get_contents (list, &content, NULL, NULL) && strstr (content, uri) != NULL
         && strstr (content, "application/x-remit-workspace") != NULL;
}

/* What others wrote stays, also what cannot be read. */
static void
test_desktop (Fixture *f,
              gconstpointer data)
{
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBookmarkFile) others = g_bookmark_file_new ();

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_bookmark_file_set_mime_type (others, "file:///x", "text/plain");
  g_bookmark_file_add_application (others, "file:///x", "Other", "other %u");
  g_assert_true (g_bookmark_file_to_file (others, list, NULL));
  remit_recent_add (f->path);
  remit_test_wait (is_known_to_desktop, f->path);
  g_assert_true (g_file_get_contents (list, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "file:///x"));

  g_assert_true (g_file_set_contents (list, "no list", -1, NULL));
  remit_recent_add (f->path);
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (2000);
      g_assert_false (is_known_to_desktop (f->path));
    }
  g_assert_cmpint (g_unlink (list), ==, 0);
}

static void
test_recent (Fixture *f,
             gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;
  RemitWindow *window = open_window (f);

  remit_test_wait (is_known_to_desktop, f->path);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("other-%d.remit", i);
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      if (i < 4)
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      remit_state_set_plan (path, 5);
    }
  /* the newest three that are there, without the one that is open */
  remit_recent_fill_menu (menu, f->path);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 3);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_assert_cmpstr (label, ==, "other-3.remit");
  /* again, it is not twice as long; a line that is no mnemonic is kept */
  g_clear_pointer (&label, g_free);
  remit_state_set_plan (f->path, 9);
  remit_recent_fill_menu (menu, NULL);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 3);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_assert_cmpstr (label, ==, "place__one.remit");
  remit_test_app_close (window);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/place/again", test_again);
  ADD ("/place/gone", test_gone);
  ADD ("/place/state", test_state);
  ADD ("/place/recent", test_recent);
  ADD ("/place/desktop", test_desktop);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
