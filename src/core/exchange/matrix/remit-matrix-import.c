/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights: the file, and what its columns stand for. */
#include "remit-matrix-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/remit-csv-mapping.h"

/* What columns are called, as remit_csv_mapping_normalize() leaves it, parted by spaces. */
static const char *const words[REMIT_MATRIX_N_FIELDS] = {
  [REMIT_MATRIX_TEAM] = "team squad group gruppe mannschaft",
  [REMIT_MATRIX_DECISION] =
    "decision decisions title activity activities task tasks deliverable deliverables process "
    "workpackage entscheidung entscheidungen titel aktivitat aktivitaet aufgabe aufgaben tatigkeit "
    "taetigkeit arbeitspaket was what",
  [REMIT_MATRIX_DESCRIPTION] = "description details beschreibung",
  [REMIT_MATRIX_KIND] = "kind type art typ",
  [REMIT_MATRIX_FRAMEWORK] = "framework method rahmen methode",
  [REMIT_MATRIX_QUORUM] = "quorum",
  [REMIT_MATRIX_DECIDE_BY] = "decideby due duedate deadline until bis frist termin",
  [REMIT_MATRIX_STATUS] = "status state stand",
  [REMIT_MATRIX_KEY] = "key schlussel schluessel",
};

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
  g_autofree char *normal = remit_csv_mapping_normalize (header);

  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    {
      g_autofree char *own = remit_csv_mapping_normalize (remit_matrix_field_get_header (i));

      if (*normal != '\0' && (g_str_equal (own, normal) || is_word (words[i], normal)))
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

RemitMatrixImport *
remit_matrix_import_open (RemitStore *store,
                          gint64 plan,
                          const char *path,
                          GError **error)
{
  g_autoptr (RemitMatrixImport) self = g_new0 (RemitMatrixImport, 1);

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self->plan = plan;
  self->name = g_filename_display_basename (path);
  self->file = remit_csv_file_open (path, error);
  if (self->file == NULL)
    return NULL;
  self->holders = remit_matrix_holders_load (store, plan, error);
  if (self->holders == NULL)
    return NULL;
  self->n_columns = self->file->n_columns;
  self->columns = g_new0 (RemitMatrixColumn, self->n_columns);
  guess (self);
  return g_steal_pointer (&self);
}

void
remit_matrix_import_free (RemitMatrixImport *self)
{
  if (self == NULL)
    return;
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
  static const RemitMatrixColumn nothing = { .field = REMIT_MATRIX_N_FIELDS };

  g_return_if_fail (self != NULL && column < self->n_columns);
  g_return_if_fail (field == REMIT_MATRIX_N_FIELDS || holder == NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if ((field < REMIT_MATRIX_N_FIELDS && self->columns[i].field == field)
        || (holder != NULL && self->columns[i].holder == holder))
      self->columns[i] = nothing;
  self->columns[column] = (RemitMatrixColumn){ field, holder };
}

gboolean
remit_matrix_import_has_decisions (RemitMatrixImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_taken (self, self->n_columns, REMIT_MATRIX_DECISION, NULL);
}
