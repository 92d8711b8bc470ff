/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the matrix is shown: a team, a kind of decisions, columns with letters. */
#include "remit-rights-table-private.h"

gboolean
remit_rights_filter_takes (const RemitRightsFilter *self,
                           RemitEntity *decision)
{
  if (self->team != 0 && remit_entity_get_integer (decision, REMIT_DECISION_TEAM) != self->team)
    return FALSE;
  return self->kind == REMIT_RIGHTS_ANY_KIND
         || remit_entity_get_integer (decision, REMIT_DECISION_KIND) == self->kind;
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

/* A role of one of the team's slots, or somebody in one of them. */
static gboolean
is_other_of_team (RemitRightsTable *self,
                  const RemitRightsColumn *column)
{
  gboolean is_role = column->kind == REMIT_KIND_ROLE;
  GPtrArray *all = remit_workspace_get_referring (
    self->workspace, is_role ? REMIT_KIND_SLOT : REMIT_KIND_ASSIGNMENT,
    is_role ? (guint) REMIT_SLOT_ROLE : (guint) REMIT_ASSIGNMENT_PERSON, column->id);

  for (guint i = 0; i < all->len; i++)
    {
      RemitEntity *slot = all->pdata[i];

      if (!is_role)
        slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT,
                                    remit_entity_get_integer (slot, REMIT_ASSIGNMENT_SLOT));
      if (slot != NULL && remit_entity_get_integer (slot, REMIT_SLOT_TEAM) == self->filter.team)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_team (RemitRightsTable *self,
            const RemitRightsColumn *column)
{
  return column->kind == REMIT_KIND_SLOT ? column->team == self->filter.team
                                         : is_other_of_team (self, column);
}

static gboolean
stays (RemitRightsTable *self,
       const RemitRightsColumn *column,
       const RemitRightsLetters *letters,
       GHashTable *kept)
{
  if ((letters->own | letters->inherited) != REMIT_LETTERS_NONE
      || g_hash_table_contains (kept, &column->id))
    return TRUE;
  return !self->filter.used_only && is_of_team (self, column);
}

void
remit_rights_table_drop_columns (RemitRightsTable *self,
                                 GPtrArray *decisions,
                                 GHashTable *kept)
{
  g_autofree RemitRightsLetters *letters = NULL;

  if (self->filter.team == 0 && !self->filter.used_only)
    return;
  letters = g_new0 (RemitRightsLetters, MAX (self->columns->len, 1));
  for (guint i = 0; i < decisions->len; i++)
    remit_rights_table_add_letters (self, decisions->pdata[i], letters);
  for (guint i = self->columns->len; i > 0; i--)
    if (!stays (self, &g_array_index (self->columns, RemitRightsColumn, i - 1), &letters[i - 1],
                kept))
      g_array_remove_index (self->columns, i - 1);
  remit_rights_table_index_columns (self);
}

/* ── What is chosen ───────────────────────────────────────────────────────────────────────── */

gboolean
remit_rights_table_set_filter (RemitRightsTable *self,
                               const RemitRightsFilter *filter)
{
  if (self->filter.team == filter->team && self->filter.kind == filter->kind
      && self->filter.used_only == filter->used_only)
    return FALSE;
  self->filter = *filter;
  self->is_anew = TRUE;
  return TRUE;
}

gboolean
remit_rights_table_is_filtered (RemitRightsTable *self)
{
  return self->filter.team != 0 || self->filter.kind != REMIT_RIGHTS_ANY_KIND
         || self->filter.used_only;
}

void
remit_rights_table_set_folded (RemitRightsTable *self,
                               gint64 team,
                               gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_memdup2 (&team, sizeof team));
  else
    g_hash_table_remove (self->folded, &team);
}

gboolean
remit_rights_table_is_folded (RemitRightsTable *self,
                              gint64 team)
{
  return g_hash_table_contains (self->folded, &team);
}

guint
remit_rights_table_get_frameworks (RemitRightsTable *self)
{
  guint frameworks = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (remit_rights_table_get_row (self, i)->decision != NULL)
      frameworks |= 1u << remit_rights_table_get_framework (self, i);
  return frameworks;
}

void
remit_rights_table_count_decisions (RemitRightsTable *self,
                                    guint *n_matching,
                                    guint *n_all)
{
  *n_matching = self->n_matching;
  *n_all = self->n_decisions;
}
