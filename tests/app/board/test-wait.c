/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of edits that wait while another program holds the workspace: none is lost, none is made
 * twice, and they keep their order. */
#include "board-fixture.h"
#include "plan/design/remit-design.h"

#define WAITS "Your change is waiting"

typedef struct {
  BoardFixture f;
  RemitTestOther other;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  board_fixture_set_up (&self->f, data);
  board_fixture_remember (&self->f);
  remit_test_other_hold (&self->other, self->f.window);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remit_test_other_clear (&self->other);
  board_fixture_tear_down (&self->f, data);
}

static void
drop (Fixture *self,
      gint64 person,
      gint64 slot)
{
  g_assert_true (board_fixture_drop (GTK_WIDGET (self->f.board),
                                     board_fixture_card (&self->f, slot), 0.5, 0.5,
                                     board_fixture_drag (&self->f, person, 0)));
}

static void
test_drop (Fixture *self,
           gconstpointer data)
{
  drop (self, self->f.ada, self->f.ml);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ada, self->f.ml), ==, 0);
  remit_test_find_text (GTK_WIDGET (self->f.window), WAITS);
  board_fixture_check_said (&self->f, WAITS);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ada, self->f.ml), ==, 0);

  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ada, self->f.ml), !=, 0);
  board_fixture_check_said (&self->f, "Assign Ada Lovelace");
  board_fixture_check_undo (&self->f);
}

static void
test_given_up (Fixture *self,
               gconstpointer data)
{
  drop (self, self->f.ada, self->f.ml);
  drop (self, self->f.ben, self->f.data);
  remit_test_find_text (GTK_WIDGET (self->f.window), WAITS);
  remit_test_give_up (self->f.window);
  g_assert_true (remit_test_waits_for_nothing (self->f.window));
  board_fixture_check_said (&self->f, "Nothing was changed");

  remit_test_other_release (&self->other);
  remit_test_settle ();
  board_fixture_check_same (&self->f);
}

/* What comes later waits behind what came first, undo as well as edits. */
static void
test_order (Fixture *self,
            gconstpointer data)
{
  drop (self, self->f.ada, self->f.ml);
  drop (self, self->f.ben, self->f.data);
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.undo", NULL);
  remit_test_find_text (GTK_WIDGET (self->f.window), WAITS);

  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ada, self->f.ml), !=, 0);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ben, self->f.data), ==, 0);
  board_fixture_check_said (&self->f, "Undone: Assign Ben Okri");
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.redo", NULL);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ben, self->f.data), !=, 0);
}

/* Who writes in the end may have made impossible what waits: that is said, and the rest done. */
static void
test_refused (Fixture *self,
              gconstpointer data)
{
  drop (self, self->f.ada, self->f.ml);
  drop (self, self->f.ben, self->f.data);
  g_assert_true (remit_edit_delete (self->other.edit, REMIT_KIND_PERSON, self->f.ada, NULL));
  g_assert_true (remit_edit_commit (self->other.edit, NULL));
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_null (remit_workspace_get (self->f.workspace, REMIT_KIND_PERSON, self->f.ada));
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ben, self->f.data), !=, 0);
}

