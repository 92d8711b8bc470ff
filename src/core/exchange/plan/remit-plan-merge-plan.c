/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is of one plan: itself, its teams, slots and assignments. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "model/remit-id.h"

/* The plan */

/* Only who was here before the import is found by their address: two in the file stay two. */
static gboolean
remember_emails (RemitPlanMerge *self)
{
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_store_prepare (self->store, "SELECT id, email FROM person WHERE email <> ''",
                              &self->error);
  while (rows != NULL && remit_store_step (self->store, rows, &self->error))
    remit_import_scratch_add_email (self->scratch, remit_statement_get_text (rows, 1),
                                    remit_statement_get_integer (rows, 0));
  return self->error == NULL;
}

static void
set_label (RemitPlanMerge *self,
           const char *name)
{
  g_autofree char *label = NULL;

  if (self->as_template)
    /* Translators: the name of a plan */
    label = g_strdup_printf (_ ("Create plan “%s” from a template"), name);
  else
    /* Translators: the name of a plan */
    label = g_strdup_printf (_ ("Import plan “%s”"), name);
  remit_edit_set_label (self->edit, label);
}

gboolean
remit_merge_start_plan (RemitPlanMerge *self,
                        RemitRecord *record)
{
  RemitRecord *there = NULL;

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
    remit_record_copy_field (record, there, REMIT_PLAN_BASE);

  self->result->plan = remit_record_get_id (record);
  remit_merge_enter (self, REMIT_KIND_PLAN, self->result->plan, there == NULL);
  remit_edit_set_plan (self->edit, self->result->plan);
  set_label (self, remit_record_get_text (record, REMIT_PLAN_NAME));

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
                             _ ("This <%s> is part of another plan here, “%s”. A file can replace "
                                "only the plan that it was made from."),
                             remit_entity_info (kind)->element,
                             other != NULL ? remit_record_get_text (other, REMIT_PLAN_NAME) : "");
}

static gint64
get_plan (const RemitRecord *record)
{
  return remit_record_get_integer (
    record, (guint) remit_entity_info_find_plan (remit_record_get_info (record)));
}

void
remit_merge_place (RemitPlanMerge *self,
                   const RemitPlanElement *element)
{
  const RemitEntityInfo *info = remit_record_get_info (element->record);
  int order = remit_entity_info_find_order (info);

  if (order >= 0 && !(element->given & (G_GUINT64_CONSTANT (1) << order)))
    remit_record_set_integer (element->record, (guint) order, self->n_before[info->kind]);
  self->n_before[info->kind]++;
}

gboolean
remit_merge_find_in_plan (RemitPlanMerge *self,
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
  if (self->as_template)
    return TRUE;

  *there = remit_merge_load (self, REMIT_MERGE_BY_ID, kind, id, 0);
  if (*there != NULL && get_plan (*there) != self->current[REMIT_KIND_PLAN])
    return refuse_other_plan (self, kind, get_plan (*there));
  return self->error == NULL;
}

gboolean
remit_merge_start_in_plan (RemitPlanMerge *self,
                           const RemitPlanElement *element)
{
  RemitRecord *there;

  remit_merge_place (self, element);
  if (!remit_merge_find_in_plan (self, element->record, &there))
    return FALSE;
  remit_merge_enter (self, remit_record_get_kind (element->record),
                     remit_record_get_id (element->record), there == NULL);
  return remit_merge_entity (self, element->record, there);
}

/* Nobody is in a slot twice at once; an assignment that the file has not come to yet, or no longer
 * has, must not be in the way of one that it has. */
static gboolean
make_room (RemitPlanMerge *self,
           const RemitRecord *record)
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

  if (remit_merge_is_same (record, displaced))
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
  gint64 id;

  if (!remit_merge_find_in_plan (self, record, &there)
      || !remit_merge_resolve (self, record, there, NULL))
    return FALSE;
  if (self->is_new[REMIT_KIND_PLAN] || (there != NULL && remit_merge_is_same (record, there)))
    return remit_merge_row (self, record, there, NULL);

  before = there != NULL ? remit_record_copy (there) : NULL;
  id = remit_record_get_id (record);
  displaced = g_hash_table_lookup (self->displaced, &id);
  if (!make_room (self, record))
    return FALSE;
  return displaced != NULL ? restore (self, record, displaced)
                           : remit_merge_row (self, record, before, NULL);
}
