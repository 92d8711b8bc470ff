/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of which workspaces are watched while no window is open. */
#include <glib/gstdio.h>

#include "background/remit-watches.h"
#include "remit-test-app.h"
#include "settings/remit-state.h"

static void
create (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
}

static RemitWatches *
create_watches (void)
{
  return remit_watches_new (G_APPLICATION (remit_test_app_get ()), remit_application_is_open);
}

/* Looks, and waits until all that is there is open. */
static void
look (RemitWatches *watches)
{
  remit_watches_look (watches);
  while (remit_watches_is_busy (watches))
    g_main_context_iteration (NULL, TRUE);
}

/* The user's own, and what was opened lately: each while it is there. */
static void
test_look (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *own = remit_state_dup_own_path ();
  g_autofree char *other = g_build_filename (folder, "other.remit", NULL);
  g_autofree char *damaged = g_build_filename (folder, "damaged.remit", NULL);
  RemitWatches *watches = create_watches ();

  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 0);
  create (own);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 1);

  remit_state_set_plan (other, 7);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 1);
  create (other);
  look (watches);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 2);

  /* one that cannot be opened is said once, and the others go on */
  remit_state_set_plan (damaged, 8);
  g_assert_true (g_file_set_contents (damaged, "no workspace", -1, NULL));
  g_test_expect_message ("remit-app", G_LOG_LEVEL_MESSAGE, "The clocks of *damaged.remit*");
  look (watches);
  look (watches);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (remit_watches_count (watches), ==, 2);

  g_assert_cmpint (g_unlink (other), ==, 0);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 1);
  g_assert_finalize_object (watches);
  g_settings_reset (remit_state_get (), "plans");
  g_assert_cmpint (g_unlink (own), ==, 0);
  remit_test_remove_folder (folder);
}

/* A window watches the clocks of its workspace, until it is closed. */
static void
test_window (void)
{
  g_autofree char *own = remit_state_dup_own_path ();
  RemitWatches *watches = create_watches ();
  RemitWindow *window = remit_window_new (GTK_APPLICATION (remit_test_app_get ()));

  create (own);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 1);
  remit_window_open (window, own, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 0);
  remit_test_app_close (window);
  look (watches);
  g_assert_cmpuint (remit_watches_count (watches), ==, 1);

  g_assert_finalize_object (watches);
  g_settings_reset (remit_state_get (), "plans");
  g_assert_cmpint (g_unlink (own), ==, 0);
}

/* What is being opened is given up with the watches. */
static void
test_gone (void)
{
  g_autofree char *own = remit_state_dup_own_path ();
  RemitWatches *watches = create_watches ();

  create (own);
  remit_watches_look (watches);
  g_assert_true (remit_watches_is_busy (watches));
  g_assert_finalize_object (watches);
  g_assert_cmpint (g_unlink (own), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/watches/window", test_window);
  g_test_add_func ("/app/watches/gone", test_gone);
  g_test_add_func ("/app/watches/look", test_look);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
