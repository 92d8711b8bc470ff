/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggesting staff for slots, made up with a seed: what the solver takes, and the gap it proves. */
#include <stdlib.h>

#include "../core/plan/suggest/staffing-fixture.h"

#define ROUNDS 5
#define YEAR 365

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Prints the median of some rounds, in µs, and the gap in millionths. */
int
main (int argc,
      char **argv)
{
  StaffingSize size = { .n_options = 40, .n_days = YEAR };
  g_autoptr (RemitStaffing) problem = NULL;
  gint64 times[ROUNDS];
  double gap = 0;

  if (argc != 4)
    g_error ("Usage: remit-bench-suggest SLOTS PEOPLE SEPARATIONS");
  size.n_slots = (guint) atoi (argv[1]);
  size.n_people = (guint) atoi (argv[2]);
  size.n_separations = (guint) atoi (argv[3]);
  problem = staffing_fixture_new (&size, 1);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (RemitSolution) solution = remit_solver_run (problem, NULL);

      times[i] = g_get_monotonic_time () - begin;
      gap = remit_solution_get_gap (solution);
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  g_printerr ("suggest p50 %" G_GINT64_FORMAT " gap %.0f\n", times[ROUNDS / 2], gap * 1e6);
  return EXIT_SUCCESS;
}
