/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of matrices say, as people write them, and which framework they are of. */
#include "remit-matrix-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"

/* ── One cell ─────────────────────────────────────────────────────────────────────────────── */

/* "R (lead)", or "(R)" */
static char *
dup_without_remarks (const char *text)
{
  GString *outside = g_string_new (NULL);
  GString *inside = g_string_new (NULL);
  guint depth = 0;

  for (; *text != '\0'; text++)
    if (strchr ("([{", *text) != NULL)
      depth++;
    else if (strchr (")]}", *text) != NULL)
      depth -= depth > 0;
    else
      g_string_append_c (depth > 0 ? inside : outside, *text);
  if (outside->str[strspn (outside->str, " *_`~")] != '\0')
    {
      g_string_free (inside, TRUE);
      return g_string_free (outside, FALSE);
    }
  g_string_free (outside, TRUE);
  return g_string_free (inside, FALSE);
}

/* The numbers of footnotes, and marks of emphasis. */
static void
drop_marks (char *text)
{
  char *end = text;

  for (const char *c = text; *c != '\0'; c++)
    if (strchr ("*_`~^!0123456789", *c) == NULL)
      *end++ = *c;
  *end = '\0';
}

/* "RA" */
static gboolean
read_joined (RemitFramework framework,
             const char *word,
             RemitLetters *letters)
{
  gsize length = strlen (word);

  *letters = REMIT_LETTERS_NONE;
  if (length < 2 || length > REMIT_N_LETTERS)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      const char letter[2] = { word[i], '\0' };
      RemitLetters one;

      if (!g_ascii_isalpha (word[i])
          || !remit_matrix_parse_letters (framework, letter, &one, NULL))
        return FALSE;
      *letters |= one;
    }
  return TRUE;
}

gboolean
remit_matrix_cell_read (RemitFramework framework,
                        const char *text,
                        RemitLetters *letters,
                        GError **error)
{
  g_autofree char *folded = remit_text_fold (text);
  g_autofree char *bare = NULL;

  *letters = REMIT_LETTERS_NONE;
  if (remit_table_value_is_nothing (folded))
    return TRUE;
  bare = dup_without_remarks (folded);
  drop_marks (bare);
  g_strstrip (bare);
  if (g_str_equal (bare, "x") || g_str_equal (bare, "✓") || g_str_equal (bare, "✔"))
    {
      g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
                   /* Translators: a mark such as X */
                   _ ("“%s” says that somebody has a part, but not which; put a letter"), text);
      return FALSE;
    }
  if (remit_matrix_parse_letters (framework, bare, letters, NULL)
      || read_joined (framework, bare, letters))
    return TRUE;
  /* as it stands in the file */
  return remit_matrix_parse_letters (framework, text, letters, error);
}

/* ── All cells ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitMatrixLook *look;
  const gboolean *is_of_interest;
  guint fits;   /* a bit for each framework that has all the letters */
  guint n_rows; /* that are still looked at */
} Looking;

/* So many rows tell whether a file is a matrix, which seldom has as many. */
#define N_RECOGNIZED 200

/* Returns: a bit for each framework in which the cell has letters, and nothing else */
static guint
find_frameworks (const char *cell)
{
  guint fits = 0;

  for (RemitFramework i = 0; i < REMIT_N_FRAMEWORKS; i++)
    {
      RemitLetters letters;

      if (remit_matrix_cell_read (i, cell, &letters, NULL) && letters != REMIT_LETTERS_NONE)
        fits |= 1u << i;
    }
  return fits;
}

static gboolean
look_at_row (const RemitCsvRow *row,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Looking *self = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      guint fits;

      remit_table_value_clean (row->cells[i], FALSE);
      if (remit_table_value_is_nothing (row->cells[i]))
        continue;
      self->look->n_filled[i]++;
      /* what is longer is a text */
      fits = strnlen (row->cells[i], 64) < 64 ? find_frameworks (row->cells[i]) : 0;
      self->look->n_letters[i] += fits != 0;
      if (fits != 0 && (self->is_of_interest == NULL || self->is_of_interest[i]))
        self->fits &= fits;
    }
  return --self->n_rows > 0;
}

static gboolean
look (RemitMatrixLook *self,
      RemitCsvFile *file,
      const gboolean *is_of_interest,
      guint n_rows,
      GError **error)
{
  Looking looking = { self, is_of_interest, (1u << REMIT_N_FRAMEWORKS) - 1, n_rows };

  *self = (RemitMatrixLook){ .n_filled = g_new0 (guint, file->n_columns),
                             .n_letters = g_new0 (guint, file->n_columns) };
  if (!remit_csv_file_read (file, NULL, 0, 0, look_at_row, &looking, error))
    return FALSE;
  while (looking.fits != 0 && !(looking.fits & 1u << self->framework))
    self->framework++;
  return TRUE;
}

gboolean
remit_matrix_look_init (RemitMatrixLook *self,
                        RemitCsvFile *file,
                        const gboolean *is_of_interest,
                        GError **error)
{
  return look (self, file, is_of_interest, G_MAXUINT, error);
}

void
remit_matrix_look_clear (RemitMatrixLook *self)
{
  g_clear_pointer (&self->n_filled, g_free);
  g_clear_pointer (&self->n_letters, g_free);
}

gboolean
remit_matrix_look_has_letters (const RemitMatrixLook *self,
                               guint column)
{
  return self->n_letters[column] > 0
         && self->n_letters[column] * 4 >= self->n_filled[column] * 3;
}

gboolean
remit_matrix_recognize (RemitCsvFile *file)
{
  g_auto (RemitMatrixLook) seen = { NULL };
  guint n = 0;

  if (!look (&seen, file, NULL, N_RECOGNIZED, NULL))
    return FALSE;
  for (guint i = 1; i < file->n_columns; i++)
    n += remit_matrix_look_has_letters (&seen, i);
  return n >= 2;
}
