/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of the board. */
#include "board/state/remit-board-layout.h"

static const RemitBoardMetrics metrics = {
  .column_width = 280, .column_gap = 12, .margin = 6, .head_height = 60, .card_gap = 8,
  .card_base = 40, .card_needs = 16, .card_chip = 30, .card_vacant = 20,
};

/* A column with a vacant card (60 high), one with skills and two chips (116), and one with a chip
 * (70). */
static RemitBoardLayout *
make_layout (int n_columns)
{
  RemitBoardLayout *layout = remit_board_layout_new ();

  g_autofree int *columns = g_new (int, n_columns);

  for (int i = 0; i < n_columns; i++)
    columns[i] = -1;
  remit_board_layout_set_metrics (layout, &metrics);
  remit_board_layout_arrange (layout, columns, n_columns);
  for (int i = 0; i < n_columns; i++)
    {
      remit_board_layout_add_card (layout, i, 0, FALSE);
      remit_board_layout_add_card (layout, i, 2, TRUE);
      remit_board_layout_add_card (layout, i, 1, FALSE);
    }
  return layout;
}

static void
assert_box (const RemitBoardBox *box,
            int x,
            int y,
            int width,
            int height)
{
  g_assert_cmpint (box->x, ==, x);
  g_assert_cmpint (box->y, ==, y);
  g_assert_cmpint (box->width, ==, width);
  g_assert_cmpint (box->height, ==, height);
}

static void
test_boxes (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (3);
  RemitBoardBox box;

  remit_board_layout_get_card (layout, 0, 0, &box);
  assert_box (&box, 6, 68, 280, 60);
  remit_board_layout_get_card (layout, 0, 1, &box);
  assert_box (&box, 6, 136, 280, 116);
  remit_board_layout_get_card (layout, 2, 2, &box);
  assert_box (&box, 6 + 2 * 292, 260, 280, 70);
  remit_board_layout_get_column (layout, 1, &box);
  assert_box (&box, 298, 0, 280, 330);
  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 3 * 280 + 2 * 12 + 12);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, 336);
}

static void
test_empty (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (0);
  RemitBoardHit hit;
  int first, last;

  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 0);
  g_assert_false (remit_board_layout_find_columns (layout, 0, 1000, &first, &last));
  remit_board_layout_hit (layout, 10, 10, &hit);
  g_assert_cmpint (hit.column, ==, -1);
  g_assert_cmpint (hit.column_before, ==, 0);

  remit_board_layout_arrange (layout, (int[]){ -1 }, 1);
  g_assert_false (remit_board_layout_find_cards (layout, 0, 0, 1000, &first, &last));
  remit_board_layout_hit (layout, 10, 100, &hit);
  g_assert_cmpint (hit.column, ==, 0);
  g_assert_cmpint (hit.card, ==, -1);
  g_assert_cmpint (hit.before, ==, 0);
}

/* Columns change places, come and go; a card becomes higher, and those below it move. */
static void
test_arrange (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (2);
  RemitBoardBox box;

  remit_board_layout_clear_column (layout, 1);
  remit_board_layout_arrange (layout, (int[]){ 1, -1, 0 }, 3);
  g_assert_cmpint (remit_board_layout_get_n_columns (layout), ==, 3);
  g_assert_cmpint (remit_board_layout_get_n_cards (layout, 0), ==, 0);
  g_assert_cmpint (remit_board_layout_get_n_cards (layout, 1), ==, 0);
  g_assert_cmpint (remit_board_layout_get_n_cards (layout, 2), ==, 3);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, 336);

  remit_board_layout_change_card (layout, 2, 0, 2, TRUE);
  remit_board_layout_get_card (layout, 2, 2, &box);
  assert_box (&box, 6 + 2 * 292, 316, 280, 70);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, 392);

  remit_board_layout_arrange (layout, (int[]){ 1 }, 1);
  g_assert_cmpint (remit_board_layout_get_n_columns (layout), ==, 1);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, 66);
}

