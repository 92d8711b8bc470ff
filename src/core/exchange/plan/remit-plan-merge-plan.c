/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is of one plan: itself, its teams and assignments, its decisions, its conflicts. */
#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan/conflict/remit-settle.h"

/* The plan */

/* Only who was here before the import is found by their address: two in the file stay two. */
static gboolean
remember_emails (RemitPlanMerge *self)
{
  RemitStatement *rows = remit_store_query (
    self->store, "SELECT id, email FROM person WHERE email <> ''", 0, 0, &self->error);

  while (remit_store_step (self->store, rows))
    remit_import_scratch_add_email (self->scratch, remit_statement_get_text (rows, 1),
                                    remit_statement_get_integer (rows, 0));
  return remit_store_finish (self->store, rows, &self->error);
}

static void
describe (RemitPlanMerge *self,
          const char *name)
{
  /* Translators: the name of a plan */
  const char *label = self->as_template ? N_ ("Create plan “%s” from a template")
                                        /* Translators: the name of a plan */
                                        : N_ ("Import plan “%s”");

  remit_edit_describe (self->edit, self->result->plan, remit_message_new (label, name, NULL));
}

gboolean
remit_merge_start_plan (RemitPlanMerge *self,
                        RemitRecord *record)
{
  RemitRecord *there = NULL;

  if (self->into != 0)
    return remit_merge_join_plan (self, record) && remember_emails (self);
  if (self->as_template)
    {
      remit_record_set_id (record, remit_id_new ());
      if (self->name != NULL)
        remit_record_set_text (record, REMIT_PLAN_NAME, self->name);
    }
  else
    there = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_PLAN,
                              remit_record_get_id (record), 0);
  if (there != NULL)
    {
      remit_record_copy_field (record, there, REMIT_PLAN_BASE);
      remit_record_copy_field (record, there, REMIT_PLAN_BASE_ENTRY);
    }
  else
    g_clear_object (&self->base); /* one that was deleted here comes back whole */

  self->result->plan = remit_record_get_id (record);
  self->result->audience = self->audience;
  remit_merge_enter (self, REMIT_KIND_PLAN, self->result->plan, there == NULL);
  describe (self, remit_record_get_text (record, REMIT_PLAN_NAME));

  return self->error == NULL && remember_emails (self)
         && remit_merge_row (self, record, there, NULL);
}

/* Teams, slots, assignments */

static gboolean
refuse_other_plan (RemitPlanMerge *self,
                   RemitKind kind,
                   gint64 plan)
{
  RemitRecord *other = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_PLAN, plan, 0);

  return remit_merge_refuse (self,
                             /* Translators: the name of an XML element, and the name of a plan */
                             _ ("This <%s> belongs to another plan in the workspace, “%s”. A file "
                                "can only replace the plan it was exported from."),
                             remit_entity_info (kind)->element,
                             other != NULL ? remit_record_get_text (other, REMIT_PLAN_NAME) : "");
}

static gint64
get_plan (const RemitRecord *record)
{
  return remit_record_get_integer (
    record, (guint) remit_entity_info_find_plan (remit_record_get_info (record)));
}

static gboolean
place (RemitPlanMerge *self,
       const RemitPlanElement *element)
{
  const RemitEntityInfo *info = remit_record_get_info (element->record);
  int order = remit_entity_info_find_order (info);

  if (order >= 0 && !(element->given & (G_GUINT64_CONSTANT (1) << order)))
    remit_record_set_integer (element->record, (guint) order, self->n_before[info->kind]);
  if (order >= 0 && !remit_merge_go_behind (self, element->record, (guint) order))
    return FALSE;
  self->n_before[info->kind]++;
  return TRUE;
}

static gboolean
find_in_plan (RemitPlanMerge *self,
              RemitRecord *record,
              RemitRecord **there)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 file_id = remit_record_get_id (record);
  gint64 id = self->as_template ? remit_id_new () : file_id;

  *there = NULL;
  if (!remit_merge_claim (self, kind, file_id, id))
    return FALSE;
  remit_record_set_id (record, id);
  if (!self->as_template)
    *there = remit_merge_load (self, REMIT_MERGE_BY_ID, kind, id, 0);
  if (*there != NULL && get_plan (*there) != self->current[REMIT_KIND_PLAN])
    return refuse_other_plan (self, kind, get_plan (*there));
  return self->error == NULL && remit_merge_settle_origin (self, record, *there);
}

gboolean
remit_merge_start_in_plan (RemitPlanMerge *self,
                           const RemitPlanElement *element)
{
  RemitRecord *there;

  if (!place (self, element) || !find_in_plan (self, element->record, &there))
    return FALSE;
  remit_merge_enter (self, remit_record_get_kind (element->record),
                     remit_record_get_id (element->record), there == NULL);
  return remit_merge_entity (self, element->record, there);
}

/* Nobody is in a slot twice at once; an assignment that the file has not come to yet, or no longer
 * has, must not be in the way of one that it has. */
