/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights: the file, and what its columns stand for. */
#include "remit-matrix-import.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/remit-table-mapping.h"
#include "exchange/table/value/remit-words.h"

static gboolean
is_word (const char *list,
         const char *normal)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) all, normal);
}

static RemitMatrixField
guess_field (const char *header)
{
  g_autofree char *normal = remit_table_mapping_normalize (header);

  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    {
      const RemitMatrixFieldInfo *info = &remit_matrix_fields[i];
      g_autofree char *own = remit_table_mapping_normalize (_ (info->header));

      if (*normal != '\0' && (g_str_equal (own, normal) || is_word (info->words, normal)))
        return i;
    }
  return REMIT_MATRIX_N_FIELDS;
}

/* Returns: whether a column before has it */
static gboolean
is_taken (RemitMatrixImport *self,
          guint before,
          RemitMatrixField field,
          const RemitMatrixHolder *holder)
{
  for (guint i = 0; i < before; i++)
    if ((field < REMIT_MATRIX_N_FIELDS && self->columns[i].field == field)
        || (holder != NULL && self->columns[i].holder == holder))
      return TRUE;
  return FALSE;
}

static void
guess (RemitMatrixImport *self)
{
  const char *const *headers = self->file->headers;

  for (guint i = 0; i < self->n_columns; i++)
    {
      RemitMatrixColumn *column = &self->columns[i];

      column->field = guess_field (headers[i]);
      if (column->field == REMIT_MATRIX_N_FIELDS)
        column->holder = remit_matrix_holders_find (self->holders, headers[i]);
      if (is_taken (self, i, column->field, column->holder))
        *column = (RemitMatrixColumn){ .field = REMIT_MATRIX_N_FIELDS };
    }
}

/* The corner of a matrix is often empty, or says what both sides are: the decisions are what stands
 * last before the letters, and is no phase. */
static void
guess_decisions (RemitMatrixImport *self)
{
  int found = -1;

  if (remit_matrix_import_has_decisions (self))
    return;
  for (guint i = 0; i < self->n_columns && self->columns[i].holder == NULL
                    && !remit_matrix_look_has_letters (&self->look, i);
       i++)
    if (self->columns[i].field == REMIT_MATRIX_N_FIELDS && self->look.n_filled[i] > 0
        && !remit_words_have (REMIT_WORDS ("matrix", "phase"), self->file->headers[i]))
      found = (int) i;
  if (found >= 0)
    self->columns[found].field = REMIT_MATRIX_DECISION;
}

RemitMatrixImport *
remit_matrix_import_open (RemitStore *store,
                          gint64 plan,
                          const RemitSheetInput *input,
                          GError **error)
{
  RemitCsvFile *file = remit_sheet_open (input, error);

  return file != NULL ? remit_matrix_import_new (store, plan, file, error) : NULL;
}

RemitMatrixImport *
remit_matrix_import_new (RemitStore *store,
                         gint64 plan,
                         RemitCsvFile *file,
                         GError **error)
{
  g_autoptr (RemitMatrixImport) self = g_new0 (RemitMatrixImport, 1);

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  self->plan = plan;
  self->file = file;
  self->name = g_strdup (file->name);
  self->holders = remit_matrix_holders_load (store, plan, error);
  if (self->holders == NULL)
    return NULL;
  self->n_columns = self->file->n_columns;
  self->columns = g_new0 (RemitMatrixColumn, self->n_columns);
  if (!remit_matrix_look_init (&self->look, self->file, NULL, error))
    return NULL;
  guess (self);
  guess_decisions (self);
  return g_steal_pointer (&self);
}

void
remit_matrix_import_free (RemitMatrixImport *self)
{
  if (self == NULL)
    return;
  remit_matrix_look_clear (&self->look);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_pointer (&self->file, remit_csv_file_free);
  g_free (self->columns);
  g_free (self->name);
  g_free (self);
}

void
remit_matrix_import_set_column (RemitMatrixImport *self,
                                guint column,
                                RemitMatrixField field,
                                const RemitMatrixHolder *holder)
{
  static const RemitMatrixColumn nothing = { .field = REMIT_MATRIX_N_FIELDS, .is_left_out = TRUE };

  g_return_if_fail (self != NULL && column < self->n_columns);
  g_return_if_fail (field == REMIT_MATRIX_N_FIELDS || holder == NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if ((field < REMIT_MATRIX_N_FIELDS && self->columns[i].field == field)
        || (holder != NULL && self->columns[i].holder == holder))
      self->columns[i] = nothing;
  self->columns[column] = (RemitMatrixColumn){ field, holder,
                                               field == REMIT_MATRIX_N_FIELDS && holder == NULL };
}

void
remit_matrix_import_leave_out_rest (RemitMatrixImport *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].is_left_out = self->columns[i].field == REMIT_MATRIX_N_FIELDS
                                   && self->columns[i].holder == NULL;
}

gboolean
remit_matrix_import_has_decisions (RemitMatrixImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_taken (self, self->n_columns, REMIT_MATRIX_DECISION, NULL);
}
