/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills of the people in a CSV file. */
#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-value.h"
#include "remit-table-names.h"

struct _RemitTableSkills {
  RemitTableJob *job;
  RemitTableNames *names;
  RemitRecord *owned;
};

RemitTableSkills *
remit_table_skills_new (RemitTableJob *job,
                        GError **error)
{
  g_autoptr (RemitTableSkills) self = g_new0 (RemitTableSkills, 1);

  self->job = job;
  self->owned = remit_record_new (REMIT_KIND_PERSON_SKILL);
  self->names = remit_table_names_new (job, REMIT_KIND_SKILL, error);
  return self->names != NULL ? g_steal_pointer (&self) : NULL;
}

void
remit_table_skills_free (RemitTableSkills *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, remit_table_names_free);
  remit_record_free (self->owned);
  g_free (self);
}

static gboolean
insert (RemitTableSkills *self,
        gint64 person,
        const RemitTableNamed *skill,
        int level,
        GError **error)
{
  remit_record_reset (self->owned);
  remit_record_set_integer (self->owned, REMIT_PERSON_SKILL_PERSON, person);
  remit_record_set_integer (self->owned, REMIT_PERSON_SKILL_SKILL, skill->id);
  if (level >= 0)
    remit_record_set_integer (self->owned, REMIT_PERSON_SKILL_LEVEL, level);
  self->job->result->added[REMIT_KIND_PERSON_SKILL]++;
  return remit_edit_insert (self->job->edit, self->owned, error);
}

/* @id: the row that says that the person has the skill, or 0 */
static gboolean
find_owned (RemitTableSkills *self,
            gint64 person,
            const RemitTableNamed *skill,
            gint64 *id,
            int *level,
            GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    self->job->store, "SELECT id, level FROM person_skill WHERE person = ?1 AND skill = ?2",
    person, skill->id, error);

  if (remit_store_step (self->job->store, statement))
    {
      *id = remit_statement_get_integer (statement, 0);
      *level = (int) remit_statement_get_integer (statement, 1);
    }
  return remit_store_finish (self->job->store, statement, error);
}

static gboolean
merge (RemitTableSkills *self,
       gint64 person,
       const RemitTableNamed *skill,
       int level,
       GError **error)
{
  gint64 id = 0;
  int old_level = 0;

  if (!find_owned (self, person, skill, &id, &old_level, error))
    return FALSE;
  if (id == 0)
    return insert (self, person, skill, level, error);
  if (level < 0 || level == old_level)
    {
      self->job->result->same[REMIT_KIND_PERSON_SKILL]++;
      return TRUE;
    }
  self->job->result->changed[REMIT_KIND_PERSON_SKILL]++;
  return remit_edit_set_integer (self->job->edit, REMIT_KIND_PERSON_SKILL, id,
                                 REMIT_PERSON_SKILL_LEVEL, level, error);
}

/* Cuts the level off; what is none of ours is noted. */
static int
take_level (RemitTableSkills *self,
            const RemitCsvRow *row,
            char *name)
{
  int level = remit_table_value_take_level (name);

  if (level >= 1 && level <= REMIT_LEVEL_MAX)
    return level;
  if (level >= 0)
    remit_import_result_note (self->job->result, REMIT_NOTE_SKILL, row->line,
                              /* Translators: a level, and the name of a skill */
                              _ ("The level %d of “%s” is not between 1 and 4; skipped"),
                              level, name);
  return -1;
}

static gboolean
import_one (RemitTableSkills *self,
            const RemitCsvRow *row,
            gint64 person,
            char *name,
            gboolean is_new,
            GError **error)
{
  int level = take_level (self, row, name);
  RemitTableNamed *skill;

  if (*name == '\0')
    return TRUE;
  skill = remit_table_names_get (self->names, row, name, error);
  if (skill == NULL)
    return FALSE;
  /* The same skill twice in one list: the first one counts. */
  if (skill->owner == person)
    return TRUE;
  skill->owner = person;
  return is_new ? insert (self, person, skill, level, error)
                : merge (self, person, skill, level, error);
}

gboolean
remit_table_skills_import (RemitTableSkills *self,
                           const RemitCsvRow *row,
                           gint64 person,
                           char *list,
                           gboolean is_new,
                           GError **error)
{
  g_autofree char **names = NULL;

  if (*list == '\0')
    return TRUE;
  names = remit_table_value_split_list (list);
  for (guint i = 0; names[i] != NULL; i++)
    if (!import_one (self, row, person, names[i], is_new, error))
      return FALSE;
  return TRUE;
}
