/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is carried would go, what that would do, and where it can go next by keyboard. */
#include <string.h>

#include "board/state/remit-board-drop.h"
#include "board/state/remit-board-route.h"
#include "state-fixture.h"

/* The first card of the first column, and the space below the last one of the second. */
#define IN_ML 100, 90
#define BELOW_PRODUCT 400, 600

/* Returns: whether a drop there does something */
static gboolean
put_down (StateFixture *f,
          const RemitDrag *drag,
          const RemitBoardAim *aim,
          GError **error)
{
  g_autoptr (RemitBoardDrop) drop = remit_board_drop_new (f->model, drag, aim, FALSE);

  return drop != NULL && remit_board_drop_do (f->workspace, drop, error);
}

static void
test_people (StateFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitDrag) drag = state_fixture_drag (f->ben, 0);
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;
  RemitBoardAim aim;

  remit_board_target_find (f->target, drag, IN_ML, f->ada_in_ml);
  g_assert_cmpint (f->target->aim.slot, ==, f->ml);
  g_assert_true (f->target->is_set);
  g_assert_false (f->target->is_insertion);
  hint = remit_board_target_dup_hint (f->target, drag);
  g_assert_nonnull (strstr (hint, "60 %"));

  aim = remit_board_target_take (f->target);
  g_assert_cmpint (f->target->aim.slot, ==, 0);
  g_assert_false (f->target->is_set);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_true (put_down (f, drag, &aim, &error));
  g_assert_cmpuint (remit_board_model_get_assignments (f->model, f->ml)->len, ==, 2);

  remit_board_target_find (f->target, drag, BELOW_PRODUCT, 0);
  g_assert_false (f->target->is_set);
  aim = remit_board_target_take (f->target);
  g_assert_false (put_down (f, drag, &aim, &error));
  g_assert_no_error (error);
}

/* With Shift, onto somebody: both change places. */
static void
test_swap (StateFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitDrag) drag = state_fixture_drag (f->cleo, f->cleo_in_product);
  g_autofree char *hint = NULL;
  g_autofree char *swap_hint = NULL;
  g_autoptr (GError) error = NULL;
  RemitBoardAim aim;

  remit_board_target_find (f->target, drag, IN_ML, f->ada_in_ml);
  hint = remit_board_target_dup_hint (f->target, drag);
  g_assert_nonnull (strstr (hint, "Shift: Swap with Ada Lovelace"));
  aim = remit_board_target_take (f->target);
  g_assert_cmpint (aim.chip, ==, 0);

  f->target->swapping = TRUE;
  remit_board_target_find (f->target, drag, IN_ML, f->ada_in_ml);
  swap_hint = remit_board_target_dup_hint (f->target, drag);
  g_assert_true (g_str_has_prefix (swap_hint, "Swap with Ada Lovelace"));
  aim = remit_board_target_take (f->target);
  g_assert_cmpint (aim.chip, ==, f->ada_in_ml);
  g_assert_false (f->target->swapping);
  g_assert_true (put_down (f, drag, &aim, &error));
  g_assert_cmpint (
    remit_entity_get_integer (remit_workspace_get (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                   f->cleo_in_product),
                              REMIT_ASSIGNMENT_SLOT),
    ==, f->ml);
}

/* A slot stands between others; where it stands already, nothing is done. */
static void
test_insertion (StateFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitDrag) slot = remit_drag_new (REMIT_DRAG_SLOT, f->product, "Engineer");
  g_autoptr (RemitDrag) team = remit_drag_new (REMIT_DRAG_TEAM, f->beta, "Beta");
  g_autoptr (GError) error = NULL;
  RemitBoardPlace place;
  RemitBoardAim aim;

  remit_board_target_find (f->target, slot, BELOW_PRODUCT, 0);
  g_assert_true (f->target->is_insertion);
  aim = remit_board_target_take (f->target);
  g_assert_false (put_down (f, slot, &aim, &error));
  g_assert_no_error (error);

  remit_board_target_find (f->target, slot, IN_ML, 0);
  aim = remit_board_target_take (f->target);
  g_assert_true (put_down (f, slot, &aim, &error));
  g_assert_true (remit_board_model_find_slot (f->model, f->product, &place));
  g_assert_cmpint (place.column, ==, 0);
  g_assert_cmpint (place.card, ==, 0);

  remit_board_target_find (f->target, team, IN_ML, 0);
  aim = remit_board_target_take (f->target);
  g_assert_true (put_down (f, team, &aim, &error));
  g_assert_cmpint (remit_board_model_find_team (f->model, f->beta), ==, 0);
}