/* What a name of several lines adds stays until the card is another one. */
static void
test_extra (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (2);
  guint serial = remit_board_layout_get_serial (layout);
  int height = remit_board_layout_get_height (layout);
  RemitBoardBox before, after;

  remit_board_layout_get_card (layout, 1, 1, &before);
  remit_board_layout_set_extra (layout, 1, 0, 20);
  remit_board_layout_set_extra (layout, 1, 1, 15);
  g_assert_cmpuint (remit_board_layout_get_serial (layout), ==, serial);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, height + 35);
  remit_board_layout_get_card (layout, 1, 1, &after);
  assert_box (&after, before.x, before.y + 20, before.width, before.height + 15);

  remit_board_layout_change_card (layout, 1, 0, 0, FALSE);
  g_assert_cmpuint (remit_board_layout_get_serial (layout), !=, serial);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, height + 15);
  remit_board_layout_set_extra (layout, 1, 1, 0);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, height);
}

/* Against looking at each box in turn, over every offset. */
static void
check_columns (RemitBoardLayout *layout,
               int x,
               int width)
{
  int expected_first = -1, expected_last = -1, first, last;
  gboolean found = remit_board_layout_find_columns (layout, x, width, &first, &last);

  for (int i = 0; i < remit_board_layout_get_n_columns (layout); i++)
    {
      RemitBoardBox box;

      remit_board_layout_get_column (layout, i, &box);
      if (box.x + box.width <= x || box.x >= x + width)
        continue;
      if (expected_first < 0)
        expected_first = i;
      expected_last = i;
    }
  g_assert_cmpint (found, ==, expected_first >= 0);
  if (!found)
    return;
  g_assert_cmpint (first, ==, expected_first);
  /* a last one whose gap alone is in sight does no harm */
  g_assert_cmpint (last, >=, expected_last);
  g_assert_cmpint (last, <=, expected_last + 1);
}

static void
test_find_columns (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (5);

  for (int x = -400; x < 1900; x += 7)
    check_columns (layout, x, 300);
  remit_board_layout_set_direction (layout, TRUE, 2000);
  for (int x = -400; x < 2400; x += 7)
    check_columns (layout, x, 300);
}

static void
test_find_cards (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (1);

  for (int y = -100; y < 500; y++)
    {
      int expected_first = -1, expected_last = -1, first, last;
      gboolean found = remit_board_layout_find_cards (layout, 0, y, 50, &first, &last);

      for (int i = 0; i < 3; i++)
        {
          RemitBoardBox box;

          remit_board_layout_get_card (layout, 0, i, &box);
          if (box.y + box.height <= y || box.y >= y + 50)
            continue;
          if (expected_first < 0)
            expected_first = i;
          expected_last = i;
        }
      g_assert_cmpint (found, ==, expected_first >= 0);
      if (found)
        {
          g_assert_cmpint (first, ==, expected_first);
          g_assert_cmpint (last, ==, expected_last);
        }
    }
}

static void
test_hit (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (3);
  RemitBoardHit hit;

  remit_board_layout_hit (layout, 300, 140, &hit);
  g_assert_cmpint (hit.column, ==, 1);
  g_assert_cmpint (hit.card, ==, 1);
  g_assert_cmpint (hit.before, ==, 1);
  remit_board_layout_hit (layout, 300, 240, &hit);
  g_assert_cmpint (hit.before, ==, 2);
  remit_board_layout_hit (layout, 300, 130, &hit);
  g_assert_cmpint (hit.card, ==, -1);
  g_assert_cmpint (hit.before, ==, 1);
  remit_board_layout_hit (layout, 300, 4000, &hit);
  g_assert_cmpint (hit.card, ==, -1);
  g_assert_cmpint (hit.before, ==, 3);
  remit_board_layout_hit (layout, 290, 140, &hit);
  g_assert_cmpint (hit.column, ==, -1);
  g_assert_cmpint (hit.column_before, ==, 1);
  remit_board_layout_hit (layout, 4000, 140, &hit);
  g_assert_cmpint (hit.column, ==, -1);
  g_assert_cmpint (hit.column_before, ==, 3);
}

static void
test_right_to_left (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (2);
  RemitBoardBox box;
  RemitBoardHit hit;

  remit_board_layout_set_direction (layout, TRUE, 1000);
  remit_board_layout_get_card (layout, 0, 0, &box);
  assert_box (&box, 1000 - 6 - 280, 68, 280, 60);
  remit_board_layout_hit (layout, 1000 - 10, 70, &hit);
  g_assert_cmpint (hit.column, ==, 0);
  g_assert_cmpint (hit.card, ==, 0);
  remit_board_layout_set_direction (layout, TRUE, 100);
  remit_board_layout_get_card (layout, 1, 0, &box);
  assert_box (&box, 6, 68, 280, 60);
}

