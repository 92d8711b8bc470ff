/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of import and export by the window: what would happen, what did, what is refused. */
#include "config.h"

#include "exchange/remit-export.h"
#include "exchange/remit-import-dialog.h"
#include "remit-test-app.h"

typedef struct
{
  char *folder;
  RemitWindow *window;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->window = remit_test_app_open (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

static char *
write_file (Fixture *fixture,
            const char *name,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static RemitImportDialog *
begin_import (Fixture *fixture,
              const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", path);
  return REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
}

static gboolean
is_at_rest (gpointer dialog)
{
  return !g_str_equal (remit_import_dialog_get_step (dialog), "busy");
}

static void
wait_for_step (RemitImportDialog *dialog,
               const char *step)
{
  remit_test_wait (is_at_rest, dialog);
  g_assert_cmpstr (remit_import_dialog_get_step (dialog), ==, step);
}

static void
go_on (RemitImportDialog *dialog,
       const char *step)
{
  remit_import_dialog_go_on (dialog);
  wait_for_step (dialog, step);
}

static void
end (RemitImportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
}

static gint64
count (Fixture *fixture,
       RemitKind kind)
{
  return remit_store_count (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)), kind);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A plan is written, and read again into a workspace that has lost it. */
static void
test_plan (Fixture *fixture,
           gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "fraud.xml", NULL);
  g_autofree char *said = NULL;
  RemitImportDialog *dialog;

  remit_test_add_team (store, plan, "One");
  remit_export_write (GTK_WINDOW (fixture->window), workspace, plan, path);
  remit_test_wait (is_there, path);
  remit_test_settle ();
  said = g_strconcat ("Exported to ", path, NULL);
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);

  dialog = begin_import (fixture, path);
  wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "nothing would change"));
  end (dialog);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 0);
  dialog = begin_import (fixture, path);
  wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "1 team"));
  g_assert_cmpint (count (fixture, REMIT_KIND_PLAN), ==, 0);
  go_on (dialog, "result");
  end (dialog);
  g_assert_cmpint (count (fixture, REMIT_KIND_TEAM), ==, 1);
  g_assert_cmpint (remit_window_get_plan (fixture->window), ==, plan);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "<plan xmlns=\"urn:remit:plan:1\"",
    "<plan xmlns=\"urn:something:else\"/>",
    "  <?xml version=\"1.0\"?><!DOCTYPE plan [<!ENTITY a \"b\">]><plan>&a;</plan>",
  };
  g_autofree char *before = NULL;

  before = remit_test_dump (
    remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (fixture, "bad.xml", texts[i]);
      g_autofree char *after = NULL;
      RemitImportDialog *dialog = begin_import (fixture, path);

      wait_for_step (dialog, "refused");
      g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "bad.xml"));
      end (dialog);
      after = remit_test_dump (
        remit_workspace_get_store (remit_window_get_workspace (fixture->window)));
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_one_after_the_other (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *first = write_file (fixture, "first.xml", "<first/>");
  g_autofree char *second = write_file (fixture, "second.xml", "<second/>");
  RemitImportDialog *dialog = begin_import (fixture, first);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "s", second);
  wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "first.xml"));
  gtk_window_close (GTK_WINDOW (dialog));

  dialog = REMIT_IMPORT_DIALOG (remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG));
  wait_for_step (dialog, "refused");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "second.xml"));
  end (dialog);
}

static void
add_tests (void)
{
  g_test_add ("/app/import/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/app/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/app/import/one-after-the-other", Fixture, NULL, set_up, test_one_after_the_other,
              tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
