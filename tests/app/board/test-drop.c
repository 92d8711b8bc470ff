/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of drops on the board and the pool: what they do and refuse, and that it is undone. */
#include "board-fixture.h"
#include "plan/design/remit-design.h"

static void
test_from_pool (BoardFixture *f,
                gconstpointer data)
{
  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5, 0.5,
                                     board_fixture_drag (f, f->ada, 0)));
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), !=, 0);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "Ada Lovelace"));
  board_fixture_check_said (f, "Assign Ada Lovelace");
  board_fixture_check_undo (f);
}

/* What a drop would do stands where the image of what is dragged, below the pointer, is not. */
static void
test_hint (BoardFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitDrag) drag = board_fixture_drag (f, f->ada, 0);
  GtkWidget *card = board_fixture_card (f, f->data);
  GtkWidget *hint = gtk_widget_get_last_child (GTK_WIDGET (f->board));
  graphene_rect_t at, above;

  board_fixture_hover (f, card, drag);
  g_assert_true (gtk_widget_has_css_class (hint, "remit-hint"));
  g_assert_true (gtk_widget_get_child_visible (hint));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (f->board), &at));
  g_assert_true (gtk_widget_compute_bounds (hint, GTK_WIDGET (f->board), &above));
  g_assert_cmpfloat (above.origin.y, >=, 0);
  g_assert_cmpfloat (above.origin.y + above.size.height, <=, at.origin.y);
}

static void
test_several (BoardFixture *f,
              gconstpointer data)
{
  RemitDrag *drag = board_fixture_drag (f, f->ada, 0);

  remit_drag_add (drag, f->ben, 0);
  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->data), 0.5,
                                     0.5, drag));
  g_assert_cmpint (board_fixture_find (f, f->ada, f->data), !=, 0);
  g_assert_cmpint (board_fixture_find (f, f->ben, f->data), !=, 0);
  board_fixture_check_undo (f);
}

static void
test_move (BoardFixture *f,
           gconstpointer data)
{
  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5, 0.5,
                                     board_fixture_drag (f, f->cleo, f->cleo_in_product)));
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->ml), ==, f->cleo_in_product);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  board_fixture_check_undo (f);
}

static void
test_to_pool (BoardFixture *f,
              gconstpointer data)
{
  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->pool), GTK_WIDGET (f->pool), 0.5, 0.5,
                                     board_fixture_drag (f, f->cleo, f->cleo_in_product)));
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  board_fixture_check_said (f, "Remove Cleo Sol from Product manager");
  board_fixture_check_undo (f);
}

/* Somebody who is there already, a gap between cards, and the pool for somebody who is in it. */
static void
test_refused (BoardFixture *f,
              gconstpointer data)
{
  board_fixture_remember (f);
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->product),
                                      0.5, 0.5, board_fixture_drag (f, f->cleo, 0)));
  board_fixture_check_said (f, "already");
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), GTK_WIDGET (f->board), 0.99, 0.99,
                                      board_fixture_drag (f, f->ada, 0)));
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->pool), GTK_WIDGET (f->pool), 0.5, 0.5,
                                      board_fixture_drag (f, f->ada, 0)));
  board_fixture_check_same (f);
}

/* What is dragged, and where it is dropped, may be gone by the time. */
static void
test_deleted (BoardFixture *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RemitDrag *drag = board_fixture_drag (f, f->cleo, f->cleo_in_product);

  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, &error));
  board_fixture_remember (f);
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5,
                                      0.5, drag));
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5,
                                      0.1, remit_drag_new (REMIT_DRAG_SLOT, f->product, "")));
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_head (f, f->alpha), 0.1,
                                      0.5, remit_drag_new (REMIT_DRAG_TEAM, f->beta, "")));
  board_fixture_check_same (f);
}

static gint64
get_slot_at (BoardFixture *f,
             gint64 team,
             guint place)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, team);

  return remit_entity_get_id (g_ptr_array_index (slots, place));
}

static void
test_slots (BoardFixture *f,
            gconstpointer data)
{
  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5, 0.1,
                                     remit_drag_new (REMIT_DRAG_SLOT, f->data, "")));
  g_assert_cmpint (get_slot_at (f, f->alpha, 0), ==, f->data);
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->product), 0.5,
                                     0.9, remit_drag_new (REMIT_DRAG_SLOT, f->data, "")));
  g_assert_cmpint (get_slot_at (f, f->beta, 1), ==, f->data);
  board_fixture_check_undo (f);
}

static void
test_teams (BoardFixture *f,
            gconstpointer data)
{
  g_autoptr (GPtrArray) teams = NULL;

  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_head (f, f->alpha), 0.1,
                                     0.5, remit_drag_new (REMIT_DRAG_TEAM, f->beta, "")));
  teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  g_assert_cmpint (remit_entity_get_id (g_ptr_array_index (teams, 0)), ==, f->beta);
  board_fixture_check_undo (f);
}

/* Where a thing stands already, nothing is done, and no toast would undo something else. */
static void
test_nothing (BoardFixture *f,
              gconstpointer data)
{
  g_autofree char *said = g_strdup (remit_test_get_said (f->window));

  board_fixture_remember (f);
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->ml), 0.5,
                                      0.1, remit_drag_new (REMIT_DRAG_SLOT, f->ml, "")));
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_card (f, f->data), 0.5,
                                      0.1, remit_drag_new (REMIT_DRAG_SLOT, f->ml, "")));
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_head (f, f->beta), 0.1,
                                      0.5, remit_drag_new (REMIT_DRAG_TEAM, f->alpha, "")));
  g_assert_cmpstr (remit_test_get_said (f->window), ==, said);
  board_fixture_check_same (f);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/drop/hint", test_hint },
    { "/app/board/drop/from-pool", test_from_pool }, { "/app/board/drop/several", test_several },
    { "/app/board/drop/move", test_move },           { "/app/board/drop/to-pool", test_to_pool },
    { "/app/board/drop/refused", test_refused },     { "/app/board/drop/deleted", test_deleted },
    { "/app/board/drop/slots", test_slots },         { "/app/board/drop/teams", test_teams },
    { "/app/board/drop/nothing", test_nothing },
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
