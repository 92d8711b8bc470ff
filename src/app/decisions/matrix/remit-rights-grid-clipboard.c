/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters to and from the clipboard, as a spreadsheet has them: lines of cells parted by tabs. */
#include <glib/gi18n.h>

#include "remit-rights-grid-private.h"
#include "widgets/remit-try.h"

/* ── Copying ──────────────────────────────────────────────────────────────────────────────── */

static void
append_row (RemitRightsGrid *self,
            GString *text,
            guint row,
            const RemitRightsRange *range)
{
  guint n = range->last_column - range->first_column;
  g_autofree RemitRightsLetters *letters = g_new (RemitRightsLetters, n);

  remit_rights_table_get_letters (self->table, row, range->first_column, n, letters);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = remit_matrix_format_letters (
        remit_rights_table_get_framework (self->table, row), letters[i].own);

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
    }
  g_string_append_c (text, '\n');
}

void
remit_rights_grid_copy (RemitRightsGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RemitRightsRange range;

  if (!remit_rights_grid_get_range (self, &range))
    return;
  for (guint row = range.first_row; row < range.last_row; row++)
    if (remit_rights_table_get_row (self->table, row)->decision != NULL)
      append_row (self, text, row, &range);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* ── Pasting ──────────────────────────────────────────────────────────────────────────────── */

/* What was pasted: lines of cells. */
typedef struct {
  RemitRightsGrid *grid;
  GPtrArray *lines; /* of GStrv */
  GArray *cells;
  GError *error;
} Paste;

static void
split (Paste *self,
       const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) lines = NULL;

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  /* spreadsheets end the last line, too */
  if (plain->len > 0 && plain->str[plain->len - 1] == '\n')
    g_string_truncate (plain, plain->len - 1);
  lines = g_strsplit (plain->str, "\n", -1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (self->lines, g_strsplit (lines[i], "\t", -1));
  /* nothing at all is one empty cell */
  if (self->lines->len == 0)
    g_ptr_array_add (self->lines, g_strsplit ("-", "\t", -1));
}

static gboolean
parse_cell (Paste *self,
            guint row,
            guint column,
            const char *text)
{
  RemitRightsTable *table = self->grid->table;
  const RemitRightsColumn *holder = remit_rights_table_get_column (table, column);
  RemitEntity *decision = remit_rights_table_get_row (table, row)->decision;
  RemitCell cell = { .decision = remit_entity_get_id (decision), .holder_kind = holder->kind,
                     .holder = holder->id };
  g_autoptr (GError) reason = NULL;

  if (remit_matrix_parse_letters (remit_rights_table_get_framework (table, row), text,
                                  &cell.letters, &reason))
    {
      g_array_append_val (self->cells, cell);
      return TRUE;
    }
  g_set_error (&self->error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: a decision, who has a right in it, and what is wrong there */
               _ ("%1$s, %2$s: %3$s. Nothing was pasted."),
               remit_entity_get_text (decision, REMIT_DECISION_TITLE), holder->name,
               reason->message);
  return FALSE;
}

/* One line of what was pasted, or for a single cell, all that is selected of a row. */
static gboolean
parse_row (Paste *self,
           guint row,
           const RemitRightsRange *range,
           char **line,
           gboolean single)
{
  guint n = remit_rights_table_get_n_columns (self->grid->table);

  if (single)
    {
      for (guint column = range->first_column; column < range->last_column; column++)
        if (!parse_cell (self, row, column, line[0]))
          return FALSE;
      return TRUE;
    }
  for (guint i = 0; line[i] != NULL && range->first_column + i < n; i++)
    if (!parse_cell (self, row, range->first_column + i, line[i]))
      return FALSE;
  return TRUE;
}

/* Fills what is selected from its first cell on; a single cell, or a single line, all of it. */
static gboolean
parse_all (Paste *self,
           const RemitRightsRange *range)
{
  guint n_rows = remit_rights_table_get_n_rows (self->grid->table);
  gboolean one_line = self->lines->len == 1;
  gboolean single = one_line && g_strv_length (self->lines->pdata[0]) == 1;
  guint last = one_line ? range->last_row : n_rows;
  guint i = 0;

  for (guint row = range->first_row; row < last && (one_line || i < self->lines->len); row++)
    {
      if (remit_rights_table_get_row (self->grid->table, row)->decision == NULL)
        continue;
      if (!parse_row (self, row, range, self->lines->pdata[one_line ? 0 : i], single))
        return FALSE;
      i++;
    }
  return TRUE;
}

static void
paste (RemitRightsGrid *grid,
       const char *text)
{
  Paste self = { .grid = grid };
  RemitRightsRange range;

  if (!remit_rights_grid_get_range (grid, &range))
    return;
  self.cells = g_array_new (FALSE, FALSE, sizeof (RemitCell));
  split (&self, text);
  if (!parse_all (&self, &range))
    remit_feedback_error (GTK_WIDGET (grid), self.error);
  else if (self.cells->len > 0)
    remit_try_set_rights (GTK_WIDGET (grid), grid->workspace, (const RemitCell *) self.cells->data,
                          self.cells->len, NULL);
  g_clear_error (&self.error);
  g_array_unref (self.cells);
  g_ptr_array_unref (self.lines);
}

static void
on_text (GObject *clipboard,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RemitRightsGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result,
                                                          &error);

  if (self->workspace == NULL)
    return;
  if (text != NULL)
    paste (self, text);
  else if (error != NULL)
    remit_feedback_say (GTK_WIDGET (self), _ ("The clipboard has no text"));
}

void
remit_rights_grid_paste (RemitRightsGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text,
                                 g_object_ref (self));
}
