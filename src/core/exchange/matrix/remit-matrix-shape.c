/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of decision rights that stand the other way round, made such as others are. */
#include "remit-matrix-shape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sheet/remit-sheet-writer.h"
#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"
#include "model/remit-text.h"
#include "remit-matrix-cell.h"
#include "remit-matrix-writer.h"

/* ── Letters ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_letter_of (RemitFramework framework,
              const char *header)
{
  RemitLetters letters;

  return strnlen (header, 64) < 64 && remit_matrix_cell_read (framework, header, &letters, NULL)
         && letters != REMIT_LETTERS_NONE;
}

gboolean
remit_matrix_shape_is_letter (const char *header)
{
  for (RemitFramework i = 0; i < REMIT_N_FRAMEWORKS; i++)
    if (is_letter_of (i, header))
      return TRUE;
  return FALSE;
}

guint
remit_matrix_shape_count_letters (const RemitCsvFile *file)
{
  guint most = 0;

  for (RemitFramework i = 0; i < REMIT_N_FRAMEWORKS; i++)
    {
      guint n = 0;

      for (guint j = 0; j < file->n_columns; j++)
        n += is_letter_of (i, file->headers[j]);
      most = MAX (most, n);
    }
  return most;
}

/* Gives a table what is known of the file that it was made of. */
static RemitCsvFile *
open_rows (RemitSheetWriter *writer,
           const RemitCsvFile *file,
           const char *remark,
           GError **error)
{
  int fd = remit_sheet_writer_end (writer, error);
  RemitCsvFile *self = fd < 0 ? NULL
                              : remit_csv_file_open_rows (fd, file->name,
                                                          remit_sheet_writer_count_columns (writer),
                                                          error);

  if (self == NULL)
    return NULL;
  self->name = g_strdup (file->name);
  self->encoding = file->encoding;
  self->sheets = g_strdupv (file->sheets);
  self->sheet = file->sheet;
  self->n_before = file->n_before;
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; file->remarks != NULL && i < file->remarks->len; i++)
    g_ptr_array_add (self->remarks, g_strdup (file->remarks->pdata[i]));
  g_ptr_array_add (self->remarks, g_strdup (remark));
  return self;
}

/* ── Holders in cells ─────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitCsvFile *file;
  RemitMatrixKnows knows;
  gpointer data;
  GHashTable *places; /* folded name → 1 + its place among the names */
  GPtrArray *names;
  gboolean *is_letter; /* by column */
  guint n_others;
  RemitSheetWriter *writer;
  GPtrArray *cells; /* of a row: GString, the letters of each name */
} Spread;

/* Signs within a name are left alone, unless they stand between those who are known. */
static GStrv
split (Spread *self,
       const char *cell)
{
  g_auto (GStrv) sure = NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  if (self->knows (cell, self->data))
    return g_strsplit (cell, "\n", 1);
  sure = g_regex_split_simple ("\\s*[;,|\\n\\r、，；]\\s*|\\s+[/&+]\\s+", cell, 0, 0);
  for (guint i = 0; sure[i] != NULL; i++)
    {
      g_auto (GStrv) closer = g_regex_split_simple ("[/&+]", sure[i], 0, 0);
      gboolean all = TRUE;

      for (guint j = 0; closer[j] != NULL; j++)
        all &= self->knows (g_strstrip (closer[j]), self->data);
      if (all && closer[0] != NULL)
        g_strv_builder_addv (parts, (const char **) closer);
      else
        g_strv_builder_add (parts, sure[i]);
    }
  return g_strv_builder_end (parts);
}

static void
add_name (Spread *self,
          const char *name)
{
  char *folded = remit_text_fold (name);

  if (g_hash_table_contains (self->places, folded))
    {
      g_free (folded);
      return;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_hash_table_insert (self->places, folded, GUINT_TO_POINTER (self->names->len));
}

static gboolean
is_somebody (char *name)
{
  remit_table_value_clean (name, FALSE);
  return *name != '\0' && !remit_table_value_is_nothing (name)
         && !remit_table_value_is_open (name) && !remit_table_value_is_unknown (name);
}

/* @func: called with each holder of a row, and the letter of the column */
static void
visit_names (Spread *self,
             const RemitCsvRow *row,
             void (*func) (Spread *self,
                           const char *name,
                           const char *letter))
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (!self->is_letter[i])
        continue;
      remit_table_value_clean (row->cells[i], TRUE);
      parts = split (self, row->cells[i]);
      for (guint j = 0; parts[j] != NULL; j++)
        if (is_somebody (parts[j]))
          func (self, parts[j], self->file->headers[i]);
    }
}

static void
collect_name (Spread *self,
              const char *name,
              const char *letter G_GNUC_UNUSED)
{
  add_name (self, name);
}

static gboolean
collect_names (const RemitCsvRow *row,
               gpointer data,
               GError **error G_GNUC_UNUSED)
{
  visit_names (data, row, collect_name);
  return TRUE;
}

