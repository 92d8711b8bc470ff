/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports levels of skills, and the skills of taxonomies, from tables. */
#include <glib/gi18n-lib.h>

#include "remit-skill-private.h"

/* With so many cells that are no levels, and such a part of all, a matrix has another scale. */
#define MIN_BAD 4
#define BAD_SHARE 10

gboolean
remit_skill_recognize (RemitCsvFile *file)
{
  RemitSkillColumns columns = { REMIT_SKILL_FORM_NONE };
  gboolean found = remit_skill_columns_read (&columns, file, NULL)
                   && remit_skill_columns_are_sure (&columns);

  remit_skill_columns_clear (&columns);
  return found;
}

/* ── Refusals ─────────────────────────────────────────────────────────────────────────────── */

/* Returns: the first column that looks like a skill and has no level */
static int
find_bad (const RemitSkillColumns *columns,
          gboolean are_skills)
{
  int found = -1;

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->are_skills[i] == are_skills && columns->counts[i].bad_line > 0
        && (are_skills || ((int) i != columns->columns[REMIT_SKILL_PERSON]
                           && (int) i != columns->columns[REMIT_SKILL_NUMBER]
                           && (int) i != columns->columns[REMIT_SKILL_LAST_NAME]
                           && (int) i != columns->columns[REMIT_SKILL_EMAIL]))
        && (found < 0 || columns->counts[i].bad_line < columns->counts[found].bad_line))
      found = (int) i;
  return found;
}

static gboolean
refuse_form (const RemitSkillColumns *columns,
             GError **error)
{
  int bad = columns->columns[REMIT_SKILL_PERSON] >= 0 ? find_bad (columns, FALSE) : -1;

  if (bad >= 0)
    return remit_exchange_refuse (
      error,
      /* Translators: a line of a file, the header of a column, what a cell says */
      _ ("Line %u, “%.80s”: “%.80s” is not a level from 0 to 4, and the file has no levels"),
      columns->counts[bad].bad_line, columns->heading.names[bad], columns->counts[bad].bad);
  return remit_exchange_refuse (
    error,
    /* Translators: a line of a file */
    _ ("Line %u: the header has no skills. A matrix has a row for each person and a column for "
       "each skill; a list has columns for person, skill and level; ESCO and O*NET have their "
       "own headers."),
    columns->heading.last_line);
}

static gboolean
check_scale (const RemitSkillColumns *columns,
             GError **error)
{
  int bad = find_bad (columns, TRUE);

  if (columns->n_bad < MIN_BAD || columns->n_bad * BAD_SHARE <= columns->n_filled)
    return TRUE;
  return remit_exchange_refuse (
    error,
    /* Translators: a line of a file, a skill, what a cell says, two numbers of cells */
    _ ("Line %u, “%.80s”: “%.80s” is not a level from 0 to 4, and neither are %'u of %'u cells. "
       "The file uses another scale; convert the levels to 0–4."),
    columns->counts[bad].bad_line, columns->heading.names[bad], columns->counts[bad].bad,
    columns->n_bad, columns->n_filled);
}

/* ── The import ───────────────────────────────────────────────────────────────────────────── */

