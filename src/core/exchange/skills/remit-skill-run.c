/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms of tables of skills share: who a row is about, which skill, and the levels. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/remit-table-nobody.h"
#include "exchange/table/value/remit-table-person-name.h"
#include "exchange/table/value/remit-table-value.h"
#include "model/remit-id.h"
#include "remit-skill-private.h"

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitSkillRun *run;
  RemitCsvRowFunc func;
  gpointer data;
} Reading;

static gboolean
read_row (const RemitCsvRow *row,
          gpointer data,
          GError **error)
{
  Reading *self = data;

  if (row->line <= self->run->import->columns.heading.last_line
      || !remit_table_job_accept (self->run->job, row))
    return TRUE;
  return self->func (row, self->data, error);
}

gboolean
remit_skill_run_read (RemitSkillRun *self,
                      RemitCsvRowFunc func,
                      gpointer data,
                      GError **error)
{
  Reading reading = { self, func, data };

  return remit_csv_file_read (self->job->file, self->job->options, 0.1, 0.8, read_row, &reading,
                              error);
}

char *
remit_skill_run_get (RemitSkillRun *self,
                     const RemitCsvRow *row,
                     RemitSkillTarget target)
{
  static char nothing[] = "";
  int column = self->import->columns.columns[target];

  if (column < 0 || (guint) column >= row->n_cells)
    return nothing;
  remit_table_value_clean (row->cells[column], FALSE);
  return remit_table_value_is_nothing (row->cells[column]) ? nothing : row->cells[column];
}

/* ── People ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether the number and the address say who it is; @person is %NULL if nobody has them */
static gboolean
find_by_keys (RemitSkillRun *self,
              const RemitTableWho *who,
              RemitTablePerson **person)
{
  return (*who->number != '\0'
          && remit_table_directory_find_key (self->people, who->number, person))
         || (*who->email != '\0'
             && remit_table_directory_find_key (self->people, who->email, person));
}

static gboolean
have_other_numbers (const RemitTableWho *who,
                    const RemitTablePerson *person)
{
  return *who->number != '\0' && person->number != NULL
         && !remit_table_key_equal (who->number, person->number);
}

static RemitTableMatch
match (RemitSkillRun *self,
       const RemitTableWho *who,
       RemitTablePerson **person)
{
  RemitTableMatch found;

  if (find_by_keys (self, who, person))
    return REMIT_TABLE_MATCH_ONE;
  if (*who->name == '\0')
    return REMIT_TABLE_MATCH_NONE;
  found = remit_table_directory_find (self->people, who->name, person);
  if (found == REMIT_TABLE_MATCH_ONE && have_other_numbers (who, *person))
    return REMIT_TABLE_MATCH_NONE;
  return found;
}

/* Returns: whether a text can be somebody's name: no number, no address */
static gboolean
is_name (const char *text)
{
  gboolean has_letter = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (*c == '@')
        return FALSE;
      has_letter |= g_unichar_isalpha (g_utf8_get_char (c));
    }
  return has_letter;
}

static RemitTablePerson *
add_person (RemitSkillRun *self,
            const RemitCsvRow *row,
            const RemitTableWho *who,
            GError **error)
{
  g_autoptr (RemitRecord) person = remit_record_new (REMIT_KIND_PERSON);

  remit_table_job_fit (self->job, row, REMIT_KIND_PERSON, REMIT_PERSON_NAME, who->name);
  remit_table_job_fit (self->job, row, REMIT_KIND_PERSON, REMIT_PERSON_EMAIL, who->email);
  remit_table_job_fit (self->job, row, REMIT_KIND_PERSON, REMIT_PERSON_EXTERNAL_ID, who->number);
  remit_record_set_id (person, remit_id_new ());
  remit_record_set_text (person, REMIT_PERSON_NAME, who->name);
  remit_record_set_text (person, REMIT_PERSON_EMAIL, who->email);
  remit_record_set_text (person, REMIT_PERSON_EXTERNAL_ID, who->number);
  if (!remit_edit_insert (self->job->edit, person, error))
    return NULL;
  self->job->result->added[REMIT_KIND_PERSON]++;
  return remit_table_directory_add (self->people, remit_record_get_id (person), who, row->line);
}

static void
leave_out (RemitSkillRun *self,
           const RemitCsvRow *row,
           const RemitTableWho *who,
           RemitTableMatch found)
{
  const char *text = *who->name != '\0'    ? who->name
                     : *who->email != '\0' ? who->email
                                           : who->number;

  if (*text == '\0')
    remit_import_result_leave_out (self->job->result, REMIT_NOTE_NAMELESS, row->line,
                                   _ ("The name is missing; skipped"));
  else if (found == REMIT_TABLE_MATCH_SEVERAL)
    remit_import_result_leave_out (
      self->job->result, REMIT_NOTE_MATCH, row->line,
      /* Translators: a name */
      _ ("Several people are named “%s”, and the row has no number; skipped"), text);
  else
    remit_import_result_leave_out (self->job->result, REMIT_NOTE_MATCH, row->line,
                                   /* Translators: a name, an address or a number */
                                   _ ("Nobody is known as “%.80s”; skipped"), text);
}

