/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when conflicts have time, and which are due, whatever plan they are in. */
#include "remit-settle.h"

#include "model/remit-day.h"
#include "remit-rung-clock.h"

static void
due_free (gpointer data)
{
  RemitDue *due = data;

  g_free (due->title);
  g_free (due);
}

static const char sql[] =
  "SELECT c.id, c.plan, c.title, c.visibility, c.rung, c.due, c.ran_out IS NOT NULL"
  " FROM conflict AS c INDEXED BY conflict_due JOIN plan AS p ON p.id = c.plan"
  " WHERE c.due IS NOT NULL AND c.due <= ?1 AND c.status IN ('open', 'mediating', 'escalated')"
  "   AND (c.plan = ?2 OR (?2 = 0 AND p.status <> 'archived'))"
  " ORDER BY c.due, c.id";

static RemitDue *
read_row (RemitStatement *row)
{
  RemitDue *due = g_new0 (RemitDue, 1);
  const RemitField *visibility = &remit_conflict_info.fields[REMIT_CONFLICT_VISIBILITY];
  int choice = remit_choice_find (visibility->choices, remit_statement_get_text (row, 3));

  due->conflict = remit_statement_get_integer (row, 0);
  due->plan = remit_statement_get_integer (row, 1);
  due->title = g_strdup (remit_statement_get_text (row, 2));
  due->visibility = choice >= 0 ? (RemitVisibility) choice : REMIT_VISIBILITY_PRIVATE;
  due->rung = remit_statement_get_integer (row, 4);
  due->due = remit_statement_get_integer (row, 5);
  due->ran_out = (int) remit_statement_get_integer (row, 6) != 0;
  return due;
}

GPtrArray *
remit_settle_get_due (RemitStore *store,
                      gint64 plan,
                      gint64 until,
                      GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (due_free);
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  rows = remit_store_query (store, sql, until, plan, error);
  while (remit_store_step (store, rows))
    g_ptr_array_add (all, read_row (rows));
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&all) : NULL;
}

char *
remit_settle_dup_until (RemitWorkspace *workspace,
                        const RemitRecord *conflict)
{
  gint64 due = remit_record_get_integer (conflict, REMIT_CONFLICT_DUE);
  g_autoptr (RemitRecord) rung = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  rung = remit_settle_get_rung (remit_workspace_get_store (workspace), conflict);
  if (due == 0 || rung == NULL)
    return remit_time_display_weekday (due);
  return remit_rung_clock_display (workspace, rung,
                                   remit_record_get_integer (conflict, REMIT_CONFLICT_TEAM), due);
}
