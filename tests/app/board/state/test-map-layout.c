/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of the map. */
#include "board/map/remit-map-layout.h"

static const RemitMapMetrics metrics = {
  .block_width = 100, .block_height = 40, .gap = 10, .heading_height = 30, .indent = 20,
  .margin = 5,
};

/* Two headings, one in the other, with 3 blocks, and 2 blocks in no group: in 330 pixels, lines of
 * 2 in the inner group, and of 3 outside, with half a heading's height between. */
static RemitMapLayout *
make_layout (gboolean right_to_left)
{
  RemitMapLayout *layout = remit_map_layout_new ();

  remit_map_layout_begin (layout, &metrics, 330, right_to_left);
  remit_map_layout_add_heading (layout, 0, 0);
  remit_map_layout_add_heading (layout, 1, 1);
  for (int i = 0; i < 3; i++)
    remit_map_layout_add_block (layout, i, 1);
  for (int i = 3; i < 5; i++)
    remit_map_layout_add_block (layout, i, -1);
  return layout;
}

static void
assert_item (RemitMapLayout *layout,
             int item,
             int x,
             int y,
             int width)
{
  const RemitMapItem *info = remit_map_layout_get_item (layout, item);

  g_assert_cmpint (info->x, ==, x);
  g_assert_cmpint (info->y, ==, y);
  g_assert_cmpint (info->width, ==, width);
}

static void
test_places (void)
{
  g_autoptr (RemitMapLayout) layout = make_layout (FALSE);

  assert_item (layout, 0, 5, 5, 320);
  assert_item (layout, 1, 25, 45, 300);
  assert_item (layout, 2, 25, 85, 100);
  assert_item (layout, 3, 135, 85, 100);
  assert_item (layout, 4, 25, 135, 100);
  assert_item (layout, 5, 5, 200, 100);
  assert_item (layout, 6, 115, 200, 100);
  g_assert_cmpint (remit_map_layout_get_height (layout), ==, 200 + 40 + 5);
}

static void
test_right_to_left (void)
{
  g_autoptr (RemitMapLayout) layout = make_layout (TRUE);

  assert_item (layout, 0, 5, 5, 320);
  assert_item (layout, 2, 330 - 25 - 100, 85, 100);
  assert_item (layout, 6, 330 - 115 - 100, 200, 100);
  g_assert_cmpint (remit_map_layout_hit (layout, 330 - 120, 205), ==, 6);
}

/* Blocks grow until a line is full. */
static void
test_stretch (void)
{
  g_autoptr (RemitMapLayout) layout = remit_map_layout_new ();
  RemitMapMetrics growing = metrics;

  growing.stretch = TRUE;
  remit_map_layout_begin (layout, &growing, 400, FALSE);
  for (int i = 0; i < 4; i++)
    remit_map_layout_add_block (layout, i, -1);
  assert_item (layout, 0, 5, 5, 123);
  assert_item (layout, 2, 5 + 2 * 133, 5, 123);
  assert_item (layout, 3, 5, 55, 123);

  /* in less than one has room */
  remit_map_layout_begin (layout, &growing, 60, FALSE);
  remit_map_layout_add_block (layout, 0, 0);
  remit_map_layout_add_block (layout, 1, 0);
  assert_item (layout, 0, 5, 5, 50);
  assert_item (layout, 1, 5, 55, 50);
}

static void
test_hit (void)
{
  g_autoptr (RemitMapLayout) layout = make_layout (FALSE);
  int first, last;

  g_assert_cmpint (remit_map_layout_hit (layout, 200, 10), ==, 0);
  g_assert_cmpint (remit_map_layout_hit (layout, 25, 85), ==, 2);
  g_assert_cmpint (remit_map_layout_hit (layout, 124, 124), ==, 2);
  g_assert_cmpint (remit_map_layout_hit (layout, 125, 90), ==, -1);
  g_assert_cmpint (remit_map_layout_hit (layout, 140, 90), ==, 3);
  g_assert_cmpint (remit_map_layout_hit (layout, 25, 130), ==, -1);
  g_assert_cmpint (remit_map_layout_hit (layout, 25, 1000), ==, -1);
  g_assert_cmpint (remit_map_layout_hit (layout, -3, -3), ==, -1);

  g_assert_true (remit_map_layout_find_items (layout, 100, 60, &first, &last));
  g_assert_cmpint (first, ==, 2);
  g_assert_cmpint (last, ==, 4);
  g_assert_false (remit_map_layout_find_items (layout, 126, 5, &first, &last));
  g_assert_false (remit_map_layout_find_items (layout, 500, 100, &first, &last));
}

static void
test_beyond (void)
{
  g_autoptr (RemitMapLayout) layout = make_layout (FALSE);

  g_assert_cmpint (remit_map_layout_find_beyond (layout, 0, -1), ==, 0);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 0, 1), ==, 1);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 1, 1), ==, 2);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 3, -1), ==, 1);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 3, 1), ==, 4);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 4, 1), ==, 5);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 6, -1), ==, 4);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 4, -1), ==, 2);
  g_assert_cmpint (remit_map_layout_find_beyond (layout, 6, 1), ==, 6);
}

static void
test_empty (void)
{
  g_autoptr (RemitMapLayout) layout = remit_map_layout_new ();
  int first, last;

  remit_map_layout_begin (layout, &metrics, 300, FALSE);
  g_assert_cmpint (remit_map_layout_get_height (layout), ==, 0);
  g_assert_cmpint (remit_map_layout_get_n_items (layout), ==, 0);
  g_assert_cmpint (remit_map_layout_hit (layout, 10, 10), ==, -1);
  g_assert_false (remit_map_layout_find_items (layout, 0, 100, &first, &last));
  remit_map_layout_add_heading (layout, 0, 0);
  g_assert_cmpint (remit_map_layout_get_height (layout), ==, 5 + 30 + 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/map-layout/places", test_places);
  g_test_add_func ("/board/map-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/board/map-layout/stretch", test_stretch);
  g_test_add_func ("/board/map-layout/hit", test_hit);
  g_test_add_func ("/board/map-layout/beyond", test_beyond);
  g_test_add_func ("/board/map-layout/empty", test_empty);
  return g_test_run ();
}
