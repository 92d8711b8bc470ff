/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closes the gap that the relaxation leaves, by branch and bound over the options that matter. */
#include "remit-solver-private.h"

#include <glpk.h>

/* What is larger is left as it is: it would take too long. */
#define MAX_OPTIONS 400
#define MAX_NODES 400

/* @columns: for each option, where it is in the program, or 0; @live: (element-type guint): those
 * that are in it */
typedef struct {
  const RemitStaffing *problem;
  const RemitWorkControl *control;
  glp_prob *program;
  int *columns;
  GArray *live;
} Branching;

/* An option that costs more than the gap is in no better solution than the one that is known. */
static void
find_live (Branching *self,
           const RemitTaking *best,
           const RemitSolution *solution)
{
  double gap = (double) (solution->bound - best->worth);

  for (guint i = 0; i < self->problem->options->len; i++)
    {
      double worth = remit_staffing_get_worth (self->problem, i) - solution->costs[i];
      guint vacancy = remit_staffing_get_option (self->problem, i)->vacancy;

      if (solution->values[vacancy] - worth <= gap)
        g_array_append_val (self->live, i);
    }
}

static void
add_columns (Branching *self)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      guint option = g_array_index (self->live, guint, i);
      int column = glp_add_cols (self->program, 1);

      self->columns[option] = column;
      glp_set_col_kind (self->program, column, GLP_BV);
      glp_set_obj_coef (self->program, column,
                        remit_staffing_get_worth (self->problem, option));
    }
}

/* ── Limits ───────────────────────────────────────────────────────────────────────────────── */

/* @factors: (element-type double), @columns: (element-type int): both begin at 1, as GLPK has it */
typedef struct {
  GArray *columns;
  GArray *factors;
  double sum;
} Row;

static void
row_init (Row *self)
{
  const int none = 0;
  const double nothing = 0;

  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->factors = g_array_new (FALSE, FALSE, sizeof (double));
  self->sum = 0;
  g_array_append_val (self->columns, none);
  g_array_append_val (self->factors, nothing);
}

static void
row_add (Row *self,
         int column,
         double factor)
{
  g_array_append_val (self->columns, column);
  g_array_append_val (self->factors, factor);
  self->sum += factor;
}

/* One that cannot be broken is left out. */
static void
row_end (Row *self,
         glp_prob *program,
         double bound)
{
  if (self->sum > bound)
    {
      int row = glp_add_rows (program, 1);

      glp_set_mat_row (program, row, (int) self->columns->len - 1,
                       &g_array_index (self->columns, int, 0),
                       &g_array_index (self->factors, double, 0));
      glp_set_row_bnds (program, row, GLP_UP, 0, bound);
    }
  g_array_unref (self->columns);
  g_array_unref (self->factors);
}

static void
add_vacancies (Branching *self)
{
  for (guint i = 0; i < self->problem->vacancies->len; i++)
    {
      const RemitVacancy *vacancy = remit_staffing_get_vacancy (self->problem, i);
      Row row;

      row_init (&row);
      for (guint j = vacancy->first; j < vacancy->first + vacancy->n_options; j++)
        if (self->columns[j] != 0)
          row_add (&row, self->columns[j], 1);
      row_end (&row, self->program, 1);
    }
}

/* Needs and room divided by @divisor and rounded down, as in the relaxation. */
static void
add_day (Branching *self,
         const GArray *options,
         gint64 day,
         int divisor,
         int room)
{
  Row row;

  row_init (&row);
  for (guint i = 0; i < options->len; i++)
    {
      guint option = g_array_index (options, guint, i);
      const RemitVacancy *vacancy = remit_staffing_get_vacancy (
        self->problem, remit_staffing_get_option (self->problem, option)->vacancy);

      if (vacancy->from <= day && day <= vacancy->until && vacancy->percent >= divisor)
        row_add (&row, self->columns[option], vacancy->percent / divisor);
    }
  row_end (&row, self->program, room / divisor);
}

static void
add_days (Branching *self,
          guint person,
          const GArray *options,
          gint64 day)
{
  int room = remit_staffing_get_room (self->problem, person, day);

  if (room == G_MAXINT)
    return;
  add_day (self, options, day, 1, room);
  for (guint i = 0; i < options->len; i++)
    {
      guint vacancy = remit_staffing_get_option (self->problem,
                                                 g_array_index (options, guint, i))->vacancy;

      add_day (self, options, day, remit_staffing_get_vacancy (self->problem, vacancy)->percent,
               room);
    }
}

