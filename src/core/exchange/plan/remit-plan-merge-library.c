/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plans share: skills, roles, and people with what they have. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

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
    remit_import_result_note (self->result,
                              /* Translators: a line number, and a person's name */
                              _ ("Line %d: several people here have the e-mail address of %s, who "
                                 "was added as one more"),
                              self->line, name);
  if (n != 1 || remit_import_scratch_is_claimed (self->scratch, REMIT_KIND_PERSON, id))
    return NULL;

  there = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_PERSON, id, 0);
  if (there != NULL)
    remit_import_result_note (self->result,
                              /* Translators: a line number, and two people's names */
                              _ ("Line %d: %s is %s here, who has the same e-mail address"),
                              self->line, name, remit_record_get_text (there, REMIT_PERSON_NAME));
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
  if (kind == REMIT_KIND_PERSON)
    return find_by_email (self, record);
  if (kind == REMIT_KIND_ROLE)
    return remit_merge_load_by_name (self, kind, remit_record_get_text (record, REMIT_ROLE_KEY));
  return remit_merge_load_by_name (self, kind, remit_record_get_text (record, REMIT_SKILL_NAME));
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

/* Parts of people and slots, which have no ids in the file */

gboolean
remit_merge_start_skill (RemitPlanMerge *self,
                         RemitRecord *record,
                         RemitKind owner,
                         guint skill_field)
{
  RemitKind kind = remit_record_get_kind (record);
  RemitRecord *there = NULL;
  gint64 skill;

  if (!remit_merge_resolve (self, record, NULL, NULL))
    return FALSE;
  skill = remit_record_get_integer (record, skill_field);
  if (!g_hash_table_add (self->kept, remit_merge_new_key (skill)))
    /* Translators: the name of an XML element */
    return remit_merge_refuse (self, _ ("This <%s> has the same skill as one before it"),
                               remit_entity_info (kind)->element);

  if (!self->is_new[owner])
    there = remit_merge_load (self, REMIT_MERGE_BY_KEY, kind, self->current[owner], skill);
  if (there != NULL)
    remit_record_set_id (record, remit_record_get_id (there));
  if (self->error != NULL || !remit_merge_row (self, record, there, NULL))
    return FALSE;
  g_hash_table_add (self->kept, remit_merge_new_key (remit_record_get_id (record)));
  return TRUE;
}

/* The person's absence on the same days, unless the file had it already. */
static RemitRecord *
find_absence (RemitPlanMerge *self,
              const RemitRecord *record)
{
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_merge_query (self, REMIT_MERGE_PARTS, REMIT_KIND_ABSENCE,
                            self->current[REMIT_KIND_PERSON], 0);
  while (remit_merge_next (self, rows, REMIT_KIND_ABSENCE))
    {
      RemitRecord *there = self->loaded[REMIT_KIND_ABSENCE];
      gint64 id = remit_record_get_id (there);

      if (remit_record_is_same (record, there, REMIT_ABSENCE_FROM)
          && remit_record_is_same (record, there, REMIT_ABSENCE_UNTIL)
          && !g_hash_table_contains (self->kept, &id))
        return there;
    }
  return NULL;
}

gboolean
remit_merge_start_absence (RemitPlanMerge *self,
                           RemitRecord *record)
{
  RemitRecord *there = NULL;

  if (!remit_merge_resolve (self, record, NULL, NULL))
    return FALSE;
  if (!self->is_new[REMIT_KIND_PERSON])
    there = find_absence (self, record);
  if (there != NULL)
    remit_record_set_id (record, remit_record_get_id (there));
  if (self->error != NULL || !remit_merge_row (self, record, there, NULL))
    return FALSE;
  g_hash_table_add (self->kept, remit_merge_new_key (remit_record_get_id (record)));
  return TRUE;
}
