/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the board by keyboard: each drag's way without a pointer, and what is told on it. */
#include "board-fixture.h"
#include "inspector/remit-inspector.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-editor.h"

static GtkWidget *
get_focus (BoardFixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->window));
}

static gboolean
press (BoardFixture *f,
       guint keyval)
{
  return board_fixture_key (GTK_WIDGET (f->board), keyval, 0);
}

/* Takes the keyboard to the first team's head. */
static void
enter (BoardFixture *f)
{
  remit_board_show (f->board, f->ml);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (get_focus (f) == board_fixture_head (f, f->alpha));
}

static void
pick_up_from_pool (BoardFixture *f,
                   gint64 person)
{
  g_autoptr (RemitDrag) drag = board_fixture_drag (f, person, 0);

  g_signal_emit_by_name (f->pool, "pick-up", drag);
  remit_test_settle ();
  g_assert_true (remit_board_is_carrying (f->board));
}

static void
test_going (BoardFixture *f,
            gconstpointer data)
{
  enter (f);
  press (f, GDK_KEY_Down);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->ml));
  press (f, GDK_KEY_End);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->data));
  press (f, GDK_KEY_Right);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->product));
  press (f, GDK_KEY_Down);
  g_assert_true (get_focus (f) == board_fixture_chip (f, f->product, f->cleo_in_product));
  press (f, GDK_KEY_Up);
  press (f, GDK_KEY_Up);
  g_assert_true (get_focus (f) == board_fixture_head (f, f->beta));
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (get_focus (f) == board_fixture_head (f, f->alpha));
}

/* Only places that accept are visited, and each is told with what would happen there. */
static void
test_from_pool (BoardFixture *f,
                gconstpointer data)
{
  board_fixture_remember (f);
  pick_up_from_pool (f, f->cleo);
  board_fixture_check_said (f, "ML engineer in Alpha");
  board_fixture_check_said (f, "lacks SQL");
  press (f, GDK_KEY_Down);
  board_fixture_check_said (f, "Data engineer in Alpha");
  press (f, GDK_KEY_Tab);
  board_fixture_check_said (f, "Data engineer in Alpha");
  press (f, GDK_KEY_Return);
  g_assert_false (remit_board_is_carrying (f->board));
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->data), !=, 0);
  board_fixture_check_said (f, "Assign Cleo Sol");
  g_assert_true (get_focus (f)
                 == board_fixture_chip (f, f->data, board_fixture_find (f, f->cleo, f->data)));
  board_fixture_check_undo (f);
}

static void
test_escape (BoardFixture *f,
             gconstpointer data)
{
  board_fixture_remember (f);
  enter (f);
  pick_up_from_pool (f, f->ada);
  press (f, GDK_KEY_Right);
  board_fixture_check_said (f, "Product manager in Beta");
  press (f, GDK_KEY_Escape);
  g_assert_false (remit_board_is_carrying (f->board));
  board_fixture_check_said (f, "Move of Ada Lovelace cancelled");
  board_fixture_check_same (f);
}

static void
go_to_cleo (BoardFixture *f)
{
  remit_board_show (f->board, f->product);
  press (f, GDK_KEY_Down);
  g_assert_true (get_focus (f) == board_fixture_chip (f, f->product, f->cleo_in_product));
}

static void
test_move (BoardFixture *f,
           gconstpointer data)
{
  board_fixture_remember (f);
  go_to_cleo (f);
  press (f, GDK_KEY_space);
  press (f, GDK_KEY_Left);
  board_fixture_check_said (f, "in Alpha");
  press (f, GDK_KEY_Up);
  board_fixture_check_said (f, "ML engineer in Alpha");
  press (f, GDK_KEY_space);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->ml), ==, f->cleo_in_product);
  g_assert_true (get_focus (f) == board_fixture_chip (f, f->ml, f->cleo_in_product));
  board_fixture_check_undo (f);
}

static gboolean
is_in_editor (gpointer data)
{
  GtkWidget *focus = get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, REMIT_TYPE_EDITOR) != NULL;
}

/* F2 leads to the first field of what the cursor is on, and Escape back. */
static void
test_inspect (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *inspector;

  go_to_cleo (f);
  press (f, GDK_KEY_F2);
  inspector = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);
  remit_test_wait (is_in_editor, f);
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), inspector));
  gtk_widget_activate_action (inspector, "win.close-inspector", NULL);
  g_assert_true (get_focus (f) == board_fixture_chip (f, f->product, f->cleo_in_product));
}

/* With Ctrl she is in both. */
static void
test_also (BoardFixture *f,
           gconstpointer data)
{
  board_fixture_remember (f);
  go_to_cleo (f);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (remit_board_is_carrying (f->board));
  press (f, GDK_KEY_space);
  g_assert_true (remit_test_shows (GTK_WIDGET (f->window), "Ctrl+Enter assigns there as well"));
  press (f, GDK_KEY_Left);
  press (f, GDK_KEY_Up);
  board_fixture_check_said (f, "ML engineer in Alpha");
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, f->cleo_in_product);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->ml), !=, 0);
  board_fixture_check_undo (f);
}

