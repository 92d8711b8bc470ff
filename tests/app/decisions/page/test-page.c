/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision's page: rights, log, outcome and override, succession; and the library. */
#include "decisions-fixture.h"

#include "decisions/page/remit-decision-page.h"
#include "decisions/page/remit-record-dialog.h"
#include "exchange/remit-import-dialog.h"
#include "inspector/remit-inspector.h"
#include "library/remit-library-dialog.h"
#include "plan/decide/remit-decide.h"
#include "plan/design/remit-design.h"

static GtkWidget *
inspect (DecisionsFixture *f,
         gint64 decision)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)",
                              (int) REMIT_KIND_DECISION, decision);
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);
}

static void
test_rights (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = inspect (f, f->release);
  GtkWidget *rights = remit_test_find (page, REMIT_TYPE_DECISION_RIGHTS);

  g_assert_true (remit_test_shows (rights, "A · Accountable"));
  g_assert_true (remit_test_shows (rights, "ML engineer"));
  g_assert_true (remit_test_shows (rights, "Ada Lovelace"));
  g_assert_true (remit_test_shows (rights, "Vacant today"));
  g_assert_true (remit_test_shows (page, "Decider:"));

  /* what is taken away is gone from the page, too */
  decisions_fixture_remember (f);
  g_signal_emit_by_name (remit_test_find_tip (rights, "Remove Right From Data engineer"),
                         "clicked");
  remit_test_settle ();
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "");
  g_assert_null (remit_test_find_tip (rights, "Remove Right From Data engineer"));
  decisions_fixture_check_undo (f);
}

static void
set_text (GtkWidget *dialog,
          const char *name,
          const char *text)
{
  GtkWidget *view = GTK_WIDGET (gtk_widget_get_template_child (dialog, REMIT_TYPE_RECORD_DIALOG,
                                                               name));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static GtkWidget *
record (DecisionsFixture *f,
        gint64 decision,
        const char *kind)
{
  GtkWidget *page = inspect (f, decision);
  GtkWidget *log = remit_test_find (page, REMIT_TYPE_DECISION_LOG);

  gtk_widget_activate_action (log, "log.record", "s", kind);
  return remit_test_wait_for_window (REMIT_TYPE_RECORD_DIALOG);
}

static GtkWidget *
find_button (GtkWidget *root,
             const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, text);
  return found;
}

static void
click (GtkWidget *root,
       const char *text)
{
  g_signal_emit_by_name (find_button (root, text), "clicked");
  remit_test_settle ();
}

static gint64
get_status (DecisionsFixture *f,
            gint64 decision)
{
  return remit_entity_get_integer (
    remit_workspace_get (f->workspace, REMIT_KIND_DECISION, decision), REMIT_DECISION_STATUS);
}

static void
test_input (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = record (f, f->release, "input");

  /* there has to be something */
  click (dialog, "_Record");
  g_assert_true (remit_test_shows (dialog, "Enter a statement"));
  g_assert_cmpstr (remit_test_get_said (f->window), ==, "Enter a statement");
  set_text (dialog, "text", "Test it at night");
  click (dialog, "_Record");
  remit_test_wait_for_no_window (REMIT_TYPE_RECORD_DIALOG);
  g_assert_true (remit_test_shows (inspect (f, f->release), "Test it at night"));
  g_assert_cmpint (get_status (f, f->release), ==, REMIT_DECISION_STATUS_PROPOSED);
}

/* Whoever has no right is told whose it is, and has to say why. */
static void
test_override (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;
  g_autoptr (GPtrArray) log = NULL;

  dialog = record (f, f->release, "outcome");
  g_assert_true (remit_test_shows (dialog, "Ada Lovelace"));
  g_assert_true (remit_test_shows (dialog, "override"));
  set_text (dialog, "text", "It has to be today");
  click (dialog, "_Record");
  g_assert_cmpint (get_status (f, f->release), ==, REMIT_DECISION_STATUS_PROPOSED);
  set_text (dialog, "override", "Ada is on a plane");
  click (dialog, "_Record");
  remit_test_wait_for_no_window (REMIT_TYPE_RECORD_DIALOG);
  g_assert_cmpint (get_status (f, f->release), ==, REMIT_DECISION_STATUS_ACCEPTED);
  log = remit_design_get_parts (f->workspace, REMIT_KIND_DECISION_EVENT, f->release);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (remit_entity_get_text (log->pdata[0], REMIT_DECISION_EVENT_OVERRIDE), ==,
                   "Ada is on a plane");
  g_assert_true (remit_test_shows (inspect (f, f->release), "Ada is on a plane"));
}

