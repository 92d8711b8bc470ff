/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights: the file, and what its columns stand for. */
#include "remit-matrix-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/remit-table-mapping.h"
#include "exchange/table/value/remit-table-value.h"
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

static const RemitMatrixHolder *
find_holder (RemitMatrixImport *self,
             const char *text)
{
  const RemitMatrixHolder *holder = remit_matrix_index_find (self->index, text);
  RemitTablePerson *person;

  if (holder == NULL && *text != '\0' && !remit_matrix_index_has_name (self->index, text)
      && remit_table_directory_find (self->people, text, &person) == REMIT_TABLE_MATCH_ONE)
    holder = remit_matrix_index_get_person (self->index, person->id);
  return holder;
}

/* A remark or the mark of a footnote is no part of a name, unless nobody is called so without. */
const RemitMatrixHolder *
remit_matrix_import_find_holder (RemitMatrixImport *self,
                                 const char *text)
{
  const RemitMatrixHolder *holder = find_holder (self, text);
  g_autofree char *unmarked = remit_matrix_header_dup_unmarked (text);
  g_autofree char *bare = g_strndup (unmarked, strcspn (unmarked, "([{"));

  if (holder == NULL && !g_str_equal (unmarked, text))
    holder = find_holder (self, unmarked);
  if (holder == NULL && *g_strstrip (bare) != '\0' && !g_str_equal (bare, unmarked))
    holder = find_holder (self, bare);
  return holder;
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
        column->holder = remit_matrix_look_has_letters (&self->look, i)
                           ? remit_matrix_import_find_holder (self, headers[i])
                           : remit_matrix_index_find (self->index, headers[i]);
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

/* Looks at the table as it is now. */
static gboolean
look (RemitMatrixImport *self,
      GError **error)
{
  g_clear_pointer (&self->columns, g_free);
  remit_matrix_look_clear (&self->look);
  self->n_columns = self->file->n_columns;
  self->columns = g_new0 (RemitMatrixColumn, self->n_columns);
  if (!remit_matrix_look_init (&self->look, self->file, NULL, error))
    return FALSE;
  guess (self);
  guess_decisions (self);
  return TRUE;
}

/* ── Shapes ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
knows (const char *name,
       gpointer data)
{
  return remit_matrix_import_find_holder (data, name) != NULL;
}

/* Returns: the column that names what the rows are about */
static guint
find_names (RemitMatrixImport *self)
{
  guint found = 0;

  for (guint i = 0; i < self->n_columns && !remit_matrix_look_has_letters (&self->look, i); i++)
    if (self->look.n_filled[i] > 0)
      found = i;
  return found;
}

static gboolean
reshape (RemitMatrixImport *self,
         RemitMatrixShape shape,
         GError **error)
{
  g_autofree gboolean *is_of = g_new0 (gboolean, self->n_columns);
  RemitCsvFile *file = self->original;

  for (guint i = 0; i < self->n_columns; i++)
    is_of[i] = remit_matrix_look_has_letters (&self->look, i);
  g_clear_pointer (&self->lines, g_array_unref);
  if (shape == REMIT_MATRIX_TURNED)
    file = remit_matrix_shape_turn (file, find_names (self), is_of, &self->lines, error);
  else if (shape == REMIT_MATRIX_LETTERS)
    file = remit_matrix_shape_spread (file, knows, self, error);
  if (file == NULL)
    return FALSE;
  if (self->file != self->original)
    remit_csv_file_free (self->file);
  self->file = file;
  self->shape = shape;
  return look (self, error);
}

/* What tells which way round a table stands. */
typedef struct {
  RemitMatrixImport *import;
  guint names;
  guint n_rows;
  guint n_known;    /* rows that are of somebody known */
  guint n_decided;  /* rows in which one is accountable, and columns */
  guint *n_deciders;
} Sides;

static gboolean
look_at_sides (const RemitCsvRow *row,
               gpointer data,
               GError **error G_GNUC_UNUSED)
{
  Sides *self = data;
  const RemitMatrixImport *import = self->import;
  guint n = 0, n_filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      RemitLetters letters = REMIT_LETTERS_NONE;

      if (!remit_matrix_look_has_letters (&import->look, i))
        continue;
      remit_matrix_cell_read (import->look.framework, row->cells[i], &letters, NULL);
      n_filled += letters != REMIT_LETTERS_NONE;
      if (!(letters & REMIT_LETTERS (REMIT_LETTER_A)))
        continue;
      n++;
      self->n_deciders[i]++;
    }
  if (n_filled == 0 || self->names >= row->n_cells)
    return TRUE;
  remit_table_value_clean (row->cells[self->names], FALSE);
  self->n_rows++;
  self->n_decided += n == 1;
  self->n_known += remit_matrix_import_find_holder (self->import, row->cells[self->names]) != NULL;
  return self->n_rows < 200;
}

