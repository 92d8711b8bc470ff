/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staffing problems made up by chance, and what tells whether a solution is one, day by day.
 *
 * Nothing here asks remit_staffing_fits(): load is counted on each day by itself. */
#include "staffing-fixture.h"

static int
choose (GRand *chance,
        const int *of,
        guint n)
{
  return of[g_rand_int_range (chance, 0, (gint32) n)];
}

static void
add_room (RemitStaffing *problem,
          guint person,
          const StaffingSize *size,
          GRand *chance)
{
  static const int capacities[] = { 50, 80, 100 };
  int capacity = size->is_whole ? 100 : choose (chance, capacities, G_N_ELEMENTS (capacities));
  gint64 from, until;

  if (size->is_whole || g_rand_int_range (chance, 0, 4) != 0)
    {
      remit_staffing_add_room (problem, person, 1, size->n_days, capacity);
      return;
    }
  /* less for some days in between; and sometimes none, as of somebody who has other work */
  from = 2 + g_rand_int_range (chance, 0, (gint32) size->n_days - 2);
  until = MIN (size->n_days, from + size->n_days / 6);
  remit_staffing_add_room (problem, person, 1, from - 1, capacity);
  remit_staffing_add_room (problem, person, from, until,
                           capacity * g_rand_int_range (chance, 0, 3) / 4);
  remit_staffing_add_room (problem, person, until + 1, size->n_days, capacity);
}

static void
add_vacancy (RemitStaffing *problem,
             const StaffingSize *size,
             GRand *chance)
{
  static const int needs[] = { 20, 50, 100 };
  gint64 least = MAX (1, size->n_days / 3);
  gint64 from = 1 + g_rand_int_range (chance, 0, (gint32) (size->n_days - least + 1));
  gint64 until = from + least - 1
                 + g_rand_int_range (chance, 0, (gint32) (size->n_days - from - least + 2));

  if (size->is_whole)
    remit_staffing_add_vacancy (problem, 100, 1, size->n_days);
  else
    remit_staffing_add_vacancy (problem, choose (chance, needs, G_N_ELEMENTS (needs)), from, until);
}

RemitStaffing *
staffing_fixture_new (const StaffingSize *size,
                      guint32 seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  RemitStaffing *problem = remit_staffing_new (size->n_people);

  for (guint i = 0; i < size->n_people; i++)
    add_room (problem, i, size, chance);
  for (guint i = 0; i < size->n_slots; i++)
    add_vacancy (problem, size, chance);
  for (guint i = 0; i < size->n_slots * size->n_options; i++)
    remit_staffing_add_option (problem, i % size->n_slots,
                               (guint) g_rand_int_range (chance, 0, (gint32) size->n_people),
                               g_rand_int_range (chance, 20, 101));
  for (guint i = 0; i < size->n_separations && size->n_slots > 1; i++)
    remit_staffing_separate (problem,
                             (guint) g_rand_int_range (chance, 0, (gint32) size->n_slots),
                             (guint) g_rand_int_range (chance, 0, (gint32) size->n_slots));
  remit_staffing_close (problem);
  return problem;
}

/* ── Whether a solution is one ────────────────────────────────────────────────────────────── */

