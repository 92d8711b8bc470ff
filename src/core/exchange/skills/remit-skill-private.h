/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms of tables of skills share while they are imported. */
#pragma once

#include "exchange/table/remit-table-directory.h"
#include "exchange/table/remit-table-names.h"
#include "remit-skill-import.h"

/**
 * RemitSkillRun:
 * @job: looks at rows, and has the edit and the result
 * @people: who is who
 * @names: the skills, by name
 * @skill: a record of a skill that is made, and @level one of a level
 * @said: (element-type utf8): which levels the table has said, by person and skill
 *
 * One run of an import.
 */
typedef struct {
  RemitSkillImport *import;
  RemitTableJob *job;
  RemitTableDirectory *people;
  RemitTableNames *names;
  RemitRecord *skill;
  RemitRecord *level;
  GHashTable *said;
} RemitSkillRun;

/** The importers: do everything but begin and commit. @n: (out): what is counted in the history */
gboolean remit_skill_matrix_run (RemitSkillRun *self,
                                 guint *n,
                                 GError **error);
gboolean remit_skill_levels_run (RemitSkillRun *self,
                                 guint *n,
                                 GError **error);
gboolean remit_skill_taxonomy_run (RemitSkillRun *self,
                                   guint *n,
                                   GError **error);

/** Reads the rows behind the heading. */
gboolean remit_skill_run_read (RemitSkillRun *self,
                               RemitCsvRowFunc func,
                               gpointer data,
                               GError **error);

/** Returns: (transfer none): the cell of a target as one line; empty without one */
char *remit_skill_run_get (RemitSkillRun *self,
                           const RemitCsvRow *row,
                           RemitSkillTarget target);

/**
 * remit_skill_run_find_person:
 * @person: (out): 0 when the row is left out, which is noted
 */
gboolean remit_skill_run_find_person (RemitSkillRun *self,
                                      const RemitCsvRow *row,
                                      RemitTablePerson **person,
                                      GError **error);

/** Returns: (nullable): the skill of that name, made with the category when it is not there */
RemitTableNamed *remit_skill_run_take_skill (RemitSkillRun *self,
                                             const RemitCsvRow *row,
                                             char *name,
                                             const char *category,
                                             GError **error);

/** Loads the level that a person has into @self->level, or a new one.
 * @is_new: (out) */
gboolean remit_skill_run_load_level (RemitSkillRun *self,
                                     gint64 person,
                                     gint64 skill,
                                     gboolean *is_new,
                                     GError **error);
/** Writes it, and counts it. */
gboolean remit_skill_run_save_level (RemitSkillRun *self,
                                     gboolean is_new,
                                     gboolean changed,
                                     GError **error);

/** Returns: whether the table says the level for the first time; else it is noted */
gboolean remit_skill_run_say (RemitSkillRun *self,
                              const RemitCsvRow *row,
                              const RemitTablePerson *person,
                              const RemitTableNamed *skill,
                              const char *name);

/** Notes that a cell is no level. */
void remit_skill_run_note_level (RemitSkillRun *self,
                                 const RemitCsvRow *row,
                                 const char *skill,
                                 const char *text);

/** Returns: (transfer none) (nullable): the part of O*NET's content model to which an element
 * belongs, in its words */
const char *remit_skill_onet_get_branch (const char *element);

/** Reads which elements are skills: those without others below, of the branches of skills and of
 * knowledge if the file has any. @names: (out) (transfer full): by element, what all are called
 * @skills: (out) (transfer full): a set of elements */
gboolean remit_skill_onet_read (RemitSkillRun *self,
                                int id,
                                int name,
                                GHashTable **names,
                                GHashTable **skills,
                                GError **error);
