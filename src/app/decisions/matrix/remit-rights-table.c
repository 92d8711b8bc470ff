/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix shows: decisions as rows, holders of rights as columns, letters between them. */
#include "remit-rights-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-day.h"
#include "plan/decide/remit-holder.h"
#include "plan/design/remit-design.h"

static void
clear_row (gpointer row)
{
  g_clear_object (&((RemitRightsRow *) row)->decision);
}

static void
clear_column (gpointer column)
{
  g_free (((RemitRightsColumn *) column)->name);
}

RemitRightsTable *
remit_rights_table_new (void)
{
  RemitRightsTable *self = g_new0 (RemitRightsTable, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RemitRightsRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->columns = g_array_new (FALSE, FALSE, sizeof (RemitRightsColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->row_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->column_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->filter.kind = REMIT_RIGHTS_ANY_KIND;
  return self;
}

void
remit_rights_table_free (RemitRightsTable *self)
{
  g_clear_object (&self->workspace);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_hash_table_unref (self->row_of);
  g_hash_table_unref (self->column_of);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_row (RemitRightsTable *self,
         gint64 team,
         RemitEntity *decision)
{
  RemitRightsRow row = { team, decision != NULL ? g_object_ref (decision) : NULL, 0 };

  if (decision != NULL)
    {
      gint64 id = remit_entity_get_id (decision);

      g_hash_table_insert (self->row_of, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (self->rows->len));
    }
  g_array_append_val (self->rows, row);
}

/* The decisions of a team that is folded are counted at its heading. */
static void
add_rows_of_team (RemitRightsTable *self,
                  GPtrArray *decisions,
                  gint64 team)
{
  gboolean folded = g_hash_table_contains (self->folded, &team);
  guint heading = self->rows->len;
  guint n = 0;

  for (guint i = 0; i < decisions->len; i++)
    {
      if (remit_entity_get_integer (decisions->pdata[i], REMIT_DECISION_TEAM) != team)
        continue;
      if (n++ == 0)
        add_row (self, team, NULL);
      if (!folded)
        add_row (self, team, decisions->pdata[i]);
    }
  if (n > 0)
    g_array_index (self->rows, RemitRightsRow, heading).n_decisions = n;
}

/* Returns: (transfer full): the decisions that the filter lets through */
static GPtrArray *
find_decisions (RemitRightsTable *self)
{
  GPtrArray *decisions = remit_design_get_parts (self->workspace, REMIT_KIND_DECISION,
                                                 self->plan);

  self->n_decisions = decisions->len;
  for (guint i = decisions->len; i > 0; i--)
    if (!remit_rights_filter_takes (&self->filter, decisions->pdata[i - 1]))
      g_ptr_array_remove_index (decisions, i - 1);
  self->n_matching = decisions->len;
  return decisions;
}

static void
fill_rows (RemitRightsTable *self,
           GPtrArray *teams,
           GPtrArray *decisions)
{
  for (guint i = 0; i < teams->len; i++)
    add_rows_of_team (self, decisions, remit_entity_get_id (teams->pdata[i]));
  add_rows_of_team (self, decisions, 0);
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static void
add_column (RemitRightsTable *self,
            RemitKind kind,
            gint64 id,
            gint64 team)
{
  RemitRightsColumn column = { kind, id, team, NULL };

  column.name = remit_design_dup_name (self->workspace, kind, id);
  g_array_append_val (self->columns, column);
}

static void
add_slots_of_team (RemitRightsTable *self,
                   gint64 team)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (self->workspace, REMIT_KIND_SLOT, team);

  for (guint i = 0; i < slots->len; i++)
    add_column (self, REMIT_KIND_SLOT, remit_entity_get_id (slots->pdata[i]), team);
}

/* Those of the team that is looked at stand beside its decisions. */
static void
fill_slots (RemitRightsTable *self,
            GPtrArray *teams)
{
  if (self->filter.team != 0)
    add_slots_of_team (self, self->filter.team);
  for (guint i = 0; i < teams->len; i++)
    if (remit_entity_get_id (teams->pdata[i]) != self->filter.team)
      add_slots_of_team (self, remit_entity_get_id (teams->pdata[i]));
}

static void
add_once (RemitRightsTable *self,
          GHashTable *seen,
          RemitKind kind,
          gint64 id)
{
  if (id != 0 && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
    add_column (self, kind, id, 0);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const RemitRightsColumn *first = a;
  const RemitRightsColumn *second = b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

/* Roles or people: of slots (or in them), and those that hold rights themselves. */
static void
fill_others (RemitRightsTable *self,
             RemitKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean roles = kind == REMIT_KIND_ROLE;
  GPtrArray *of = remit_workspace_get_referring (
    self->workspace, roles ? REMIT_KIND_SLOT : REMIT_KIND_ASSIGNMENT,
    roles ? (guint) REMIT_SLOT_PLAN : (guint) REMIT_ASSIGNMENT_PLAN, self->plan);
  guint holder = (guint) remit_entity_info_find_alternative (&remit_right_info, kind);
  GPtrArray *rights;

  for (guint i = 0; i < of->len; i++)
    add_once (self, seen, kind,
              remit_entity_get_integer (of->pdata[i], roles ? (guint) REMIT_SLOT_ROLE
                                                            : (guint) REMIT_ASSIGNMENT_PERSON));
  rights = remit_workspace_get_referring (self->workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_PLAN,
                                          self->plan);
  for (guint i = 0; i < rights->len; i++)
    add_once (self, seen, kind, remit_entity_get_integer (rights->pdata[i], holder));
  g_array_sort (self->columns, compare_columns);
}

/* Returns: (transfer full): the ids of the columns there are */
static GHashTable *
list_columns (RemitRightsTable *self)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const RemitRightsColumn *column = &g_array_index (self->columns, RemitRightsColumn, i);

      g_hash_table_add (ids, g_memdup2 (&column->id, sizeof column->id));
    }
  return ids;
}

void
remit_rights_table_index_columns (RemitRightsTable *self)
{
  g_hash_table_remove_all (self->column_of);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const RemitRightsColumn *column = &g_array_index (self->columns, RemitRightsColumn, i);

      g_hash_table_insert (self->column_of, g_memdup2 (&column->id, sizeof column->id),
                           GUINT_TO_POINTER (i));
    }
}

static void
fill (RemitRightsTable *self,
      RemitKind columns,
      GHashTable *kept)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->plan);
  g_autoptr (GPtrArray) decisions = find_decisions (self);

  fill_rows (self, teams, decisions);
  if (columns == REMIT_KIND_SLOT)
    fill_slots (self, teams);
  else
    fill_others (self, columns);
  remit_rights_table_index_columns (self);
  remit_rights_table_drop_columns (self, decisions, kept);
}

void
remit_rights_table_fill (RemitRightsTable *self,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         RemitKind columns)
{
  g_autoptr (GHashTable) kept = NULL;

  g_return_if_fail (self != NULL);

  kept = list_columns (self);
  if (self->is_anew || self->plan != plan || self->kind != columns)
    g_hash_table_remove_all (kept);
  self->is_anew = FALSE;
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->row_of);
  g_hash_table_remove_all (self->column_of);
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  self->kind = columns;
  self->n_decisions = self->n_matching = 0;
  if (workspace != NULL && plan != 0)
    fill (self, columns, kept);
}