static void
add_separations (Branching *self,
                 const GArray *options)
{
  for (guint i = 0; i < options->len; i++)
    for (guint j = i + 1; j < options->len; j++)
      {
        guint a = g_array_index (options, guint, i), b = g_array_index (options, guint, j);
        Row row;

        if (!remit_staffing_is_separated (self->problem,
                                          remit_staffing_get_option (self->problem, a)->vacancy,
                                          remit_staffing_get_option (self->problem, b)->vacancy))
          continue;
        row_init (&row);
        row_add (&row, self->columns[a], 1);
        row_add (&row, self->columns[b], 1);
        row_end (&row, self->program, 1);
      }
}

static void
add_person (Branching *self,
            guint person,
            const GArray *options)
{
  const RemitStaffing *problem = self->problem;

  add_separations (self, options);
  for (guint i = 0; i < options->len; i++)
    add_days (self, person, options,
              remit_staffing_get_vacancy (
                problem, remit_staffing_get_option (problem, g_array_index (options, guint, i))
                           ->vacancy)->from);
  for (guint i = problem->first_rooms[person]; i < problem->first_rooms[person + 1]; i++)
    add_days (self, person, options, g_array_index (problem->rooms, RemitRoom, i).from);
}

static void
add_people (Branching *self)
{
  const RemitStaffing *problem = self->problem;
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < problem->n_people; i++)
    {
      g_array_set_size (options, 0);
      for (guint j = problem->first_options[i]; j < problem->first_options[i + 1]; j++)
        {
          guint option = g_array_index (problem->people_options, guint, j);

          if (self->columns[option] != 0)
            g_array_append_val (options, option);
        }
      if (options->len > 1)
        add_person (self, i, options);
    }
}

/* ── Solving ──────────────────────────────────────────────────────────────────────────────── */

/* A number of nodes rather than a time, so that it always goes the same way. */
static void
on_node (glp_tree *tree,
         void *data)
{
  const Branching *self = data;
  int n_nodes = 0;

  glp_ios_tree_size (tree, NULL, NULL, &n_nodes);
  if (n_nodes > MAX_NODES
      || (self->control != NULL && g_cancellable_is_cancelled (self->control->cancellable)))
    glp_ios_terminate (tree);
}

/* Takes what was found, where it fits and is better. */
static void
take (Branching *self,
      RemitTaking *best)
{
  g_auto (RemitTaking) found = { NULL };

  remit_taking_init (&found, self->problem);
  for (guint i = 0; i < self->live->len; i++)
    {
      guint option = g_array_index (self->live, guint, i);

      if (glp_mip_col_val (self->program, self->columns[option]) > 0.5
          && found.chosen[remit_staffing_get_option (self->problem, option)->vacancy]
               == REMIT_OPTION_NONE
          && remit_taking_fits (&found, option))
        remit_taking_add (&found, option);
    }
  if (found.worth > best->worth)
    remit_taking_set (best, found.chosen);
}

static void
solve (Branching *self,
       RemitTaking *best,
       RemitSolution *solution)
{
  glp_iocp parameters;
  int status;

  glp_init_iocp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.presolve = GLP_ON;
  parameters.cb_func = on_node;
  parameters.cb_info = self;
  status = glp_intopt (self->program, &parameters);
  if (status != 0 && status != GLP_ESTOP)
    return;
  if (glp_mip_status (self->program) == GLP_OPT || glp_mip_status (self->program) == GLP_FEAS)
    take (self, best);
  /* nothing left out could be better, so the best of these is the best of all */
  if (status == 0 && glp_mip_status (self->program) == GLP_OPT
      && best->worth >= (gint64) (glp_mip_obj_val (self->program) + 0.5))
    solution->bound = best->worth;
}

void
remit_branch_run (const RemitStaffing *problem,
                  RemitTaking *best,
                  RemitSolution *solution,
                  const RemitWorkControl *control)
{
  Branching self = { .problem = problem, .control = control };

  self.columns = g_new0 (int, problem->options->len + 1);
  self.live = g_array_new (FALSE, FALSE, sizeof (guint));
  find_live (&self, best, solution);
  if (self.live->len <= MAX_OPTIONS)
    {
      self.program = glp_create_prob ();
      glp_set_obj_dir (self.program, GLP_MAX);
      add_columns (&self);
      add_vacancies (&self);
      add_people (&self);
      solve (&self, best, solution);
      glp_delete_prob (self.program);
    }
  g_array_unref (self.live);
  g_free (self.columns);
}
