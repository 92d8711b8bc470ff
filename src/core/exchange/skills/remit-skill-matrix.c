/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of people and skills. */
#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-value.h"
#include "remit-skill-private.h"

typedef struct {
  RemitSkillRun *run;
  guint n;
} Matrix;

static gboolean
import_cell (Matrix *self,
             const RemitCsvRow *row,
             const RemitTablePerson *person,
             guint column,
             GError **error)
{
  const RemitSkillHeading *heading = &self->run->import->columns.heading;
  const char *text = row->cells[column];
  int level = remit_skill_parse_level (text);
  g_autofree char *name = g_strdup (heading->names[column]);
  RemitTableNamed *skill;
  gboolean is_new;

  if (level < 0)
    {
      remit_skill_run_note_level (self->run, row, name, text);
      return TRUE;
    }
  skill = remit_skill_run_take_skill (self->run, row, name, heading->categories[column], error);
  if (skill == NULL)
    return FALSE;
  if (!remit_skill_run_say (self->run, row, person, skill, name))
    return TRUE;
  self->n++;
  return remit_skill_run_load_level (self->run, person->id, skill->id, &is_new, error)
         && remit_skill_run_save_level (
           self->run, is_new,
           remit_record_set_integer (self->run->level, REMIT_PERSON_SKILL_LEVEL, level), error);
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Matrix *self = data;
  const gboolean *are_skills = self->run->import->columns.are_skills;
  RemitTablePerson *person;

  if (!remit_skill_run_find_person (self->run, row, &person, error))
    return FALSE;
  for (guint i = 0; person != NULL && i < row->n_cells; i++)
    {
      if (!are_skills[i])
        continue;
      remit_table_value_clean (row->cells[i], FALSE);
      if (!remit_table_value_is_nothing (row->cells[i])
          && !import_cell (self, row, person, i, error))
        return FALSE;
    }
  return TRUE;
}

/* Columns that say nothing of a person, and have no levels, are told of. */
static void
note_columns (RemitSkillRun *self)
{
  const RemitSkillColumns *columns = &self->import->columns;

  for (guint i = 0; i < columns->n_columns; i++)
    if (!columns->are_skills[i] && *columns->heading.names[i] != '\0'
        && columns->counts[i].n_filled > 0 && (int) i != columns->columns[REMIT_SKILL_NUMBER]
        && (int) i != columns->columns[REMIT_SKILL_EMAIL]
        && (int) i != columns->columns[REMIT_SKILL_PERSON]
        && (int) i != columns->columns[REMIT_SKILL_LAST_NAME])
      remit_import_result_note (self->job->result, REMIT_NOTE_COLUMN,
                                columns->heading.last_line,
                                /* Translators: the header of a column */
                                _ ("The column “%s” has no levels; skipped"),
                                columns->heading.names[i]);
}

gboolean
remit_skill_matrix_run (RemitSkillRun *self,
                        guint *n,
                        GError **error)
{
  Matrix matrix = { self, 0 };

  note_columns (self);
  if (!remit_skill_run_read (self, import_row, &matrix, error))
    return FALSE;
  *n = matrix.n;
  return TRUE;
}
