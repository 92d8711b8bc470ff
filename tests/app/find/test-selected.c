/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what is selected on the board: its marks, and the way from slot to slot of a person. */
#include "board-fixture.h"
#include "keyboard.h"

static gboolean
is_marked (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "selected");
}

static gboolean
has_marked (GtkWidget *card)
{
  return gtk_widget_has_css_class (card, "of-selected");
}

static void
select_entity (BoardFixture *f,
               RemitKind kind,
               gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)", (int) kind, id);
  remit_test_settle ();
}

static gint64
assign (BoardFixture *f,
        gint64 slot,
        gint64 person)
{
  gint64 assignment = remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan,
                                                 slot, person, 10);

  remit_test_refresh (f->workspace);
  remit_test_settle ();
  return assignment;
}

static void
test_person (BoardFixture *f,
             gconstpointer data)
{
  gint64 second = assign (f, f->data, f->cleo);
  gint64 third;

  select_entity (f, REMIT_KIND_PERSON, f->cleo);
  g_assert_true (is_marked (board_fixture_chip (f, f->product, f->cleo_in_product)));
  g_assert_true (is_marked (board_fixture_chip (f, f->data, second)));
  g_assert_true (has_marked (board_fixture_card (f, f->data)));
  g_assert_true (has_marked (board_fixture_card (f, f->product)));
  g_assert_false (has_marked (board_fixture_card (f, f->ml)));
  g_assert_false (is_marked (board_fixture_card (f, f->data)));

  /* also a slot that they come to later */
  third = assign (f, f->ml, f->cleo);
  g_assert_true (is_marked (board_fixture_chip (f, f->ml, third)));
  g_assert_true (has_marked (board_fixture_card (f, f->ml)));

  /* somebody else takes the place of all */
  select_entity (f, REMIT_KIND_PERSON, f->ada);
  g_assert_false (is_marked (board_fixture_chip (f, f->ml, third)));
  g_assert_false (has_marked (board_fixture_card (f, f->data)));
}

static void
test_others (BoardFixture *f,
             gconstpointer data)
{
  select_entity (f, REMIT_KIND_SLOT, f->ml);
  g_assert_true (is_marked (board_fixture_card (f, f->ml)));
  g_assert_false (is_marked (board_fixture_card (f, f->data)));
  select_entity (f, REMIT_KIND_TEAM, f->beta);
  g_assert_false (is_marked (board_fixture_card (f, f->ml)));
  g_assert_true (is_marked (board_fixture_head (f, f->beta)));
  g_assert_false (is_marked (board_fixture_head (f, f->alpha)));
  select_entity (f, REMIT_KIND_SKILL, f->sql);
  g_assert_false (is_marked (board_fixture_head (f, f->beta)));
}

/* In the order of the board, round and back, as often as the key is pressed. */
static void
test_keys (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (f->board);
  const GdkModifierType next = GDK_CONTROL_MASK;
  const GdkModifierType back = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  gint64 second = assign (f, f->data, f->cleo);

  remit_board_show (f->board, f->ml);
  select_entity (f, REMIT_KIND_PERSON, f->cleo);
  g_assert_true (board_fixture_key (board, GDK_KEY_g, next));
  wait_for_keyboard (f, second);
  g_assert_true (board_fixture_key (board, GDK_KEY_g, next));
  wait_for_keyboard (f, f->cleo_in_product);
  board_fixture_check_said (f, "Slot 2 of 2");
  g_assert_true (board_fixture_key (board, GDK_KEY_g, next));
  wait_for_keyboard (f, second);
  g_assert_true (board_fixture_key (board, GDK_KEY_g, back));
  wait_for_keyboard (f, f->cleo_in_product);
  g_assert_true (is_marked (board_fixture_chip (f, f->data, second)));
}

/* Who has no slot, and nobody at all, is nowhere to go to. */
static void
test_nowhere (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (f->board);
  GtkWidget *before;

  remit_board_show (f->board, f->ml);
  before = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_false (board_fixture_key (board, GDK_KEY_g, GDK_CONTROL_MASK));
  select_entity (f, REMIT_KIND_PERSON, f->ben);
  g_assert_false (board_fixture_key (board, GDK_KEY_g, GDK_CONTROL_MASK));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == before);
}

static void
add_tests (void)
{
#define ADD(path, test)                                                                            \
  g_test_add (path, BoardFixture, NULL, board_fixture_set_up, test, board_fixture_tear_down)
  ADD ("/selected/person", test_person);
  ADD ("/selected/others", test_others);
  ADD ("/selected/keys", test_keys);
  ADD ("/selected/nowhere", test_nowhere);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
