/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear relaxation: who fills what, in parts, which no whole solution can be better than.
 *
 * It begins with the best options of each vacancy alone. Limits that its solution does not keep,
 * and options that would make it better by the duals, are added until there are none. The bound is
 * worked out from the duals and all options, so that it is true at any time, however exact the
 * duals are: what all limits cost, and for each vacancy what the best of its options is worth after
 * its costs (weak duality of the Lagrangian relaxation of the limits). */
#include "remit-solver-private.h"

#include <glpk.h>
#include <math.h>
#include <string.h>

/* Options of a vacancy that it begins with, and that are added at once. */
#define FIRST_OPTIONS 12
#define MORE_OPTIONS 4
/* Iterations of the simplex method between two looks at whether it is still wanted. */
#define ITERATIONS_AT_ONCE 500
/* After so many in all, what is known by then has to do. */
#define MAX_ITERATIONS 25000
#define MAX_ROUNDS 400
/* A whole solution is made of each so many of those to which options are still added. */
#define ROUNDING_EVERY 5
/* What is less is an error of rounding. */
#define EPSILON 1e-6
/* Options that are tried when a solution is bettered. */
#define TRIES 400000
#define LAST_TRIES 2000000

/* GLPK keeps what it needs in an environment, of which a process may have one: one problem after
 * the other. */
static GMutex glpk_mutex;

/**
 * Limit:
 * @person: whose limit it is
 * @day: on which day
 * @divisor: percent by which needs and room are divided, rounded down: 1 for the room itself; more
 *   says the same of whole solutions, and more of broken ones (cuts of Chvátal and Gomory). With
 *   more than half the room: of those that need that much, one
 * @a, @b: with @divisor 0, two vacancies that are separated
 * @bound: what the sum may be at most
 */
typedef struct {
  guint person;
  gint64 day;
  int divisor;
  guint a;
  guint b;
  int bound;
} Limit;

/* @columns: for each option, where it is in the program, or 0; @column_options: the other way round
 * @limits: (element-type Limit): those added; the rows before them are vacancies
 * @people_limits: for each person, (element-type guint) those of theirs
 * @shares: of each option, how much of it the relaxation takes */
typedef struct {
  const RemitStaffing *problem;
  const RemitWorkControl *control;
  glp_prob *program;
  int *columns;
  GArray *column_options;
  GArray *limits;
  GArray **people_limits;
  double *shares;
  RemitTaking *best;
  RemitTaking trial;
  RemitSolution *solution;
  guint n_iterations;
} Relaxation;

/* ── The program ──────────────────────────────────────────────────────────────────────────── */

/* Returns: by how much an option counts in a limit */
static int
get_factor (const RemitStaffing *problem,
            const Limit *limit,
            guint option)
{
  guint vacancy = remit_staffing_get_option (problem, option)->vacancy;
  const RemitVacancy *its = remit_staffing_get_vacancy (problem, vacancy);

  if (limit->divisor == 0)
    return vacancy == limit->a || vacancy == limit->b;
  return its->from <= limit->day && limit->day <= its->until ? its->percent / limit->divisor : 0;
}

static void
add_column (Relaxation *self,
            guint option)
{
  const RemitStaffing *problem = self->problem;
  const RemitOption *its = remit_staffing_get_option (problem, option);
  const GArray *limits = self->people_limits[its->person];
  g_autofree int *rows = g_new (int, limits->len + 2);
  g_autofree double *factors = g_new (double, limits->len + 2);
  int column = glp_add_cols (self->program, 1);
  int n = 1;

  rows[1] = (int) its->vacancy + 1;
  factors[1] = 1;
  for (guint i = 0; i < limits->len; i++)
    {
      guint limit = g_array_index (limits, guint, i);
      int factor = get_factor (problem, &g_array_index (self->limits, Limit, limit), option);

      if (factor == 0)
        continue;
      rows[++n] = (int) (problem->vacancies->len + limit + 1);
      factors[n] = factor;
    }
  glp_set_mat_col (self->program, column, n, rows, factors);
  glp_set_col_bnds (self->program, column, GLP_LO, 0, 0);
  glp_set_obj_coef (self->program, column, remit_staffing_get_worth (problem, option));
  glp_set_col_stat (self->program, column, GLP_NL);
  self->columns[option] = column;
  g_array_append_val (self->column_options, option);
}

