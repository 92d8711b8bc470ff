/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures beside a chart. */
#include "widgets/charts/remit-axis.h"

#include <math.h>

static void
check (double highest,
       guint max_steps,
       double step,
       guint n_steps,
       int n_digits)
{
  RemitAxis axis = remit_axis_find (highest, max_steps);

  g_test_message ("%g in %u", highest, max_steps);
  g_assert_cmpfloat_with_epsilon (axis.step, step, step / 1e6);
  g_assert_cmpuint (axis.n_steps, ==, n_steps);
  g_assert_cmpfloat_with_epsilon (axis.top, step * n_steps, step / 1e6);
  g_assert_cmpint (axis.n_digits, ==, n_digits);
}

static void
test_steps (void)
{
  check (10, 5, 2, 5, 0);
  check (11, 5, 5, 3, 0);
  check (30.4, 5, 10, 4, 0);
  check (1, 5, 0.2, 5, 1);
  check (0.03, 3, 0.01, 3, 2);
  check (99999, 4, 50000, 2, 0);
  check (7, 1, 10, 1, 0);
  check (100, 10, 10, 10, 0);
}

/* What cannot be drawn is drawn as nothing is. */
static void
test_nonsense (void)
{
  check (0, 5, 0.2, 5, 1);
  check (-3, 5, 0.2, 5, 1);
  check (NAN, 5, 0.2, 5, 1);
  check (INFINITY, 5, 0.2, 5, 1);
}

/* Whatever is to be shown is below the top, with no more figures than there is room for. */
static void
test_any (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double highest = pow (10, g_test_rand_double_range (-4, 7));
      guint max_steps = (guint) g_test_rand_int_range (1, 12);
      RemitAxis axis = remit_axis_find (highest, max_steps);

      g_assert_cmpfloat (axis.top, >=, highest * (1 - 1e-6));
      g_assert_cmpfloat (axis.top - axis.step, <, highest);
      g_assert_cmpuint (axis.n_steps, <=, max_steps);
    }
}

static void
test_every (void)
{
  g_assert_cmpuint (remit_axis_find_every (26, 20, 20), ==, 1);
  g_assert_cmpuint (remit_axis_find_every (26, 20, 21), ==, 2);
  g_assert_cmpuint (remit_axis_find_every (26, 1, 400), ==, 26);
  g_assert_cmpuint (remit_axis_find_every (0, 0, 10), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/axis/steps", test_steps);
  g_test_add_func ("/charts/axis/nonsense", test_nonsense);
  g_test_add_func ("/charts/axis/any", test_any);
  g_test_add_func ("/charts/axis/every", test_every);
  return g_test_run ();
}
