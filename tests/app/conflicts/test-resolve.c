/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of how a conflict is resolved: in which decision it ends, and who is accountable for it. */
#include "conflicts-fixture.h"

#include "conflicts/dialogs/remit-resolve-dialog.h"
#include "model/remit-right.h"
#include "plan/design/remit-design.h"

/* A conflict that is about to be resolved: by a compromise, in words. */
static GtkWidget *
begin_to_resolve (GtkWidget *inspector)
{
  GtkWidget *dialog;

  conflicts_fixture_step (inspector, "conflict.resolve");
  dialog = remit_test_wait_for_window (REMIT_TYPE_RESOLVE_DIALOG);
  adw_combo_row_set_selected (remit_test_get_child (dialog, "mode"), 2);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (remit_test_get_child (dialog, "text")),
                            "Half of each", -1);
  return dialog;
}

static void
accept (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static void
test_resolve (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict;
  GtkWidget *inspector, *dialog;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  dialog = begin_to_resolve (inspector);
  adw_combo_row_set_selected (remit_test_get_child (dialog, "ends_in"), 1);
  gtk_editable_set_text (remit_test_get_child (dialog, "new_title"), "Half of each");
  decisions_fixture_remember (f);
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  remit_test_settle ();
  conflicts_fixture_check (f, conflict, "resolved on 1");
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 4);
  /* conflict, decision and log are one thread */
  g_assert_true (remit_test_shows (inspector, "Half of each"));
}

/* A title of blanks is no title. */
static void
test_resolve_untitled (DecisionsFixture *f,
                       gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;
  gint64 conflict;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  dialog = begin_to_resolve (conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict));
  adw_combo_row_set_selected (remit_test_get_child (dialog, "ends_in"), 1);
  gtk_editable_set_text (remit_test_get_child (dialog, "new_title"), "  ");
  accept (dialog);
  g_assert_true (remit_test_shows (dialog, "Choose the resulting decision"));
  g_assert_cmpstr (remit_test_get_said (f->window), ==, "Choose the resulting decision");
  conflicts_fixture_check (f, conflict, "open on 1");

  gtk_editable_set_text (remit_test_get_child (dialog, "new_title"), " Half of each ");
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  conflicts_fixture_check (f, conflict, "resolved on 1");
  g_assert_nonnull (remit_design_find (f->workspace, REMIT_KIND_DECISION, f->plan, "Half of each",
                                       NULL));
}

/* Who is made accountable while another program writes keeps what that one has given. */
static void
test_resolve_later (DecisionsFixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) right = remit_right_create (f->plan, f->release, REMIT_KIND_SLOT, f->data,
                                                      REMIT_LETTER_C);
  g_auto (RemitTestOther) other = { NULL };
  GtkWidget *dialog;
  gint64 conflict;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  dialog = begin_to_resolve (conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict));
  adw_combo_row_set_selected (remit_test_get_child (dialog, "ends_in"), 2);
  g_signal_emit_by_name (remit_test_get_child (dialog, "decision_picker"), "picked", f->release);
  g_signal_emit_by_name (remit_test_get_child (dialog, "accountable_picker"), "picked", f->data);
  remit_test_other_hold (&other, f->window);
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  conflicts_fixture_check (f, conflict, "open on 1");

  g_assert_true (remit_edit_insert (other.edit, right, NULL));
  g_assert_true (remit_edit_commit (other.edit, NULL));
  remit_test_other_release (&other);
  remit_test_wait_until_made (f->window);
  conflicts_fixture_check (f, conflict, "resolved on 1");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "R/A/C");
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add (path, DecisionsFixture, NULL, conflicts_fixture_set_up, test, \
              conflicts_fixture_tear_down)
  ADD ("/conflicts/resolve/new", test_resolve);
  ADD ("/conflicts/resolve/untitled", test_resolve_untitled);
  ADD ("/conflicts/resolve/later", test_resolve_later);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