static void
add_limit (Relaxation *self,
           const Limit *limit)
{
  const RemitStaffing *problem = self->problem;
  guint first = problem->first_options[limit->person];
  guint n_options = problem->first_options[limit->person + 1] - first;
  g_autofree int *columns = g_new (int, n_options + 1);
  g_autofree double *factors = g_new (double, n_options + 1);
  int row = glp_add_rows (self->program, 1);
  guint number = self->limits->len;
  int n = 0;

  for (guint i = first; i < first + n_options; i++)
    {
      guint option = g_array_index (problem->people_options, guint, i);
      int factor = get_factor (problem, limit, option);

      if (self->columns[option] == 0 || factor == 0)
        continue;
      columns[++n] = self->columns[option];
      factors[n] = factor;
    }
  glp_set_mat_row (self->program, row, n, columns, factors);
  glp_set_row_bnds (self->program, row, GLP_UP, 0, limit->bound);
  glp_set_row_stat (self->program, row, GLP_BS);
  g_array_append_val (self->limits, *limit);
  g_array_append_val (self->people_limits[limit->person], number);
}

/* Each vacancy with its best option: that is the best solution as long as there are no limits, and
 * its duals stay feasible when they are added. */
static void
begin (Relaxation *self)
{
  const RemitStaffing *problem = self->problem;

  self->program = glp_create_prob ();
  glp_set_obj_dir (self->program, GLP_MAX);
  if (problem->vacancies->len > 0)
    glp_add_rows (self->program, (int) problem->vacancies->len);
  for (guint i = 0; i < problem->vacancies->len; i++)
    {
      const RemitVacancy *vacancy = remit_staffing_get_vacancy (problem, i);
      int row = (int) i + 1;

      glp_set_row_bnds (self->program, row, GLP_UP, 0, 1);
      for (guint j = 0; j < MIN (vacancy->n_options, FIRST_OPTIONS); j++)
        add_column (self, self->best->order[vacancy->first + j]);
      if (self->best->chosen[i] != REMIT_OPTION_NONE && self->columns[self->best->chosen[i]] == 0)
        add_column (self, self->best->chosen[i]);
      glp_set_row_stat (self->program, row, vacancy->n_options > 0 ? GLP_NU : GLP_BS);
      if (vacancy->n_options > 0)
        glp_set_col_stat (self->program, self->columns[self->best->order[vacancy->first]], GLP_BS);
    }
}

static gboolean
is_wanted (Relaxation *self)
{
  return self->control == NULL || !g_cancellable_is_cancelled (self->control->cancellable);
}

/* In slices of iterations rather than of time, so that it always goes the same way.
 *
 * Returns: whether the program as it is was solved */
static gboolean
solve (Relaxation *self,
       int method)
{
  glp_smcp parameters;

  glp_init_smcp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.meth = method;
  parameters.it_lim = ITERATIONS_AT_ONCE;
  while (self->n_iterations < MAX_ITERATIONS && is_wanted (self))
    {
      int before = glp_get_it_cnt (self->program);
      int status = glp_simplex (self->program, &parameters);

      if (status == GLP_EITLIM)
        self->n_iterations += ITERATIONS_AT_ONCE;
      else
        self->n_iterations += (guint) (glp_get_it_cnt (self->program) - before) + 1;
      if (status == GLP_ESING || status == GLP_ECOND)
        glp_adv_basis (self->program, 0);
      else if (status != GLP_EITLIM)
        return status == 0 && glp_get_status (self->program) == GLP_OPT;
    }
  return FALSE;
}

/* ── Limits that are not kept ─────────────────────────────────────────────────────────────── */

/* What a person has in the solution. */
typedef struct {
  guint option;
  double share;
} Part;

static double
get_sum (Relaxation *self,
         const Limit *limit,
         const GArray *parts)
{
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      sum += part->share * get_factor (self->problem, limit, part->option);
    }
  return sum;
}