/* Returns: whether a person has no more to do than there is room for on a day */
static gboolean
is_kept_on (const RemitStaffing *problem,
            const guint *chosen,
            guint person,
            gint64 day)
{
  int load = 0;

  for (guint i = 0; i < problem->vacancies->len; i++)
    {
      const RemitVacancy *vacancy = &g_array_index (problem->vacancies, RemitVacancy, i);

      if (chosen[i] != REMIT_OPTION_NONE && vacancy->from <= day && day <= vacancy->until
          && g_array_index (problem->options, RemitOption, chosen[i]).person == person)
        load += vacancy->percent;
    }
  for (guint i = 0; i < problem->rooms->len; i++)
    {
      const RemitRoom *room = &g_array_index (problem->rooms, RemitRoom, i);

      if (room->person == person && room->from <= day && day <= room->until
          && load > room->percent)
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_separate (const RemitStaffing *problem,
              const guint *chosen)
{
  for (guint i = 0; i < problem->separations->len; i++)
    {
      const RemitSeparation *pair = &g_array_index (problem->separations, RemitSeparation, i);

      if (chosen[pair->a] != REMIT_OPTION_NONE && chosen[pair->b] != REMIT_OPTION_NONE
          && g_array_index (problem->options, RemitOption, chosen[pair->a]).person
               == g_array_index (problem->options, RemitOption, chosen[pair->b]).person)
        return FALSE;
    }
  return TRUE;
}

/* Whether all that concerns one person is kept, on every day of the problem. */
static gboolean
is_kept_by (const RemitStaffing *problem,
            const guint *chosen,
            guint person)
{
  gint64 last = 0;

  for (guint i = 0; i < problem->rooms->len; i++)
    last = MAX (last, g_array_index (problem->rooms, RemitRoom, i).until);
  for (gint64 day = 1; day <= last; day++)
    if (!is_kept_on (problem, chosen, person, day))
      return FALSE;
  return TRUE;
}

void
staffing_fixture_check (const RemitStaffing *problem,
                        const RemitSolution *solution)
{
  gint64 worth = 0;

  for (guint i = 0; i < problem->vacancies->len; i++)
    {
      const RemitOption *option;

      if (solution->chosen[i] == REMIT_OPTION_NONE)
        continue;
      g_assert_cmpuint (solution->chosen[i], <, problem->options->len);
      option = &g_array_index (problem->options, RemitOption, solution->chosen[i]);
      g_assert_cmpuint (option->vacancy, ==, i);
      worth += REMIT_STAFFING_FILLED + option->score;
    }
  g_assert_cmpint (worth, ==, solution->worth);
  g_assert_cmpint (solution->bound, >=, solution->worth);
  g_assert_true (are_separate (problem, solution->chosen));
  for (guint i = 0; i < problem->n_people; i++)
    g_assert_true (is_kept_by (problem, solution->chosen, i));
}

/* ── All solutions ────────────────────────────────────────────────────────────────────────── */

static gboolean
can_take (const RemitStaffing *problem,
          guint *chosen,
          guint option)
{
  const RemitOption *its = &g_array_index (problem->options, RemitOption, option);
  gboolean can;

  chosen[its->vacancy] = option;
  can = are_separate (problem, chosen) && is_kept_by (problem, chosen, its->person);
  chosen[its->vacancy] = REMIT_OPTION_NONE;
  return can;
}

static void
try_all (const RemitStaffing *problem,
         guint *chosen,
         guint vacancy,
         gint64 worth,
         gint64 *best)
{
  const RemitVacancy *its;

  *best = MAX (*best, worth);
  if (vacancy == problem->vacancies->len
      || worth + (problem->vacancies->len - vacancy) * (gint64) (REMIT_STAFFING_FILLED + 100)
           <= *best)
    return;
  if (chosen[vacancy] != REMIT_OPTION_NONE)
    {
      try_all (problem, chosen, vacancy + 1, worth, best);
      return;
    }
  its = &g_array_index (problem->vacancies, RemitVacancy, vacancy);
  for (guint i = its->first; i < its->first + its->n_options; i++)
    if (can_take (problem, chosen, i))
      {
        chosen[vacancy] = i;
        try_all (problem, chosen, vacancy + 1,
                 worth + REMIT_STAFFING_FILLED
                   + g_array_index (problem->options, RemitOption, i).score,
                 best);
        chosen[vacancy] = REMIT_OPTION_NONE;
      }
  try_all (problem, chosen, vacancy + 1, worth, best);
}

static guint *
choose_none (const RemitStaffing *problem)
{
  guint *chosen = g_new (guint, problem->vacancies->len + 1);

  for (guint i = 0; i < problem->vacancies->len; i++)
    chosen[i] = REMIT_OPTION_NONE;
  return chosen;
}

gint64
staffing_fixture_get_best (const RemitStaffing *problem)
{
  g_autofree guint *chosen = choose_none (problem);
  gint64 best = 0;

  try_all (problem, chosen, 0, 0, &best);
  return best;
}

gint64
staffing_fixture_get_best_with (const RemitStaffing *problem,
                                guint option)
{
  g_autofree guint *chosen = choose_none (problem);
  const RemitOption *its = &g_array_index (problem->options, RemitOption, option);
  gint64 best = 0;

  chosen[its->vacancy] = option;
  try_all (problem, chosen, 0, REMIT_STAFFING_FILLED + its->score, &best);
  return best;
}

gint64
staffing_fixture_get_greedy (const RemitStaffing *problem)
{
  g_autofree guint *chosen = choose_none (problem);
  gint64 worth = 0;

  for (int score = 100; score >= 0; score--)
    for (guint i = 0; i < problem->options->len; i++)
      {
        const RemitOption *option = &g_array_index (problem->options, RemitOption, i);

        if (option->score != score || chosen[option->vacancy] != REMIT_OPTION_NONE
            || !can_take (problem, chosen, i))
          continue;
        chosen[option->vacancy] = i;
        worth += REMIT_STAFFING_FILLED + score;
      }
  return worth;
}
