/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan, counted. */
#include "remit-conflict-figures.h"

#include <string.h>

#define DAY "86400000"

/* ?1: the plan; ?2: now. What was closed without a mode was not settled. */
static const char count_sql[] =
  "SELECT status IN ('open', 'mediating', 'escalated') AS running,"
  " status IN ('resolved', 'closed') AND mode <> 'none' AS settled, type,"
  " min (coalesce (rung, 0), 5) AS on_rung,"
  " CASE WHEN coalesce (ended, ?2) - raised <= " DAY " THEN 0"
  "      WHEN coalesce (ended, ?2) - raised <= 7 * " DAY " THEN 1"
  "      WHEN coalesce (ended, ?2) - raised <= 30 * " DAY " THEN 2 ELSE 3 END AS age,"
  " count (*) FROM conflict WHERE plan = ?1"
  " GROUP BY running, settled, type, on_rung, age";

static void
add (RemitConflictFigures *figures,
     RemitStatement *row)
{
  gboolean is_running = (int) remit_statement_get_integer (row, 0) != 0;
  gboolean is_settled = (int) remit_statement_get_integer (row, 1) != 0;
  int type = remit_choice_find (remit_conflict_info.fields[REMIT_CONFLICT_TYPE].choices,
                                remit_statement_get_text (row, 2));
  int rung = CLAMP ((int) remit_statement_get_integer (row, 3), 0, REMIT_FIGURES_N_RUNGS - 1);
  int age = (int) remit_statement_get_integer (row, 4);
  guint n = (guint) remit_statement_get_integer (row, 5);

  if (is_running)
    figures->running[rung][age] += n;
  if (is_settled)
    figures->settled[age] += n;
  if (type >= 0 && type < REMIT_FIGURES_N_TYPES)
    figures->types[type][is_running ? 0 : 1] += n;
}

gboolean
remit_conflict_figures_count (RemitStore *store,
                              gint64 plan,
                              gint64 now,
                              RemitConflictFigures *figures,
                              GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (figures != NULL, FALSE);

  memset (figures, 0, sizeof *figures);
  rows = remit_store_query (store, count_sql, plan, now, error);
  while (remit_store_step (store, rows))
    add (figures, rows);
  return remit_store_finish (store, rows, error);
}