static gboolean
is_known (Relaxation *self,
          const Limit *limit)
{
  const GArray *known = self->people_limits[limit->person];

  for (guint i = 0; i < known->len; i++)
    {
      const Limit *other = &g_array_index (self->limits, Limit,
                                           g_array_index (known, guint, i));

      if (other->day == limit->day && other->divisor == limit->divisor && other->a == limit->a
          && other->b == limit->b)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_limit (Relaxation *self,
             const Limit *limit,
             const GArray *parts)
{
  if (get_sum (self, limit, parts) <= limit->bound + EPSILON || is_known (self, limit))
    return FALSE;
  add_limit (self, limit);
  return TRUE;
}

/* The room of a person on a day, and what follows from it for whole solutions. */
static gboolean
check_day (Relaxation *self,
           guint person,
           gint64 day,
           const GArray *parts)
{
  int room = remit_staffing_get_room (self->problem, person, day);
  gboolean added = FALSE;

  if (room == G_MAXINT)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      guint option = g_array_index (parts, Part, i).option;
      int percent = remit_staffing_get_vacancy (
        self->problem, remit_staffing_get_option (self->problem, option)->vacancy)->percent;
      const Limit cut = { .person = person, .day = day, .divisor = percent,
                          .bound = room / percent };

      added = check_limit (self, &cut, parts) || added;
    }
  return check_limit (self,
                      &(Limit){ .person = person, .day = day, .divisor = 1, .bound = room }, parts)
         || added;
}

static gboolean
check_separations (Relaxation *self,
                   guint person,
                   const GArray *parts)
{
  gboolean added = FALSE;

  for (guint i = 0; i < parts->len; i++)
    for (guint j = i + 1; j < parts->len; j++)
      {
        guint a = remit_staffing_get_option (self->problem,
                                             g_array_index (parts, Part, i).option)->vacancy;
        guint b = remit_staffing_get_option (self->problem,
                                             g_array_index (parts, Part, j).option)->vacancy;
        const Limit limit = { .person = person, .a = MIN (a, b), .b = MAX (a, b), .bound = 1 };

        if (remit_staffing_is_separated (self->problem, a, b))
          added = check_limit (self, &limit, parts) || added;
      }
  return added;
}

static gboolean
check_person (Relaxation *self,
              guint person,
              const GArray *parts)
{
  const RemitStaffing *problem = self->problem;
  gboolean added = check_separations (self, person, parts);

  for (guint i = 0; i < parts->len; i++)
    {
      guint option = g_array_index (parts, Part, i).option;
      const RemitVacancy *vacancy =
        remit_staffing_get_vacancy (problem, remit_staffing_get_option (problem, option)->vacancy);

      added = check_day (self, person, vacancy->from, parts) || added;
      for (guint j = problem->first_rooms[person]; j < problem->first_rooms[person + 1]; j++)
        {
          gint64 day = g_array_index (problem->rooms, RemitRoom, j).from;

          if (day > vacancy->from && day <= vacancy->until)
            added = check_day (self, person, day, parts) || added;
        }
    }
  return added;
}

/* Returns: whether limits were added */
static gboolean
add_broken_limits (Relaxation *self)
{
  const RemitStaffing *problem = self->problem;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gboolean added = FALSE;

  for (guint i = 0; i < problem->n_people; i++)
    {
      g_array_set_size (parts, 0);
      for (guint j = problem->first_options[i]; j < problem->first_options[i + 1]; j++)
        {
          const Part part = { g_array_index (problem->people_options, guint, j),
                              self->shares[g_array_index (problem->people_options, guint, j)] };

          if (part.share > EPSILON)
            g_array_append_val (parts, part);
        }
      if (parts->len > 1)
        added = check_person (self, i, parts) || added;
    }
  return added;
}

/* ── Duals ────────────────────────────────────────────────────────────────────────────────── */

static void
read_shares (Relaxation *self)
{
  memset (self->shares, 0, self->problem->options->len * sizeof (double));
  for (guint i = 0; i < self->column_options->len; i++)
    self->shares[g_array_index (self->column_options, guint, i)] =
      glp_get_col_prim (self->program, (int) i + 1);
}

/* Returns: what all limits cost; @costs is what each option has of it */
static double
read_costs (Relaxation *self,
            double *costs)
{
  const RemitStaffing *problem = self->problem;
  double sum = 0;

  memset (costs, 0, problem->options->len * sizeof (double));
  for (guint i = 0; i < self->limits->len; i++)
    {
      const Limit *limit = &g_array_index (self->limits, Limit, i);
      double price = glp_get_row_dual (self->program, (int) (problem->vacancies->len + i + 1));

      if (price <= 0)
        continue;
      sum += price * limit->bound;
      for (guint j = problem->first_options[limit->person];
           j < problem->first_options[limit->person + 1]; j++)
        {
          guint option = g_array_index (problem->people_options, guint, j);

          costs[option] += price * get_factor (problem, limit, option);
        }
    }
  return sum;
}

/* The bound by the duals as they are, over all options; the best one is kept. */
static void
update_bound (Relaxation *self)
{
  const RemitStaffing *problem = self->problem;
  g_autofree double *costs = g_new (double, problem->options->len + 1);
  g_autofree double *values = g_new0 (double, problem->vacancies->len + 1);
  double sum = read_costs (self, costs);
  gint64 bound;

  for (guint i = 0; i < problem->options->len; i++)
    {
      guint vacancy = remit_staffing_get_option (problem, i)->vacancy;

      values[vacancy] = MAX (values[vacancy], remit_staffing_get_worth (problem, i) - costs[i]);
    }
  for (guint i = 0; i < problem->vacancies->len; i++)
    sum += values[i];
  bound = (gint64) floor (sum + EPSILON);
  if (bound >= self->solution->bound)
    return;
  self->solution->bound = bound;
  g_free (self->solution->costs);
  g_free (self->solution->values);
  self->solution->costs = g_steal_pointer (&costs);
  self->solution->values = g_steal_pointer (&values);
}

/* Adds the options of a vacancy that its dual says would make it better, the best ones. */
static guint
add_options_of (Relaxation *self,
                guint vacancy,
                const double *costs)
{
  const RemitVacancy *its = remit_staffing_get_vacancy (self->problem, vacancy);
  double value = MAX (0, glp_get_row_dual (self->program, (int) vacancy + 1));
  guint n = 0;

  for (; n < MORE_OPTIONS; n++)
    {
      double most = value + EPSILON;
      guint found = REMIT_OPTION_NONE;

      for (guint i = its->first; i < its->first + its->n_options; i++)
        {
          double gain = remit_staffing_get_worth (self->problem, i) - costs[i];

          if (self->columns[i] == 0 && gain > most)
            {
              most = gain;
              found = i;
            }
        }
      if (found == REMIT_OPTION_NONE)
        break;
      add_column (self, found);
    }
  return n;
}

/* Returns: whether options were added */
static gboolean
add_good_options (Relaxation *self)
{
  g_autofree double *costs = g_new (double, self->problem->options->len + 1);
  guint n = 0;

  read_costs (self, costs);
  for (guint i = 0; i < self->problem->vacancies->len; i++)
    n += add_options_of (self, i, costs);
  return n > 0;
}

/* ── Whole solutions ──────────────────────────────────────────────────────────────────────── */

static void
round_shares (Relaxation *self,
              guint64 tries)
{
  remit_taking_reset (&self->trial);
  remit_taking_sort (&self->trial, self->solution->costs);
  remit_taking_fill (&self->trial, self->shares);
  remit_taking_improve (&self->trial, self->solution->bound, tries,
                        self->control != NULL ? self->control->cancellable : NULL);
  if (self->trial.worth > self->best->worth)
    remit_taking_set (self->best, self->trial.chosen);
}

static gboolean
is_proven (Relaxation *self)
{
  return self->best->worth >= self->solution->bound;
}

static void
tell_progress (Relaxation *self,
               guint round)
{
  if (self->control != NULL && self->control->progress != NULL)
    self->control->progress (round / (round + 10.0), self->control->progress_data);
}

/* Adds limits until all are kept, then options; and so on until there is nothing to add. */
static void
tighten (Relaxation *self)
{
  int method = GLP_DUALP;
  guint n_rounded = 0;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      tell_progress (self, round);
      if (!solve (self, method))
        break;
      read_shares (self);
      update_bound (self);
      method = GLP_DUALP;
      if (is_proven (self))
        return;
      if (add_broken_limits (self))
        continue;
      if (n_rounded++ % ROUNDING_EVERY == 0)
        round_shares (self, TRIES);
      if (is_proven (self) || !add_good_options (self))
        return;
      method = GLP_PRIMAL;
    }
}

