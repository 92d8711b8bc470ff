/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the first start: templates, sample, import. */
#include "board/remit-board-view.h"
#include "remit-test-app.h"
#include "welcome/remit-sample.h"
#include "welcome/remit-welcome.h"

static void
test_templates (void)
{
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  GtkWidget *welcome = remit_test_find (GTK_WIDGET (window), REMIT_TYPE_WELCOME);

  g_assert_nonnull (welcome);
  remit_test_find_text (welcome, "Minimum viable ML team");

  remit_test_add_person (remit_workspace_get_store (workspace), "Ada Lovelace");
  g_assert_true (remit_test_shows (welcome, "1 person"));

  remit_test_add_plan (remit_workspace_get_store (workspace), "Plan");
  g_assert_null (remit_test_find (GTK_WIDGET (window), REMIT_TYPE_WELCOME));
  g_assert_nonnull (remit_test_find (GTK_WIDGET (window), REMIT_TYPE_BOARD_VIEW));

  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_sample_dup_path (&error);
  g_autofree char *again = NULL;
  g_autoptr (RemitStore) store = NULL;

  g_assert_no_error (error);
  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_PLAN), >=, 1);
  g_assert_cmpint (remit_test_count_rows (store, REMIT_KIND_ASSIGNMENT), >=, 1);
  again = remit_sample_dup_path (&error);
  g_assert_cmpstr (again, ==, path);
}

static void
test_open_sample (void)
{
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);
  GtkApplication *application = GTK_APPLICATION (remit_test_app_get ());

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  for (GList *l = gtk_application_get_windows (application); l != NULL;
       l = gtk_application_get_windows (application))
    remit_test_app_close (l->data);
  remit_test_remove_folder (folder);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/welcome/templates", test_templates);
  g_test_add_func ("/app/welcome/sample", test_sample);
  g_test_add_func ("/app/welcome/open-sample", test_open_sample);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
