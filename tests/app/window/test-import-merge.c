/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a plan that was changed here and in its file: what the preview lets one choose. */
#include "exchange/remit-exporter.h"
#include "remit-import-test.h"

typedef struct {
  gint64 plan, alpha, beta;
  char *path;
} Plan;

static void
set_name (RemitTestWindow *fixture,
          gint64 team,
          const char *name)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Change", NULL);

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME, name, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  remit_test_refresh (fixture->workspace);
}

static char *
dup_name (RemitTestWindow *fixture,
          gint64 team)
{
  g_autoptr (RemitRecord) record = remit_store_load (fixture->store, REMIT_KIND_TEAM, team, NULL);

  return g_strdup (record != NULL ? remit_record_get_text (record, REMIT_TEAM_NAME) : NULL);
}

static void
assert_name (RemitTestWindow *fixture,
             gint64 team,
             const char *expected)
{
  g_autofree char *name = dup_name (fixture, team);

  g_assert_cmpstr (name, ==, expected);
}

/* Alpha is called “Ours” here by now, and both in the file “Theirs”. */
static Plan
make_plan (RemitTestWindow *fixture)
{
  Plan self = { .plan = remit_test_add_plan (fixture->store, "Fraud") };
  RemitExport export = { .store = fixture->store, .plan = self.plan };

  self.alpha = remit_test_add_team (fixture->store, self.plan, "Alpha");
  self.beta = remit_test_add_team (fixture->store, self.plan, "Beta");
  self.path = g_build_filename (fixture->folder, "plan.xml", NULL);
  g_assert_true (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export,
                                       self.path, NULL));
  remit_test_replace (self.path, "\"Alpha\"", "\"Theirs\"");
  remit_test_replace (self.path, "\"Beta\"", "\"Theirs\"");
  set_name (fixture, self.alpha, "Ours");
  return self;
}

/* Presses the box beside a text in a list that is open, or is opened. */
static void
toggle (RemitImportDialog *dialog,
        const char *text)
{
  GtkWidget *check;

  import_test_open_all (GTK_WIDGET (dialog));
  remit_test_wait_for_text (GTK_WIDGET (dialog), text);
  check = gtk_widget_get_ancestor (remit_test_find_text (GTK_WIDGET (dialog), text),
                                   GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  remit_test_settle ();
}

static void
test_kept (RemitTestWindow *fixture,
           gconstpointer data)
{
  Plan plan = make_plan (fixture);
  RemitImportDialog *dialog = import_test_begin (fixture, plan.path);

  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Kept as it is here: 1 row"));
  remit_test_wait_for_text (GTK_WIDGET (dialog), "Changed here and in the file");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  assert_name (fixture, plan.alpha, "Ours");
  assert_name (fixture, plan.beta, "Theirs");
  g_free (plan.path);
}

/* What is chosen is looked at anew, and done. */
static void
test_chosen (RemitTestWindow *fixture,
             gconstpointer data)
{
  Plan plan = make_plan (fixture);
  RemitImportDialog *dialog = import_test_begin (fixture, plan.path);

  import_test_wait_for_step (dialog, "preview");
  toggle (dialog, "Ours → Theirs");
  toggle (dialog, "Beta → Theirs");
  import_test_press (dialog, "_Preview");
  import_test_wait_for_step (dialog, "preview");
  remit_test_wait_for_text (GTK_WIDGET (dialog), "Not chosen");
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  assert_name (fixture, plan.alpha, "Theirs");
  assert_name (fixture, plan.beta, "Beta");
  g_free (plan.path);
}

/* With nothing chosen there is nothing to import. */
static void
test_nothing (RemitTestWindow *fixture,
              gconstpointer data)
{
  Plan plan = make_plan (fixture);
  RemitImportDialog *dialog = import_test_begin (fixture, plan.path);

  import_test_wait_for_step (dialog, "preview");
  toggle (dialog, "Beta → Theirs");
  import_test_press (dialog, "_Preview");
  remit_test_wait_for_text (GTK_WIDGET (dialog), "Nothing is chosen to be imported.");
  g_assert_false (import_test_can_go_on (dialog));
  import_test_end (dialog);
  assert_name (fixture, plan.beta, "Beta");
  g_free (plan.path);
}

#define ADD(name, function) \
  g_test_add ("/app/import-merge/" name, RemitTestWindow, NULL, remit_test_window_set_up, \
              function, remit_test_window_tear_down)

static void
add_tests (void)
{
  ADD ("kept", test_kept);
  ADD ("chosen", test_chosen);
  ADD ("nothing", test_nothing);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
