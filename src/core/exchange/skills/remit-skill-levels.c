/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a list of levels: a row for each, with what it rests on. */
#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-words.h"
#include "model/remit-text.h"
#include "remit-skill-private.h"

/* Which column fills which field, of texts and of days. */
static const struct {
  RemitSkillTarget target;
  guint field;
} texts[] = {
  { REMIT_SKILL_LEVELS_ASSESSED_BY, REMIT_PERSON_SKILL_ASSESSED_BY },
  { REMIT_SKILL_LEVELS_VERIFIED_BY, REMIT_PERSON_SKILL_VERIFIED_BY },
}, days[] = {
  { REMIT_SKILL_LEVELS_VERIFIED_ON, REMIT_PERSON_SKILL_VERIFIED_ON },
  { REMIT_SKILL_LEVELS_EXPIRES, REMIT_PERSON_SKILL_EXPIRES },
};

typedef struct {
  RemitSkillRun *run;
  RemitTableReading readings[G_N_ELEMENTS (days)];
  RemitTableTally tallies[G_N_ELEMENTS (days)];
  guint n;
} Levels;

/* ── Days ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
count_days (const RemitCsvRow *row,
            gpointer data,
            GError **error G_GNUC_UNUSED)
{
  Levels *self = data;

  if (row->line <= self->run->import->columns.heading.last_line)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *text = remit_skill_run_get (self->run, row, days[i].target);

      if (*text != '\0')
        remit_table_tally_add (&self->tallies[i], text, REMIT_TABLE_DAYS);
    }
  return TRUE;
}

static gboolean
decide_days (Levels *self,
             GError **error)
{
  const RemitSkillColumns *columns = &self->run->import->columns;

  if (!remit_csv_file_read (self->run->job->file, self->run->job->options, 0, 0.1, count_days, self,
                            error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int column = columns->columns[days[i].target];

      if (column >= 0)
        remit_table_reading_decide (&self->readings[i], &self->tallies[i],
                                    columns->heading.names[column], REMIT_TABLE_DAYS);
    }
  return TRUE;
}

static gboolean
set_day (Levels *self,
         const RemitCsvRow *row,
         guint i)
{
  const char *text = remit_skill_run_get (self->run, row, days[i].target);
  const RemitField *field = &remit_person_skill_info.fields[days[i].field];
  RemitTableDay day = { { 0 }, FALSE };

  if (*text == '\0')
    return FALSE;
  if (remit_table_day_parse (text, &day) && (!day.is_serial || self->readings[i].serials)
      && day.days[self->readings[i].order] != 0)
    return remit_record_set_integer (self->run->level, days[i].field,
                                     day.days[self->readings[i].order]);
  remit_import_result_note (self->run->job->result, REMIT_NOTE_VALUE, row->line,
                            /* Translators: the name of a field, a value, and what the value
                             * should be */
                            _ ("%s: “%.80s” is not %s; skipped"), remit_field_get_label (field),
                            text, _ ("an unambiguous date, such as 2026-03-31 or 31.3.2026"));
  return FALSE;
}

/* ── Fields ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: what a text says, or -1 */
static int
find_assessment (const char *text)
{
  static const char *const lists[] = { "assessment-unknown", "assessment-self",
                                       "assessment-other" };
  const RemitField *field = &remit_person_skill_info.fields[REMIT_PERSON_SKILL_ASSESSMENT];

  for (int i = 0; field->choices[i].nick != NULL; i++)
    if (remit_text_is_like (text, field->choices[i].nick)
        || remit_text_is_like (text, _ (field->choices[i].label))
        || remit_words_have (remit_words_get ("levels", lists[i]), text))
      return i;
  return -1;
}

static gboolean
set_assessment (Levels *self,
                const RemitCsvRow *row)
{
  const char *text = remit_skill_run_get (self->run, row, REMIT_SKILL_LEVELS_ASSESSMENT);
  int assessment = *text != '\0' ? find_assessment (text) : -1;

  if (assessment >= 0)
    return remit_record_set_integer (self->run->level, REMIT_PERSON_SKILL_ASSESSMENT, assessment);
  if (*text != '\0')
    remit_import_result_note (
      self->run->job->result, REMIT_NOTE_VALUE, row->line,
      /* Translators: what a cell says */
      _ ("“%.80s” is not an assessment, such as self or other; skipped"), text);
  return FALSE;
}

static gboolean
set_fields (Levels *self,
            const RemitCsvRow *row,
            int level)
{
  gboolean changed = remit_record_set_integer (self->run->level, REMIT_PERSON_SKILL_LEVEL, level);

  changed |= set_assessment (self, row);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    changed |= remit_table_job_set_text (self->run->job, row, self->run->level, texts[i].field,
                                         remit_skill_run_get (self->run, row, texts[i].target));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    changed |= set_day (self, row, i);
  return changed;
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
import_level (Levels *self,
              const RemitCsvRow *row,
              const RemitTablePerson *person,
              char *name,
              int level,
              GError **error)
{
  RemitTableNamed *skill = remit_skill_run_take_skill (
    self->run, row, name, remit_skill_run_get (self->run, row, REMIT_SKILL_LEVELS_CATEGORY), error);
  gboolean is_new;

  if (skill == NULL)
    return FALSE;
  if (!remit_skill_run_say (self->run, row, person, skill, name))
    return TRUE;
  self->n++;
  return remit_skill_run_load_level (self->run, person->id, skill->id, &is_new, error)
         && remit_skill_run_save_level (self->run, is_new, set_fields (self, row, level), error);
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Levels *self = data;
  char *name = remit_skill_run_get (self->run, row, REMIT_SKILL_LEVELS_SKILL);
  const char *text = remit_skill_run_get (self->run, row, REMIT_SKILL_LEVELS_LEVEL);
  int level = remit_skill_parse_level (text);
  RemitTablePerson *person;

  if (*name == '\0' || *text == '\0')
    {
      remit_import_result_leave_out (self->run->job->result, REMIT_NOTE_SKILL, row->line,
                                     _ ("The skill or the level is missing; skipped"));
      return TRUE;
    }
  if (level < 0)
    {
      remit_import_result_leave_out (self->run->job->result, REMIT_NOTE_SKILL, row->line,
                                     /* Translators: a skill, what a cell says */
                                     _ ("%s: “%.80s” is not a level from 0 to 4; skipped"), name,
                                     text);
      return TRUE;
    }
  if (!remit_skill_run_find_person (self->run, row, &person, error))
    return FALSE;
  return person == NULL || import_level (self, row, person, name, level, error);
}

gboolean
remit_skill_levels_run (RemitSkillRun *self,
                        guint *n,
                        GError **error)
{
  Levels levels = { .run = self };

  if (!decide_days (&levels, error) || !remit_skill_run_read (self, import_row, &levels, error))
    return FALSE;
  *n = levels.n;
  return TRUE;
}
