/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a matrix's file that are no decisions: headings, legends, footnotes, totals. */
#include "remit-matrix-heading.h"

#include <string.h>

#include "exchange/table/value/remit-words.h"

/* So many characters may be letters of somebody: "R/A" */
#define MAX_LETTERS 5

static guint
count_filled (const RemitCsvRow *row)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n_filled += *row->cells[i] != '\0';
  return n_filled;
}

/* Returns: whether any cell of a holder has letters, or a mark */
static gboolean
has_rights (const RemitMatrixImport *self,
            const RemitCsvRow *row)
{
  RemitLetters letters;

  for (guint i = 0; i < self->n_columns && i < row->n_cells; i++)
    if (self->columns[i].holder != NULL
        && (remit_matrix_cell_is_mark (row->cells[i])
            || (remit_matrix_cell_read (self->look.framework, row->cells[i], &letters,
                                        NULL)
                && letters != REMIT_LETTERS_NONE)))
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Returns: whether there is one cell beside the title, which is too long for letters */
static gboolean
explains (const RemitCsvRow *row,
          const char *title)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0' && !g_str_equal (row->cells[i], title))
      return count_filled (row) == 2 && g_utf8_strlen (row->cells[i], -1) > MAX_LETTERS;
  return FALSE;
}

/* "Legend:", "R" beside "Responsible", "*" beside what it means, "Total" beside numbers */
static gboolean
is_legend (const RemitMatrixImport *self,
           const RemitCsvRow *row,
           const char *title)
{
  g_autofree char *word = g_strdup (title);
  gsize length = strlen (word);

  if (length > 0 && word[length - 1] == ':')
    word[--length] = '\0';
  if (remit_words_have (REMIT_WORDS ("matrix", "legend"), g_strstrip (word))
      || remit_words_have (REMIT_WORDS ("values", "total"), word))
    return !has_rights (self, row) || explains (row, title);
  if (!explains (row, title))
    return FALSE;
  return (length <= 2 && remit_matrix_shape_is_letter (title))
         || (!has_word (title) && !has_rights (self, row));
}

gboolean
remit_matrix_row_is_heading (const RemitMatrixImport *self,
                             const RemitCsvRow *row,
                             const char *title)
{
  return (count_filled (row) == 1 && row->n_cells > 1) || is_legend (self, row, title);
}

const char *
remit_matrix_row_get_remark (const RemitMatrixImport *self,
                             const RemitCsvRow *row)
{
  if (count_filled (row) != 1 || has_rights (self, row))
    return NULL;
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return row->cells[i];
  return NULL;
}
