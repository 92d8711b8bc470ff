/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection may take of memory and time, whatever stands in the file. */
#include "remit-budget.h"

/* Steps of SQLite's machine between two looks at the budget, and how many looks there are: some
 * five seconds on a machine of today. */
#define STEPS 1000000
#define LOOKS 500

/* The largest changeset that an edit can have. */
#define MAX_LENGTH (512 * 1024 * 1024)

static int
on_progress (void *data)
{
  RemitBudget *self = data;

  self->is_spent = self->n_left-- == 0;
  return self->is_spent;
}

void
remit_budget_set_limits (RemitBudget *self,
                         sqlite3 *db)
{
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, MAX_LENGTH },      { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_COLUMN, 200 },             { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 100 },    { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 50 },        { SQLITE_LIMIT_ATTACHED, 1 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 }, { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  remit_budget_renew (self);
  sqlite3_progress_handler (db, STEPS, on_progress, self);
}

void
remit_budget_renew (RemitBudget *self)
{
  self->n_left = LOOKS;
  self->is_spent = FALSE;
}

gboolean
remit_budget_is_spent (const RemitBudget *self)
{
  return self->is_spent;
}
