/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan file changes of what other plans use: their people, roles and skills. */
#include "remit-plan-merge-private.h"

#include "exchange/remit-plan-select.h"
#include "store/history/remit-history-words.h"

gboolean
remit_merge_find_used (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; !self->knows_used && kind < REMIT_N_KINDS; kind++)
    {
      const char *sql = remit_plan_select_used_elsewhere (kind);
      RemitStatement *rows;

      if (sql == NULL)
        continue;
      rows = remit_store_query (self->store, sql, self->current[REMIT_KIND_PLAN], 0, &self->error);
      while (remit_store_step (self->store, rows))
        remit_import_scratch_add_used (self->scratch, kind, remit_statement_get_integer (rows, 0));
      if (!remit_store_finish (self->store, rows, &self->error))
        return FALSE;
    }
  self->knows_used = TRUE;
  return TRUE;
}

/* Returns: what plans share in a row: itself, or what it is part of; or %REMIT_KIND_NONE */
static RemitKind
find_shared (const RemitRecord *record,
             gint64 *id)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int owner = remit_entity_info_find_owner (info);

  if (info->kind == REMIT_KIND_PLAN || remit_entity_info_find_plan (info) >= 0)
    return REMIT_KIND_NONE;
  *id = owner >= 0 ? remit_record_get_integer (record, (guint) owner)
                   : remit_record_get_id (record);
  return owner >= 0 ? info->fields[owner].target : info->kind;
}

static void
tell (RemitPlanMerge *self,
      const RemitRecord *old,
      const RemitRecord *new)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_change_unref);
  g_autoptr (GPtrArray) lines = NULL;

  g_ptr_array_add (changes, remit_change_new (old, new));
  lines = remit_history_get_lines (self->store, changes, 1);
  remit_import_result_take_shared (self->result, remit_history_line_dup_sentence (lines->pdata[0]));
}

gboolean
remit_merge_watch_library (RemitPlanMerge *self,
                           const RemitRecord *old,
                           const RemitRecord *new)
{
  gint64 id;
  RemitKind kind = find_shared (old != NULL ? old : new, &id);

  /* what is new, or part of it, no other plan uses */
  if (kind == REMIT_KIND_NONE || (old == NULL && self->is_new[kind]))
    return TRUE;
  if (!remit_merge_find_used (self))
    return FALSE;
  if (remit_import_scratch_is_used (self->scratch, kind, id))
    tell (self, old, new);
  return TRUE;
}
