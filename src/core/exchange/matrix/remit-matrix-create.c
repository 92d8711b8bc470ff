/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams, roles and slots that a matrix names, and the plan lacks. */
#include "remit-matrix-create.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/remit-table-names.h"
#include "model/remit-text.h"

/* What is new stands so far apart that others fit between; see core/plan. */
#define POSITION_STEP 1024

/* Returns: where the next of a kind stands in the plan, or in a team; 0 with @error set */
static gint64
find_position (RemitMatrixRun *run,
               const char *sql,
               gint64 of,
               GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (run->store, sql, of, 0, error);
  gint64 position = 0;

  if (remit_store_step (run->store, rows))
    position = remit_statement_get_integer (rows, 0);
  if (!remit_store_finish (run->store, rows, error))
    return 0;
  return MIN (position + POSITION_STEP, G_MAXINT32);
}

gint64
remit_matrix_create_team (RemitMatrixRun *run,
                          const char *name,
                          GError **error)
{
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);
  gint64 id;
  gint64 position = find_position (
    run, "SELECT coalesce (max (position), 0) FROM team WHERE plan = ?1", run->import->plan, error);

  if (position == 0)
    return 0;
  remit_record_set_integer (team, REMIT_TEAM_PLAN, run->import->plan);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, position);
  if (!remit_edit_insert (run->edit, team, error))
    return 0;
  run->result->added[REMIT_KIND_TEAM]++;
  id = remit_record_get_id (team);
  g_hash_table_replace (run->teams, remit_text_fold (name), g_memdup2 (&id, sizeof id));
  return id;
}

gint64
remit_matrix_create_only_team (RemitMatrixRun *run,
                               GError **error)
{
  g_autoptr (RemitRecord) plan = NULL;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, run->teams);
  if (g_hash_table_iter_next (&iter, NULL, &id))
    return g_hash_table_size (run->teams) == 1 ? *(gint64 *) id : 0;
  plan = remit_store_load (run->store, REMIT_KIND_PLAN, run->import->plan, error);
  if (plan == NULL)
    return 0;
  return remit_matrix_create_team (run, remit_record_get_text (plan, REMIT_PLAN_NAME), error);
}

static gint64
create_slot (RemitMatrixRun *run,
             gint64 team,
             gint64 role,
             GError **error)
{
  g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);
  gint64 position = find_position (
    run, "SELECT coalesce (max (position), 0) FROM slot WHERE team = ?1", team, error);

  if (position == 0)
    return 0;
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, run->import->plan);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
  remit_record_set_integer (slot, REMIT_SLOT_POSITION, position);
  if (!remit_edit_insert (run->edit, slot, error))
    return 0;
  run->result->added[REMIT_KIND_SLOT]++;
  return remit_record_get_id (slot);
}

static gboolean
has_part (const RemitMatrixRow *row,
          const RemitMatrixHolder *holder)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const RemitMatrixRowCell *cell = &g_array_index (row->cells, RemitMatrixRowCell, i);

      if (cell->holder == holder && cell->letters != REMIT_LETTERS_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Adds the teams of the decisions in which a holder has a part. */
static void
add_teams (const RemitMatrixRows *rows,
           const RemitMatrixHolder *holder,
           GArray *teams)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const RemitMatrixRow *row = rows->rows->pdata[i];
      gint64 team = remit_record_get_integer (row->decision, REMIT_DECISION_TEAM);

      if (team != 0 && has_part (row, holder)
          && g_hash_table_add (seen, g_memdup2 (&team, sizeof team)))
        g_array_append_val (teams, team);
    }
}

/* Returns: (transfer full) (nullable) (element-type gint64): where slots are made */
static GArray *
find_teams (RemitMatrixRun *run,
            const RemitMatrixRows *rows,
            const RemitMatrixHolder *holder,
            GError **error)
{
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *folded = holder->team != NULL ? remit_text_fold (holder->team) : NULL;
  const gint64 *known = folded != NULL ? g_hash_table_lookup (run->teams, folded) : NULL;
  gint64 team = known != NULL ? *known : 0;

  if (folded == NULL && !holder->is_bare)
    add_teams (rows, holder, teams);
  if (folded == NULL)
    return g_steal_pointer (&teams);
  if (known == NULL && (team = remit_matrix_create_team (run, holder->team, error)) == 0)
    return NULL;
  if (team != 0)
    g_array_append_val (teams, team);
  return g_steal_pointer (&teams);
}

static gboolean
create_holder (RemitMatrixRun *run,
               const RemitMatrixRows *rows,
               RemitTableNames *roles,
               RemitMatrixHolder *holder,
               GError **error)
{
  g_autoptr (GArray) teams = find_teams (run, rows, holder, error);
  const RemitCsvRow row = { .line = run->import->file->header_line };
  g_autofree char *name = g_strdup (holder->name);
  const RemitTableNamed *role = NULL;
  gint64 slot = 0;

  if (teams == NULL || (role = remit_table_names_get (roles, &row, name, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < teams->len; i++)
    {
      slot = create_slot (run, g_array_index (teams, gint64, i), role->id, error);
      if (slot == 0)
        return FALSE;
    }
  holder->kind = teams->len == 1 ? REMIT_KIND_SLOT : REMIT_KIND_ROLE;
  holder->id = teams->len == 1 ? slot : role->id;
  if (teams->len == 0 && !holder->is_bare)
    remit_import_result_note (run->result, REMIT_NOTE_FILE, 0,
                              /* Translators: a role */
                              _ ("No team is known for “%.80s”: the role has the rights, and no "
                                 "slot was created"), holder->name);
  return TRUE;
}

gboolean
remit_matrix_create_holders (RemitMatrixRun *run,
                             const RemitMatrixRows *rows,
                             GError **error)
{
  RemitTableJob job = { .name = run->import->name,
                        .file = run->import->file,
                        .store = run->store,
                        .edit = run->edit,
                        .result = run->result };
  g_autoptr (RemitTableNames) roles = NULL;

  if (run->import->created->len == 0)
    return TRUE;
  roles = remit_table_names_new (&job, REMIT_KIND_ROLE, error);
  for (guint i = 0; roles != NULL && i < run->import->n_columns; i++)
    if (remit_matrix_import_is_new (run->import, i)
        && !create_holder (run, rows, roles, run->import->columns[i].made, error))
      return FALSE;
  return roles != NULL;
}
