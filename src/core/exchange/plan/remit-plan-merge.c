/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging what a plan file says into a workspace, entity by entity, in one edit. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge.h"

#include <glib/gi18n-lib.h>

#include "exchange/library/remit-templates.h"
#include "remit-plan-merge-private.h"

/* The rows that the workspace has already. */
static const char *const wheres[REMIT_MERGE_N_QUERIES][REMIT_N_KINDS] = {
  [REMIT_MERGE_BY_NAME] = {
    [REMIT_KIND_SKILL] = "WHERE t.name = ?1",
    [REMIT_KIND_ROLE] = "WHERE t.key = ?1",
  },
  [REMIT_MERGE_BY_KEY] = {
    [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1 AND t.skill = ?2",
    [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1 AND t.skill = ?2",
  },
  [REMIT_MERGE_PARTS] = {
    [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1",
    [REMIT_KIND_ABSENCE] = "WHERE t.person = ?1 ORDER BY t.id",
    [REMIT_KIND_TEAM] = "WHERE t.plan = ?1",
    [REMIT_KIND_SLOT] = "WHERE t.plan = ?1",
    [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1",
    [REMIT_KIND_ASSIGNMENT] = "WHERE t.plan = ?1",
    /* what has a log stays */
    [REMIT_KIND_DECISION] = "WHERE t.plan = ?1 AND NOT EXISTS"
                            " (SELECT 1 FROM decision_event AS e WHERE e.decision = t.id)",
    [REMIT_KIND_RIGHT] = "WHERE t.decision = ?1",
    [REMIT_KIND_LADDER] = "WHERE t.plan = ?1",
    [REMIT_KIND_RUNG] = "WHERE t.ladder = ?1",
    /* a conflict has a log, and stays */
    [REMIT_KIND_INVOLVEMENT] = "WHERE t.conflict = ?1",
    [REMIT_KIND_PARTY] = "WHERE t.conflict = ?1",
    [REMIT_KIND_OWN_RUNG] = "WHERE t.conflict = ?1",
    [REMIT_KIND_WAIVER] = "WHERE t.plan = ?1",
  },
  [REMIT_MERGE_RIVALS] = {
    [REMIT_KIND_ASSIGNMENT] = "WHERE t.slot = ?1 AND t.person = ?2",
  },
};

static gboolean
start (RemitPlanMerge *self,
       const RemitPlanElement *element)
{
  RemitRecord *record = element->record;
  RemitKind kind = remit_record_get_kind (record);

  self->line = element->line;
  self->column = element->column;
  if (self->as_template)
    remit_template_translate (record);
  switch (kind)
    {
    case REMIT_KIND_PLAN:
      return remit_merge_start_plan (self, record);
    case REMIT_KIND_SKILL:
    case REMIT_KIND_ROLE:
    case REMIT_KIND_PERSON:
      return remit_merge_start_in_library (self, record);
    case REMIT_KIND_PERSON_SKILL:
      return self->leave_person
             || remit_merge_start_skill (self, record, REMIT_KIND_PERSON, REMIT_PERSON_SKILL_SKILL);
    case REMIT_KIND_ABSENCE:
      return self->leave_person || remit_merge_start_absence (self, record);
    case REMIT_KIND_TEAM:
    case REMIT_KIND_SLOT:
      return remit_merge_start_in_plan (self, element);
    case REMIT_KIND_SLOT_NEED:
      return remit_merge_start_skill (self, record, REMIT_KIND_SLOT, REMIT_SLOT_NEED_SKILL);
    case REMIT_KIND_ASSIGNMENT:
      return remit_merge_start_assignment (self, record);
    case REMIT_KIND_DECISION:
      return remit_merge_start_decision (self, element);
    case REMIT_KIND_RIGHT:
      return remit_merge_start_right (self, record);
    case REMIT_KIND_DECISION_EVENT:
    case REMIT_KIND_CONFLICT_EVENT:
      return remit_merge_start_event (self, record);
    case REMIT_KIND_WAIVER:
    case REMIT_KIND_RUNG:
    case REMIT_KIND_INVOLVEMENT:
    case REMIT_KIND_PARTY:
    case REMIT_KIND_OWN_RUNG:
      return remit_merge_start_part (self, element);
    case REMIT_KIND_LADDER:
      return remit_merge_start_in_plan (self, element);
    case REMIT_KIND_CONFLICT:
      return remit_merge_start_conflict (self, record);
    case REMIT_KIND_HOLIDAY:
    case REMIT_KIND_NONE:
    case REMIT_KIND_SETTINGS:
    case REMIT_N_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What the file no longer has */

typedef gboolean (*IsKept) (RemitPlanMerge *self,
                            RemitKind kind,
                            gint64 id);

static gboolean
is_part_kept (RemitPlanMerge *self,
              RemitKind kind G_GNUC_UNUSED,
              gint64 id)
{
  return g_hash_table_contains (self->kept, &id);
}

static gboolean
is_claimed (RemitPlanMerge *self,
            RemitKind kind,
            gint64 id)
{
  return remit_import_scratch_find (self->scratch, kind, id) != 0;
}

static gboolean
remove_others (RemitPlanMerge *self,
               RemitKind kind,
               gint64 owner,
               IsKept is_kept)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = remit_merge_query (self, REMIT_MERGE_PARTS, kind, owner, 0);

  while (remit_merge_next (self, rows, kind))
    {
      gint64 id = remit_record_get_id (self->loaded[kind]);

      if (!is_kept (self, kind, id))
        g_array_append_val (ids, id);
    }
  g_clear_pointer (&rows, remit_statement_reset);

  for (guint i = 0; self->error == NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (kind == REMIT_KIND_SLOT)
        remove_others (self, REMIT_KIND_SLOT_NEED, id, is_part_kept);
      if (kind == REMIT_KIND_DECISION)
        remove_others (self, REMIT_KIND_RIGHT, id, is_part_kept);
      self->result->removed[kind]++;
      if (self->error == NULL)
        remit_edit_delete (self->edit, kind, id, &self->error);
    }
  return self->error == NULL;
}

/* References to what came later in the file */

static gboolean
refuse_pending (RemitPlanMerge *self,
                const RemitPendingReference *pending)
{
  g_autoptr (GError) reason = NULL;

  remit_merge_refuse_reference (self, &remit_entity_info (pending->kind)->fields[pending->field],
                                pending->file_id);
  if (self->error->domain != REMIT_MODEL_ERROR)
    return FALSE;
  reason = g_steal_pointer (&self->error);
  remit_plan_refuse (&self->error, pending->line, pending->column, reason->message);
  return FALSE;
}

static gboolean
resolve_pending (RemitPlanMerge *self,
                 const RemitPendingReference *pending)
{
  gint64 id = remit_import_scratch_find (self->scratch, pending->kind, pending->file_id);
  RemitRecord *there;

  if (id == 0)
    return refuse_pending (self, pending);
  there = remit_merge_load (self, REMIT_MERGE_BY_ID, pending->kind, pending->row, 0);
  if (there == NULL || remit_record_get_integer (there, pending->field) == id)
    return self->error == NULL;

  if (!pending->touched)
    {
      self->result->same[pending->kind]--;
      self->result->changed[pending->kind]++;
    }
  return remit_edit_set_integer (self->edit, pending->kind, pending->row, pending->field, id,
                                 &self->error);
}

static gboolean
resolve_all_pending (RemitPlanMerge *self)
{
  RemitPendingReference pending;

  while (remit_import_scratch_next_pending (self->scratch, &pending))
    if (!resolve_pending (self, &pending))
      return FALSE;
  return TRUE;
}

/* Follows the parents of a team up to the top, what a decision supersedes back to the first, or to
 * where another walk has been. */
static gboolean
is_in_circle (RemitPlanMerge *self,
              const RemitPendingReference *pending)
{
  for (gint64 id = pending->row; id != 0;)
    {
      gint64 visitor = remit_import_scratch_visit (self->scratch, id, pending->row);
      RemitRecord *there;

      if (visitor != 0)
        return visitor == pending->row;
      there = remit_merge_load (self, REMIT_MERGE_BY_ID, pending->kind, id, 0);
      id = there != NULL ? remit_record_get_integer (there, pending->field) : 0;
    }
  return FALSE;
}

static gboolean
may_be_in_circle (const RemitPendingReference *pending)
{
  return pending->kind == REMIT_KIND_TEAM || pending->kind == REMIT_KIND_DECISION;
}

/* A circle has at least one that came later in the file. */
static gboolean
check_circles (RemitPlanMerge *self)
{
  RemitPendingReference pending;

  while (remit_import_scratch_next_pending (self->scratch, &pending))
    if (may_be_in_circle (&pending) && is_in_circle (self, &pending))
      {
        remit_plan_refuse (&self->error, pending.line, pending.column,
                           pending.kind == REMIT_KIND_TEAM
                             ? _ ("The parent of this team is, in the end, the team itself")
                             : _ ("This decision supersedes, in the end, itself"));
        return FALSE;
      }
  return self->error == NULL;
}

static gboolean
end_plan (RemitPlanMerge *self)
{
  gint64 plan = self->current[REMIT_KIND_PLAN];

  if (!resolve_all_pending (self) || !check_circles (self))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN])
    return TRUE;

  g_hash_table_remove_all (self->kept);
  self->result->removed[REMIT_KIND_ASSIGNMENT] += g_hash_table_size (self->displaced);
  return remove_others (self, REMIT_KIND_WAIVER, plan, is_claimed)
         && remove_others (self, REMIT_KIND_LADDER, plan, is_claimed)
         && remove_others (self, REMIT_KIND_DECISION, plan, is_claimed)
         && remove_others (self, REMIT_KIND_ASSIGNMENT, plan, is_claimed)
         && remove_others (self, REMIT_KIND_SLOT, plan, is_claimed)
         && remove_others (self, REMIT_KIND_TEAM, plan, is_claimed);
}

static gboolean
end (RemitPlanMerge *self,
     RemitKind kind)
{
  gint64 id = self->current[kind];

  if (kind == REMIT_KIND_PLAN)
    return end_plan (self);
  if (kind == REMIT_KIND_CONFLICT && !remit_merge_end_conflict (self))
    return FALSE;
  if (self->is_new[kind] || self->leave_person)
    return TRUE;
  if (kind == REMIT_KIND_PERSON)
    return remove_others (self, REMIT_KIND_PERSON_SKILL, id, is_part_kept)
           && remove_others (self, REMIT_KIND_ABSENCE, id, is_part_kept);
  if (kind == REMIT_KIND_SLOT)
    return remove_others (self, REMIT_KIND_SLOT_NEED, id, is_part_kept);
  if (kind == REMIT_KIND_DECISION)
    return remove_others (self, REMIT_KIND_RIGHT, id, is_part_kept);
  if (kind == REMIT_KIND_LADDER)
    return remove_others (self, REMIT_KIND_RUNG, id, is_claimed);
  if (kind == REMIT_KIND_CONFLICT)
    return remove_others (self, REMIT_KIND_INVOLVEMENT, id, is_claimed)
           && remove_others (self, REMIT_KIND_PARTY, id, is_claimed);
  return TRUE;
}

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error)
{
  RemitPlanMerge *self = data;

  if (start (self, element))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
on_end (gpointer data,
        RemitKind kind,
        GError **error)
{
  RemitPlanMerge *self = data;

  if (end (self, kind))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

const RemitPlanHandler remit_plan_merge_handler = { on_start, on_end };

static void
prepare (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    {
      self->loaded[kind] = remit_record_new (kind);
      self->selects[REMIT_MERGE_BY_ID][kind] = remit_store_get_select (kind, "WHERE t.id = ?1");
      for (RemitMergeQuery which = REMIT_MERGE_BY_NAME; which < REMIT_MERGE_N_QUERIES; which++)
        if (wheres[which][kind] != NULL)
          self->selects[which][kind] = remit_store_get_select (kind, wheres[which][kind]);
    }
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->displaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) remit_record_free);
  self->result = remit_import_result_new ();
}

RemitPlanMerge *
remit_plan_merge_begin (RemitStore *store,
                        gboolean as_template,
                        const char *name,
                        GError **error)
{
  g_autoptr (RemitPlanMerge) self = g_new0 (RemitPlanMerge, 1);

  self->store = store;
  self->as_template = as_template;
  self->name = g_strdup (name);
  prepare (self);
  self->scratch = remit_import_scratch_new (error);
  if (self->scratch == NULL)
    return NULL;
  self->edit = remit_edit_begin (store, _ ("Import a plan"), error);
  return self->edit != NULL ? g_steal_pointer (&self) : NULL;
}

void
remit_plan_merge_free (RemitPlanMerge *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    remit_record_free (self->loaded[kind]);
  g_clear_pointer (&self->edit, remit_edit_free);
  g_clear_pointer (&self->scratch, remit_import_scratch_free);
  g_clear_pointer (&self->result, remit_import_result_free);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->displaced);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

RemitImportResult *
remit_plan_merge_finish (RemitPlanMerge *self,
                         gboolean dry_run,
                         GError **error)
{
  if (!remit_import_scratch_check (self->scratch, error))
    return NULL;
  if (!dry_run && !remit_edit_commit (self->edit, error))
    return NULL;
  return g_steal_pointer (&self->result);
}