static void
add_letter (Spread *self,
            const char *name,
            const char *letter)
{
  g_autofree char *folded = remit_text_fold (name);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, folded));
  GString *cell = self->cells->pdata[place - 1];

  g_string_append_printf (cell, "%s%s", cell->len > 0 ? "/" : "", letter);
}

static gboolean
write_others (Spread *self,
              const char *const *cells,
              guint n_cells,
              guint row,
              GError **error)
{
  guint at = 0;

  if (!remit_sheet_writer_begin_row (self->writer, row, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    if (!self->is_letter[i] && !remit_sheet_writer_add (self->writer, at++, cells[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_row (const RemitCsvRow *row,
           gpointer data,
           GError **error)
{
  Spread *self = data;

  if (row->more)
    return remit_exchange_refuse (error, _ ("Line %u has more cells than the header"), row->line);
  for (guint i = 0; i < self->cells->len; i++)
    g_string_truncate (self->cells->pdata[i], 0);
  visit_names (self, row, add_letter);
  if (!write_others (self, (const char *const *) row->cells, row->n_cells, row->line - 1, error))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    if (!remit_sheet_writer_add (self->writer, self->n_others + i,
                                 ((GString *) self->cells->pdata[i])->str, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_header (Spread *self,
              GError **error)
{
  const RemitCsvFile *file = self->file;

  if (!write_others (self, file->headers, file->n_columns, file->header_line - 1, error))
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    if (!remit_sheet_writer_add (self->writer, self->n_others + i, self->names->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

RemitCsvFile *
remit_matrix_shape_spread (RemitCsvFile *file,
                           RemitMatrixKnows knows,
                           gpointer data,
                           GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
  g_autofree gboolean *is_letter = g_new0 (gboolean, file->n_columns);
  Spread self = { file, knows, data, places, names, is_letter, 0, writer, cells };

  for (guint i = 0; i < file->n_columns; i++)
    {
      is_letter[i] = remit_matrix_shape_is_letter (file->headers[i]);
      self.n_others += !is_letter[i];
    }
  if (writer == NULL || !remit_csv_file_read (file, NULL, 0, 0, collect_names, &self, error))
    return NULL;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (cells, g_string_new (NULL));
  if (!write_header (&self, error)
      || !remit_csv_file_read (file, NULL, 0, 0, write_row, &self, error))
    return NULL;
  return open_rows (writer, file, _ ("The columns are letters, and the cells name the holders"),
                    error);
}

/* ── Turned ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitCsvFile *file;
  GPtrArray *rows; /* GStrv of each row that names a holder */
  guint names;
  GArray *lines;
  gsize n_cells;
} Turning;

static gboolean
keep_row (const RemitCsvRow *row,
          gpointer data,
          GError **error)
{
  Turning *self = data;
  GStrv cells;

  if (row->more)
    return remit_exchange_refuse (error, _ ("Line %u has more cells than the header"), row->line);
  if (remit_csv_row_is_empty (row))
    return TRUE;
  self->n_cells += self->file->n_columns;
  if (self->n_cells > REMIT_MATRIX_MAX_TURNED)
    return remit_exchange_refuse (error, _ ("Line %u: the table is too large for decisions as "
                                            "columns"), row->line);
  cells = g_new0 (char *, self->file->n_columns + 1);
  for (guint i = 0; i < self->file->n_columns; i++)
    cells[i] = g_strdup (i < row->n_cells ? row->cells[i] : "");
  remit_table_value_clean (cells[self->names], FALSE);
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->lines, row->line);
  return TRUE;
}

static gboolean
write_column (Turning *self,
              RemitSheetWriter *writer,
              guint column,
              guint row,
              const char *header,
              GError **error)
{
  if (!remit_sheet_writer_begin_row (writer, row, error)
      || !remit_sheet_writer_add (writer, 0, header, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!remit_sheet_writer_add (writer, i + 1, ((GStrv) self->rows->pdata[i])[column], error))
      return FALSE;
  return TRUE;
}

RemitCsvFile *
remit_matrix_shape_turn (RemitCsvFile *file,
                         guint names,
                         const gboolean *is_of,
                         GArray **lines,
                         GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
  Turning self = { file, rows, names, from, 0 };
  guint row = 0;
  RemitCsvFile *turned;

  g_array_append_val (from, file->header_line);
  if (writer == NULL || !remit_csv_file_read (file, NULL, 0, 0, keep_row, &self, error)
      || !write_column (&self, writer, names, row,
                        _ (remit_matrix_fields[REMIT_MATRIX_DECISION].header), error))
    return NULL;
  for (guint i = 0; i < file->n_columns; i++)
    if (is_of[i] && !write_column (&self, writer, i, ++row, file->headers[i], error))
      return NULL;
  turned = open_rows (writer, file, _ ("The columns are decisions, and the rows are holders of "
                                       "rights"), error);
  if (turned != NULL)
    *lines = g_steal_pointer (&from);
  return turned;
}
