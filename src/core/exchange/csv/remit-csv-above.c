/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row above the header of a CSV file. */
#include "remit-csv-private.h"

typedef struct {
  guint header_line;
  GStrv cells;
} Above;

static gboolean
keep_row (const RemitCsvRow *row,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Above *self = data;

  if (row->line >= self->header_line)
    return FALSE;
  if (remit_csv_row_is_empty (row))
    return TRUE;
  g_strfreev (self->cells);
  self->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    self->cells[i] = g_strstrip (g_strdup (row->cells[i]));
  return TRUE;
}

GStrv
remit_csv_file_dup_above (RemitCsvFile *self,
                          GError **error)
{
  Above above = { self->header_line, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  if (!remit_csv_parse (self, self->n_columns, keep_row, &above, error))
    {
      g_strfreev (above.cells);
      return NULL;
    }
  return above.cells != NULL ? above.cells : g_new0 (char *, 1);
}
