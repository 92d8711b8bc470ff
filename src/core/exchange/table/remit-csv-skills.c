/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills of the people in a CSV file. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-csv-skills.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-csv-value.h"

/* @person is the one in whose list the skill was last. */
typedef struct {
  gint64 id;
  gint64 person;
  gboolean is_old;
} Skill;

struct _RemitCsvSkills
{
  RemitCsvJob *job;
  GHashTable *skills;
  /* The same by their names as they stand in the file, which need not be folded again. */
  GHashTable *written;
  RemitRecord *record;
  RemitRecord *owned;
};

static Skill *
add_skill (RemitCsvSkills *self,
           const char *name,
           gint64 id,
           gboolean is_old)
{
  char *folded = remit_csv_value_fold (name);
  Skill *skill = g_new0 (Skill, 1);

  skill->id = id;
  skill->is_old = is_old;
  g_hash_table_insert (self->skills, folded, skill);
  return skill;
}

static gboolean
load (RemitCsvSkills *self,
      GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (self->job->store, "SELECT id, name FROM skill ORDER BY id DESC",
                                   error);
  if (statement == NULL)
    return FALSE;
  while (remit_store_step (self->job->store, statement, NULL))
    add_skill (self, remit_statement_get_text (statement, 1),
               remit_statement_get_integer (statement, 0), TRUE);
  return remit_store_finish (self->job->store, statement, error);
}

RemitCsvSkills *
remit_csv_skills_new (RemitCsvJob *job,
                      GError **error)
{
  g_autoptr (RemitCsvSkills) self = g_new0 (RemitCsvSkills, 1);

  self->job = job;
  self->skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->record = remit_record_new (REMIT_KIND_SKILL);
  self->owned = remit_record_new (REMIT_KIND_PERSON_SKILL);
  if (!load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_csv_skills_free (RemitCsvSkills *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->skills);
  remit_record_free (self->record);
  remit_record_free (self->owned);
  g_free (self);
}

static Skill *
make_skill (RemitCsvSkills *self,
            const char *name,
            GError **error)
{
  remit_record_reset (self->record);
  remit_record_set_text (self->record, REMIT_SKILL_NAME, name);
  if (!remit_edit_insert (self->job->edit, self->record, error))
    return NULL;
  self->job->result->added[REMIT_KIND_SKILL]++;
  return add_skill (self, name, remit_record_get_id (self->record), FALSE);
}

/* Returns: the skill of the name, made if need be; %NULL with an error */
static Skill *
get_skill (RemitCsvSkills *self,
           const RemitCsvRow *row,
           char *name,
           GError **error)
{
  Skill *skill = g_hash_table_lookup (self->written, name);
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;

  if (skill != NULL)
    return skill;

  written = g_strdup (name);
  remit_csv_job_fit (self->job, row, REMIT_KIND_SKILL, REMIT_SKILL_NAME, name);
  folded = remit_csv_value_fold (name);
  skill = g_hash_table_lookup (self->skills, folded);
  if (skill == NULL)
    skill = make_skill (self, name, error);
  else if (skill->is_old)
    {
      self->job->result->same[REMIT_KIND_SKILL]++;
      skill->is_old = FALSE;
    }
  /* What was cut is to be told each time. */
  if (skill != NULL && g_str_equal (written, name))
    g_hash_table_insert (self->written, g_steal_pointer (&written), skill);
  return skill;
}

static gboolean
insert (RemitCsvSkills *self,
        gint64 person,
        const Skill *skill,
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
find_owned (RemitCsvSkills *self,
            gint64 person,
            const Skill *skill,
            gint64 *id,
            int *level,
            GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (
    self->job->store, "SELECT id, level FROM person_skill WHERE person = ?1 AND skill = ?2", error);
  if (statement == NULL)
    return FALSE;
  remit_statement_bind_integer (statement, 1, person);
  remit_statement_bind_integer (statement, 2, skill->id);
  if (remit_store_step (self->job->store, statement, NULL))
    {
      *id = remit_statement_get_integer (statement, 0);
      *level = (int) remit_statement_get_integer (statement, 1);
    }
  return remit_store_finish (self->job->store, statement, error);
}

static gboolean
merge (RemitCsvSkills *self,
       gint64 person,
       const Skill *skill,
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
take_level (RemitCsvSkills *self,
            const RemitCsvRow *row,
            char *name)
{
  int level = remit_csv_value_take_level (name);

  if (level >= 1 && level <= REMIT_LEVEL_MAX)
    return level;
  if (level >= 0)
    remit_import_result_note (self->job->result,
                              /* Translators: a line of a file, and the name of a skill */
                              _ ("Line %u: the level %d of “%s” is not one of 1 to 4; left out"),
                              row->line, level, name);
  return -1;
}

static gboolean
import_one (RemitCsvSkills *self,
            const RemitCsvRow *row,
            gint64 person,
            char *name,
            gboolean is_new,
            GError **error)
{
  int level = take_level (self, row, name);
  Skill *skill;

  if (*name == '\0')
    return TRUE;
  skill = get_skill (self, row, name, error);
  if (skill == NULL)
    return FALSE;
  /* The same skill twice in one list: the first one counts. */
  if (skill->person == person)
    return TRUE;
  skill->person = person;
  return is_new ? insert (self, person, skill, level, error)
                : merge (self, person, skill, level, error);
}

gboolean
remit_csv_skills_import (RemitCsvSkills *self,
                         const RemitCsvRow *row,
                         gint64 person,
                         char *list,
                         gboolean is_new,
                         GError **error)
{
  g_autofree char **names = NULL;

  if (*list == '\0')
    return TRUE;
  names = remit_csv_value_split_list (list);
  for (guint i = 0; names[i] != NULL; i++)
    if (!import_one (self, row, person, names[i], is_new, error))
      return FALSE;
  return TRUE;
}