/* Folded groups stand before columns and behind them, in both directions. */
static void
test_folded (void)
{
  static const int n_folded[] = { 1, 0, 2, 1 };
  g_autoptr (RemitBoardLayout) layout = make_layout (3);
  RemitBoardMetrics wide = metrics;
  RemitBoardHit hit;
  RemitBoardBox box;
  int first, last;

  wide.folded_width = 100;
  remit_board_layout_set_metrics (layout, &wide);
  remit_board_layout_set_folded (layout, n_folded, G_N_ELEMENTS (n_folded));
  remit_board_layout_get_folded (layout, 0, 0, &box);
  assert_box (&box, 6, 0, 100, 60);
  remit_board_layout_get_column (layout, 0, &box);
  g_assert_cmpint (box.x, ==, 6 + 112);
  remit_board_layout_get_column (layout, 2, &box);
  g_assert_cmpint (box.x, ==, 6 + 3 * 112 + 2 * 292);
  remit_board_layout_get_folded (layout, 2, 1, &box);
  g_assert_cmpint (box.x, ==, 6 + 2 * 112 + 2 * 292);
  remit_board_layout_get_folded (layout, 3, 0, &box);
  g_assert_cmpint (box.x, ==, 6 + 3 * 112 + 3 * 292);
  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 4 * 112 + 3 * 292 - 12 + 12);

  /* between two columns stand two groups */
  remit_board_layout_hit (layout, 6 + 112 + 2 * 292 + 50, 100, &hit);
  g_assert_cmpint (hit.column, ==, -1);
  g_assert_cmpint (hit.column_before, ==, 2);
  g_assert_false (remit_board_layout_find_columns (layout, 6 + 112 + 2 * 292, 200, &first, &last));
  g_assert_true (remit_board_layout_find_columns (layout, 6 + 112 + 2 * 292 - 20, 300, &first,
                                                  &last));
  g_assert_cmpint (first, ==, 1);
  g_assert_cmpint (last, ==, 2);

  remit_board_layout_set_direction (layout, TRUE, 0);
  remit_board_layout_get_folded (layout, 0, 0, &box);
  g_assert_cmpint (box.x + box.width + 6, ==, remit_board_layout_get_width (layout));
  remit_board_layout_get_span (layout, 0, 1, &box);
  g_assert_cmpint (box.width, ==, 2 * 280 + 12);

  /* arranged anew, nothing is folded */
  remit_board_layout_arrange (layout, (const int[]){ 1 }, 1);
  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 280 + 12);
}

/* What stands below the cards has room, and is no part of the columns. */
static void
test_foot (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (1);
  int height = remit_board_layout_get_height (layout);
  RemitBoardMetrics higher = metrics;
  RemitBoardBox box;

  higher.foot_height = 30;
  remit_board_layout_set_metrics (layout, &higher);
  g_assert_cmpint (remit_board_layout_get_height (layout), ==, height + 8 + 30);
  remit_board_layout_get_column (layout, 0, &box);
  g_assert_cmpint (box.height, ==, height - 6);
}

/* With nothing but folded groups there is a width all the same. */
static void
test_only_folded (void)
{
  g_autoptr (RemitBoardLayout) layout = make_layout (0);
  RemitBoardMetrics wide = metrics;
  int first, last;

  wide.folded_width = 100;
  remit_board_layout_set_metrics (layout, &wide);
  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 0);
  remit_board_layout_set_folded (layout, (const int[]){ 3 }, 1);
  g_assert_cmpint (remit_board_layout_get_width (layout), ==, 3 * 112 - 12 + 12);
  g_assert_false (remit_board_layout_find_columns (layout, 0, 400, &first, &last));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/layout/boxes", test_boxes);
  g_test_add_func ("/board/layout/empty", test_empty);
  g_test_add_func ("/board/layout/arrange", test_arrange);
  g_test_add_func ("/board/layout/extra", test_extra);
  g_test_add_func ("/board/layout/find-columns", test_find_columns);
  g_test_add_func ("/board/layout/find-cards", test_find_cards);
  g_test_add_func ("/board/layout/hit", test_hit);
  g_test_add_func ("/board/layout/right-to-left", test_right_to_left);
  g_test_add_func ("/board/layout/folded", test_folded);
  g_test_add_func ("/board/layout/foot", test_foot);
  g_test_add_func ("/board/layout/only-folded", test_only_folded);
  return g_test_run ();
}
