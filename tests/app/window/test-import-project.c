/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of projects of other programs in the window: in, by the assistant, and out. */
#include <string.h>

#include "exchange/remit-export.h"
#include "exchange/remit-import-preface.h"
#include "remit-import-test.h"
#include "widgets/pickers/remit-choices.h"

static const char project[] =
  "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Ferry</Title><Tasks>"
  "<Task><UID>1</UID><Name>Hull</Name><OutlineLevel>1</OutlineLevel></Task>"
  "<Task><UID>2</UID><Name>Plates</Name><OutlineLevel>2</OutlineLevel></Task></Tasks><Resources>"
  "<Resource><UID>1</UID><Name>Ada</Name></Resource>"
  "<Resource><UID>2</UID><Name>Steel</Name><Type>0</Type></Resource></Resources><Assignments>"
  "<Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
  "</Assignments></Project>";

/* The preview says what would come and what would not; the new plan is shown, and undone. */
static void
test_in (RemitTestWindow *fixture,
         gconstpointer data)
{
  g_autofree char *path = import_test_write (fixture, "ferry.xml", project);
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  gint64 n_plans = import_test_count (fixture, REMIT_KIND_PLAN);

  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 team"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 assignment"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "“Steel” is a material resource"));
  /* there is nothing to choose in a project */
  g_assert_false (remit_test_shows (GTK_WIDGET (dialog), "import anyway"));
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, n_plans);

  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, n_plans + 1);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_ASSIGNMENT), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, n_plans);
}

static AdwComboRow *
find_into (RemitImportDialog *dialog)
{
  GtkWidget *preface = remit_test_find (GTK_WIDGET (dialog), REMIT_TYPE_IMPORT_PREFACE);

  return ADW_COMBO_ROW (remit_test_find (preface, ADW_TYPE_COMBO_ROW));
}

/* A plan that is there already gets what it does not have, when that is chosen. */
static void
test_into (RemitTestWindow *fixture,
           gconstpointer data)
{
  g_autofree char *path = import_test_write (fixture, "ferry.xml", project);
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Docks");
  RemitImportDialog *dialog;

  remit_test_refresh (workspace);
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "preview");
  remit_choices_set (find_into (dialog), plan);
  import_test_go_on (dialog, "preview");
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 0);
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_PLAN), ==, 1);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 0);
}

static void
test_refused (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *half = g_strndup (project, sizeof project / 2);
  g_autofree char *path = import_test_write (fixture, "half.xml", half);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  import_test_wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "The file ends unexpectedly"));
  import_test_end (dialog);
}

static void
test_out (RemitTestWindow *fixture,
          gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Ferry");
  g_autofree char *path = g_build_filename (fixture->folder, "ferry.mspdi.xml", NULL);
  g_autofree char *said = g_strconcat ("Exported to ", path, NULL);
  g_autofree char *text = NULL;

  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "mspdi"), REMIT_AUDIENCE_FULL, path);
  remit_test_wait_until_said (fixture->window, said);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<Title>Ferry</Title>"));
}

static void
add_tests (void)
{
  g_test_add ("/app/import-project/in", RemitTestWindow, NULL, remit_test_window_set_up, test_in,
              remit_test_window_tear_down);
  g_test_add ("/app/import-project/into", RemitTestWindow, NULL, remit_test_window_set_up,
              test_into, remit_test_window_tear_down);
  g_test_add ("/app/import-project/refused", RemitTestWindow, NULL, remit_test_window_set_up,
              test_refused, remit_test_window_tear_down);
  g_test_add ("/app/import-project/out", RemitTestWindow, NULL, remit_test_window_set_up, test_out,
              remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
