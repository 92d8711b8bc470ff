/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be imported, looked at: a plan's file, a project of another program, or a table of
 * people, seats, skills or decision rights. */
#include "remit-import-source.h"

#include "exchange/mspdi/remit-mspdi-import.h"
#include "exchange/mspdi/remit-mspdi-stream.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/table/remit-table-memory.h"

static gboolean
open_rights (RemitImportSource *self,
             RemitStore *store,
             gint64 plan,
             RemitCsvFile *file,
             GError **error)
{
  self->content = REMIT_IMPORT_RIGHTS;
  self->matrix = remit_matrix_import_new (store, plan, file, error);
  return self->matrix != NULL;
}

static gboolean
open_people_or_seats (RemitImportSource *self,
                      RemitStore *store,
                      RemitCsvFile *file,
                      RemitImportContent content,
                      GError **error)
{
  static const RemitTableKind kinds[] = {
    [REMIT_IMPORT_PEOPLE] = REMIT_TABLE_PEOPLE,
    [REMIT_IMPORT_SEATS] = REMIT_TABLE_SEATS,
  };

  self->table = remit_table_import_new (file, error);
  if (self->table == NULL
      || !remit_table_memory_recall (self->table, store, &self->is_remembered, error))
    return FALSE;
  if (content != REMIT_IMPORT_ANYTHING && kinds[content] != self->table->kind)
    {
      remit_table_import_set_kind (self->table, kinds[content]);
      self->is_remembered = FALSE;
    }
  self->content = self->table->kind == REMIT_TABLE_SEATS ? REMIT_IMPORT_SEATS : REMIT_IMPORT_PEOPLE;
  return TRUE;
}

static gboolean
open_skills (RemitImportSource *self,
             RemitCsvFile *file,
             GError **error)
{
  self->content = REMIT_IMPORT_SKILLS;
  self->skills = remit_skill_import_new (file, error);
  return self->skills != NULL;
}

static gboolean
open_table (RemitImportSource *self,
            RemitStore *store,
            gint64 plan,
            RemitCsvFile *file,
            RemitImportContent content,
            GError **error)
{
  if (content == REMIT_IMPORT_ANYTHING && plan != 0 && remit_matrix_recognize (file))
    content = REMIT_IMPORT_RIGHTS;
  else if (content == REMIT_IMPORT_ANYTHING && remit_skill_recognize (file))
    content = REMIT_IMPORT_SKILLS;
  if (content == REMIT_IMPORT_RIGHTS)
    return open_rights (self, store, plan, file, error);
  if (content == REMIT_IMPORT_SKILLS)
    return open_skills (self, file, error);
  return open_people_or_seats (self, store, file, content, error);
}

/* Tables are recognized when they are read. */
static RemitImportContent
recognize (const RemitSheetInput *input)
{
  if (input->path == NULL)
    return REMIT_IMPORT_ANYTHING;
  if (remit_mspdi_recognize (input->path))
    return REMIT_IMPORT_PROJECT;
  return remit_plan_recognize (input->path) ? REMIT_IMPORT_PLAN : REMIT_IMPORT_ANYTHING;
}

RemitImportSource *
remit_import_source_open (RemitStore *store,
                          gint64 plan,
                          const RemitSheetInput *input,
                          RemitImportContent content,
                          GError **error)
{
  g_autoptr (RemitImportSource) self = g_new0 (RemitImportSource, 1);
  RemitCsvFile *file;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (input != NULL, NULL);

  if (content == REMIT_IMPORT_ANYTHING)
    content = recognize (input);
  if (content == REMIT_IMPORT_PLAN || content == REMIT_IMPORT_PROJECT)
    {
      self->content = content;
      self->path = g_strdup (input->path);
      return g_steal_pointer (&self);
    }
  file = remit_sheet_open (input, error);
  if (file == NULL || !open_table (self, store, plan, file, content, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_import_source_free (RemitImportSource *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  remit_table_import_free (self->table);
  remit_matrix_import_free (self->matrix);
  remit_skill_import_free (self->skills);
  g_free (self);
}

const RemitCsvFile *
remit_import_source_get_file (const RemitImportSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->table != NULL)
    return self->table->file;
  if (self->skills != NULL)
    return self->skills->file;
  return self->matrix != NULL ? self->matrix->file : NULL;
}

RemitImportResult *
remit_import_source_run (RemitImportSource *self,
                         RemitStore *store,
                         const RemitImportOptions *options,
                         GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->table != NULL)
    return remit_table_import_run (self->table, store, options, error);
  if (self->matrix != NULL)
    return remit_matrix_import_run (self->matrix, store, options, error);
  if (self->skills != NULL)
    return remit_skill_import_run (self->skills, store, options, error);
  if (self->content == REMIT_IMPORT_PROJECT)
    return remit_mspdi_import_run (store, self->path, options, error);
  return remit_plan_read (store, self->path, options, error);
}
