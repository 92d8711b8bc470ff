/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of skills stand for. */
#include "remit-skill-columns.h"

#include <string.h>

#include "exchange/table/remit-table-mapping.h"
#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"

/* A table of which nobody said what it is has at least so many skills. */
#define N_SURE 3

/* ── Headers ──────────────────────────────────────────────────────────────────────────────── */

int
remit_skill_columns_find (const RemitSkillColumns *self,
                          const char *normal)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *own = remit_table_mapping_normalize (self->heading.names[i]);

      if (g_str_equal (own, normal))
        return (int) i;
    }
  return -1;
}

static int
find_word (const RemitSkillColumns *self,
           const char *name)
{
  const char *const *all = remit_words_get_all (remit_words_get ("levels", name));

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *word = remit_table_mapping_normalize (all[i]);
      int column = remit_skill_columns_find (self, word);

      if (column >= 0)
        return column;
    }
  return -1;
}

/* Returns: whether nothing else stands for the column */
static gboolean
is_free (const RemitSkillColumns *self,
         int column)
{
  for (guint i = 0; i < REMIT_SKILL_N_TARGETS; i++)
    if (self->columns[i] == column)
      return FALSE;
  return TRUE;
}

static void
take (RemitSkillColumns *self,
      RemitSkillTarget target,
      int column)
{
  if (column >= 0 && is_free (self, column))
    self->columns[target] = column;
}

/* @mapped: (out): whether a column is something of a person */
static void
find_people (RemitSkillColumns *self,
             gboolean *mapped)
{
  int columns[REMIT_TABLE_MAX_TARGETS];

  remit_table_mapping_guess (REMIT_TABLE_PEOPLE, (const char *const *) self->heading.names, NULL,
                             columns);
  for (guint i = 0; i < REMIT_TABLE_MAX_TARGETS; i++)
    if (columns[i] >= 0)
      mapped[columns[i]] = TRUE;
  take (self, REMIT_SKILL_NUMBER, columns[REMIT_TABLE_PEOPLE_NUMBER]);
  take (self, REMIT_SKILL_EMAIL, columns[REMIT_TABLE_PEOPLE_EMAIL]);
  take (self, REMIT_SKILL_PERSON, columns[REMIT_TABLE_PEOPLE_NAME]);
  if (columns[REMIT_TABLE_PEOPLE_FIRST_NAME] < 0)
    take (self, REMIT_SKILL_LAST_NAME, columns[REMIT_TABLE_PEOPLE_LAST_NAME]);
  for (guint i = 0; i < self->n_columns; i++)
    self->n_facts += mapped[i] && is_free (self, (int) i);
}

static gboolean
has_people (const RemitSkillColumns *self)
{
  return self->columns[REMIT_SKILL_NUMBER] >= 0 || self->columns[REMIT_SKILL_EMAIL] >= 0
         || self->columns[REMIT_SKILL_PERSON] >= 0;
}

/* Returns: whether there is a column for the skill and one for the level */
static gboolean
find_levels (RemitSkillColumns *self)
{
  static const char *const names[REMIT_SKILL_N_TARGETS] = {
    [REMIT_SKILL_LEVELS_SKILL] = "skill",
    [REMIT_SKILL_LEVELS_CATEGORY] = "category",
    [REMIT_SKILL_LEVELS_LEVEL] = "level",
    [REMIT_SKILL_LEVELS_ASSESSMENT] = "assessment",
    [REMIT_SKILL_LEVELS_ASSESSED_BY] = "assessed-by",
    [REMIT_SKILL_LEVELS_VERIFIED_BY] = "verified-by",
    [REMIT_SKILL_LEVELS_VERIFIED_ON] = "verified-on",
    [REMIT_SKILL_LEVELS_EXPIRES] = "expires",
  };

  for (guint i = 0; i < REMIT_SKILL_N_TARGETS; i++)
    if (names[i] != NULL)
      take (self, i, find_word (self, names[i]));
  if (self->columns[REMIT_SKILL_LEVELS_SKILL] >= 0 && self->columns[REMIT_SKILL_LEVELS_LEVEL] >= 0)
    return TRUE;
  for (guint i = REMIT_SKILL_LEVELS_SKILL; i < REMIT_SKILL_N_TARGETS; i++)
    self->columns[i] = -1;
  return FALSE;
}

