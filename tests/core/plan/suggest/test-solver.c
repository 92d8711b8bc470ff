/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the solver: no rule is broken, and no solution is further from the best than is said. */
#include "staffing-fixture.h"

static RemitSolution *
solve (const RemitStaffing *problem)
{
  RemitSolution *solution = remit_solver_run (problem, NULL);

  g_assert_nonnull (solution);
  staffing_fixture_check (problem, solution);
  return solution;
}

/* A size by chance, such that now people, now slots are scarce. */
static StaffingSize
choose_size (GRand *chance,
             gint32 most)
{
  return (StaffingSize){
    .n_slots = (guint) g_rand_int_range (chance, 0, most + 1),
    .n_people = (guint) g_rand_int_range (chance, 1, most + 1),
    .n_options = (guint) g_rand_int_range (chance, 1, 6),
    .n_separations = (guint) g_rand_int_range (chance, 0, 6),
    .n_days = g_rand_int_range (chance, 6, 30),
    .is_whole = g_rand_int_range (chance, 0, 5) == 0,
  };
}

static void
test_random (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (19);

  for (guint i = 0; i < 1000; i++)
    {
      const StaffingSize size = choose_size (chance, 30);
      g_autoptr (RemitStaffing) problem = staffing_fixture_new (&size, i);
      g_autoptr (RemitSolution) solution = solve (problem);

      g_assert_cmpint (solution->worth, >=, staffing_fixture_get_greedy (problem));
    }
}

static void
test_best (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  guint n_best = 0;

  for (guint i = 0; i < 400; i++)
    {
      const StaffingSize size = choose_size (chance, 7);
      g_autoptr (RemitStaffing) problem = staffing_fixture_new (&size, 10000 + i);
      g_autoptr (RemitSolution) solution = solve (problem);
      gint64 best = staffing_fixture_get_best (problem);

      g_assert_cmpint (best, <=, solution->bound);
      g_assert_cmpint (best, >=, solution->worth);
      n_best += best == solution->worth;
    }
  /* as a rule it is the best one */
  g_test_message ("%u of 400 are the best", n_best);
  g_assert_cmpuint (n_best, >=, 398);
}

/* What another option costs is what the best solution with it is worth less. */
static void
test_ask (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);
  guint n_asked = 0, n_exact = 0;

  for (guint i = 0; i < 60; i++)
    {
      const StaffingSize size = choose_size (chance, 6);
      g_autoptr (RemitStaffing) problem = staffing_fixture_new (&size, 30000 + i);
      g_autoptr (RemitSolution) solution = solve (problem);
      g_autoptr (RemitAsker) asker = remit_asker_new (problem, solution);

      for (guint j = 0; j < problem->options->len; j++)
        {
          guint vacancy = remit_staffing_get_option (problem, j)->vacancy;
          gint64 lost, least;

          if (solution->chosen[vacancy] == j)
            continue;
          lost = remit_asker_ask (asker, j);
          least = solution->worth - staffing_fixture_get_best_with (problem, j);
          g_assert_cmpint (lost, >=, least);
          n_asked++;
          n_exact += lost == least;
        }
      staffing_fixture_check (problem, solution);
    }
  g_test_message ("%u of %u are exact", n_exact, n_asked);
  g_assert_cmpuint (n_exact * 5, >=, n_asked * 4);
}

/* An assignment problem is solved exactly. */
static void
test_paths (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      StaffingSize size = choose_size (chance, 7);
      g_autoptr (RemitStaffing) problem = NULL;
      g_autoptr (RemitSolution) solution = NULL;

      size.is_whole = TRUE;
      problem = staffing_fixture_new (&size, 20000 + i);
      solution = solve (problem);
      g_assert_cmpint (solution->bound, ==, solution->worth);
      g_assert_cmpint (solution->worth, ==, staffing_fixture_get_best (problem));
    }
}

static void
test_same (void)
{
  const StaffingSize size = { .n_slots = 80, .n_people = 60, .n_options = 8, .n_separations = 20,
                              .n_days = 60 };

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (RemitStaffing) problem = staffing_fixture_new (&size, i);
      g_autoptr (RemitStaffing) again = staffing_fixture_new (&size, i);
      g_autoptr (RemitSolution) first = solve (problem);
      g_autoptr (RemitSolution) second = solve (again);

      g_assert_cmpmem (first->chosen, size.n_slots * sizeof (guint), second->chosen,
                       size.n_slots * sizeof (guint));
      g_assert_cmpint (first->bound, ==, second->bound);
    }
}

/* ── By hand ──────────────────────────────────────────────────────────────────────────────── */

/* Whom both slots would like best goes to where it is worth more, and the cost says so. */
static void
test_costs (void)
{
  g_autoptr (RemitStaffing) problem = remit_staffing_new (3);
  g_autoptr (RemitSolution) solution = NULL;
  g_autoptr (RemitAsker) asker = NULL;

  for (guint i = 0; i < 3; i++)
    remit_staffing_add_room (problem, i, 1, 10, 100);
  for (guint i = 0; i < 2; i++)
    remit_staffing_add_vacancy (problem, 100, 1, 10);
  remit_staffing_add_option (problem, 0, 0, 90);
  remit_staffing_add_option (problem, 0, 1, 85);
  remit_staffing_add_option (problem, 1, 0, 80);
  remit_staffing_add_option (problem, 1, 2, 63);
  remit_staffing_close (problem);
  solution = solve (problem);
  g_assert_cmpuint (solution->chosen[0], ==, 1);
  g_assert_cmpuint (solution->chosen[1], ==, 2);
  asker = remit_asker_new (problem, solution);
  g_assert_cmpint (solution->worth, ==, 2165);
  g_assert_cmpfloat (remit_solution_get_gap (solution), ==, 0);
  /* 5 more there, 17 less here; and no more than the duals say */
  g_assert_cmpint (remit_asker_ask (asker, 0), ==, 12);
  g_assert_cmpfloat (solution->values[0] - (1090 - solution->costs[0]), <=, 12);
  g_assert_cmpint (remit_asker_ask (asker, 3), >=, 12);
  g_assert_cmpint (remit_asker_ask (asker, 3), <=, 17);
}

