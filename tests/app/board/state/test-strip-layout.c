/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the arithmetic of the strip that shows all teams. */
#include "board/strip/remit-board-strip-layout.h"

/* 16 pixels to one of the strip: what is in sight takes 50 of 1000. */
static const RemitBoardStripLayout usual = {
  .all = 16000, .value = 1600, .page = 800, .width = 1000,
};

static void
test_needed (void)
{
  RemitBoardStripLayout layout = usual;

  g_assert_true (remit_board_strip_layout_is_needed (&layout));
  layout.page = 15999;
  g_assert_false (remit_board_strip_layout_is_needed (&layout));
  layout.page = 20000;
  g_assert_false (remit_board_strip_layout_is_needed (&layout));
  /* before anything is allocated */
  layout.page = 0;
  g_assert_false (remit_board_strip_layout_is_needed (&layout));
}

static void
test_block (void)
{
  RemitBoardStripLayout layout = usual;
  int from, length;

  remit_board_strip_layout_get_block (&layout, 160, 272, 2, &from, &length);
  g_assert_cmpint (from, ==, 10);
  g_assert_cmpint (length, ==, 15);
  /* side by side they leave nothing and overlap nowhere */
  for (int i = 0, end = 0; i < 50; i++, end = from + length)
    {
      remit_board_strip_layout_get_block (&layout, i * 320, 320, 0, &from, &length);
      g_assert_cmpint (from, ==, end);
    }
  /* so many that a pixel has several: each is seen, and none is outside */
  layout.all = 300000;
  for (int i = 0; i < 1000; i++)
    {
      remit_board_strip_layout_get_block (&layout, i * 300, 290, 2, &from, &length);
      g_assert_cmpint (length, >=, 1);
      g_assert_cmpint (from, >=, 0);
      g_assert_cmpint (from + length, <=, 1000);
    }
  /* nothing to divide by */
  layout.all = 0;
  remit_board_strip_layout_get_block (&layout, 0, 290, 2, &from, &length);
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (length, ==, 1);
}

static void
test_sight (void)
{
  RemitBoardStripLayout layout = usual;
  double from, length;

  remit_board_strip_layout_get_sight (&layout, &from, &length);
  g_assert_cmpfloat_with_epsilon (from, 100, 0.001);
  g_assert_cmpfloat_with_epsilon (length, 50, 0.001);

  /* too short to be grabbed: around the middle, and not beyond the ends */
  layout.all = 1600000;
  layout.value = 800000 - 400;
  remit_board_strip_layout_get_sight (&layout, &from, &length);
  g_assert_cmpfloat_with_epsilon (length, 12, 0.001);
  g_assert_cmpfloat_with_epsilon (from, 494, 0.001);
  layout.value = 0;
  remit_board_strip_layout_get_sight (&layout, &from, &length);
  g_assert_cmpfloat (from, ==, 0);
  layout.value = layout.all - layout.page;
  remit_board_strip_layout_get_sight (&layout, &from, &length);
  g_assert_cmpfloat_with_epsilon (from, 988, 0.001);
}

static void
test_going (void)
{
  RemitBoardStripLayout layout = usual;
  double grab;

  /* beside it, its middle jumps there, no further than to the ends */
  g_assert_cmpfloat (remit_board_strip_layout_grab (&layout, 500), ==, 0);
  g_assert_cmpfloat_with_epsilon (remit_board_strip_layout_find_value (&layout, 500, 0), 7600,
                                     0.001);
  g_assert_cmpfloat (remit_board_strip_layout_find_value (&layout, -20, 0), ==, 0);
  g_assert_cmpfloat (remit_board_strip_layout_find_value (&layout, 1200, 0), ==, 15200);

  /* on it, nothing moves until the pointer does */
  grab = remit_board_strip_layout_grab (&layout, 140);
  g_assert_cmpfloat_with_epsilon (grab, 15, 0.001);
  g_assert_cmpfloat_with_epsilon (remit_board_strip_layout_find_value (&layout, 140, grab), 1600,
                                  0.001);
  g_assert_cmpfloat_with_epsilon (remit_board_strip_layout_find_value (&layout, 141, grab), 1616,
                                  0.001);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/strip-layout/needed", test_needed);
  g_test_add_func ("/board/strip-layout/block", test_block);
  g_test_add_func ("/board/strip-layout/sight", test_sight);
  g_test_add_func ("/board/strip-layout/going", test_going);

  return g_test_run ();
}
