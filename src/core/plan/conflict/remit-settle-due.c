/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when conflicts have time, and which are due, whatever plan they are in. */
#include "remit-settle.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/decide/remit-holder.h"
#include "remit-work-hours.h"

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
  while (remit_store_step (store, rows, NULL))
    g_ptr_array_add (all, read_row (rows));
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&all) : NULL;
}

char *
remit_settle_dup_until (RemitWorkspace *workspace,
                        const RemitRecord *conflict)
{
  gint64 due = remit_record_get_integer (conflict, REMIT_CONFLICT_DUE);
  g_autofree char *here = remit_time_display (due);
  g_autofree char *there = NULL;
  g_autoptr (RemitRecord) rung = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (RemitWorkHours) hours = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  rung = remit_settle_get_rung (remit_workspace_get_store (workspace), conflict);
  if (due == 0 || rung == NULL)
    return g_strdup (due == 0 ? "" : here);
  people = remit_holder_get_people_of_rung (workspace, rung,
                                            remit_record_get_integer (conflict,
                                                                      REMIT_CONFLICT_TEAM),
                                            remit_day_today ());
  hours = remit_work_hours_new (workspace, people->len > 0 ? people->pdata[0] : NULL);
  there = remit_work_hours_display (hours, due);
  if (g_str_equal (here, there))
    return g_steal_pointer (&here);
  /* Translators: a time where the user is, and the same time where somebody else is, with its
   * zone: "1/3/26 15:00 (1/3/26 09:00 EST)" */
  return g_strdup_printf (_ ("%1$s (%2$s)"), here, there);
}
