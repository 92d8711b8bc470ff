/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rights that wait while another program holds the workspace: each changes the one letter that was
 * asked for, whatever the cell has by then. */
#include "decisions-fixture.h"

#include <string.h>

#include "decisions/page/remit-decision-page.h"
#include "model/remit-right.h"
#include "widgets/sections/remit-holder-picker.h"

typedef struct {
  DecisionsFixture f;
  RemitTestOther other;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  decisions_fixture_set_up (&self->f, data);
  remit_test_other_hold (&self->other, self->f.window);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remit_test_other_clear (&self->other);
  decisions_fixture_tear_down (&self->f, data);
}

/* The other program gives the data engineer a letter, and ends. */
static void
give_and_release (Fixture *self,
                  RemitLetter letter)
{
  g_autoptr (RemitRecord) right = remit_right_create (self->f.plan, self->f.release,
                                                      REMIT_KIND_SLOT, self->f.data, letter);

  g_assert_true (remit_edit_insert (self->other.edit, right, NULL));
  g_assert_true (remit_edit_commit (self->other.edit, NULL));
  decisions_fixture_remember (&self->f);
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
}

static void
check (Fixture *self,
       gint64 holder,
       const char *letters)
{
  assert_letters (&self->f, self->f.release, REMIT_KIND_SLOT, holder, letters);
}

static void
key (Fixture *self,
     guint keyval)
{
  g_assert_true (decisions_fixture_key (&self->f, keyval, 0));
}

/* ── The matrix ───────────────────────────────────────────────────────────────────────────── */

/* The second letter does not know of the first, which waits, too. */
static void
test_typed (Fixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (&self->f, self->f.release, self->f.product);
  key (self, GDK_KEY_r);
  key (self, GDK_KEY_slash);
  key (self, GDK_KEY_a);
  check (self, self->f.product, "");

  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  check (self, self->f.product, "R/A");
}

/* What is shown is empty all the time, and what was typed is taken back. */
static void
test_cleared (Fixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (&self->f, self->f.release, self->f.product);
  key (self, GDK_KEY_r);
  key (self, GDK_KEY_Delete);

  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  check (self, self->f.product, "");
}

static void
test_added (Fixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (&self->f, self->f.release, self->f.data);
  decisions_fixture_key (&self->f, GDK_KEY_A, GDK_SHIFT_MASK);

  give_and_release (self, REMIT_LETTER_C);
  check (self, self->f.data, "R/A/C");
  decisions_fixture_check_undo (&self->f);
}

static void
test_taken (Fixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (&self->f, self->f.release, self->f.data);
  decisions_fixture_key (&self->f, GDK_KEY_R, GDK_SHIFT_MASK);

  give_and_release (self, REMIT_LETTER_C);
  check (self, self->f.data, "C");
  decisions_fixture_check_undo (&self->f);
}

/* ── The page of a decision ───────────────────────────────────────────────────────────────── */

static GtkWidget *
show_rights (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.inspect", "(ix)",
                              (int) REMIT_KIND_DECISION, self->f.release);
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (self->f.window), REMIT_TYPE_DECISION_RIGHTS);
}

static void
test_picked (Fixture *self,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *rights = show_rights (self);
  /* the first letter is R, which the data engineer has */
  GtkWidget *picker = remit_test_find (rights, REMIT_TYPE_HOLDER_PICKER);

  g_signal_emit_by_name (picker, "picked", REMIT_KIND_SLOT, self->f.ml);
  remit_test_settle ();
  g_signal_emit_by_name (picker, "picked", REMIT_KIND_SLOT, self->f.data);

  give_and_release (self, REMIT_LETTER_C);
  check (self, self->f.ml, "R/A");
  check (self, self->f.data, "R/C");
}

static void
test_removed (Fixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *rights = show_rights (self);
  GPtrArray *all = remit_workspace_get_referring (self->f.workspace, REMIT_KIND_RIGHT,
                                                  REMIT_RIGHT_SLOT, self->f.data);

  gtk_widget_activate_action (rights, "rights.remove", "x", remit_entity_get_id (all->pdata[0]));

  give_and_release (self, REMIT_LETTER_C);
  check (self, self->f.data, "C");
  decisions_fixture_check_undo (&self->f);
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

/* A decision that waited does not take the keyboard from who writes something else by then. */
static void
test_new_decision (Fixture *self,
                   gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = remit_test_find (GTK_WIDGET (self->f.window), REMIT_TYPE_DECISIONS_VIEW);
  GtkWidget *other = remit_test_find (view, GTK_TYPE_DROP_DOWN);

  decisions_fixture_go (&self->f, self->f.release, self->f.product);
  gtk_widget_activate_action (view, "view.add-decision", NULL);
  gtk_widget_child_focus (other, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->f.window)), other));
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_cmpint (remit_test_count_rows (self->other.store, REMIT_KIND_DECISION), ==, 4);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->f.window)), other));

  decisions_fixture_go (&self->f, self->f.release, self->f.product);
  remit_test_other_hold (&self->other, self->f.window);
  gtk_widget_activate_action (view, "view.add-decision", NULL);
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_nonnull (strstr (decisions_fixture_get_spoken (&self->f), "New decision"));
}

static void
add_tests (void)
{
#define ADD(name, func) g_test_add ("/decisions/wait/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("typed", test_typed);
  ADD ("cleared", test_cleared);
  ADD ("added", test_added);
  ADD ("taken", test_taken);
  ADD ("picked", test_picked);
  ADD ("removed", test_removed);
  ADD ("new-decision", test_new_decision);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
