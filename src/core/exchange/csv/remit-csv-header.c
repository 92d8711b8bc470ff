/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the row of a CSV file that names its columns. */
#include <glib/gi18n-lib.h>

#include "remit-csv-private.h"

/* The first rows, in which the header is; and how many cells tell a title from a header. */
#define N_FIRST_ROWS 40
#define WIDE 3

typedef struct {
  GStrv cells;
  guint n_cells;
  guint n_filled;
  guint n_more;
  guint line;
} FirstRow;

static void
first_row_clear (gpointer data)
{
  g_strfreev (((FirstRow *) data)->cells);
}

static gboolean
keep_first_row (const RemitCsvRow *row,
                gpointer data,
                GError **error G_GNUC_UNUSED)
{
  GArray *rows = data;
  FirstRow first = { .cells = g_new0 (char *, row->n_cells + 1),
                     .n_cells = row->n_cells,
                     .n_more = row->n_more,
                     .line = row->line };

  for (guint i = 0; i < row->n_cells; i++)
    {
      first.cells[i] = g_strdup (g_strstrip (row->cells[i]));
      first.n_filled += *first.cells[i] != '\0';
    }
  g_array_append_val (rows, first);
  return rows->len < N_FIRST_ROWS;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* Returns: how many cells are filled in those of the first rows that have much */
static guint
find_usual_width (GArray *rows)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, FirstRow, i).n_filled > 0
        && g_array_index (rows, FirstRow, i).n_more == 0)
      g_array_append_val (widths, g_array_index (rows, FirstRow, i).n_filled);
  g_array_sort (widths, compare_numbers);
  return widths->len > 0 ? g_array_index (widths, guint, widths->len * 3 / 4) : 0;
}

/* Reports have a title above, the day, and rows without anything: the header is the first row that
 * has more than half as many cells filled as such rows.
 * Returns: (nullable): that row */
static FirstRow *
find_header (GArray *rows,
             guint *n_before)
{
  guint width = find_usual_width (rows);

  *n_before = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      FirstRow *row = &g_array_index (rows, FirstRow, i);

      if (row->n_more > 0 ? i == 0 : width < WIDE || row->n_filled * 2 > width)
        return row;
      *n_before += row->n_filled > 0;
    }
  *n_before = 0;
  return rows->len > 0 ? &g_array_index (rows, FirstRow, 0) : NULL;
}

gboolean
remit_csv_find_header (RemitCsvFile *self,
                       GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FirstRow));
  FirstRow *header;

  g_array_set_clear_func (rows, first_row_clear);
  if (!remit_csv_parse (self, REMIT_CSV_MAX_COLUMNS, keep_first_row, rows, error))
    return FALSE;
  header = find_header (rows, &self->n_before);
  if (header == NULL)
    return remit_exchange_refuse (error,
                                  _ ("Line 1: the file is empty. The first line must name the "
                                     "columns."));
  if (header->n_more > 0)
    return remit_exchange_refuse (error, _ ("Line %u has more than %u columns and cannot be the "
                                            "header"),
                                  header->line, REMIT_CSV_MAX_COLUMNS);
  self->headers = (const char *const *) g_steal_pointer (&header->cells);
  self->n_columns = header->n_cells;
  self->header_line = header->line;
  return TRUE;
}