static void
test_separated (void)
{
  g_autoptr (RemitStaffing) problem = remit_staffing_new (1);
  g_autoptr (RemitSolution) solution = NULL;

  remit_staffing_add_room (problem, 0, 1, 10, 100);
  remit_staffing_add_vacancy (problem, 20, 1, 10);
  remit_staffing_add_vacancy (problem, 20, 1, 10);
  remit_staffing_add_vacancy (problem, 20, 1, 10);
  for (guint i = 0; i < 3; i++)
    remit_staffing_add_option (problem, i, 0, 50 + (int) i);
  remit_staffing_separate (problem, 1, 2);
  remit_staffing_separate (problem, 1, 1);
  remit_staffing_close (problem);
  solution = solve (problem);
  g_assert_cmpint (solution->worth, ==, 2102);
  g_assert_cmpuint (solution->chosen[1], ==, REMIT_OPTION_NONE);
  g_assert_cmpint (solution->bound, ==, 2102);
}

/* Nothing to do, nobody there, needs and days that cannot be: no solution, and no crash. */
static void
test_bad_input (void)
{
  g_autoptr (RemitStaffing) empty = remit_staffing_new (0);
  g_autoptr (RemitStaffing) problem = remit_staffing_new (2);
  g_autoptr (RemitSolution) none = NULL;
  g_autoptr (RemitSolution) solution = NULL;

  remit_staffing_close (empty);
  none = solve (empty);
  g_assert_cmpint (none->worth, ==, 0);

  remit_staffing_add_room (problem, 0, 1, 10, 0);
  remit_staffing_add_room (problem, 1, 1, 10, 1000);
  remit_staffing_add_room (problem, 1, 12, 11, 0);
  remit_staffing_add_vacancy (problem, 0, 1, 10);
  remit_staffing_add_vacancy (problem, -5, 1, 10);
  remit_staffing_add_vacancy (problem, 50, 10, 1);
  remit_staffing_add_vacancy (problem, 1, 1, 10);
  remit_staffing_add_vacancy (problem, 999, 1, 10);
  remit_staffing_add_vacancy (problem, 1, 1, 10);
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < 3; j++)
      remit_staffing_add_option (problem, i, j % 2, 50 + (int) j);
  remit_staffing_close (problem);
  solution = solve (problem);
  g_assert_cmpint (solution->worth, ==, 2102);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (solution->chosen[i], ==, REMIT_OPTION_NONE);
  /* the better one of two that say the same */
  g_assert_cmpint (g_array_index (problem->options, RemitOption, solution->chosen[3]).score, ==,
                   51);
}

static void
on_progress (double share,
             gpointer data)
{
  GCancellable *cancellable = data;

  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  if (share > 0.2)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  const StaffingSize size = { .n_slots = 200, .n_people = 120, .n_options = 20, .n_days = 60 };
  const StaffingSize whole = { .n_slots = 200, .n_people = 120, .n_options = 20, .n_days = 60,
                               .is_whole = TRUE };
  const StaffingSize *sizes[] = { &size, &whole };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (RemitStaffing) problem = staffing_fixture_new (sizes[i], 1);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      const RemitWorkControl control = { cancellable, on_progress, cancellable };
      g_autoptr (RemitSolution) solution = NULL;

      g_assert_null (remit_solver_run (problem, &control));
      /* the next one is not disturbed by it */
      solution = solve (problem);
      g_assert_cmpint (solution->worth, >, 0);
    }
}

/* Several threads at once, as when the window and a preview ask. */
static gpointer
solve_in_thread (gpointer problem)
{
  return remit_solver_run (problem, NULL);
}

static void
test_threads (void)
{
  const StaffingSize size = { .n_slots = 60, .n_people = 40, .n_options = 8, .n_days = 60 };
  g_autoptr (RemitStaffing) problem = staffing_fixture_new (&size, 3);
  g_autoptr (RemitSolution) expected = solve (problem);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("solve", solve_in_thread, problem);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (RemitSolution) solution = g_thread_join (threads[i]);

      g_assert_cmpint (solution->worth, ==, expected->worth);
      g_assert_cmpmem (solution->chosen, size.n_slots * sizeof (guint), expected->chosen,
                       size.n_slots * sizeof (guint));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/solver/random", test_random);
  g_test_add_func ("/plan/solver/best", test_best);
  g_test_add_func ("/plan/solver/ask", test_ask);
  g_test_add_func ("/plan/solver/paths", test_paths);
  g_test_add_func ("/plan/solver/same", test_same);
  g_test_add_func ("/plan/solver/costs", test_costs);
  g_test_add_func ("/plan/solver/separated", test_separated);
  g_test_add_func ("/plan/solver/bad-input", test_bad_input);
  g_test_add_func ("/plan/solver/cancel", test_cancel);
  g_test_add_func ("/plan/solver/threads", test_threads);
  return g_test_run ();
}