gboolean
remit_skill_run_find_person (RemitSkillRun *self,
                             const RemitCsvRow *row,
                             RemitTablePerson **person,
                             GError **error)
{
  const char *last = remit_skill_run_get (self, row, REMIT_SKILL_LAST_NAME);
  g_autofree char *name = remit_table_name_dup_joined (
    remit_skill_run_get (self, row, REMIT_SKILL_PERSON), last);
  RemitTableWho who = { .number = remit_skill_run_get (self, row, REMIT_SKILL_NUMBER),
                        .email = remit_skill_run_get (self, row, REMIT_SKILL_EMAIL),
                        .name = name,
                        .about = (char *) "",
                        .unit = "" };
  RemitTableMatch found;

  *person = NULL;
  if (remit_table_nobody_note (self->job, row, name))
    return TRUE;
  self->job->last_line = row->last_line;
  found = match (self, &who, person);
  if (found == REMIT_TABLE_MATCH_ONE)
    return TRUE;
  *person = NULL;
  if (found == REMIT_TABLE_MATCH_NONE && self->import->creates && is_name (name))
    {
      *person = add_person (self, row, &who, error);
      return *person != NULL;
    }
  leave_out (self, row, &who, found);
  return TRUE;
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

RemitTableNamed *
remit_skill_run_take_skill (RemitSkillRun *self,
                            const RemitCsvRow *row,
                            char *name,
                            const char *category,
                            GError **error)
{
  RemitTableNamed *named = remit_table_names_find (self->names, name);
  g_autofree char *text = NULL;

  if (named != NULL)
    return remit_table_names_get (self->names, row, name, error);
  text = g_strdup (category);
  remit_record_reset (self->skill);
  remit_table_job_set_text (self->job, row, self->skill, REMIT_SKILL_NAME, name);
  remit_table_job_set_text (self->job, row, self->skill, REMIT_SKILL_CATEGORY, text);
  return remit_table_names_insert (self->names, self->skill, error);
}

/* ── Levels ───────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_skill_run_load_level (RemitSkillRun *self,
                            gint64 person,
                            gint64 skill,
                            gboolean *is_new,
                            GError **error)
{
  RemitStore *store = self->job->store;
  const char *select = remit_store_get_select (REMIT_KIND_PERSON_SKILL,
                                               "WHERE t.person = ?1 AND t.skill = ?2");
  RemitStatement *statement = remit_store_query (store, select, person, skill, error);

  *is_new = !remit_store_step (store, statement);
  remit_record_reset (self->level);
  if (!*is_new)
    remit_store_read (statement, self->level);
  if (!remit_store_finish (store, statement, error))
    return FALSE;
  if (!*is_new)
    return TRUE;
  remit_record_set_integer (self->level, REMIT_PERSON_SKILL_PERSON, person);
  remit_record_set_integer (self->level, REMIT_PERSON_SKILL_SKILL, skill);
  return TRUE;
}

gboolean
remit_skill_run_save_level (RemitSkillRun *self,
                            gboolean is_new,
                            gboolean changed,
                            GError **error)
{
  RemitImportResult *result = self->job->result;

  if (is_new)
    {
      result->added[REMIT_KIND_PERSON_SKILL]++;
      return remit_edit_insert (self->job->edit, self->level, error);
    }
  if (!changed)
    {
      remit_import_result_count_same (result, REMIT_KIND_PERSON_SKILL,
                                      remit_record_get_id (self->level));
      return TRUE;
    }
  result->changed[REMIT_KIND_PERSON_SKILL]++;
  return remit_edit_update (self->job->edit, self->level, error);
}

gboolean
remit_skill_run_say (RemitSkillRun *self,
                     const RemitCsvRow *row,
                     const RemitTablePerson *person,
                     const RemitTableNamed *skill,
                     const char *name)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_MODIFIER "x %" G_GINT64_MODIFIER "x",
                                          person->id, skill->id);

  if (g_hash_table_add (self->said, g_steal_pointer (&key)))
    return TRUE;
  remit_import_result_note (self->job->result, REMIT_NOTE_TWICE, row->line,
                            /* Translators: a skill, a person */
                            _ ("“%s” of %s is in the file already; skipped"), name, person->name);
  return FALSE;
}

void
remit_skill_run_note_level (RemitSkillRun *self,
                            const RemitCsvRow *row,
                            const char *skill,
                            const char *text)
{
  remit_import_result_note (self->job->result, REMIT_NOTE_SKILL, row->line,
                            /* Translators: a skill, what a cell says */
                            _ ("%s: “%.80s” is not a level from 0 to 4; skipped"), skill, text);
}
