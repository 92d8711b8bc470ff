/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the board's menus do, of the dialogs they open, and of what they are to assistive
 * technology. */
#include "board-fixture.h"
#include "board/cards/remit-team-column.h"
#include "board/dialogs/remit-board-dialogs.h"
#include "board/pool/remit-pool-row.h"
#include "plan/design/remit-design.h"

static void
act (BoardFixture *f,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), action, NULL));
  remit_test_settle ();
}

/* Takes the cursor to Cleo in her slot. */
static void
go_to_cleo (BoardFixture *f)
{
  remit_board_show (f->board, f->product);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Down, 0);
}

static void
test_allocation (BoardFixture *f,
                 gconstpointer data)
{
  GtkWidget *dialog, *spin;
  RemitEntity *assignment = remit_workspace_get (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                 f->cleo_in_product);

  board_fixture_remember (f);
  go_to_cleo (f);
  act (f, "board.allocate");
  dialog = remit_test_wait_for_window (REMIT_TYPE_ALLOCATION_DIALOG);
  spin = remit_test_find (dialog, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 60);
  g_assert_false (
    adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "change"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 130);
  g_assert_true (remit_test_shows (dialog, "130 %"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "change");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_ALLOCATION_DIALOG);
  g_assert_cmpint (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION), ==, 130);
  board_fixture_check_undo (f);
}

static void
answer (const char *response)
{
  GtkWidget *dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_true (remit_test_shows (dialog, "1 assignment"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* With nobody in it, a slot goes at once; with somebody, one is asked. */
static void
test_delete (BoardFixture *f,
             gconstpointer data)
{
  board_fixture_remember (f);
  remit_board_show (f->board, f->data);
  act (f, "board.remove");
  g_assert_null (remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->data));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == board_fixture_card (f, f->ml));
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  remit_board_show (f->board, f->product);
  act (f, "board.remove");
  answer ("cancel");
  board_fixture_check_same (f);
  act (f, "board.remove");
  answer ("delete");
  g_assert_null (remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->product));
  board_fixture_check_undo (f);
}

static void
test_duplicate (BoardFixture *f,
                gconstpointer data)
{
  g_autoptr (GPtrArray) slots = NULL;

  board_fixture_remember (f);
  remit_board_show (f->board, f->ml);
  act (f, "board.duplicate");
  slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, f->alpha);
  g_assert_cmpuint (slots->len, ==, 3);
  board_fixture_check_undo (f);
}

/* A team's menu is about its team, wherever the keyboard is. */
static void
test_team (BoardFixture *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) teams = NULL;

  board_fixture_remember (f);
  remit_board_show (f->board, f->ml);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.team", "x", f->beta);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.reorder", "i", (int) GTK_DIR_LEFT);
  remit_test_settle ();
  teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 0)), ==, f->beta);
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.team", "x", f->beta);
  act (f, "board.remove");
  answer ("delete");
  g_assert_null (remit_workspace_get (f->workspace, REMIT_KIND_TEAM, f->beta));
  board_fixture_check_undo (f);
}

/* Chooses an item of a menu that is open, as Enter and a click do. */
static void
choose (GtkWidget *parent,
        const char *item)
{
  GtkWidget *label = remit_test_find_text (remit_test_find (parent, GTK_TYPE_POPOVER_MENU), item);

  remit_test_settle ();
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, g_type_from_name ("GtkModelButton")),
                         "clicked");
  remit_test_settle ();
}

/* From the menu of what the cursor is on. */
static void
choose_on_board (BoardFixture *f,
                 const char *item)
{
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Menu, 0);
  choose (GTK_WIDGET (f->board), item);
}

/* What is picked up from a menu is carried when the menu has closed, and goes where Enter says. */
static void
test_move (BoardFixture *f,
           gconstpointer data)
{
  board_fixture_remember (f);
  go_to_cleo (f);
  choose_on_board (f, "Move…");
  g_assert_true (remit_board_is_carrying (f->board));
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Left, 0);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Return, 0);
  remit_test_settle ();
  g_assert_false (remit_board_is_carrying (f->board));
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  board_fixture_check_undo (f);
}

