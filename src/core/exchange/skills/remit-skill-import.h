/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports levels of skills, and the skills of taxonomies, from tables. */
#pragma once

#include "remit-skill-columns.h"

/**
 * RemitSkillImport:
 * @name: the name of the file
 * @filter: (nullable): of a taxonomy, the words that skills must have to be imported
 * @creates: whether people who are not known are added
 *
 * A table that was looked at.
 */
typedef struct {
  char *name;
  RemitCsvFile *file;
  RemitSkillColumns columns;
  char *filter;
  gboolean creates;
} RemitSkillImport;

/** Returns: whether a table has skills, beyond doubt */
gboolean remit_skill_recognize (RemitCsvFile *file);

/**
 * remit_skill_import_new:
 * @file: (transfer full)
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it has no skills, in any of the forms, or is on another
 *   scale than 0 to 4, with the place; those of remit_csv_file_read()
 */
RemitSkillImport *remit_skill_import_new (RemitCsvFile *file,
                                          GError **error);
void remit_skill_import_free (RemitSkillImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSkillImport, remit_skill_import_free)

/** Returns: whether the table is one of a taxonomy, of which a part can be imported */
gboolean remit_skill_import_is_taxonomy (const RemitSkillImport *self);

/** @filter: (nullable): the words that skills of a taxonomy must have, in any order */
void remit_skill_import_set_filter (RemitSkillImport *self,
                                    const char *filter);

/** Returns: (transfer full): how the table has skills, in words */
char *remit_skill_import_describe (const RemitSkillImport *self);

/**
 * remit_skill_import_run:
 *
 * Imports as one edit; importing the same file again changes nothing.
 *
 * People are known by number, e-mail address or name; of namesakes without a number, none is. Who
 * is not known is left out, or added if @creates says so. Skills are known by name, in a taxonomy
 * by their address first; those that are not there are made. An empty cell says nothing. What else
 * a level rests on stays as it is unless the table has a column for it. Each cell that is no level
 * is noted and left out; the others come in.
 *
 * Returns: (transfer full): the result, or %NULL with @error set and nothing changed
 */
RemitImportResult *remit_skill_import_run (RemitSkillImport *self,
                                           RemitStore *store,
                                           const RemitImportOptions *options,
                                           GError **error);
