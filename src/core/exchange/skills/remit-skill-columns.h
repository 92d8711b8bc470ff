/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of skills stand for. */
#pragma once

#include "remit-skill-heading.h"

/**
 * RemitSkillForm:
 * @REMIT_SKILL_FORM_NONE: none of these
 * @REMIT_SKILL_FORM_MATRIX: a row for each person, a column for each skill, levels in the cells
 * @REMIT_SKILL_FORM_LEVELS: a row for each level that a person has, with what it rests on
 * @REMIT_SKILL_FORM_ESCO: the skills of ESCO, a row each
 * @REMIT_SKILL_FORM_ONET_ELEMENTS: elements of O*NET's content model, often several rows each
 * @REMIT_SKILL_FORM_ONET_TECHNOLOGIES: O*NET's technology skills of occupations
 *
 * How a table has skills.
 */
typedef enum {
  REMIT_SKILL_FORM_NONE,
  REMIT_SKILL_FORM_MATRIX,
  REMIT_SKILL_FORM_LEVELS,
  REMIT_SKILL_FORM_ESCO,
  REMIT_SKILL_FORM_ONET_ELEMENTS,
  REMIT_SKILL_FORM_ONET_TECHNOLOGIES,
} RemitSkillForm;

/** What a column of which there is at most one stands for. */
typedef enum {
  REMIT_SKILL_NUMBER, /* of the person */
  REMIT_SKILL_EMAIL,
  REMIT_SKILL_PERSON, /* the whole name, or the first one */
  REMIT_SKILL_LAST_NAME,
  REMIT_SKILL_LEVELS_SKILL,
  REMIT_SKILL_LEVELS_CATEGORY,
  REMIT_SKILL_LEVELS_LEVEL,
  REMIT_SKILL_LEVELS_ASSESSMENT,
  REMIT_SKILL_LEVELS_ASSESSED_BY,
  REMIT_SKILL_LEVELS_VERIFIED_BY,
  REMIT_SKILL_LEVELS_VERIFIED_ON,
  REMIT_SKILL_LEVELS_EXPIRES,
  REMIT_SKILL_N_TARGETS
} RemitSkillTarget;

/**
 * RemitSkillCount:
 * @n_filled: the cells that have something in them
 * @n_levels: those of them that are levels
 * @bad_line: the line of the first one that is none, and what it says; 0 without one
 *
 * What was seen of a column.
 */
typedef struct {
  guint n_filled;
  guint n_levels;
  guint bad_line;
  char *bad;
} RemitSkillCount;

/**
 * RemitSkillColumns:
 * @columns: the column of each target, or -1
 * @counts: (array): of each column
 * @are_skills: (array): whether a column is a skill of a matrix
 * @n_skills: how many of these there are
 * @n_facts: how many columns are other facts about people
 * @n_bad: how many of their cells are no levels, and @n_filled: of how many
 */
typedef struct {
  RemitSkillForm form;
  RemitSkillHeading heading;
  int columns[REMIT_SKILL_N_TARGETS];
  guint n_columns;
  RemitSkillCount *counts;
  gboolean *are_skills;
  guint n_skills;
  guint n_facts;
  guint n_bad;
  guint n_filled;
} RemitSkillColumns;

/**
 * remit_skill_columns_read:
 *
 * Finds out how a table has skills, for which a matrix is read as a whole.
 *
 * Errors: those of remit_csv_file_read()
 */
gboolean remit_skill_columns_read (RemitSkillColumns *self,
                                   RemitCsvFile *file,
                                   GError **error);
void remit_skill_columns_clear (RemitSkillColumns *self);

/** Returns: whether there is hardly a doubt that the table has skills, and nobody has to say so */
gboolean remit_skill_columns_are_sure (const RemitSkillColumns *self);

/** Returns: the column with that header, of letters and digits in lower case; or -1 */
int remit_skill_columns_find (const RemitSkillColumns *self,
                              const char *normal);
