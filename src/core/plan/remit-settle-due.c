/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conflicts are due, whatever plan they are in. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include "remit-settle.h"

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
read_row (sqlite3_stmt *row)
{
  RemitDue *due = g_new0 (RemitDue, 1);
  const RemitField *visibility = &remit_conflict_info.fields[REMIT_CONFLICT_VISIBILITY];
  int choice = remit_field_find_choice (visibility, (const char *) sqlite3_column_text (row, 3));

  due->conflict = sqlite3_column_int64 (row, 0);
  due->plan = sqlite3_column_int64 (row, 1);
  due->title = g_strdup ((const char *) sqlite3_column_text (row, 2));
  due->visibility = choice >= 0 ? (RemitVisibility) choice : REMIT_VISIBILITY_PRIVATE;
  due->rung = sqlite3_column_int64 (row, 4);
  due->due = sqlite3_column_int64 (row, 5);
  due->ran_out = sqlite3_column_int (row, 6) != 0;
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
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  rows = remit_store_prepare (store, sql, error);
  if (rows == NULL)
    return NULL;
  sqlite3_bind_int64 (rows, 1, until);
  sqlite3_bind_int64 (rows, 2, plan);
  while (remit_store_step (store, rows, &local_error))
    g_ptr_array_add (all, read_row (rows));
  if (local_error == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