/* Each decision has one who is accountable. */
static gboolean
has_deciders_below (const Sides *self)
{
  guint n_columns = 0, n_decided = 0;

  for (guint i = 0; i < self->import->n_columns; i++)
    if (remit_matrix_look_has_letters (&self->import->look, i))
      {
        n_columns++;
        n_decided += self->n_deciders[i] == 1;
      }
  return n_columns > 1 && n_decided == n_columns && self->n_decided < self->n_rows;
}

/* Of what is known, more is in the rows; or the corner says what they are; or each column is
 * decided by one. */
static gboolean
seems_turned (RemitMatrixImport *self,
              gboolean *turned,
              GError **error)
{
  g_autofree guint *n_deciders = g_new0 (guint, self->n_columns);
  Sides sides = { self, find_names (self), 0, 0, 0, n_deciders };
  const char *corner = self->original->headers[sides.names];
  guint n_known = 0;

  if (!remit_csv_file_read (self->original, NULL, 0, 0, look_at_sides, &sides, error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    n_known += self->columns[i].holder != NULL;
  if (sides.n_known != n_known)
    *turned = sides.n_known > n_known;
  else if (remit_matrix_look_has_letters (&self->look, sides.names)
           || guess_field (corner) < REMIT_MATRIX_N_FIELDS)
    *turned = FALSE;
  else
    *turned = remit_words_have (REMIT_WORDS ("matrix", "holder"), corner)
              || has_deciders_below (&sides);
  return TRUE;
}

/* "Task,R,A,C,I", with roles in the cells, which are no letters then */
static gboolean
has_letters_above (RemitMatrixImport *self)
{
  guint n_filled = 0, n_letters = 0;

  if (remit_matrix_shape_count_letters (self->original) < 2)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (remit_matrix_shape_is_letter (self->original->headers[i]))
      {
        n_filled += self->look.n_filled[i];
        n_letters += self->look.n_letters[i] + self->look.n_marks[i];
      }
  return n_letters * 2 < n_filled;
}

static gboolean
guess_shape (RemitMatrixImport *self,
             GError **error)
{
  gboolean turned = FALSE;

  if (has_letters_above (self))
    return reshape (self, REMIT_MATRIX_LETTERS, error);
  return seems_turned (self, &turned, error)
         && (!turned || reshape (self, REMIT_MATRIX_TURNED, error));
}

gboolean
remit_matrix_import_turn (RemitMatrixImport *self,
                          GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->shape != REMIT_MATRIX_UPRIGHT)
    return reshape (self, REMIT_MATRIX_UPRIGHT, error);
  return reshape (self, REMIT_MATRIX_TURNED, error);
}

/* ── The import ───────────────────────────────────────────────────────────────────────────── */

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
  self->file = self->original = file;
  self->mark = -1;
  self->name = g_strdup (file->name);
  self->created = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_matrix_holder_free);
  self->holders = remit_matrix_holders_load (store, plan, error);
  if (self->holders == NULL)
    return NULL;
  self->index = remit_matrix_index_new (self->holders);
  self->people = remit_table_directory_new (store, error);
  if (self->people == NULL || !look (self, error) || !guess_shape (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_matrix_import_free (RemitMatrixImport *self)
{
  if (self == NULL)
    return;
  remit_matrix_look_clear (&self->look);
  g_clear_pointer (&self->index, remit_matrix_index_free);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_pointer (&self->people, remit_table_directory_free);
  g_clear_pointer (&self->created, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  if (self->original != self->file)
    g_clear_pointer (&self->original, remit_csv_file_free);
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
  self->columns[column] = (RemitMatrixColumn){
    .field = field,
    .holder = holder,
    .is_left_out = field == REMIT_MATRIX_N_FIELDS && holder == NULL,
  };
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
remit_matrix_import_is_unknown (const RemitMatrixImport *self,
                                guint column)
{
  const RemitMatrixColumn *at;

  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);

  at = &self->columns[column];
  return at->holder == NULL && at->field == REMIT_MATRIX_N_FIELDS && !at->is_left_out
         && remit_matrix_look_has_letters (&self->look, column);
}

gboolean
remit_matrix_import_lacks_mark (const RemitMatrixImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_columns && self->mark < 0; i++)
    if (self->look.n_marks[i] > 0
        && (self->columns[i].holder != NULL || remit_matrix_import_is_unknown (self, i)))
      return TRUE;
  return FALSE;
}

gboolean
remit_matrix_import_has_decisions (RemitMatrixImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_taken (self, self->n_columns, REMIT_MATRIX_DECISION, NULL);
}