static void
test_undo_alone (Fixture *self,
                 gconstpointer data)
{
  const char *top = remit_workspace_get_undo_label (self->f.workspace);
  g_autofree char *said = g_strdup_printf ("Undone: %s", top);

  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.undo", NULL);
  remit_test_find_text (GTK_WIDGET (self->f.window), WAITS);
  board_fixture_check_same (&self->f);
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  board_fixture_check_said (&self->f, said);
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.redo", NULL);
  board_fixture_check_same (&self->f);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

/* The window stays until what waits is done. */
static void
test_close (Fixture *self,
            gconstpointer data)
{
  gpointer window = self->f.window;
  gint64 before = remit_test_count_rows (self->other.store, REMIT_KIND_ASSIGNMENT);

  g_object_add_weak_pointer (G_OBJECT (self->f.window), &window);
  drop (self, self->f.ada, self->f.ml);
  gtk_window_close (window);
  remit_test_settle ();
  g_assert_nonnull (window);
  g_assert_true (remit_test_shows (window, "The window closes"));

  remit_test_other_release (&self->other);
  remit_test_wait (is_gone, &window);
  g_assert_cmpint (remit_test_count_rows (self->other.store, REMIT_KIND_ASSIGNMENT), ==,
                   before + 1);
  self->f.window = remit_test_app_open (self->f.folder);
  self->f.board = REMIT_BOARD (remit_test_find (GTK_WIDGET (self->f.window), REMIT_TYPE_BOARD));
  self->f.pool = REMIT_POOL (remit_test_find (GTK_WIDGET (self->f.window), REMIT_TYPE_POOL));
}

/* Who gives up what waits keeps the window, too, and sees that nothing was changed. */
static void
test_close_given_up (Fixture *self,
                     gconstpointer data)
{
  drop (self, self->f.ada, self->f.ml);
  gtk_window_close (GTK_WINDOW (self->f.window));
  remit_test_give_up (self->f.window);
  remit_test_other_release (&self->other);
  remit_test_settle ();
  board_fixture_check_same (&self->f);
}

/* A window that was to close stays when a change is refused, which is to be seen. */
static void
test_close_refused (Fixture *self,
                    gconstpointer data)
{
  gpointer window = self->f.window;

  g_object_add_weak_pointer (G_OBJECT (self->f.window), &window);
  drop (self, self->f.ada, self->f.ml);
  drop (self, self->f.ben, self->f.data);
  gtk_window_close (window);
  g_assert_true (remit_edit_delete (self->other.edit, REMIT_KIND_PERSON, self->f.ada, NULL));
  g_assert_true (remit_edit_commit (self->other.edit, NULL));
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  remit_test_settle ();
  g_assert_nonnull (window);
  g_object_remove_weak_pointer (G_OBJECT (self->f.window), &window);
  g_assert_cmpint (board_fixture_find (&self->f, self->f.ben, self->f.data), !=, 0);
}

/* A dialog is not in the way of the words, and loses nothing that was entered. */
static void
test_dialog (Fixture *self,
             gconstpointer data)
{
  GtkWidget *dialog;
  GType type;

  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_SLOT, self->f.ml);
  type = g_type_from_name ("RemitRaiseDialog");
  dialog = remit_test_wait_for_window (type);
  gtk_editable_set_text (GTK_EDITABLE (remit_test_find (dialog, ADW_TYPE_ENTRY_ROW)), "Priorities");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_wait_for_no_window (type);
  remit_test_find_text (GTK_WIDGET (self->f.window), WAITS);
  remit_test_give_up (self->f.window);
  g_assert_true (remit_test_wait_for_window (type) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (remit_test_find (dialog,
                                                                        ADW_TYPE_ENTRY_ROW))),
                   ==, "Priorities");

  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_cmpint (remit_test_count_rows (self->other.store, REMIT_KIND_CONFLICT), ==, 1);
  /* a conflict leaves its log behind */
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.undo", NULL);
  board_fixture_check_said (&self->f, "Undone: Raise conflict Priorities");
  gtk_widget_activate_action (GTK_WIDGET (self->f.window), "win.redo", NULL);
  board_fixture_check_said (&self->f, "Redone: Raise conflict Priorities");
}

/* ── Allocation ───────────────────────────────────────────────────────────────────────────── */

static void
go_to_cleo (Fixture *self)
{
  remit_board_show (self->f.board, self->f.product);
  board_fixture_key (GTK_WIDGET (self->f.board), GDK_KEY_Down, 0);
}

static void
check_cleo (Fixture *self,
            guint field,
            gint64 expected)
{
  RemitEntity *cleo = remit_workspace_get (self->f.workspace, REMIT_KIND_ASSIGNMENT,
                                           self->f.cleo_in_product);

  g_assert_cmpint (remit_entity_get_integer (cleo, field), ==, expected);
}

/* Each step is taken from what the one before has led to. */
static void
test_steps (Fixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 first = remit_entity_get_integer (
    remit_workspace_get (self->f.workspace, REMIT_KIND_ASSIGNMENT, self->f.cleo_in_product),
    REMIT_ASSIGNMENT_ALLOCATION);

  go_to_cleo (self);
  board_fixture_key (GTK_WIDGET (self->f.board), GDK_KEY_minus, 0);
  board_fixture_key (GTK_WIDGET (self->f.board), GDK_KEY_minus, 0);
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  check_cleo (self, REMIT_ASSIGNMENT_ALLOCATION, first - 20);
}

