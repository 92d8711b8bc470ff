/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a plan, counted. */
#include "remit-decision-figures.h"

#include <string.h>

#include "model/remit-day.h"

#define SOON 30

/* ?1: the plan; ?2: today; ?3: the last day that is soon */
static const char count_sql[] =
  "SELECT status,"
  " CASE WHEN status <> 'proposed' OR decide_by IS NULL OR decide_by > ?3 THEN 0"
  "      WHEN decide_by >= ?2 THEN 1 ELSE 2 END AS due,"
  " count (*) FROM decision WHERE plan = ?1 GROUP BY status, due";

static void
add (RemitDecisionFigures *figures,
     RemitStatement *row)
{
  int status = remit_choice_find (remit_decision_info.fields[REMIT_DECISION_STATUS].choices,
                                  remit_statement_get_text (row, 0));
  gint64 due = remit_statement_get_integer (row, 1);

  if (status >= 0 && status < REMIT_N_DECISION_STATUSES)
    figures->n[status][CLAMP (due, 0, REMIT_N_DECIDE_BY - 1)] +=
      (guint) remit_statement_get_integer (row, 2);
}

gboolean
remit_decision_figures_count (RemitStore *store,
                              gint64 plan,
                              gint64 today,
                              RemitDecisionFigures *figures,
                              GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  char day[11];

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (figures != NULL, FALSE);

  memset (figures, 0, sizeof *figures);
  rows = remit_store_query (store, count_sql, plan, 0, error);
  if (rows == NULL)
    return FALSE;
  remit_day_format (today, day);
  remit_statement_bind_text (rows, 2, day);
  remit_day_format (today + SOON, day);
  remit_statement_bind_text (rows, 3, day);
  while (remit_store_step (store, rows))
    add (figures, rows);
  return remit_store_finish (store, rows, error);
}