static gboolean
make_room (RemitPlanMerge *self,
           const RemitRecord *record,
           gboolean *has_room)
{
  g_autoptr (GPtrArray) rivals = NULL;
  g_autoptr (RemitStatement) rows = NULL;

  rivals = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  rows = remit_merge_query (self, REMIT_MERGE_RIVALS, REMIT_KIND_ASSIGNMENT,
                            remit_record_get_integer (record, REMIT_ASSIGNMENT_SLOT),
                            remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON));
  while (remit_merge_next (self, rows, REMIT_KIND_ASSIGNMENT))
    g_ptr_array_add (rivals, remit_record_copy (self->loaded[REMIT_KIND_ASSIGNMENT]));
  if (self->error != NULL)
    return FALSE;

  for (guint i = rivals->len; i-- > 0;)
    {
      gint64 id = remit_record_get_id (rivals->pdata[i]);

      if (remit_import_scratch_find (self->scratch, REMIT_KIND_ASSIGNMENT, id) != 0)
        continue;
      if (!remit_merge_may_go (self, rivals->pdata[i]))
        {
          *has_room = FALSE;
          continue;
        }
      if (!remit_edit_delete (self->edit, REMIT_KIND_ASSIGNMENT, id, &self->error))
        return FALSE;
      g_hash_table_insert (self->displaced, remit_merge_new_key (id),
                           g_ptr_array_steal_index (rivals, i));
    }
  return TRUE;
}

/* What was displaced is put back as the file has it, and counted as what became of it. */
static gboolean
restore (RemitPlanMerge *self,
         RemitRecord *record,
         const RemitRecord *displaced)
{
  gint64 id = remit_record_get_id (record);

  if (!remit_merge_settle_origin (self, record, displaced))
    return FALSE;
  remit_merge_keep_unseen (self, record, displaced);
  if (remit_record_is_equal (record, displaced))
    self->result->same[REMIT_KIND_ASSIGNMENT]++;
  else
    self->result->changed[REMIT_KIND_ASSIGNMENT]++;
  g_hash_table_remove (self->displaced, &id);
  return remit_edit_insert (self->edit, record, &self->error);
}

gboolean
remit_merge_start_assignment (RemitPlanMerge *self,
                              RemitRecord *record)
{
  g_autoptr (RemitRecord) before = NULL;
  RemitRecord *there, *displaced;
  gboolean has_room = TRUE;
  gint64 id;

  if (!find_in_plan (self, record, &there)
      || !remit_merge_resolve (self, record, there, NULL))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN] || (there != NULL && remit_record_is_equal (record, there)))
    return remit_merge_row (self, record, there, NULL);

  before = there != NULL ? remit_record_copy (there) : NULL;
  id = remit_record_get_id (record);
  displaced = g_hash_table_lookup (self->displaced, &id);
  remit_merge_keep_unseen (self, record, before != NULL ? before : displaced);
  if (!remit_merge_takes (self, before != NULL ? before : displaced, record))
    return TRUE;
  if (!make_room (self, record, &has_room))
    return FALSE;
  if (!has_room)
    {
      remit_merge_yield (self, record, REMIT_IMPORT_CLASH);
      return TRUE;
    }
  self->is_decided = TRUE;
  return displaced != NULL ? restore (self, record, displaced)
                           : remit_merge_row (self, record, before, NULL);
}

/* Decisions */

/* The rights of a decision that changes its framework have letters of the old one; the file has
 * them all, and they come anew. */
static gboolean
drop_rights (RemitPlanMerge *self,
             gint64 decision)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_merge_query (self, REMIT_MERGE_PARTS, REMIT_KIND_RIGHT, decision, TRUE);
  while (remit_merge_next (self, rows, REMIT_KIND_RIGHT))
    {
      gint64 id = remit_record_get_id (self->loaded[REMIT_KIND_RIGHT]);

      g_array_append_val (ids, id);
    }
  g_clear_pointer (&rows, remit_statement_reset);

  self->result->removed[REMIT_KIND_RIGHT] += ids->len;
  for (guint i = 0; self->error == NULL && i < ids->len; i++)
    remit_edit_delete (self->edit, REMIT_KIND_RIGHT, g_array_index (ids, gint64, i), &self->error);
  return self->error == NULL;
}

