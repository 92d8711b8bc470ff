/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one or two rows that head a table of skills. */
#include "remit-skill-heading.h"

#include <string.h>

#include "exchange/table/remit-table-mapping.h"
#include "exchange/table/value/remit-table-value.h"

int
remit_skill_parse_level (const char *text)
{
  const char *rest = text + 1;

  if (*text < '0' || *text > '0' + REMIT_LEVEL_MAX)
    return -1;
  /* spreadsheets may write a whole number with its decimals */
  if ((*rest == '.' || *rest == ',') && rest[1] == '0')
    for (rest++; *rest == '0';)
      rest++;
  if (*rest == '\0')
    return *text - '0';
  if (*rest != ' ')
    return -1;
  rest += strspn (rest, " ");
  /* “3 · Full”, “3 (full)”, “3 – full”, but not “3 of 5” */
  return g_str_has_prefix (rest, "·") || g_str_has_prefix (rest, "–") || *rest == '('
             || *rest == '-'
           ? *text - '0'
           : -1;
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_cell (const char *const *cells,
          guint n_cells,
          guint column)
{
  return column < n_cells ? cells[column] : "";
}

/* Returns: whether a row says who the others are about: there is nothing where people stand, or a
 * word for them */
static gboolean
names_people (const char *const *cells,
              guint n_cells)
{
  g_autofree const char **padded = g_new0 (const char *, n_cells + 1);
  int columns[REMIT_TABLE_MAX_TARGETS];

  for (guint i = 0; i < n_cells; i++)
    padded[i] = cells[i];
  remit_table_mapping_guess (REMIT_TABLE_PEOPLE, padded, NULL, columns);
  return columns[REMIT_TABLE_PEOPLE_NAME] >= 0 || columns[REMIT_TABLE_PEOPLE_NUMBER] >= 0
         || columns[REMIT_TABLE_PEOPLE_EMAIL] >= 0;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789.,%/- ")] == '\0';
}

/* Returns: whether a row has texts behind its first cell, and no numbers */
static gboolean
has_only_words (const char *const *cells,
                guint n_cells)
{
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      if (is_number (cells[i]))
        return FALSE;
      n += i > 0 && *cells[i] != '\0';
    }
  return n > 0;
}

typedef struct {
  GStrv cells;
  guint n_cells;
  guint line;
} FirstRow;

static gboolean
keep_first (const RemitCsvRow *row,
            gpointer data,
            GError **error G_GNUC_UNUSED)
{
  FirstRow *self = data;

  if (remit_csv_row_is_empty (row))
    return TRUE;
  self->line = row->line;
  self->n_cells = row->n_cells;
  self->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      self->cells[i] = g_strdup (row->cells[i]);
      remit_table_value_clean (self->cells[i], FALSE);
    }
  return FALSE;
}

/* ── Two rows ─────────────────────────────────────────────────────────────────────────────── */

/* A cell over several columns stands in the first of them. */
static void
set_double (RemitSkillHeading *self,
            const char *const *upper,
            guint n_upper,
            const char *const *lower,
            guint n_lower,
            guint n_columns)
{
  const char *category = "";

  for (guint i = 0; i < n_columns; i++)
    {
      const char *above = get_cell (upper, n_upper, i);
      const char *below = get_cell (lower, n_lower, i);

      if (*above != '\0')
        category = above;
      self->names[i] = g_strdup (*below != '\0' ? below : above);
      self->categories[i] = g_strdup (*below != '\0' ? category : "");
    }
  self->is_double = TRUE;
}

static void
set_single (RemitSkillHeading *self,
            const RemitCsvFile *file)
{
  for (guint i = 0; i < file->n_columns; i++)
    {
      self->names[i] = g_strdup (file->headers[i]);
      self->categories[i] = g_strdup ("");
    }
}

/* The header of the file is the upper row when the next one has words, and says what people are
 * called or leaves that to the one above. */
static gboolean
is_lower (const RemitCsvFile *file,
          const FirstRow *first)
{
  const char *const *cells = (const char *const *) first->cells;

  if (first->cells == NULL || first->n_cells == 0 || !has_only_words (cells, first->n_cells))
    return FALSE;
  return names_people (cells, first->n_cells)
         || (*cells[0] == '\0' && names_people (file->headers, file->n_columns));
}

/* What stands above the header is a row of categories when there is nothing where people stand, or
 * the header leaves that to it; a title stands alone in the first cell. */
static gboolean
is_upper (const RemitCsvFile *file,
          const char *const *above)
{
  guint n = g_strv_length ((GStrv) above);

  if (n < 2 || !has_only_words (above, n))
    return FALSE;
  return *above[0] == '\0' ? names_people (file->headers, file->n_columns)
                           : *file->headers[0] == '\0' && names_people (above, n);
}

static void
choose (RemitSkillHeading *self,
        const RemitCsvFile *file,
        const char *const *above,
        const FirstRow *first)
{
  self->names = g_new0 (char *, file->n_columns + 1);
  self->categories = g_new0 (char *, file->n_columns + 1);
  self->last_line = file->header_line;
  if (is_lower (file, first))
    {
      set_double (self, file->headers, file->n_columns, (const char *const *) first->cells,
                  first->n_cells, file->n_columns);
      self->last_line = first->line;
    }
  else if (is_upper (file, above))
    set_double (self, above, g_strv_length ((GStrv) above), file->headers, file->n_columns,
                file->n_columns);
  else
    set_single (self, file);
}

gboolean
remit_skill_heading_read (RemitSkillHeading *self,
                          RemitCsvFile *file,
                          GError **error)
{
  g_auto (GStrv) above = remit_csv_file_dup_above (file, error);
  FirstRow first = { NULL, 0, 0 };
  gboolean done = above != NULL && remit_csv_file_read (file, NULL, 0, 0, keep_first, &first,
                                                        error);

  if (done)
    choose (self, file, (const char *const *) above, &first);
  g_strfreev (first.cells);
  return done;
}

void
remit_skill_heading_clear (RemitSkillHeading *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->categories, g_strfreev);
}
