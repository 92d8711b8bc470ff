/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plans share: skills, roles, and people with what they have. */
#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

/* Skills, roles and people, who may be in the workspace under another id. */

static RemitRecord *
find_by_email (RemitPlanMerge *self,
               const RemitRecord *person)
{
  const char *email = remit_record_get_text (person, REMIT_PERSON_EMAIL);
  const char *name = remit_record_get_text (person, REMIT_PERSON_NAME);
  gint64 id = 0;
  guint n = *email != '\0' ? remit_import_scratch_find_email (self->scratch, email, &id) : 0;
  RemitRecord *there;

  if (n > 1)
    remit_import_result_note (self->result, REMIT_NOTE_MATCH, self->line,
                              /* Translators: a person's name */
                              _ ("Several people in the workspace have the e-mail address of %s, "
                                 "who was added as a new person"),
                              name);
  if (n != 1 || remit_import_scratch_is_claimed (self->scratch, REMIT_KIND_PERSON, id))
    return NULL;

  there = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_PERSON, id, 0);
  if (there != NULL)
    remit_import_result_note (self->result, REMIT_NOTE_MATCH, self->line,
                              /* Translators: two people's names */
                              _ ("%s is the same person as %s, by e-mail address"),
                              name, remit_record_get_text (there, REMIT_PERSON_NAME));
  return there;
}

static RemitRecord *
find_in_library (RemitPlanMerge *self,
                 const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 id = remit_record_get_id (record);
  RemitRecord *there = remit_merge_load (self, REMIT_MERGE_BY_ID, kind, id, 0);

  if (there != NULL || self->error != NULL)
    return there;
  return kind == REMIT_KIND_PERSON ? find_by_email (self, record)
                                   : remit_merge_load_by_name (self, record);
}

gboolean
remit_merge_start_in_library (RemitPlanMerge *self,
                              RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 file_id = remit_record_get_id (record);
  RemitRecord *there = find_in_library (self, record);
  gint64 id = there != NULL ? remit_record_get_id (there) : file_id;

  if (self->error != NULL || !remit_merge_claim (self, kind, file_id, id))
    return FALSE;
  remit_record_set_id (record, id);
  remit_merge_enter (self, kind, id, there == NULL);

  self->leave_person = self->as_template && there != NULL && kind == REMIT_KIND_PERSON;
  if (!self->as_template || there == NULL)
    return remit_merge_entity (self, record, there);
  self->result->same[kind]++;
  return TRUE;
}

/* Parts that have no ids in the file, and are known by their keys */

void
remit_merge_bind_keys (RemitStatement *rows,
                       const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int parameter = 2;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!(info->fields[i].flags & REMIT_FIELD_KEY))
        continue;
      if (info->fields[i].kind != REMIT_FIELD_REFERENCE)
        remit_statement_bind_text (rows, parameter++, text = remit_record_format (record, i));
      else if (remit_record_get_integer (record, i) != 0)
        remit_statement_bind_integer (rows, parameter++, remit_record_get_integer (record, i));
      else
        remit_statement_bind_text (rows, parameter++, NULL);
    }
}

/* Finds the part with the same keys. One that the file had before is refused, or where there may be
 * several passed over. */
static gboolean
find_part (RemitPlanMerge *self,
           const RemitRecord *record,
           RemitRecord **there)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  gint64 owner = remit_record_get_integer (record, (guint) remit_entity_info_find_owner (info));
  g_autoptr (RemitStatement) rows = remit_merge_query (self, REMIT_MERGE_BY_KEY, info->kind, owner,
                                                       0);

  *there = NULL;
  if (rows != NULL)
    remit_merge_bind_keys (rows, record);
  while (*there == NULL && remit_merge_next (self, rows, info->kind))
    {
      gint64 id = remit_record_get_id (self->loaded[info->kind]);

      if (!g_hash_table_contains (self->kept, &id))
        *there = self->loaded[info->kind];
      else if (!info->may_repeat)
        /* Translators: the name of an XML element */
        return remit_merge_refuse (self, _ ("This <%s> repeats an earlier one"),
                                   info->element);
    }
  return self->error == NULL;
}

gboolean
remit_merge_start_part (RemitPlanMerge *self,
                        RemitRecord *record)
{
  RemitRecord *there;

  if (self->leave_person
      && remit_entity_info_get_owner (remit_record_get_info (record)) == REMIT_KIND_PERSON)
    return TRUE;
  if (!remit_merge_resolve (self, record, NULL, NULL) || !find_part (self, record, &there))
    return FALSE;
  if (there != NULL)
    remit_record_set_id (record, remit_record_get_id (there));
  if (!remit_merge_settle_origin (self, record, there)
      || !remit_merge_row (self, record, there, NULL))
    return FALSE;
  g_hash_table_add (self->kept, remit_merge_new_key (remit_record_get_id (record)));
  return TRUE;
}