/* Succession is shown at both ends. */
static void
test_supersede (DecisionsFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  RemitLogEntry entry = { .decision = f->release, .kind = REMIT_DECISION_EVENT_OUTCOME,
                          .result = REMIT_RESULT_ACCEPTED, .person = f->ada, .text = "Yes" };
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  gint64 successor;

  g_assert_cmpint (remit_decide_log (f->workspace, &entry, &error), !=, 0);
  g_assert_no_error (error);
  page = inspect (f, f->release);
  g_assert_true (remit_test_shows (page, "Supersede…"));
  successor = remit_decide_supersede (f->workspace, f->release, "Release 2", &error);
  g_assert_no_error (error);
  remit_test_settle ();
  g_assert_true (remit_test_shows (page, "Superseded by Release 2"));
  page = inspect (f, successor);
  g_assert_true (remit_test_shows (page, "Supersedes Release"));
}

static void
search (GtkWidget *dialog,
        const char *words)
{
  GtkWidget *entry = remit_test_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_library (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;
  RemitRightsCount count;

  decisions_fixture_remember (f);
  gtk_widget_activate_action (
    remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_DECISIONS_VIEW), "view.take-decisions",
    NULL);
  dialog = remit_test_wait_for_window (REMIT_TYPE_LIBRARY_DIALOG);
  g_assert_true (remit_test_shows (dialog, "Release the model"));
  g_assert_true (remit_test_shows (dialog, "Missing"));
  search (dialog, "nothing has these words");
  g_assert_true (remit_test_shows (dialog, "No Matching Entries"));
  search (dialog, "");
  click (dialog, "_Select All");
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, REMIT_TYPE_LIBRARY_DIALOG, "take"),
                         "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_LIBRARY_DIALOG);
  remit_rights_grid_count (f->grid, &count);
  g_assert_cmpuint (count.n_decisions, >, 60);
  decisions_fixture_check_undo (f);
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_at_step (RemitImportDialog *dialog,
            const char *step)
{
  return g_str_equal (remit_import_dialog_get_step (dialog), step);
}

static gboolean
is_matrix (gpointer dialog)
{
  return is_at_step (dialog, "matrix");
}

static gboolean
is_preview (gpointer dialog)
{
  return is_at_step (dialog, "preview");
}

static gboolean
is_result (gpointer dialog)
{
  return is_at_step (dialog, "result");
}

static void
test_import (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "raci.csv", NULL);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "Decision,Team,Data engineer,Somebody\n"
                                            "Release,Alpha,C,A\nTest,Alpha,R/A,C\n", -1, NULL));
  decisions_fixture_remember (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.import-matrix-file", "s", path);
  dialog = remit_test_wait_for_window (REMIT_TYPE_IMPORT_DIALOG);
  remit_test_wait (is_matrix, dialog);
  g_assert_true (remit_test_shows (dialog, "Unknown Columns"));
  g_assert_true (remit_test_shows (dialog, "Somebody"));
  remit_import_dialog_go_on (REMIT_IMPORT_DIALOG (dialog));
  remit_test_wait (is_preview, dialog);
  remit_import_dialog_go_on (REMIT_IMPORT_DIALOG (dialog));
  remit_test_wait (is_result, dialog);
  remit_import_dialog_go_on (REMIT_IMPORT_DIALOG (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_IMPORT_DIALOG);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "C");
  decisions_fixture_check_undo (f);
}

static void
add_tests (void)
{
#define add(name, test) decisions_fixture_add ("/decisions/page/" name, test)
  add ("rights", test_rights);
  add ("input", test_input);
  add ("override", test_override);
  add ("supersede", test_supersede);
  add ("library", test_library);
  add ("import", test_import);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