static void
test_take_out (BoardFixture *f,
               gconstpointer data)
{
  board_fixture_remember (f);
  go_to_cleo (f);
  press (f, GDK_KEY_Delete);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->product));
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  go_to_cleo (f);
  press (f, GDK_KEY_space);
  press (f, GDK_KEY_Delete);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  board_fixture_check_same (f);
}

static void
test_allocation (BoardFixture *f,
                 gconstpointer data)
{
  RemitEntity *assignment = remit_workspace_get (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                 f->cleo_in_product);

  board_fixture_remember (f);
  go_to_cleo (f);
  press (f, GDK_KEY_plus);
  g_assert_cmpint (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION), ==, 70);
  board_fixture_check_said (f, "70");
  board_fixture_check_undo (f);
  press (f, GDK_KEY_minus);
  g_assert_cmpint (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION), ==, 60);
}

static void
test_swap (BoardFixture *f,
           gconstpointer data)
{
  gint64 ada = remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml,
                                          f->ada, 100);

  board_fixture_remember (f);
  go_to_cleo (f);
  press (f, GDK_KEY_s);
  g_assert_true (remit_board_is_carrying (f->board));
  board_fixture_check_said (f, "Swap with Ada Lovelace");
  press (f, GDK_KEY_Tab);
  press (f, GDK_KEY_Return);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->ml), ==, f->cleo_in_product);
  g_assert_cmpint (board_fixture_find (f, f->ada, f->product), ==, ada);
  board_fixture_check_said (f, "Swap Cleo Sol and Ada Lovelace");
  board_fixture_check_undo (f);
}

static void
test_swap_with_nobody (BoardFixture *f,
                       gconstpointer data)
{
  board_fixture_remember (f);
  go_to_cleo (f);
  press (f, GDK_KEY_s);
  g_assert_false (remit_board_is_carrying (f->board));
  board_fixture_check_same (f);
}

static gint64
get_slot_at (BoardFixture *f,
             gint64 team,
             guint place)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, team);

  return place < slots->len ? remit_entity_get_id (g_ptr_array_index (slots, place)) : 0;
}

static void
test_reorder (BoardFixture *f,
              gconstpointer data)
{
  g_autoptr (GPtrArray) teams = NULL;

  board_fixture_remember (f);
  remit_board_show (f->board, f->ml);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpint (get_slot_at (f, f->alpha, 1), ==, f->ml);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->ml));
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpint (remit_entity_get_integer (remit_workspace_get (f->workspace, REMIT_KIND_SLOT,
                                                                  f->ml),
                                             REMIT_SLOT_TEAM),
                   ==, f->beta);
  board_fixture_check_undo (f);

  enter (f);
  board_fixture_remember (f);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, GDK_CONTROL_MASK);
  teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 1)), ==, f->alpha);
  g_assert_true (get_focus (f) == board_fixture_head (f, f->alpha));
  board_fixture_check_undo (f);
}

static void
test_carry_slot (BoardFixture *f,
                 gconstpointer data)
{
  board_fixture_remember (f);
  remit_board_show (f->board, f->ml);
  press (f, GDK_KEY_space);
  board_fixture_check_said (f, "Alpha, position 1");
  press (f, GDK_KEY_Right);
  board_fixture_check_said (f, "Beta, position 1");
  press (f, GDK_KEY_Down);
  board_fixture_check_said (f, "Beta, position 2");
  press (f, GDK_KEY_Return);
  g_assert_cmpint (get_slot_at (f, f->beta, 1), ==, f->ml);
  g_assert_true (get_focus (f) == board_fixture_card (f, f->ml));
  board_fixture_check_undo (f);
}

static void
test_carry_team (BoardFixture *f,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) teams = NULL;

  enter (f);
  board_fixture_remember (f);
  press (f, GDK_KEY_space);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Return);
  teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 1)), ==, f->alpha);
  board_fixture_check_undo (f);
}

/* Somebody else deletes what is carried, or where it was to go. */
static void
test_deleted (BoardFixture *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  go_to_cleo (f);
  press (f, GDK_KEY_space);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, &error));
  remit_test_settle ();
  g_assert_false (remit_board_is_carrying (f->board));
  board_fixture_check_said (f, "cancelled");

  pick_up_from_pool (f, f->ada);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->ml, &error));
  remit_test_settle ();
  g_assert_true (remit_board_is_carrying (f->board));
  board_fixture_check_said (f, "Data engineer in Alpha");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->alpha, &error));
  remit_test_settle ();
  g_assert_false (remit_board_is_carrying (f->board));
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/keys/going", test_going },
    { "/app/board/keys/from-pool", test_from_pool },
    { "/app/board/keys/escape", test_escape },
    { "/app/board/keys/move", test_move },
    { "/app/board/keys/inspect", test_inspect },
    { "/app/board/keys/also", test_also },
    { "/app/board/keys/take-out", test_take_out },
    { "/app/board/keys/allocation", test_allocation },
    { "/app/board/keys/swap", test_swap },
    { "/app/board/keys/swap-with-nobody", test_swap_with_nobody },
    { "/app/board/keys/reorder", test_reorder },
    { "/app/board/keys/carry-slot", test_carry_slot },
    { "/app/board/keys/carry-team", test_carry_team },
    { "/app/board/keys/deleted", test_deleted },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, BoardFixture, NULL, board_fixture_set_up, tests[i].test,
                board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