/* What is refused is passed over. */
static void
test_route (StateFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitDrag) drag = state_fixture_drag (f->ada, f->ada_in_ml);
  RemitBoardPlace place = { 0, -1 };

  g_assert_true (remit_board_route_find_next (f->target, drag, 1, FALSE, &place));
  g_assert_cmpint (remit_board_model_get_slot_id (f->model, place.column, place.card), ==, f->data);
  g_assert_false (remit_board_route_find_next (f->target, drag, -1, FALSE, &place));
  g_assert_false (remit_board_route_find_next (f->target, drag, 1, TRUE, &place));
  g_assert_true (remit_board_route_find_beside (f->target, drag, 1, &place));
  g_assert_cmpint (remit_board_model_get_slot_id (f->model, place.column, place.card), ==,
                   f->product);
  g_assert_false (remit_board_route_find_beside (f->target, drag, 1, &place));

  g_assert_cmpint (remit_board_route_find_partner (f->target, drag, 0, 0, 1, FALSE), ==,
                   f->cleo_in_product);
  g_assert_cmpint (remit_board_route_find_partner (f->target, drag, 0, 0, 1, TRUE), ==, 0);
}

/* A team without slots is a place for people, wherever in its column; not for who swaps. */
static void
test_opening (StateFixture *f,
              gconstpointer data)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  gint64 team = remit_test_add_team (store, f->plan, "Gamma");
  g_autoptr (RemitDrag) drag = state_fixture_drag (f->ada, f->ada_in_ml);
  g_autoptr (RemitDrag) other = state_fixture_drag (f->ben, 0);
  g_autoptr (GError) error = NULL;
  RemitBoardPlace place = { 1, 0 };
  RemitBoardBox box;
  RemitBoardAim aim;

  remit_test_refresh (f->workspace);
  g_assert_true (remit_board_route_find_beside (f->target, drag, 1, &place));
  g_assert_cmpint (place.column, ==, 2);
  g_assert_cmpint (place.card, ==, 0);
  place.column = 1;
  g_assert_false (remit_board_route_find_beside (f->target, other, 1, &place));

  remit_board_layout_get_column (remit_board_model_get_layout (f->model), 2, &box);
  remit_board_target_find (f->target, other, box.x + 5, 500, 0);
  g_assert_false (f->target->is_set);
  remit_board_target_find (f->target, drag, box.x + 5, 500, 0);
  g_assert_true (f->target->is_set);
  g_assert_cmpint (f->target->aim.team, ==, team);
  f->target->carrying = f->target->swapping = TRUE;
  remit_board_target_find (f->target, drag, box.x + 5, 500, 0);
  g_assert_cmpint (f->target->aim.team, ==, 0);
  f->target->carrying = f->target->swapping = FALSE;

  remit_board_target_find (f->target, drag, box.x + 5, 5, 0);
  aim = remit_board_target_take (f->target);
  g_assert_true (put_down (f, drag, &aim, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remit_board_model_get_n_cards (f->model, 2), ==, 1);
  remit_board_target_find (f->target, drag, box.x + 5, 500, 0);
  g_assert_cmpint (f->target->aim.team, ==, 0);
}

/* Without people carried there is nothing to judge, nor while partners are looked for by key. */
static void
test_judge (StateFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitDrag) drag = state_fixture_drag (f->ben, 0);
  g_autoptr (RemitDrag) slot = remit_drag_new (REMIT_DRAG_SLOT, f->ml, "Engineer");

  g_assert_cmpint (remit_board_target_judge (f->target, NULL, f->data), ==, REMIT_VERDICT_NOTHING);
  g_assert_cmpint (remit_board_target_judge (f->target, slot, f->data), ==, REMIT_VERDICT_NOTHING);
  g_assert_cmpint (remit_board_target_judge (f->target, drag, f->data), ==, REMIT_VERDICT_FINE);
  f->target->swapping = TRUE;
  g_assert_cmpint (remit_board_target_judge (f->target, drag, f->data), ==, REMIT_VERDICT_FINE);
  f->target->carrying = TRUE;
  g_assert_cmpint (remit_board_target_judge (f->target, drag, f->data), ==, REMIT_VERDICT_NOTHING);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  state_fixture_add ("/board/target/people", test_people);
  state_fixture_add ("/board/target/swap", test_swap);
  state_fixture_add ("/board/target/insertion", test_insertion);
  state_fixture_add ("/board/target/route", test_route);
  state_fixture_add ("/board/target/opening", test_opening);
  state_fixture_add ("/board/target/judge", test_judge);
  return g_test_run ();
}