guint
remit_rights_table_get_n_rows (RemitRightsTable *self)
{
  return self->rows->len;
}

guint
remit_rights_table_get_n_columns (RemitRightsTable *self)
{
  return self->columns->len;
}

const RemitRightsRow *
remit_rights_table_get_row (RemitRightsTable *self,
                            guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, RemitRightsRow, row);
}

const RemitRightsColumn *
remit_rights_table_get_column (RemitRightsTable *self,
                               guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, RemitRightsColumn, column);
}

static int
find (GHashTable *table,
      gint64 id)
{
  gpointer place;

  return g_hash_table_lookup_extended (table, &id, NULL, &place) ? (int) GPOINTER_TO_UINT (place)
                                                                 : -1;
}

int
remit_rights_table_find_row (RemitRightsTable *self,
                             gint64 decision)
{
  return find (self->row_of, decision);
}

int
remit_rights_table_find_column (RemitRightsTable *self,
                                RemitKind kind,
                                gint64 id)
{
  int column = find (self->column_of, id);

  return column >= 0 && remit_rights_table_get_column (self, (guint) column)->kind == kind ? column
                                                                                          : -1;
}

RemitFramework
remit_rights_table_get_framework (RemitRightsTable *self,
                                  guint row)
{
  const RemitRightsRow *at = remit_rights_table_get_row (self, row);

  g_return_val_if_fail (at != NULL && at->decision != NULL, REMIT_FRAMEWORK_RACI);

  return (RemitFramework) remit_entity_get_integer (at->decision, REMIT_DECISION_FRAMEWORK);
}

