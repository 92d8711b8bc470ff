/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of matrices say, as people write them, and which framework they are of. */
#include "remit-matrix-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"
#include "model/remit-text.h"
#include "remit-matrix-shape.h"
#include "remit-matrix-writer.h"

/* ── One cell ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* "R (lead)", or "(R)/(A)": what is in brackets is what is meant when there is nothing else. */
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
      {
        depth -= depth > 0;
        g_string_append_c (inside, ' ');
      }
    else
      g_string_append_c (depth > 0 ? inside : outside, *text);
  if (has_letters (outside->str) || !has_letters (inside->str))
    {
      g_string_free (inside, TRUE);
      return g_string_free (outside, FALSE);
    }
  g_string_free (outside, TRUE);
  return g_string_free (inside, FALSE);
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

/* "and", but not where it may be a letter: "i" */
static gboolean
is_and (const char *word)
{
  return remit_words_have_folded (REMIT_WORDS ("values", "and"), word);
}

static gboolean
read_word (RemitFramework framework,
           const char *word,
           RemitLetters *letters)
{
  RemitLetters one;

  if (!remit_matrix_parse_letters (framework, word, &one, NULL)
      && !read_joined (framework, word, &one))
    return is_and (word);
  *letters |= one;
  return TRUE;
}

/* Whatever is no letter parts the words: signs between them, marks of footnotes, emphasis.
 * Returns: whether there are words, and all of them are letters of the framework */
static gboolean
read_words (RemitFramework framework,
            const char *text,
            RemitLetters *letters)
{
  g_autoptr (GString) word = g_string_new (NULL);

  *letters = REMIT_LETTERS_NONE;
  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalpha (letter))
        {
          g_string_append_unichar (word, letter);
          continue;
        }
      if (word->len > 0 && !read_word (framework, word->str, letters))
        return FALSE;
      g_string_truncate (word, 0);
      if (letter == '\0')
        return *letters != REMIT_LETTERS_NONE;
    }
}

char *
remit_matrix_header_dup_unmarked (const char *header)
{
  static const char *const marks[] = { "*", "†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵", "^" };
  char *text = g_strstrip (g_strdup (header));
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (g_str_has_suffix (text, marks[i]))
          {
            text[strlen (text) - strlen (marks[i])] = '\0';
            g_strchomp (text);
            found = TRUE;
          }
    }
  return text;
}

gboolean
remit_matrix_cell_is_mark (const char *text)
{
  g_autofree char *folded = remit_text_fold (text);
  g_autofree char *bare = dup_without_remarks (folded);

  g_strdelimit (bare, "*_`~", ' ');
  return remit_words_have_folded (REMIT_WORDS ("values", "mark"), g_strstrip (bare));
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
  /* "R = responsible" tells what a letter is, rather than who has it */
  if (strchr (bare, '=') == NULL && read_words (framework, bare, letters))
    return TRUE;
  *letters = REMIT_LETTERS_NONE;
  if (remit_matrix_cell_is_mark (text))
    {
      g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
                   /* Translators: a mark such as X */
                   _ ("“%s” marks a right without saying which; enter a letter"), text);
      return FALSE;
    }
  /* as it stands in the file */
  if (remit_matrix_parse_letters (framework, text, letters, error))
    return TRUE;
  return FALSE;
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
/* What has so few characters may be a letter that no framework has. */
#define MAX_SHORT 2

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
      self->look->n_marks[i] += fits == 0 && remit_matrix_cell_is_mark (row->cells[i]);
      self->look->n_short[i] += fits == 0 && g_utf8_strlen (row->cells[i], -1) <= MAX_SHORT;
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
                             .n_letters = g_new0 (guint, file->n_columns),
                             .n_marks = g_new0 (guint, file->n_columns),
                             .n_short = g_new0 (guint, file->n_columns) };
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
  g_clear_pointer (&self->n_marks, g_free);
  g_clear_pointer (&self->n_short, g_free);
}

gboolean
remit_matrix_look_has_letters (const RemitMatrixLook *self,
                               guint column)
{
  guint n_certain = self->n_letters[column] + self->n_marks[column];
  guint n = MAX (n_certain, self->n_letters[column] + self->n_short[column]);

  return n_certain > 0 && n * 4 >= self->n_filled[column] * 3;
}

/* As it is written out, even if nobody has a right yet. */
gboolean
remit_matrix_is_own (const RemitCsvFile *file)
{
  for (RemitMatrixField i = REMIT_MATRIX_DECISION; i < REMIT_MATRIX_DECIDE_BY; i++)
    if (remit_csv_file_find_column (file, _ (remit_matrix_fields[i].header)) < 0)
      return FALSE;
  return TRUE;
}

gboolean
remit_matrix_recognize (RemitCsvFile *file)
{
  g_auto (RemitMatrixLook) seen = { NULL };
  guint n = 0;

  if (remit_matrix_is_own (file) || remit_matrix_shape_count_letters (file) >= 3)
    return TRUE;
  if (!look (&seen, file, NULL, N_RECOGNIZED, NULL))
    return FALSE;
  /* what has marks alone may be a table of who can what */
  for (guint i = 1; i < file->n_columns; i++)
    n += seen.n_letters[i] > 0 && remit_matrix_look_has_letters (&seen, i);
  return n >= 2;
}