gboolean
remit_merge_start_decision (RemitPlanMerge *self,
                            const RemitPlanElement *element)
{
  RemitRecord *record = element->record;
  RemitRecord *there;

  if (!place (self, element) || !find_in_plan (self, record, &there))
    return FALSE;
  remit_merge_enter (self, REMIT_KIND_DECISION, remit_record_get_id (record), there == NULL);
  self->framework = (RemitFramework) remit_record_get_integer (record, REMIT_DECISION_FRAMEWORK);
  if (self->as_template && remit_record_is_initial (record, REMIT_DECISION_RAISED))
    remit_record_set_integer (record, REMIT_DECISION_RAISED, remit_time_now ());

  if (there == NULL || remit_record_is_same (record, there, REMIT_DECISION_FRAMEWORK))
    return remit_merge_entity (self, record, there);
  remit_merge_keep_unseen (self, record, there);
  if (!remit_merge_takes (self, there, record))
    {
      /* its rights have letters of the other framework */
      remit_merge_leave_parts (self, REMIT_KIND_DECISION);
      return TRUE;
    }
  self->is_decided = TRUE;
  return drop_rights (self, remit_record_get_id (record))
         && remit_merge_entity (self, record,
                                remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_DECISION,
                                                  remit_record_get_id (record), 0));
}

/* Rights, which have no ids in the file: known by their holder and letter. */

static gboolean
check_right (RemitPlanMerge *self,
             const RemitRecord *record)
{
  RemitLetter letter = (RemitLetter) remit_record_get_integer (record, REMIT_RIGHT_LETTER);
  g_autofree char *letters = NULL;
  guint n_holders = 0;

  for (guint i = REMIT_RIGHT_SLOT; i <= REMIT_RIGHT_PERSON; i++)
    n_holders += remit_record_get_integer (record, i) != 0;
  if (n_holders != 1)
    return remit_merge_refuse (self, _ ("A right needs exactly one holder: a slot, a role or a "
                                        "person"));
  if (remit_framework_get_letter (self->framework, letter) != NULL)
    return TRUE;

  letters = remit_framework_dup_letters (self->framework);
  return remit_merge_refuse (self,
                             /* Translators: a letter, a framework such as RACI, its letters */
                             _ ("“%1$s” is not a letter of %2$s; use %3$s"),
                             remit_letter_choices[letter].nick,
                             remit_framework_get_info (self->framework)->nick, letters);
}

gboolean
remit_merge_start_right (RemitPlanMerge *self,
                         RemitRecord *record)
{
  return check_right (self, record) && remit_merge_start_part (self, record);
}

/* Log entries are added; one that is there already has to be the same. */

gboolean
remit_merge_start_event (RemitPlanMerge *self,
                         RemitRecord *record)
{
  RemitPendingReference pending = { .kind = REMIT_KIND_NONE };
  RemitRecord *there;

  if (!find_in_plan (self, record, &there))
    return FALSE;
  if (there == NULL)
    return remit_merge_entity (self, record, NULL);

  if (!remit_merge_resolve (self, record, there, &pending))
    return FALSE;
  remit_merge_keep_unseen (self, record, there);
  /* A log entry has the id that it has in the file: so does a later one. */
  if (pending.file_id != pending.before || !remit_record_is_equal (record, there))
    return remit_merge_refuse (self, _ ("This log entry differs from the one in the workspace. "
                                        "Logs cannot be rewritten; add a correction instead."));
  remit_import_result_count_same (self->result, remit_record_get_kind (record),
                                  remit_record_get_id (record));
  return TRUE;
}

/* Conflicts, which are where their logs lead */

static gboolean
check_rung (RemitPlanMerge *self,
            const RemitRecord *conflict,
            gint64 rung)
{
  gint64 said = remit_record_get_integer (conflict, REMIT_CONFLICT_RUNG);
  g_autoptr (GPtrArray) rungs = NULL;

  rungs = remit_store_load_parts (self->store, REMIT_KIND_OWN_RUNG,
                                  remit_record_get_id (conflict), &self->error);
  if (rungs == NULL)
    return FALSE;
  if (said != rung)
    return remit_merge_refuse (self, _ ("The conflict has level %d, but its log says level %d. Add "
                                        "the step to the log."),
                               (int) said, (int) rung);
  return said == 0 || remit_settle_find_rung (rungs, said) != NULL
         || remit_merge_refuse (self, _ ("The conflict is on level %d, but has no such level"),
                                (int) said);
}

gboolean
remit_merge_end_conflict (RemitPlanMerge *self)
{
  RemitRecord *conflict;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) reason = NULL;
  RemitConflictStatus status;
  gint64 rung;

  conflict = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_CONFLICT,
                               self->current[REMIT_KIND_CONFLICT], 0);
  if (conflict == NULL)
    return FALSE;
  log = remit_store_load_parts (self->store, REMIT_KIND_CONFLICT_EVENT,
                                remit_record_get_id (conflict), &self->error);
  if (log == NULL)
    return FALSE;
  if (!remit_story_follow (log, &status, &rung, &reason))
    return remit_merge_refuse (self, "%s", reason->message);
  if (remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS) != status)
    {
      const RemitChoice *choices = remit_conflict_info.fields[REMIT_CONFLICT_STATUS].choices;

      return remit_merge_refuse (
        self,
        /* Translators: two states of a conflict, as they are in the file */
        _ ("The conflict has the status “%s”, but its log says “%s”. Add the step to the log."),
        choices[remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS)].nick,
        choices[status].nick);
    }
  return check_rung (self, conflict, rung);
}