static RemitSkillForm
find_taxonomy (const RemitSkillColumns *self)
{
  if (remit_skill_columns_find (self, "concepturi") >= 0
      && remit_skill_columns_find (self, "preferredlabel") >= 0)
    return REMIT_SKILL_FORM_ESCO;
  if (remit_skill_columns_find (self, "elementid") >= 0
      && remit_skill_columns_find (self, "elementname") >= 0)
    return REMIT_SKILL_FORM_ONET_ELEMENTS;
  if (remit_skill_columns_find (self, "onetsoccode") >= 0
      && remit_skill_columns_find (self, "example") >= 0
      && remit_skill_columns_find (self, "commoditytitle") >= 0)
    return REMIT_SKILL_FORM_ONET_TECHNOLOGIES;
  return REMIT_SKILL_FORM_NONE;
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
count_row (const RemitCsvRow *row,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  RemitSkillColumns *self = data;

  if (row->line <= self->heading.last_line)
    return TRUE;
  for (guint i = 0; i < row->n_cells; i++)
    {
      RemitSkillCount *count = &self->counts[i];

      remit_table_value_clean (row->cells[i], FALSE);
      if (remit_table_value_is_nothing (row->cells[i]))
        continue;
      count->n_filled++;
      if (remit_skill_parse_level (row->cells[i]) >= 0)
        count->n_levels++;
      else if (count->bad_line == 0)
        {
          count->bad_line = row->line;
          count->bad = g_strndup (row->cells[i], 200);
        }
    }
  return TRUE;
}

/* Under an empty corner, people are what stands first. */
static void
find_corner (RemitSkillColumns *self)
{
  for (guint i = 0; i < self->n_columns && !has_people (self); i++)
    if (self->counts[i].n_filled > 0)
      {
        if (self->counts[i].n_levels == 0)
          self->columns[REMIT_SKILL_PERSON] = (int) i;
        return;
      }
}

/* @mapped: whether a column is something else of a person */
static void
find_skills (RemitSkillColumns *self,
             const gboolean *mapped)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const RemitSkillCount *count = &self->counts[i];

      self->are_skills[i] = *self->heading.names[i] != '\0' && !mapped[i] && is_free (self, (int) i)
                            && (count->n_levels > 0 || count->n_filled == 0);
      self->n_skills += self->are_skills[i] && count->n_levels > 0;
      if (!self->are_skills[i])
        continue;
      self->n_filled += count->n_filled;
      self->n_bad += count->n_filled - count->n_levels;
    }
}

gboolean
remit_skill_columns_read (RemitSkillColumns *self,
                          RemitCsvFile *file,
                          GError **error)
{
  g_autofree gboolean *mapped = g_new0 (gboolean, file->n_columns + 1);

  for (guint i = 0; i < REMIT_SKILL_N_TARGETS; i++)
    self->columns[i] = -1;
  self->n_columns = file->n_columns;
  self->counts = g_new0 (RemitSkillCount, file->n_columns + 1);
  self->are_skills = g_new0 (gboolean, file->n_columns + 1);
  if (!remit_skill_heading_read (&self->heading, file, error))
    return FALSE;
  self->form = find_taxonomy (self);
  if (self->form != REMIT_SKILL_FORM_NONE)
    return TRUE;
  if (find_levels (self))
    {
      find_people (self, mapped);
      self->form = has_people (self) ? REMIT_SKILL_FORM_LEVELS : REMIT_SKILL_FORM_NONE;
      return TRUE;
    }
  find_people (self, mapped);
  if (!remit_csv_file_read (file, NULL, 0, 0, count_row, self, error))
    return FALSE;
  find_corner (self);
  find_skills (self, mapped);
  if (has_people (self) && self->n_skills > 0)
    self->form = REMIT_SKILL_FORM_MATRIX;
  return TRUE;
}

void
remit_skill_columns_clear (RemitSkillColumns *self)
{
  for (guint i = 0; self->counts != NULL && i < self->n_columns; i++)
    g_free (self->counts[i].bad);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->are_skills, g_free);
  remit_skill_heading_clear (&self->heading);
}

/* Two rows of words above levels are a sign by themselves; columns with other things are one of
 * something else, such as a list of people with the number of their children. */
gboolean
remit_skill_columns_are_sure (const RemitSkillColumns *self)
{
  guint n_others = 0;

  if (self->form == REMIT_SKILL_FORM_LEVELS)
    return self->n_facts <= 1;
  if (self->form != REMIT_SKILL_FORM_MATRIX)
    return self->form != REMIT_SKILL_FORM_NONE;
  for (guint i = 0; i < self->n_columns; i++)
    n_others += !self->are_skills[i] && is_free (self, (int) i) && self->counts[i].n_filled > 0;
  return self->n_skills > n_others
         && (self->heading.is_double ? self->n_bad * 2 <= self->n_filled
                                     : self->n_bad * 4 <= self->n_filled
                                         && self->n_skills >= N_SURE);
}