RemitSkillImport *
remit_skill_import_new (RemitCsvFile *file,
                        GError **error)
{
  g_autoptr (RemitSkillImport) self = g_new0 (RemitSkillImport, 1);

  g_return_val_if_fail (file != NULL, NULL);

  self->file = file;
  self->name = g_strdup (file->name);
  if (!remit_skill_columns_read (&self->columns, file, error)
      || (self->columns.form == REMIT_SKILL_FORM_NONE && !refuse_form (&self->columns, error))
      || (self->columns.form == REMIT_SKILL_FORM_MATRIX && !check_scale (&self->columns, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_skill_import_free (RemitSkillImport *self)
{
  if (self == NULL)
    return;
  remit_skill_columns_clear (&self->columns);
  remit_csv_file_free (self->file);
  g_free (self->name);
  g_free (self->filter);
  g_free (self);
}

gboolean
remit_skill_import_is_taxonomy (const RemitSkillImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->columns.form >= REMIT_SKILL_FORM_ESCO;
}

void
remit_skill_import_set_filter (RemitSkillImport *self,
                               const char *filter)
{
  g_return_if_fail (self != NULL);

  g_free (self->filter);
  self->filter = filter != NULL && *filter != '\0' ? g_strdup (filter) : NULL;
}

char *
remit_skill_import_describe (const RemitSkillImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->columns.form)
    {
    case REMIT_SKILL_FORM_MATRIX:
      return g_strdup_printf (ngettext ("Matrix of people and %'u skill",
                                        "Matrix of people and %'u skills", self->columns.n_skills),
                              self->columns.n_skills);
    case REMIT_SKILL_FORM_LEVELS:
      return g_strdup (_ ("List of levels, a row for each"));
    case REMIT_SKILL_FORM_ESCO:
      return g_strdup (_ ("Skills of ESCO"));
    case REMIT_SKILL_FORM_ONET_ELEMENTS:
      return g_strdup (_ ("Skills of O*NET"));
    case REMIT_SKILL_FORM_ONET_TECHNOLOGIES:
      return g_strdup (_ ("Technology skills of O*NET"));
    case REMIT_SKILL_FORM_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ── Running ──────────────────────────────────────────────────────────────────────────────── */

static void
run_clear (RemitSkillRun *self)
{
  g_clear_pointer (&self->people, remit_table_directory_free);
  g_clear_pointer (&self->names, remit_table_names_free);
  g_clear_pointer (&self->skill, remit_record_free);
  g_clear_pointer (&self->level, remit_record_free);
  g_clear_pointer (&self->said, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitSkillRun, run_clear)

static gboolean
run_form (RemitSkillRun *self,
          GError **error)
{
  static const RemitPlural levels = REMIT_PLURAL ("Import %'u level of skills from %s",
                                                  "Import %'u levels of skills from %s");
  static const RemitPlural skills = REMIT_PLURAL ("Import %'u skill from %s",
                                                  "Import %'u skills from %s");
  gboolean is_taxonomy = remit_skill_import_is_taxonomy (self->import);
  guint n = 0;
  gboolean done;

  if (self->import->columns.form == REMIT_SKILL_FORM_MATRIX)
    done = remit_skill_matrix_run (self, &n, error);
  else if (self->import->columns.form == REMIT_SKILL_FORM_LEVELS)
    done = remit_skill_levels_run (self, &n, error);
  else
    done = remit_skill_taxonomy_run (self, &n, error);
  if (done)
    remit_table_job_describe (self->job, 0, is_taxonomy ? skills : levels, n);
  return done;
}

static gboolean
run_job (RemitSkillImport *self,
         RemitTableJob *job,
         GError **error)
{
  g_auto (RemitSkillRun) run = { .import = self, .job = job };

  run.people = remit_table_directory_new (job->store, error);
  run.names = run.people != NULL ? remit_table_names_new (job, REMIT_KIND_SKILL, error) : NULL;
  if (run.names == NULL)
    return FALSE;
  run.skill = remit_record_new (REMIT_KIND_SKILL);
  run.level = remit_record_new (REMIT_KIND_PERSON_SKILL);
  run.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return run_form (&run, error);
}

RemitImportResult *
remit_skill_import_run (RemitSkillImport *self,
                        RemitStore *store,
                        const RemitImportOptions *options,
                        GError **error)
{
  static const RemitImportOptions no_options;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitStore) target = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  RemitTableJob job = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  target = remit_import_options_dup_store (options, store, error);
  edit = target != NULL ? remit_edit_begin (target, NULL, error) : NULL;
  if (edit == NULL)
    return NULL;
  remit_edit_set_bulk (edit);
  result = remit_import_result_new ();
  remit_import_result_watch (result, options, edit);
  job = (RemitTableJob){ .file = self->file,
                         .name = self->name,
                         .options = options != NULL ? options : &no_options,
                         .store = target,
                         .edit = edit,
                         .result = result };
  remit_csv_file_note_remarks (self->file, result);
  if (!run_job (self, &job, error))
    return NULL;
  remit_table_job_note_counts (&job);
  remit_import_told_finish (result->told, target);
  return remit_table_job_finish (&job, error) ? g_steal_pointer (&result) : NULL;
}