/* Who was moved while an allocation waited stays where they are. */
static void
test_allocation (Fixture *self,
                 gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;

  go_to_cleo (self);
  gtk_widget_activate_action (GTK_WIDGET (self->f.board), "board.allocate", NULL);
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (remit_test_find (dialog, GTK_TYPE_SPIN_BUTTON)), 30);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "change");
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_true (remit_edit_set_integer (self->other.edit, REMIT_KIND_ASSIGNMENT,
                                         self->f.cleo_in_product, REMIT_ASSIGNMENT_SLOT,
                                         self->f.data, NULL));
  g_assert_true (remit_edit_commit (self->other.edit, NULL));
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  check_cleo (self, REMIT_ASSIGNMENT_ALLOCATION, 30);
  check_cleo (self, REMIT_ASSIGNMENT_SLOT, self->f.data);
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

static void
press_alt (Fixture *self,
           guint keyval)
{
  board_fixture_key (GTK_WIDGET (self->f.board), keyval, GDK_ALT_MASK);
}

/* Two steps lead two places on, and what leads out and back again leads back. */
static void
test_reorder (Fixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitEntity *ml = remit_workspace_get (self->f.workspace, REMIT_KIND_SLOT, self->f.ml);
  g_autoptr (GPtrArray) slots = NULL;

  remit_test_other_release (&self->other);
  remit_test_add_slot (remit_workspace_get_store (self->f.workspace), self->f.plan, self->f.alpha,
                       remit_entity_get_integer (ml, REMIT_SLOT_ROLE));
  remit_test_settle ();
  remit_test_other_hold (&self->other, self->f.window);
  remit_board_show (self->f.board, self->f.ml);
  press_alt (self, GDK_KEY_Down);
  press_alt (self, GDK_KEY_Down);
  press_alt (self, GDK_KEY_Right);
  press_alt (self, GDK_KEY_Left);
  press_alt (self, GDK_KEY_Left);
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  slots = remit_design_get_parts (self->f.workspace, REMIT_KIND_SLOT, self->f.alpha);
  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_true (slots->pdata[1] == ml);
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->f.window));
}

static void
release_and_check (Fixture *self,
                   RemitKind kind,
                   guint expected)
{
  remit_test_other_release (&self->other);
  remit_test_wait_until_made (self->f.window);
  g_assert_cmpint (remit_test_count_rows (self->other.store, kind), ==, expected);
}

/* What is new is gone to by who waits for it, and lets alone who writes something else. */
static void
test_duplicate (Fixture *self,
                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *focus;

  remit_board_show (self->f.board, self->f.ml);
  focus = get_focus (self);
  gtk_widget_activate_action (GTK_WIDGET (self->f.board), "board.duplicate", NULL);
  release_and_check (self, REMIT_KIND_SLOT, 4);
  g_assert_true (get_focus (self) != focus);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (self->f.board)));

  remit_test_other_hold (&self->other, self->f.window);
  gtk_widget_activate_action (GTK_WIDGET (self->f.board), "board.duplicate", NULL);
  remit_pool_focus_search (self->f.pool);
  focus = get_focus (self);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->f.pool)));
  release_and_check (self, REMIT_KIND_SLOT, 5);
  g_assert_true (get_focus (self) == focus);
}

static void
test_add_team (Fixture *self,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *focus;

  remit_board_show (self->f.board, self->f.ml);
  gtk_widget_activate_action (GTK_WIDGET (self->f.board), "view.add-team", NULL);
  remit_pool_focus_search (self->f.pool);
  focus = get_focus (self);
  release_and_check (self, REMIT_KIND_TEAM, 3);
  g_assert_true (get_focus (self) == focus);
  board_fixture_check_said (&self->f, "Add team New team");

  remit_board_show (self->f.board, self->f.ml);
  remit_test_other_hold (&self->other, self->f.window);
  gtk_widget_activate_action (GTK_WIDGET (self->f.board), "view.add-team", NULL);
  release_and_check (self, REMIT_KIND_TEAM, 4);
  /* its name can be typed at once */
  g_assert_true (GTK_IS_TEXT (get_focus (self)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (self))), ==, "New team");
}

static void
add_tests (void)
{
#define ADD(name, func) g_test_add ("/board/wait/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("drop", test_drop);
  ADD ("given-up", test_given_up);
  ADD ("order", test_order);
  ADD ("refused", test_refused);
  ADD ("undo-alone", test_undo_alone);
  ADD ("close", test_close);
  ADD ("close-given-up", test_close_given_up);
  ADD ("close-refused", test_close_refused);
  ADD ("dialog", test_dialog);
  ADD ("steps", test_steps);
  ADD ("allocation", test_allocation);
  ADD ("reorder", test_reorder);
  ADD ("duplicate", test_duplicate);
  ADD ("add-team", test_add_team);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