/* Out of the pool, too. */
static void
test_pool (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *name = remit_test_find_text (GTK_WIDGET (f->pool), "Ada Lovelace");
  GtkWidget *row = gtk_widget_get_ancestor (name, REMIT_TYPE_POOL_ROW);

  board_fixture_remember (f);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  board_fixture_key (GTK_WIDGET (f->pool), GDK_KEY_Menu, 0);
  choose (GTK_WIDGET (f->pool), "Assign to Slot…");
  g_assert_true (remit_board_is_carrying (f->board));
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Return, 0);
  remit_test_settle ();
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), !=, 0);
  board_fixture_check_undo (f);
}

/* Whoever goes elsewhere carries nothing any longer, and stays there. */
static void
test_leave (BoardFixture *f,
            gconstpointer data)
{
  GtkWidget *focus;

  go_to_cleo (f);
  choose_on_board (f, "Move…");
  remit_pool_focus_search (f->pool);
  remit_test_settle ();
  g_assert_false (remit_board_is_carrying (f->board));
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (f->pool)));
}

/* The assertion of GTK takes a percent sign for a format. */
static void
check_label (GtkAccessible *accessible,
             const char *label)
{
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_accessible (BoardFixture *f,
                 gconstpointer data)
{
  GtkAccessible *board = GTK_ACCESSIBLE (f->board);
  GtkAccessible *head = GTK_ACCESSIBLE (board_fixture_head (f, f->alpha));
  GtkAccessible *card = GTK_ACCESSIBLE (board_fixture_card (f, f->ml));
  GtkAccessible *chip = GTK_ACCESSIBLE (board_fixture_chip (f, f->product, f->cleo_in_product));

  /* what is found would be said as well, some time */
  remit_board_set_checker (f->board, NULL);
  gtk_test_accessible_assert_role (board, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (board, GTK_ACCESSIBLE_PROPERTY_LABEL, "Teams");
  gtk_test_accessible_assert_role (head, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (head, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Team Alpha, 0 of 2 slots filled");
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  check_label (card, "ML engineer, 0 of 100 %, Vacant, required. Requires SQL\u00a02");
  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  check_label (chip, "Cleo Sol, 60 %");
}

static GtkWidget *
find_foot (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "remit-column-foot"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_foot (child);
  return found;
}

/* The button below the cards of a team adds a slot to that team, wherever the keyboard is. */
static void
test_foot (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *column = gtk_widget_get_ancestor (board_fixture_head (f, f->beta),
                                               REMIT_TYPE_TEAM_COLUMN);
  GtkWidget *foot = find_foot (column);
  graphene_rect_t place, card;
  GtkWidget *dialog;

  g_assert_true (gtk_widget_compute_bounds (foot, GTK_WIDGET (f->board), &place));
  g_assert_true (gtk_widget_compute_bounds (board_fixture_card (f, f->product),
                                            GTK_WIDGET (f->board), &card));
  g_assert_cmpfloat (place.origin.y, >=, card.origin.y + card.size.height);
  remit_board_show (f->board, f->ml);
  g_signal_emit_by_name (foot, "clicked");
  remit_test_settle ();
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_settle ();
}

/* Few columns share the room that there is. */
static void
test_width (BoardFixture *f,
            gconstpointer data)
{
  int two = gtk_widget_get_width (board_fixture_card (f, f->product));

  for (int i = 0; i < 5; i++)
    remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Team");
  remit_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (board_fixture_card (f, f->product)), <, two);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/menus/allocation", test_allocation },
    { "/app/board/menus/delete", test_delete },
    { "/app/board/menus/duplicate", test_duplicate },
    { "/app/board/menus/team", test_team },
    { "/app/board/menus/move", test_move },
    { "/app/board/menus/pool", test_pool },
    { "/app/board/menus/leave", test_leave },
    { "/app/board/menus/accessible", test_accessible },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, BoardFixture, NULL, board_fixture_set_up, tests[i].test,
                board_fixture_tear_down);
  g_test_add ("/app/board/menus/foot", BoardFixture, NULL, board_fixture_set_up, test_foot,
              board_fixture_tear_down);
  g_test_add ("/app/board/menus/width", BoardFixture, NULL, board_fixture_set_up, test_width,
              board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  /* contexts of assistive technology that can be asked */
  g_setenv ("GTK_A11Y", "test", TRUE);
  return remit_test_app_run (argc, argv, add_tests);
}
