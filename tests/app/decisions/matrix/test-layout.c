/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of the matrix. */
#include "decisions/matrix/remit-rights-layout.h"

static void
fill (RemitRightsLayout *layout,
      guint n_rows,
      guint n_columns)
{
  remit_rights_layout_init (layout);
  layout->row_height = 10;
  layout->heading_height = 20;
  layout->column_width = 50;
  layout->side = 100;
  layout->header = 30;
  remit_rights_layout_begin (layout, n_columns);
  for (guint i = 0; i < n_rows; i++)
    remit_rights_layout_add_row (layout, i % 5 == 0);
}

static void
test_sizes (void)
{
  RemitRightsLayout layout;
  int height;

  fill (&layout, 10, 4);
  g_assert_cmpint (remit_rights_layout_get_width (&layout), ==, 300);
  g_assert_cmpint (remit_rights_layout_get_height (&layout), ==, 30 + 2 * 20 + 8 * 10);
  g_assert_cmpint (remit_rights_layout_get_row (&layout, 0, &height), ==, 30);
  g_assert_cmpint (height, ==, 20);
  g_assert_cmpint (remit_rights_layout_get_row (&layout, 1, &height), ==, 50);
  g_assert_cmpint (height, ==, 10);
  g_assert_cmpint (remit_rights_layout_get_row (&layout, 9, &height), ==, 140);
  g_assert_cmpint (remit_rights_layout_get_column (&layout, 3), ==, 250);
  remit_rights_layout_clear (&layout);
}

static void
check_rows (RemitRightsLayout *layout,
            int scrolled,
            int height,
            guint first,
            guint last)
{
  guint found_first;
  guint found_last;

  remit_rights_layout_find_rows (layout, scrolled, height, &found_first, &found_last);
  g_assert_cmpuint (found_first, ==, first);
  g_assert_cmpuint (found_last, ==, last);
}

/* Rows that are seen by a pixel are among them, and none that are not. */
static void
test_rows (void)
{
  RemitRightsLayout layout;

  fill (&layout, 10, 4);
  check_rows (&layout, 0, 30, 0, 0);
  check_rows (&layout, 0, 31, 0, 1);
  check_rows (&layout, 0, 500, 0, 10);
  check_rows (&layout, 19, 31, 0, 2);
  check_rows (&layout, 20, 31, 1, 2);
  check_rows (&layout, 119, 60, 9, 10);
  check_rows (&layout, 500, 60, 0, 0);
  remit_rights_layout_clear (&layout);
  fill (&layout, 0, 4);
  check_rows (&layout, 0, 100, 0, 0);
  remit_rights_layout_clear (&layout);
}

static void
check_columns (RemitRightsLayout *layout,
               int scrolled,
               int width,
               guint first,
               guint last)
{
  guint found_first;
  guint found_last;

  remit_rights_layout_find_columns (layout, scrolled, width, &found_first, &found_last);
  g_assert_cmpuint (found_first, ==, first);
  g_assert_cmpuint (found_last, ==, last);
}

static void
test_columns (void)
{
  RemitRightsLayout layout;

  fill (&layout, 10, 4);
  check_columns (&layout, 0, 100, 0, 0);
  check_columns (&layout, 0, 101, 0, 1);
  check_columns (&layout, 0, 150, 0, 1);
  check_columns (&layout, 0, 151, 0, 2);
  check_columns (&layout, 49, 151, 0, 2);
  check_columns (&layout, 50, 151, 1, 3);
  check_columns (&layout, 150, 900, 3, 4);
  check_columns (&layout, 900, 900, 4, 4);
  remit_rights_layout_clear (&layout);
}

/* What is hit is what stands there. */
static void
test_hits (void)
{
  RemitRightsLayout layout;

  fill (&layout, 1000, 40);
  for (guint row = 0; row < 1000; row += 7)
    {
      int height;
      int y = remit_rights_layout_get_row (&layout, row, &height);

      g_assert_cmpint (remit_rights_layout_hit_row (&layout, y - 30, 30), ==, row);
      g_assert_cmpint (remit_rights_layout_hit_row (&layout, y - 30, 30 + height - 1), ==, row);
      g_assert_cmpint (remit_rights_layout_hit_row (&layout, y - 30, 29), ==, -1);
    }
  g_assert_cmpint (remit_rights_layout_hit_row (&layout, 0, 100000), ==, -1);
  g_assert_cmpint (remit_rights_layout_hit_column (&layout, 0, 99), ==, -1);
  g_assert_cmpint (remit_rights_layout_hit_column (&layout, 0, 100), ==, 0);
  g_assert_cmpint (remit_rights_layout_hit_column (&layout, 49, 100), ==, 0);
  g_assert_cmpint (remit_rights_layout_hit_column (&layout, 50, 100), ==, 1);
  g_assert_cmpint (remit_rights_layout_hit_column (&layout, 0, 100 + 40 * 50), ==, -1);
  remit_rights_layout_clear (&layout);
}

static void
test_narrow (void)
{
  RemitRightsLayout layout;

  remit_rights_layout_init (&layout);
  remit_rights_layout_set_width (&layout, 360);
  g_assert_cmpint (layout.side, <=, 140);
  remit_rights_layout_set_width (&layout, 2000);
  g_assert_cmpint (layout.side, ==, 300);
  remit_rights_layout_clear (&layout);
}

/* Heads with people are higher, and so is what a scale has to be made for. */
static void
test_people (void)
{
  RemitRightsLayout layout;
  int header;
  int team;
  double without;

  remit_rights_layout_init (&layout);
  header = layout.header;
  team = layout.team_height;
  without = remit_rights_layout_get_scale_for (&layout, 10, 200);
  remit_rights_layout_set_people (&layout, TRUE);
  g_assert_cmpint (layout.header, >, header);
  g_assert_cmpint (layout.team_height, ==, team);
  g_assert_true (remit_rights_layout_get_scale_for (&layout, 10, 200) < without);
  remit_rights_layout_set_scale (&layout, 2);
  g_assert_cmpint (layout.header, >, 2 * header);
  remit_rights_layout_set_people (&layout, FALSE);
  g_assert_cmpint (layout.header, ==, 2 * header);
  remit_rights_layout_clear (&layout);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decisions/layout/sizes", test_sizes);
  g_test_add_func ("/decisions/layout/rows", test_rows);
  g_test_add_func ("/decisions/layout/columns", test_columns);
  g_test_add_func ("/decisions/layout/hits", test_hits);
  g_test_add_func ("/decisions/layout/narrow", test_narrow);
  g_test_add_func ("/decisions/layout/people", test_people);
  return g_test_run ();
}