char *
remit_rights_table_dup_team (RemitRightsTable *self,
                             gint64 team)
{
  if (team == 0)
    /* Translators: the heading of decisions that belong to no team */
    return g_strdup (_ ("Whole plan"));
  return remit_design_dup_name (self->workspace, REMIT_KIND_TEAM, team);
}

/* ── Letters ──────────────────────────────────────────────────────────────────────────────── */

/* A range of columns of one row. */
typedef struct {
  RemitRightsTable *table;
  guint first;
  guint n;
  RemitRightsLetters *letters;
} Range;

static RemitLetters
get_letter (RemitEntity *right)
{
  return REMIT_LETTERS (remit_entity_get_integer (right, REMIT_RIGHT_LETTER));
}

static RemitRightsLetters *
get_in_range (Range *range,
              RemitKind kind,
              gint64 id)
{
  int column = remit_rights_table_find_column (range->table, kind, id);

  return column >= (int) range->first && column < (int) (range->first + range->n)
           ? &range->letters[column - (int) range->first]
           : NULL;
}

/* A role means its slots in the team of the decision, or in the plan. */
static void
add_role (Range *range,
          gint64 team,
          gint64 role,
          RemitLetters letter)
{
  GPtrArray *slots = remit_workspace_get_referring (range->table->workspace, REMIT_KIND_SLOT,
                                                    REMIT_SLOT_ROLE, role);

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = slots->pdata[i];
      RemitRightsLetters *cell;

      if (team != 0 && remit_entity_get_integer (slot, REMIT_SLOT_TEAM) != team)
        continue;
      cell = get_in_range (range, REMIT_KIND_SLOT, remit_entity_get_id (slot));
      if (cell != NULL)
        cell->inherited |= letter;
    }
}

static void
add_people (Range *range,
            RemitEntity *right,
            RemitLetters letter)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people (range->table->workspace, right,
                                                          remit_day_today ());

  for (guint i = 0; i < people->len; i++)
    {
      RemitRightsLetters *cell = get_in_range (range, REMIT_KIND_PERSON,
                                               remit_entity_get_id (people->pdata[i]));

      if (cell != NULL)
        cell->inherited |= letter;
    }
}

static void
add_right (Range *range,
           gint64 team,
           RemitEntity *right)
{
  gint64 id;
  RemitKind kind = remit_record_get_alternative (remit_entity_get_record (right), &id);
  RemitKind shown = remit_rights_table_get_column (range->table, 0)->kind;
  RemitRightsLetters *own = get_in_range (range, kind, id);

  if (own != NULL)
    own->own |= get_letter (right);
  else if (kind == REMIT_KIND_ROLE && shown == REMIT_KIND_SLOT)
    add_role (range, team, id, get_letter (right));
  else if (kind != REMIT_KIND_PERSON && shown == REMIT_KIND_PERSON)
    add_people (range, right, get_letter (right));
}

void
remit_rights_table_add_letters (RemitRightsTable *self,
                                RemitEntity *decision,
                                RemitRightsLetters *letters)
{
  Range range = { self, 0, self->columns->len, letters };
  GPtrArray *rights = remit_workspace_get_referring (self->workspace, REMIT_KIND_RIGHT,
                                                     REMIT_RIGHT_DECISION,
                                                     remit_entity_get_id (decision));

  for (guint i = 0; i < rights->len && self->columns->len > 0; i++)
    add_right (&range, remit_entity_get_integer (decision, REMIT_DECISION_TEAM),
               rights->pdata[i]);
}

void
remit_rights_table_get_letters (RemitRightsTable *self,
                                guint row,
                                guint first,
                                guint n,
                                RemitRightsLetters *letters)
{
  const RemitRightsRow *at = remit_rights_table_get_row (self, row);
  Range range = { self, first, n, letters };
  GPtrArray *rights;

  memset (letters, 0, n * sizeof *letters);
  if (at->decision == NULL || n == 0)
    return;
  rights = remit_workspace_get_referring (self->workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION,
                                          remit_entity_get_id (at->decision));
  for (guint i = 0; i < rights->len; i++)
    add_right (&range, at->team, rights->pdata[i]);
}