static void
run (Relaxation *self)
{
  begin (self);
  update_bound (self);
  tighten (self);
  if (!is_proven (self) && is_wanted (self))
    round_shares (self, LAST_TRIES);
  if (!is_proven (self) && is_wanted (self))
    remit_branch_run (self->problem, self->best, self->solution, self->control);
  glp_delete_prob (self->program);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static void
relaxation_init (Relaxation *self)
{
  const RemitStaffing *problem = self->problem;

  self->columns = g_new0 (int, problem->options->len + 1);
  self->column_options = g_array_new (FALSE, FALSE, sizeof (guint));
  self->limits = g_array_new (FALSE, FALSE, sizeof (Limit));
  self->people_limits = g_new0 (GArray *, problem->n_people);
  for (guint i = 0; i < problem->n_people; i++)
    self->people_limits[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shares = g_new0 (double, problem->options->len + 1);
  self->solution = remit_solution_new (problem);
  remit_taking_init (&self->trial, problem);
}

static void
relaxation_clear (Relaxation *self)
{
  g_free (self->columns);
  g_array_unref (self->column_options);
  g_array_unref (self->limits);
  for (guint i = 0; i < self->problem->n_people; i++)
    g_array_unref (self->people_limits[i]);
  g_free (self->people_limits);
  g_free (self->shares);
  remit_taking_clear (&self->trial);
}

RemitSolution *
remit_relaxation_run (const RemitStaffing *problem,
                      RemitTaking *best,
                      const RemitWorkControl *control)
{
  Relaxation self = { .problem = problem, .control = control, .best = best };
  g_autoptr (RemitSolution) solution = NULL;

  relaxation_init (&self);
  g_mutex_lock (&glpk_mutex);
  glp_term_out (GLP_OFF);
  run (&self);
  glp_free_env ();
  g_mutex_unlock (&glpk_mutex);
  solution = g_steal_pointer (&self.solution);
  memcpy (solution->chosen, best->chosen, problem->vacancies->len * sizeof (guint));
  solution->worth = best->worth;
  relaxation_clear (&self);
  return control != NULL && g_cancellable_is_cancelled (control->cancellable)
           ? NULL : g_steal_pointer (&solution);
}
